/** Codes of a form must be ones that the dictionary offers today, or that stand in the row already. */
import type { Entry } from "#lib/domains/dictionaries/dictionary.ts";
import { invalid } from "#lib/platform/problem.ts";
import { offered } from "../words.ts";

export function mustBeOffered(
  entries: readonly Entry[],
  chosen: readonly string[],
  today: string,
  field: string,
  now: readonly string[] = [],
): void {
  const codes = offered(entries, today, now).map(({ code }) => code);
  if (!chosen.every((code) => codes.includes(code))) throw invalid({ [field]: [{ key: "choose" }] });
}

/** For the history: the office's own word as it is today, or the code, which the screen turns into a word. */
export const recorded = (entries: readonly Entry[], codes: readonly string[]): string | null =>
  codes.map((code) => entries.find((entry) => entry.code === code)?.name ?? code).join("、") || null;
