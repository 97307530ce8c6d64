/**
 * Tables by the form of somebody else (自由制表): a department sends an empty form, its columns are matched with what is known here, and
 * the rows of a unit are written into it as it came. A form says for each of its columns which field stands there; what nothing is known
 * of stays empty and is named, and so is what is left for a pen (签字) or refused by name (domain.md §10).
 */
import type { Refusal } from "#lib/domains/imports/sheet.ts";

/** What a row of a form tells of. */
export const SUBJECTS = [
  "household",
  "person",
  "pairing",
  "team",
  "partyOrg",
  "member",
  "industry",
  "visit",
  "need",
  "measure",
  "training",
  "duty",
] as const;
export type SubjectId = (typeof SUBJECTS)[number];

/** Counts the rows: known in every form. */
export const SERIAL = "serial";
/** Left for a pen, on purpose. */
export const BY_HAND = "byHand";

export type FormColumn = {
  /** In the file, from 0. */
  index: number;
  /** Of two levels, both. */
  label: string;
  /** A field of the subject, SERIAL, BY_HAND, or nothing known. */
  field: string | null;
  refused: Refusal | null;
  /** The form asks in 万元. */
  inTenThousands?: boolean;
};

export type FormLine = {
  id: string;
  name: string;
  askedBy: string | null;
  subject: SubjectId;
  divisionId: number;
  place: string;
  columns: number;
  known: number;
  checked: boolean;
  accountName: string;
  changedOn: string;
};

/** How much of a form is filled: cells that hold something, over the cells that a field could fill. */
export type Filled = { rows: number; cells: number; filled: number };

export const PREVIEW_ROWS = 50;
/** More rows belong into several files: whoever asked opens them in a spreadsheet. */
export const MOST_ROWS = 200_000;
export const MOST_COLUMNS = 120;
/** Of one unit. */
export const MOST_FORMS = 200;

/** Cells that wait for a field: not those left for a pen, and not those that are never filled. */
export const counts = ({ field, refused }: FormColumn) => refused === null && field !== BY_HAND;

export function filledOf(
  columns: readonly FormColumn[],
  rows: number,
  by: ReadonlyMap<string, number>,
): Filled {
  const asked = columns.filter(counts);
  const filled = asked.reduce((sum, { field }) => sum + (field === null ? 0 : (by.get(field) ?? 0)), 0);
  return { rows, cells: rows * asked.length, filled };
}

/** Never 100 while a cell is empty. */
export const percentOf = ({ cells, filled }: Pick<Filled, "cells" | "filled">): number | null =>
  cells === 0 ? null : filled === cells ? 100 : Math.min(99, Math.round((filled * 100) / cells));
