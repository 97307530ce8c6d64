/** A problem of a row in the reader's words. */
import type { getTranslations } from "next-intl/server";
import type { Problem } from "#lib/domains/imports/sheet.ts";

type Translator = Awaited<ReturnType<typeof getTranslations<"imports">>>;

export const problemWords = (t: Translator, { key, values = {} }: Pick<Problem, "key" | "values">) => {
  const said = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "number" && name !== "year" ? value.toLocaleString("en") : value,
  ]);
  return t(`problem.${key}` as "problem.required", Object.fromEntries(said));
};

/** Of many rows at once: what differs from row to row is left open. */
export const kindOfProblem = (t: Translator, key: string, known: Record<string, string> = {}) => {
  const open = Object.fromEntries(OPEN.map((name) => [name, "…"]));
  return t(`problem.${key}` as "problem.required", { ...open, ...known } as unknown as undefined);
};

const OPEN = "value near name row day number text place most least length age year until".split(" ");
