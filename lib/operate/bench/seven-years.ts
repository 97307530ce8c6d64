// A registry as it stands after seven autumns: more members where the demo is thin, and for each year before those of the demo its first one again, with the whole roll.
import type pg from "pg";
import { takeDown } from "../demo/bulk.ts";
import { again } from "./grown-registry.ts";

/** Members of the registry of the whole prefecture in a year, and how many years there are. */
const MEMBERS = 195_000;
const YEARS = 7;

const YEARLY = [
  "household_year",
  "membership_year",
  "living_year",
  "production_year",
  "livestock",
  "income_item",
];
/** What a member more writes besides. */
const LARGE = [...YEARLY, "person", "search_entry"];

/** Done once to a database; gives how many rows of households and of members there are. */
export async function sevenYears(owner: pg.Pool, scale: number): Promise<{ homes: number; people: number }> {
  const client = await owner.connect();
  try {
    await client.query("begin");
    const years = await yearsThere(client);
    if (years.length < YEARS) {
      const putUp = await takeDown(client, LARGE, []);
      await moreMembers(client, Math.round(MEMBERS * scale), years.at(-1)!);
      for (let year = years[0]! - 1; year > years.at(-1)! - YEARS; year--)
        await yearAgain(client, years[0]!, year);
      for (let year = years.at(-1)! - 1; year > years.at(-1)! - YEARS; year--)
        await membersAgain(client, years.at(-1)!, year);
      await putUp();
    }
    await client.query("commit");
    const { rows } = await client.query<{ homes: number; people: number }>(
      "select (select count(*)::int from household_year) as homes, (select count(*)::int from membership_year) as people",
    );
    return rows[0]!;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

async function yearsThere(client: pg.ClientBase): Promise<number[]> {
  const { rows } = await client.query<{ year: number }>("select year from registry_year order by year");
  return rows.map(({ year }) => year);
}

/** Brothers and sisters of members that are there: name, sound and pieces are theirs, the number is nobody's. */
async function moreMembers(client: pg.ClientBase, wanted: number, openYear: number): Promise<void> {
  await client.query("analyze membership_year, person, search_entry");
  await client.query(
    `create temporary table more on commit drop as
     select new_id() as id, m.person_id as like_id from membership_year m
     where m.year = $1 and m.relation <> 'HEAD' order by hashtext(m.person_id::text)
     limit greatest(0, $2 - (select count(*) from membership_year where year = $1))`,
    [openYear, wanted],
  );
  await client.query("analyze more");
  await client.query(
    `insert into person (id, name, name_bo, sex, birth_on, ethnicity, political_status, division_id, household_id, pinyin, initials)
     select m.id, p.name, p.name_bo, p.sex, p.birth_on, p.ethnicity, p.political_status, p.division_id, p.household_id, p.pinyin, p.initials
     from more m join person p on p.id = m.like_id`,
  );
  await client.query(
    `insert into search_entry (kind, subject_id, division_id, household_id, title, detail, grams, pinyin, initials)
     select e.kind, m.id::text, e.division_id, e.household_id, e.title, e.detail, e.grams, e.pinyin, e.initials
     from more m join search_entry e on e.kind = 'person' and e.subject_id = m.like_id::text`,
  );
  await again(client, "membership_year", "join more m on m.id is not null and m.like_id = o.person_id", {
    person_id: "m.id",
    member_no: "null",
    relation: "'OTHER'",
  });
  for (const table of ["household", "household_year"])
    await client.query(
      `update ${table} t set member_count = n.members from
         (select household_id, year, count(*)::int as members from membership_year group by 1, 2) n
       where n.household_id = ${table === "household" ? "t.id and n.year = $1" : "t.household_id and n.year = t.year and t.year <= $1"}
         and t.member_count <> n.members`,
      [openYear],
    );
}

async function yearAgain(client: pg.ClientBase, like: number, year: number): Promise<void> {
  await client.query("insert into registry_year (year, status) values ($1, 'CLOSED')", [year]);
  for (const table of YEARLY.filter((one) => one !== "membership_year"))
    await again(client, table, `where o.year = ${like}`, { year: String(year) });
}

/** The demo tells of its earlier years only who has something to tell: here the whole roll stands in each. */
const membersAgain = (client: pg.ClientBase, like: number, year: number) =>
  again(client, "membership_year", `where o.year = ${like} on conflict do nothing`, { year: String(year) });
