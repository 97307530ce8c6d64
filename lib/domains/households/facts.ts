/** The facts that may be corrected by hand, as the form holds them: all of them text. */
import type { Correctable } from "./household.ts";

/** Every fact as text, the way the form holds it; "" = not recorded. */
export type Facts = Record<Correctable, string>;

export const factsOf = (household: {
  phone: string | null;
  groupName: string | null;
  mainCause: string | null;
  incomePerHeadFen: bigint | null;
  waterSafe: boolean | null;
  housingGrade: string | null;
}): Facts => ({
  phone: household.phone ?? "",
  groupName: household.groupName ?? "",
  mainCause: household.mainCause ?? "",
  income: household.incomePerHeadFen === null ? "" : yuanOf(household.incomePerHeadFen),
  waterSafe: household.waterSafe === null ? "" : household.waterSafe ? "yes" : "no",
  housingGrade: household.housingGrade ?? "",
});

const yuanOf = (fen: bigint) => {
  const text = (Number(fen) / 100).toFixed(2);
  return text.endsWith(".00") ? text.slice(0, -3) : text;
};
