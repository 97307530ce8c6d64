// Makes a registry many times as large: each household once more and once more in its own village, with its people of the open year, its pairings and its visits.
import type pg from "pg";

type Size = { households: number; visits: number };

/** Runs in one transaction with the indexes taken down. Names and days are those of the household that a copy is like. */
export async function grow(client: pg.ClientBase, { households, visits }: Size): Promise<void> {
  await client.query(
    `create temporary table copied on commit drop as
     with base as (select h.id, row_number() over (order by h.id) as nth, count(*) over () as n from household h)
     select b.id as like_id, new_id() as id, k from base b
       cross join lateral generate_series(1, ceil($1::numeric / b.n)::int - 1) k
     where b.n * k + b.nth <= $1`,
    [households],
  );
  await client.query("create index on copied (like_id)");
  await client.query("analyze copied");
  const ofHousehold = "join copied c on c.like_id = o.household_id";
  await again(client, "household", "join copied c on c.like_id = o.id", {
    id: "c.id",
    household_no: "o.household_no || '-' || c.k",
    head_person_id: "null",
  });
  await again(client, "household_spell", ofHousehold, { household_id: "c.id" });
  const open = "where o.year = (select max(year) from registry_year)";
  await again(client, "household_year", `${ofHousehold} ${open}`, { household_id: "c.id" });
  await again(client, "pairing", ofHousehold, { id: "new_id()", household_id: "c.id" });
  await client.query(
    `create temporary table copied_person on commit drop as
     select m.person_id as like_id, new_id() as id, c.id as household_id from membership_year m join copied c on c.like_id = m.household_id
     where m.year = (select max(year) from registry_year)`,
  );
  await client.query("analyze copied_person");
  await again(client, "person", "join copied_person c on c.like_id = o.id", {
    ...{ id: "c.id", household_id: "c.household_id" },
    // A number is one person's.
    ...{ id_no_digest: "null", id_no_sealed: "null", id_tail_digest: "null" },
  });
  await client.query("create index on copied_person (like_id, household_id)");
  await again(
    client,
    "membership_year",
    `join copied c on c.like_id = o.household_id join copied_person p on p.like_id = o.person_id and p.household_id = c.id ${open}`,
    { person_id: "p.id", household_id: "c.id", member_no: "null" },
  );
  await client.query(
    `create temporary table copied_visit on commit drop as
     select v.id as like_id, gen_random_uuid() as id, c.id as household_id from visit v join copied c on c.like_id = v.household_id`,
  );
  // What is wanting to the number are second visits of the same day.
  await client.query(
    `insert into copied_visit select v.id, gen_random_uuid(), v.household_id from visit v, generate_series(1, 9)
     limit greatest(0, $1 - (select count(*) from visit) - (select count(*) from copied_visit))`,
    [visits],
  );
  await client.query("create index on copied_visit (like_id)");
  await client.query("analyze copied_visit");
  await again(client, "visit", "join copied_visit c on c.like_id = o.id", {
    id: "c.id",
    household_id: "c.household_id",
    ...{ import_id: "null" },
  });
  await again(client, "visit_visitor", "join copied_visit c on c.like_id = o.visit_id", {
    visit_id: "c.id",
    household_id: "c.household_id",
  });
}

/** Rows of a table once more, but for the columns that are told. */
export async function again(
  client: pg.ClientBase,
  table: string,
  which: string,
  told: Record<string, string>,
): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum",
    [table],
  );
  const names = rows.map(({ name }) => name);
  await client.query(
    `insert into ${table} (${names.join(", ")}) select ${names.map((name) => told[name] ?? `o.${name}`).join(", ")} from ${table} o ${which}`,
  );
}
