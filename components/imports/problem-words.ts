/** A problem of a row in the reader's words. */
import type { getTranslations } from "next-intl/server";
import type { ProblemGroup } from "#lib/domains/imports/queries.ts";
import type { Problem } from "#lib/domains/imports/sheet.ts";

type Translator = Awaited<ReturnType<typeof getTranslations<"imports">>>;

export const problemWords = (t: Translator, { key, values = {} }: Pick<Problem, "key" | "values">) =>
  t(`problem.${key}` as "problem.required", inWords(values) as unknown as undefined);

/** Of many rows at once: what differs from row to row is left open. */
export const kindOfProblem = (
  t: Translator,
  { key, values, texts }: Pick<ProblemGroup, "key" | "values" | "texts">,
) => {
  const open = Object.fromEntries(OPEN.map((name) => [name, "…"]));
  const known = { ...open, ...quoted(texts), ...inWords(values) };
  return t(`problem.${key}` as "problem.required", known as unknown as undefined);
};

const inWords = (values: Record<string, string | number>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "number" && name !== "year" ? value.toLocaleString("en") : value,
    ]),
  );

/** The cell itself, where all rows have the same in it. */
function quoted(texts: ProblemGroup["texts"]): Record<string, string> {
  const [only] = texts;
  return !only || texts.length > 1 || only.text === "" ? {} : { value: only.text, name: only.text };
}

const OPEN = "value near name row day number text place most least length age year until members".split(" ");
