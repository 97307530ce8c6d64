/** A problem of a row in the reader's words. */
import type { getTranslations } from "next-intl/server";
import type { Problem } from "#lib/domains/imports/sheet.ts";

type Translator = Awaited<ReturnType<typeof getTranslations<"imports">>>;

export const problemWords = (t: Translator, { key, values }: Pick<Problem, "key" | "values">) =>
  t(`problem.${key}` as "problem.required", values as undefined);

/** Of many rows at once: what differs from row to row is left open. */
export const kindOfProblem = (t: Translator, key: string, known: Record<string, string> = {}) => {
  const open = { value: "…", near: "…", name: "…", row: "…", day: "…", number: "…", text: "…", place: "…" };
  return t(
    `problem.${key}` as "problem.required",
    { ...open, ...known, most: 0, least: 0, length: 0, age: 0, year: "…" } as unknown as undefined,
  );
};
