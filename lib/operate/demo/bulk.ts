// Makes room for a bulk load: indexes and checks that cost more row by row are taken down and put up again, as they were, at the end.
import type pg from "pg";

const LARGE = [
  "household",
  "person",
  "household_year",
  "household_spell",
  "membership_year",
  "pairing",
  "visit",
  "visit_visitor",
  "search_entry",
];
/** Their marks would only say "count everything", which happens at the end anyway. */
const MARKED = ["household_spell", "pairing", "visit_visitor", "visit_rule"];

/** Gives the way back; it must run in the same transaction, so that a failed load leaves the tables as they were. */
export async function takeDown(
  client: pg.ClientBase,
  large = LARGE,
  marked = MARKED,
): Promise<() => Promise<void>> {
  const { rows: constraints } = await client.query<{ drop: string; add: string }>(CONSTRAINTS, [large]);
  const { rows: indexes } = await client.query<{ drop: string; add: string }>(INDEXES, [large]);
  for (const table of marked) await client.query(`alter table ${table} disable trigger user`);
  for (const { drop } of [...constraints, ...indexes]) await client.query(drop);
  return async () => {
    await client.query("set local maintenance_work_mem = '128MB'");
    for (const { add } of [...indexes, ...constraints]) await client.query(add);
    for (const table of marked) await client.query(`alter table ${table} enable trigger user`);
  };
}

/** Foreign keys and exclusions; primary keys stay. */
const CONSTRAINTS = `
  select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
         format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
    from pg_constraint where conrelid::regclass::text = any ($1) and contype in ('f', 'x') order by conname`;

/** Indexes that no constraint owns. */
const INDEXES = `
  select format('drop index %s', indexrelid::regclass) as drop, pg_get_indexdef(indexrelid) as add
    from pg_index i where indrelid::regclass::text = any ($1)
     and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid) order by indexrelid::regclass::text`;
