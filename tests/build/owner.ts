// What every builder writes with: SQL as the owner, whom no policy binds. A test's database is one.
import type pg from "pg";

export type Owner = {
  look: <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>;
};

/** One row; columns that are undefined keep their default. Gives the row back as it is stored. */
export async function insert<Row extends pg.QueryResultRow>(
  owner: Owner,
  table: string,
  given: Record<string, unknown>,
): Promise<Row> {
  const columns = Object.keys(given).filter((column) => given[column] !== undefined);
  const places = columns.map((_, at) => `$${at + 1}`).join(", ");
  const [row] = await owner.look<Row>(
    `insert into ${table} (${columns.map((column) => `"${column}"`).join(", ")}) values (${places}) returning *`,
    columns.map((column) => given[column]),
  );
  if (!row) throw new Error(`nothing was written into ${table}`);
  return row;
}

/** Numbers for what a test does not name. */
let last = 0;
export const nextNumber = () => ++last;
