/** The columns of the household list, once for the screen and for the export, so that a file shows what was seen. */
import { inYuan } from "#lib/base/money.ts";
import type { Locale } from "#lib/base/preferences.ts";
import {
  codeName,
  HOUSEHOLD_ATTRIBUTES,
  HOUSEHOLD_STATUSES,
  POVERTY_CAUSES,
} from "#lib/domains/households/codes.ts";
import type { HouseholdSort } from "#lib/domains/households/household.ts";
import type { HouseholdRow } from "#lib/domains/households/queries/list-households.ts";

export const COLUMNS = [
  "head",
  "number",
  "place",
  "status",
  "attribute",
  "cause",
  "members",
  "income",
  "helper",
  "lastVisit",
] as const;
export type HouseholdColumn = (typeof COLUMNS)[number];

/** Those that somebody chose, in the order of the list; the head is always there. */
export const columnsShown = (chosen: readonly string[] | null): HouseholdColumn[] =>
  COLUMNS.filter((column) => column === "head" || chosen === null || chosen.includes(column));

export const SORT_OF: Partial<Record<HouseholdColumn, HouseholdSort>> = {
  head: "name",
  number: "number",
  income: "income",
  lastVisit: "visit",
};

export const isNumeric = (column: HouseholdColumn) => column === "members" || column === "income";

/** What stands in a cell; null = not recorded. */
export function textOf(row: HouseholdRow, column: HouseholdColumn, locale: Locale): string | null {
  switch (column) {
    case "head":
      return row.headName;
    case "number":
      return row.householdNo;
    case "place":
      return [row.place, row.groupName].filter(Boolean).join(" ");
    case "status":
      return codeName(HOUSEHOLD_STATUSES, row.status, locale);
    case "attribute":
      return codeName(HOUSEHOLD_ATTRIBUTES, row.attribute, locale);
    case "cause":
      return codeName(POVERTY_CAUSES, row.mainCause, locale);
    case "members":
      return String(row.memberCount);
    case "income":
      return row.incomePerHeadFen === null ? null : inYuan(row.incomePerHeadFen);
    case "helper":
      return row.helperName ? [row.helperName, row.helperUnit].filter(Boolean).join(" ") : null;
    case "lastVisit":
      return row.lastVisitOn;
  }
}
