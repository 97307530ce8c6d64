/** Rows of a household's tables, as the database gives them whole, turned into facts as text; "" is not recorded. */
import { textOfFact } from "#lib/base/fact-field.ts";
import { type FactTable, HOUSEHOLD_FACTS } from "./fact-columns.ts";

type Row = Record<string, unknown>;
export type FactTexts = Record<string, string>;
export type FactRows = Record<Exclude<FactTable, "livestock">, Row | null> & {
  livestock: Row[];
  siteName: string | null;
};

export function textsOf(rows: FactRows): FactTexts {
  const texts: FactTexts = {};
  for (const fact of HOUSEHOLD_FACTS) {
    const kind = fact.key.split(".")[1];
    const row =
      fact.table === "livestock" ? rows.livestock.find((one) => one.kind === kind) : rows[fact.table];
    texts[fact.key] = textOfFact(fact, row?.[fact.column]);
  }
  return texts;
}
