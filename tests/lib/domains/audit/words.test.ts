// Every deed that a command tells has words in the audit, in both languages: a new one fails until it has.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

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
