/**
 * A file that came back corrected: the column of what to do names the import that it corrects. Its rows that went in with that one
 * (or with the one before it) are passed over, so that nobody's later work is overwritten by what the file said then.
 */
import type pg from "pg";
import type { ImportRecord } from "./record.ts";

const SIGN = /#([0-9a-f]{8})$/;

export const tipLabel = (column: string, importId: string) => `${column} #${importId.slice(0, 8)}`;
export const tipColumnOf = (columns: { index: number; label: string }[]): number | null =>
  columns.find(({ label }) => SIGN.test(label))?.index ?? null;

/** The published import of the same person and sheet that the file corrects, if it says so; what was set for all its rows still holds. */
export async function importCorrectedBy(
  pool: pg.Pool,
  record: ImportRecord,
  columns: { label: string }[],
): Promise<string | null> {
  const sign = columns.map(({ label }) => SIGN.exec(label)?.[1]).find((one) => one !== undefined);
  if (!sign) return null;
  const { rows } = await pool.query<{ id: string }>(
    `select id from import where account_id = $1 and sheet = $2 and division_id = $3 and status = 'DONE' and id::text like $4 || '%' and id <> $5 limit 1`,
    [record.accountId, record.sheet, record.divisionId, sign, record.id],
  );
  const before = rows[0]?.id ?? null;
  if (before)
    await pool.query(
      "update import i set fixes = f.fixes from import f where i.id = $1 and f.id = $2 and i.fixes = '[]'",
      [record.id, before],
    );
  return before;
}

/** What was staged, but for what comparing added to it and for what differs at each sealing. */
const SAID = (row: string) =>
  `((${row}.values - '{told,people,householdId,helperId,secondId,meant}'::text[]) #- '{id,sealed}')`;

/** How many rows went in already. */
export async function passOverPublished(pool: pg.Pool, record: ImportRecord): Promise<number> {
  if (!record.follows) return 0;
  const { rowCount } = await pool.query(
    `with recursive before (id, follows) as (
       select id, follows from import where id = $2 and account_id = $3 and status = 'DONE'
       union select i.id, i.follows from import i join before b on i.id = b.follows where i.account_id = $3 and i.status = 'DONE')
     delete from import_row r where r.import_id = $1 and md5(${SAID("r")}::text) in (
       select md5(${SAID("o")}::text) from import_row o join before b on b.id = o.import_id where o.action in ('ADD', 'UPDATE', 'SAME'))`,
    [record.id, record.follows, record.accountId],
  );
  return rowCount ?? 0;
}
