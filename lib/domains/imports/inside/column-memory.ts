/** How a unit matched the columns of a sheet the last time, by the text of their header: offered again, and only ever offered. */
import type pg from "pg";
import type { Work } from "#lib/platform/scope.ts";
import type { Preview } from "../import.ts";
import type { Sheet } from "../sheet.ts";
import type { ImportRecord } from "./record.ts";
import { bareLabel } from "./text-readings.ts";

type Columns = Preview["columns"];
type Looked = { columns: Columns; mapping: Record<string, number> };

/** The columns as the names suggest, overruled by what the unit chose the last time. */
export async function asLastTime(
  pool: pg.Pool,
  record: ImportRecord,
  sheet: Sheet,
  looked: Looked,
): Promise<Looked> {
  const { rows } = await pool.query<{ label: string; key: string | null }>(
    `select label, column_key as key from import_column where division_id = $1 and sheet = $2 and label = any ($3)`,
    [record.divisionId, record.sheet, looked.columns.map(({ label }) => bareLabel(label))],
  );
  const known = new Map(rows.map(({ label, key }) => [label, key]));
  const valid = new Set(sheet.columns.map(({ key }) => key));
  const mapping = { ...looked.mapping };
  const remembered = new Set<number>();
  for (const { index, label, refused } of looked.columns) {
    const key = known.get(bareLabel(label));
    if (key === undefined || refused || (key !== null && !valid.has(key))) continue;
    const before = Object.keys(mapping).find((one) => mapping[one] === index) ?? null;
    if (before === key) continue;
    if (before !== null) delete mapping[before];
    if (key !== null) mapping[key] = index;
    remembered.add(index);
  }
  return {
    mapping,
    columns: looked.columns.map((column) =>
      remembered.has(column.index) ? { ...column, remembered: true } : column,
    ),
  };
}

/** Only where the choice differs from what the names suggest: the rest finds itself again. */
export async function remember(
  work: Work,
  found: { id: string; divisionId: number; sheet: string },
  mapping: Record<string, number>,
) {
  const [row] = await work.sql<{
    columns: Columns | null;
  }>`select preview->'columns' as columns from import where id = ${found.id}::uuid`;
  const chosen = new Map(Object.entries(mapping).map(([key, index]) => [index, key]));
  for (const { index, label, key, refused } of row?.columns ?? []) {
    const bare = bareLabel(label);
    if (refused || bare === "") continue;
    const columnKey = chosen.get(index) ?? null;
    const where = { divisionId: found.divisionId, sheet: found.sheet, label: bare };
    if (columnKey === key) await work.tx.importColumn.deleteMany({ where });
    else
      await work.tx.importColumn.upsert({
        where: { divisionId_sheet_label: where },
        create: { ...where, columnKey, accountId: work.viewer.accountId },
        update: { columnKey, accountId: work.viewer.accountId, usedAt: new Date() },
      });
  }
}

export async function forget(
  work: Work,
  found: { id: string; divisionId: number; sheet: string },
): Promise<void> {
  const [row] = await work.sql<{
    columns: Columns | null;
  }>`select preview->'columns' as columns from import where id = ${found.id}::uuid`;
  await work.tx.importColumn.deleteMany({
    where: {
      divisionId: found.divisionId,
      sheet: found.sheet,
      label: { in: (row?.columns ?? []).map(({ label }) => bareLabel(label)) },
    },
  });
}
