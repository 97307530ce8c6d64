/** The sheets of an office that go out in the columns in which they come in; some of them hold numbers that are masked. */
export const MASKED_SHEETS = [
  "household-roster",
  "person-roster",
  "pairings",
  "party-orgs",
  "members",
  "industry-ledger",
] as const;
export const OFFICE_SHEETS = [
  ...MASKED_SHEETS,
  "incomes",
  "measures",
  "publicity",
  "trainings",
  "visit-record",
  "need-ledger",
  "team-roster",
  "team-attendance",
  "member-duties",
  "accounts",
] as const;
/** Lists that go out as they are seen; none of them holds a number that is masked. */
export const SEEN_LISTS = [
  "households",
  "talent",
  "talentDemands",
  "secondments",
  "needs",
  "compare",
  "tables",
] as const;
/** Of these the figures of a board alone: whoever may see it may take them along. */
export const FIGURE_LISTS: readonly string[] = ["compare"];
export type SeenList = (typeof SEEN_LISTS)[number];
export type OfficeSheetId = (typeof OFFICE_SHEETS)[number];
