/**
 * Paper forms as views of the rows (明白卡, 帮扶手册, 走访记录表, 采集表): nothing is typed for them, and none has what a village board must not show.
 * The card carries no number of anybody, no health and no income by source; the handbook and the survey are for the desk and the family.
 */

export const PRINT_FORMS = ["card", "handbook", "visits", "survey"] as const;
export type PrintForm = (typeof PRINT_FORMS)[number];

/** The record of visits is kept by quarter; without one it is the whole year. */
export const QUARTERS = ["1", "2", "3", "4"] as const;
export const isInQuarter = (day: string, quarter: string | undefined) =>
  quarter === undefined || Math.ceil(Number(day.slice(5, 7)) / 3) === Number(quarter);

/** So many files go into one print; a larger village is printed in several. */
export const FILES_PER_PRINT = 40;

export type PrintMember = {
  name: string;
  relation: string;
  sex: string | null;
  birthOn: string | null;
  education: string | null;
  schoolStatus: string | null;
  labor: string | null;
  workPlace: string | null;
  workMonths: number | null;
  residentMedical: boolean | null;
  employeeMedical: boolean | null;
};
export type PrintMeasure = {
  year: number;
  category: string;
  project: string;
  unit: string | null;
  amountFen: bigint | null;
  days: string;
  status: "RUNNING" | "DONE" | "PARTLY" | "STOPPED";
  gainFen: bigint | null;
};
export type PrintVisit = {
  day: string;
  who: string | null;
  kind: string;
  situation: string;
  topics: string[];
  note: string | null;
  /** What was asked for: in the words of the needs that were raised, or as it was kept with the visit. */
  asked: string | null;
  help: string | null;
  goods: string | null;
};
export type PrintFile = {
  id: string;
  householdNo: string;
  headName: string;
  divisionId: number;
  place: string;
  above: string | null;
  groupName: string | null;
  status: string;
  attribute: string | null;
  memberCount: number;
  perHeadFen: bigint | null;
  lineFen: bigint | null;
  helpers: { name: string; unit: string | null; kind: string }[];
  texts: Record<string, string>;
  siteName: string | null;
  members: PrintMember[];
  incomes: { code: string; year: number; fen: bigint }[];
  measures: PrintMeasure[];
  visits: PrintVisit[];
};
