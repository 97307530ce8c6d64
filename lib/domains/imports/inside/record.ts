/** The row of an import as its jobs see it, and the few ways in which they change it. */
import type pg from "pg";
import { notFound } from "#lib/platform/problem.ts";
import type { Fix, ImportCounts, ImportStatus, Preview } from "../import.ts";

export type ImportRecord = {
  id: string;
  sheet: string;
  accountId: number;
  divisionId: number;
  year: number;
  storedAs: string;
  sheetName: string | null;
  headerRow: number | null;
  mapping: Record<string, number>;
  depth: number;
  status: ImportStatus;
  whole: boolean;
  follows: string | null;
  fixes: Fix[];
  /** Null: nobody had to say. */
  includeHidden: boolean | null;
  /** As far as known, for the bar of progress. */
  rows: number;
};

export async function recordOf(pool: pg.Pool | pg.PoolClient, id: unknown): Promise<ImportRecord> {
  const { rows } = await pool.query<ImportRecord>(
    `select id, sheet, account_id as "accountId", division_id as "divisionId", year, stored_as as "storedAs", sheet_name as "sheetName",
       header_row as "headerRow", mapping, coalesce((preview->>'depth')::int, 1) as depth, status, whole, fixes, include_hidden as "includeHidden", follows, coalesce((counts->>'rows')::int, 0) as rows
     from import where id = $1::uuid`,
    [id],
  );
  if (!rows[0]) throw notFound();
  return rows[0];
}

type Change = {
  status: ImportStatus;
  counts?: ImportCounts;
  preview?: Preview;
  sheetName?: string;
  headerRow?: number | null;
  mapping?: Record<string, number>;
  failure?: string | null;
  follows?: string | null;
};

/** Only from a status in which this step is due: a job that comes late changes nothing. */
export async function changeRecord(
  pool: pg.Pool | pg.PoolClient,
  id: string,
  from: ImportStatus[],
  change: Change,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update import set status = $3, counts = counts || coalesce($4::jsonb, '{}'), preview = coalesce($5::jsonb, preview),
       sheet_name = coalesce($6, sheet_name), header_row = coalesce($7, header_row), mapping = coalesce($8::jsonb, mapping), failure = $9, follows = coalesce($10::uuid, follows),
       published_at = case when $3 = 'DONE' and status = 'PUBLISHING' then now() else published_at end,
       taken_back_at = case when $3 = 'TAKEN_BACK' then now() end, finished_at = case when $3 in ('DONE', 'TAKEN_BACK', 'CANCELLED', 'FAILED') then now() end
     where id = $1 and status = any ($2)`,
    [
      id,
      from,
      change.status,
      json(change.counts),
      json(change.preview),
      change.sheetName ?? null,
      change.headerRow ?? null,
      json(change.mapping),
      change.failure ?? null,
      change.follows ?? null,
    ],
  );
  return rowCount === 1;
}

const json = (value: object | undefined) => (value === undefined ? null : JSON.stringify(value));
