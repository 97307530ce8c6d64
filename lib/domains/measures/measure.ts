/**
 * A measure (帮扶措施): what a unit did for a household, in a category of 五个一批 or another, with money, days, and what came of it.
 * States: RUNNING until it is ended as DONE, PARTLY or STOPPED; one recorded by mistake is WITHDRAWN and counts nowhere.
 */

export const RESULTS = ["DONE", "PARTLY", "STOPPED"] as const;
export type MeasureResult = (typeof RESULTS)[number];
export const MEASURE_STATES = ["RUNNING", ...RESULTS] as const;
export type MeasureState = (typeof MEASURE_STATES)[number];

export const MEASURES_PER_PAGE = 50;
/** The registry began with the cards of 2014. */
export const FIRST_YEAR = 2014;

/** As it stands in lists and on the file. */
export type MeasureRow = {
  id: string;
  householdId: string;
  headName: string;
  householdNo: string;
  place: string;
  year: number;
  category: string;
  project: string;
  unit: string | null;
  content: string | null;
  amountFen: bigint | null;
  fromOn: string | null;
  toOn: string | null;
  status: MeasureState;
  result: string | null;
  gainFen: bigint | null;
  signed: boolean | null;
  version: number;
};
