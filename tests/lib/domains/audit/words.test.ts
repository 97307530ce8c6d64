// Every deed that a command tells has words in the audit, in both languages: a new one fails until it has.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { trailWords } from "#components/audit/trail-words.ts";
import { LEAVING } from "#lib/domains/handover/hand-over.ts";
import { REVEAL_REASONS } from "#lib/domains/households/household.ts";
import { END_REASONS } from "#lib/domains/pairings/pairing.ts";
import english from "#lib/i18n/messages/en/audit.json" with { type: "json" };
import chinese from "#lib/i18n/messages/zh-CN/audit.json" with { type: "json" };

const LIB = path.join(import.meta.dirname, "../../../../lib");
type Verbs = Record<string, Record<string, string>>;
const verbsIn = (locale: string): Verbs =>
  JSON.parse(readFileSync(path.join(LIB, `i18n/messages/${locale}/audit.json`), "utf8")).verbs;

test("deeds are shown in words, not by their code", () => {
  const told = readdirSync(path.join(LIB, "domains"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => [
      ...readFileSync(path.join(LIB, "domains", file), "utf8").matchAll(/tells: "(\w+)\.(\w+)"/g),
    ]);
  expect(told.length).toBeGreaterThan(40);
  for (const locale of ["zh-CN", "en"]) {
    const verbs = verbsIn(locale);
    const wordless = told.filter(([, noun = "", deed = ""]) => !verbs[noun]?.[deed]);
    expect(
      wordless.map(([, noun, deed]) => `${noun}.${deed}`),
      locale,
    ).toEqual([]);
  }
});

test("a reason chosen from a list is shown in its words, one that was typed as it was typed", () => {
  for (const [locale, messages] of [
    ["zh-CN", chinese],
    ["en", english],
  ] as const) {
    const t = createTranslator({ locale, messages: { audit: messages }, namespace: "audit" });
    const words = trailWords(t as never, {} as never, locale, {} as never);
    const said = (reason: string) => words.besides({ facts: { reason } }).join();
    for (const reason of [...LEAVING, ...END_REASONS, ...REVEAL_REASONS])
      expect(said(reason), `${locale} ${reason}`).not.toContain(reason);
    expect(said("传错了")).toContain("传错了");
  }
});
