// Families beside those of the story, one by one, in the village of the named people.
import type pg from "pg";
import { addDays } from "#lib/base/calendar.ts";
import { pinyinKeys } from "#lib/domains/people/pinyin.ts";
import { HOME } from "./story.ts";

export type NewHousehold = { id: string; name: string; groupName: string | null; members: number };
type Village = { id: number; year: number };

export async function homeVillage(client: pg.ClientBase): Promise<Village | undefined> {
  const { rows } = await client.query<Village>(
    "select d.id, (select max(year) from registry_year where status = 'OPEN') as year from division d join division t on t.id = d.parent_id where d.name = $1 and t.name = $2",
    [HOME.village, HOME.township],
  );
  return rows[0];
}

export async function newHousehold(
  client: pg.ClientBase,
  { id: village, year }: Village,
  { head, status }: { head: string; status: string },
  today: string,
): Promise<NewHousehold> {
  const { pinyin, initials } = pinyinKeys(head);
  const from = addDays(today, -120);
  const { rows } = await client.query<{ id: string }>(
    `with h as (insert into household (household_no, division_id, group_name, head_name, status, attribute, main_cause, member_count, pinyin, initials)
        values ('L' || $3::int || upper(substr(replace(new_id()::text, '-', ''), 20, 8)), $1, '二组', $2, $7, 'GENERAL', null, 1, $4, $5) returning id, household_no),
      y as (insert into household_year (household_id, year, division_id, head_name, status, attribute, member_count, housing_grade, water_safe) select id, $3, $1, $2, $7, 'GENERAL', 1, 'A', true from h),
      s as (insert into household_spell (household_id, division_id, status, from_on) select id, $1, $7, $6::date from h),
      p as (insert into person (name, division_id, household_id, pinyin, initials) select $2, $1, id, $4, $5 from h returning id, household_id),
      m as (insert into membership_year (person_id, year, household_id, division_id, name, relation, health) select id, $3, household_id, $1, $2, 'HEAD', 'HEALTHY' from p),
      e as (insert into search_entry (kind, subject_id, division_id, household_id, title, detail, grams, pinyin, initials)
        select 'household', h.id::text, $1, h.id, $2, h.household_no, regexp_split_to_array($2, ''), $4, $5 from h)
     select h.id from h join p on p.household_id = h.id`,
    [village, head, year, pinyin, initials, from, status],
  );
  const id = rows[0]!.id;
  await client.query(
    "update household set head_person_id = (select id from person where household_id = $1 limit 1) where id = $1",
    [id],
  );
  return { id, name: head, groupName: "二组", members: 1 };
}

/** One family that was put down twice, under two spellings of one name: what the page of doubtful pairs is for. */
export async function addAlike(client: pg.ClientBase, today: string): Promise<void> {
  const village = await homeVillage(client);
  if (!village) return;
  for (const head of ["次仁玉珍", "泽仁玉珍"])
    await newHousehold(client, village, { head, status: "NOT_REGISTERED" }, today);
}
