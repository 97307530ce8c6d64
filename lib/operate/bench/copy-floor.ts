// The floor of imports: the very rows that an import made in the registry, under new numbers, by COPY from a text ready in memory.
import type pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";

export type Floor = { household: number; all: number };

/** Per table, in the order in which rows lean on each other: which belong to the import, and what must differ in their double. */
const TABLES: { name: string; from: string; instead: Record<string, string> }[] = [
  {
    name: "household",
    from: "home f join household t on t.id = f.id",
    instead: { id: "f.double", household_no: "'C' || t.household_no", head_person_id: "null" },
  },
  {
    name: "person",
    from: "head f join person t on t.id = f.id",
    instead: { id: "f.double", household_id: "f.home", id_no_digest: "sha256(t.id_no_digest)" },
  },
  {
    name: "household_year",
    from: "home f join household_year t on t.household_id = f.id",
    instead: { household_id: "f.double" },
  },
  {
    name: "household_spell",
    from: "home f join household_spell t on t.household_id = f.id",
    instead: { household_id: "f.double" },
  },
  {
    name: "membership_year",
    from: "head f join membership_year t on t.person_id = f.id",
    // In a household that is there already the double of its head finds the place taken.
    instead: {
      person_id: "f.double",
      household_id: "f.home",
      relation: "case when f.moved then t.relation else 'OTHER' end",
    },
  },
  {
    name: "search_entry",
    from: "(select id, double, double as home, 'household' as kind from home union all select id, double, home, 'person' from head) f join search_entry t on t.kind = f.kind and t.subject_id = f.id::text",
    instead: { subject_id: "f.double", household_id: "f.home" },
  },
];

/**
 * Each table in a transaction of its own, to its commit, as the fastest loader would. Afterwards the doubles go, and what the import
 * made as well unless it is to be kept: so that each round begins from the same tables.
 */
export async function copyAgain(owner: pg.Pool, importId: string, keep: boolean): Promise<Floor> {
  const client = await owner.connect();
  try {
    await client.query("drop table if exists home, head");
    await client.query(
      `create temp table home as select t.key::uuid as id, new_id() as double from import_trace t where t.import_id = $1 and t.tbl = 'household' and t.before is null order by 1`,
      [importId],
    );
    await client.query(
      `create temp table head as select p.id, new_id() as double, coalesce(f.double, p.household_id) as home, f.id is not null as moved
       from import_trace t join person p on p.id = t.key::uuid left join home f on f.id = p.household_id where t.import_id = $1 and t.tbl = 'person' and t.before is null order by 1`,
      [importId],
    );
    const took = new Map<string, number>();
    for (const { name, from, instead } of TABLES) {
      const columns = await columnsOf(client, name);
      const given = columns.map((column) => instead[column] ?? `t.${column}`);
      const text = await dump(
        client,
        `copy (select ${given.join(", ")} from ${from} order by f.id) to stdout`,
      );
      took.set(
        name,
        text.length === 0 ? 0 : await load(client, `copy ${name} (${columns.join(", ")}) from stdin`, text),
      );
    }
    await remove(client, "double");
    if (!keep) await remove(client, "id");
    await client.query(`vacuum ${TABLES.map(({ name }) => name).join(", ")}, import_row, import_trace`);
    return { household: took.get("household")!, all: [...took.values()].reduce((sum, ms) => sum + ms, 0) };
  } finally {
    client.release();
  }
}

async function remove(client: pg.PoolClient, which: "id" | "double"): Promise<void> {
  for (const [table, on] of [
    ["search_entry", `t.kind = 'household' and t.subject_id in (select ${which}::text from home)`],
    ["search_entry", `t.kind = 'person' and t.subject_id in (select ${which}::text from head)`],
    ["membership_year", `t.person_id in (select ${which} from head)`],
    ["household_spell", `t.household_id in (select ${which} from home)`],
    ["household_year", `t.household_id in (select ${which} from home)`],
    ["person", `t.id in (select ${which} from head)`],
    ["household", `t.id in (select ${which} from home)`],
  ] as const)
    await again(() => client.query(`delete from ${table} t where ${on}`));
}

/** The worker that follows an import (marks, roll-ups) may hold the same rows in another order. */
async function again(ask: () => Promise<unknown>, times = 5): Promise<void> {
  try {
    await ask();
  } catch (error) {
    if ((error as { code?: string }).code !== "40P01" || times <= 1) throw error;
    await again(ask, times - 1);
  }
}

async function columnsOf(client: pg.PoolClient, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum",
    [table],
  );
  return rows.map(({ name }) => name);
}

async function dump(client: pg.PoolClient, text: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of client.query(copyTo(text))) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function load(client: pg.PoolClient, text: string, rows: Buffer): Promise<number> {
  const began = performance.now();
  await client.query("begin");
  const stream = client.query(copyFrom(text));
  await new Promise<void>((resolve, reject) => {
    stream.on("finish", () => resolve());
    stream.on("error", reject);
    stream.end(rows);
  });
  await client.query("commit");
  return performance.now() - began;
}
