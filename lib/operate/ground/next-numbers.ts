// After rows with numbers of their own: the next row that a person adds gets the next number.
import pg from "pg";

export async function forgetNumbers(client: pg.ClientBase, ...tables: string[]) {
  for (const table of tables)
    await client.query(
      `select setval(pg_get_serial_sequence($1, 'id'), (select max(id) from ${pg.escapeIdentifier(table)}))`,
      [table],
    );
}
