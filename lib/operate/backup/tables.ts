// What the catalog says is to be kept: every table of the schema public with its columns, and every sequence.
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { measure, type Sequence, type Table } from "./archive.ts";

/** Two databases print the same row alike, in the order in which it lies there, and whole or with an error. */
export async function speakPlainly(client: pg.ClientBase) {
  await client.query(`
    set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set extra_float_digits = 1;
    set bytea_output = 'hex'; set client_encoding = 'UTF8'; set row_security = off; set synchronize_seqscans = off;
    set statement_timeout = 0; set idle_in_transaction_session_timeout = 0`);
}

const OURS = `c.relnamespace = 'public'::regnamespace
  and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`;

export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select c.oid::regclass::text as name, array_agg(quote_ident(a.attname) order by a.attnum) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r' and ${OURS} group by c.oid order by pg_relation_size(c.oid), 1`);
  return rows;
}

export async function sequencesOf(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where c.relkind = 'S' and ${OURS} order by 1`,
  );
  const found: Sequence[] = [];
  for (const { name } of rows) {
    const { rows: at } = await client.query<Omit<Sequence, "name">>(
      `select last_value::text as last, is_called as called from ${name}`,
    );
    found.push({ name, ...at[0]! });
  }
  return found;
}

export const copyOut = (client: pg.ClientBase, { name, columns }: Table) =>
  client.query(copyTo(`copy ${name} (${columns.join(", ")}) to stdout`));

export async function measureTable(client: pg.ClientBase, table: Table) {
  const measured = measure();
  const out = copyOut(client, table);
  for await (const part of out) measured.add(part);
  return { name: table.name, rows: out.rowCount ?? 0, ...measured.result() };
}

/** What lies in it that is ours; an extension does not count. */
export async function countObjects(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ n: number }>(`
    select (select count(*)::int from pg_class c where c.relkind in ('r', 'p', 'v', 'm', 'S') and ${OURS})
         + (select count(*)::int from pg_namespace where nspname = 'sec') as n`);
  return rows[0]!.n;
}
