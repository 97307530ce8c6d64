/**
 * How a sheet is described to the import: its columns, what may stand in them, and what rows must agree on with each other.
 * Template, reading, marked file and export all follow from this one declaration. A sheet says
 * - `columns` in the order of the paper form. `label` heads the template; `aliases` are the other names offices use (blanks, brackets
 *   and stars do not count); `kind` decides how a cell is read and what is refused in it (inside/read-cell.ts); `required`, `list`,
 *   `many`, `least`, `most` narrow it; `ignored` is read past; `sample` fills the template's grey row, whose first cell says 示例.
 *   Keys are letters only, and two columns may not share a name or an alias.
 * - `unique`: groups of keys whose values together may stand once in a file.
 * - `members`: rows are members of households, each with one head.
 * - `right`: what whoever brings it in must be allowed to do singly, too. `dear`, `narrow`: where a sheet gives rights of its own
 *   (accounts): whether one proves oneself again, and which choices one is offered.
 * - `check`: what the values of one row must agree on; it sees neither other rows nor the registry. Its problems point at a column.
 *   The words of a problem are `problem.<key>` in the room "imports".
 * A new sheet is its file in sheets/ and a line in sheets/all.ts; and, for what only the registry can say, one line each in
 * inside/staged-values.ts (what is kept of a row), inside/resolve.ts (ADD, UPDATE, SAME or BAD, and why) and inside/publish.ts.
 * Nothing secret is staged in clear: ID numbers are sealed there, the codes of accounts are made when their slips are printed.
 */
import type { Verb } from "#lib/domains/accounts/roles.ts";
import type { CodeList } from "#lib/domains/households/codes.ts";
import type { Viewer } from "#lib/platform/viewer.ts";

export type ColumnKind =
  | "text"
  | "name"
  /** A stable number that is not calculated with: household number, member number. */
  | "number"
  | "idNo"
  | "date"
  /** From a day to a day in one cell, as "2026-03-10/2026-03-12". */
  | "days"
  /** A number with at most one decimal: hours of teaching. */
  | "tenths"
  | "integer"
  | "year"
  | "money"
  | "choice"
  | "yesNo"
  | "phone"
  | "division";

export type Column = {
  key: string;
  label: { "zh-CN": string; en: string };
  aliases?: readonly string[];
  kind: ColumnKind;
  /** Without a value the row cannot go in. */
  required?: boolean;
  list?: CodeList;
  /** How many choices may stand in one cell. */
  many?: number;
  /** Read as a plain number when another column of the row says so (an officer card is no ID number). */
  freeWhen?: { column: string; is: string };
  least?: number;
  most?: number;
  /** Read past: kept elsewhere in the platform, or only there for the eye. */
  ignored?: boolean;
  /** Read where a file has it, and not asked for by the template: never, or formerly, so that an export still carries what was recorded. */
  asked?: "never" | "formerly";
  /** Asked for when it comes in, and never written out. */
  leaves?: false;
  /** Its words in the template's sample row. */
  sample?: string;
  /** What the template's notes say of it, where its choices do not. */
  note?: { "zh-CN": string; en: string };
};

export type Problem = {
  /** Key of the column that the words point at. */
  column: string;
  /** Message in the room "imports", under `problem`. */
  key: string;
  values?: Record<string, string | number>;
  /** What stands in the cell, short, and long numbers masked: for telling it, and for correcting it everywhere at once. */
  text?: string;
  /** An error keeps the row out; a warning only wants to be read. */
  level: "error" | "warn";
};

/** Dates as "YYYY-MM-DD", money as fen, choices as codes (several joined by commas). */
export type Value = string | number | boolean | null;
export type Values = Record<string, Value>;

export type ReadContext = { year: number; today: string };

export type Sheet = {
  id: string;
  title: { "zh-CN": string; en: string };
  columns: readonly Column[];
  /** Groups of columns whose values together may stand in one row only. */
  unique: readonly (readonly string[])[];
  /** Households of which the rows are members: exactly one head, at most one spouse. */
  members?: { household: string; relation: string };
  /** What the values of one row must agree on. */
  check?: (values: Values, context: ReadContext) => Problem[];
  /** A right that is needed besides that of importing. */
  right: Verb;
  /** What the signs in it mean: a line below the rows of what goes out, which reading passes over. */
  legend?: string;
  /** Its rows go in, and are taken back, only for somebody who has proved lately who they are. */
  dear?: true;
  /** Of a column's choices, those that this viewer's template offers. */
  narrow?: (viewer: Viewer) => Record<string, readonly string[]>;
};

/** Columns that forms of old still carry and that we do not take: told at mapping, never read (domain.md §10). */
export type Refusal = "familyPlanning" | "disease" | "religion" | "bank" | "biometric" | "crime";

/** How a sheet says yes and no, in every language. */
export const YES_NO = ["是", "否"];
