// A plan of pairings that waits to be confirmed, in the township of the story: its households without a helper, and who of its people has room.
import type pg from "pg";
import { HOME } from "./story.ts";

export async function addPairingPlan(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ id: string }>(PLAN, [HOME.township, HOME.county]);
  const id = rows[0]!.id;
  await client.query(HELPERS, [id]);
  await client.query(LINES, [id]);
}

const PLAN = `
  insert into pairing_plan (division_id, kind, whom, from_on, account_id, account_name)
  select t.id, 'FIRST_HELPER', 'NONE', beijing_today(), a.id, a.name from division t join division c on c.id = t.parent_id, account a
  where t.name = $1 and c.name = $2 and a.name = '向巴泽仁' returning id`;

const HELPERS = `
  insert into pairing_plan_helper (plan_id, helper_id, division_id, name, unit, rank, cap, load)
  select n.id, p.id, n.division_id, p.name, p.unit_name, p.rank, r.cap, g.load
  from pairing_plan n join division_closure c on c.ancestor_id = n.division_id and c.to_on is null join person p on p.division_id = c.node_id
  join (values ('SECTION_LEADER', 3), ('STAFF', 2), ('VILLAGE_CADRE', 5)) r (rank, cap) on r.rank = p.rank
  cross join lateral (select count(distinct household_id)::int as load from pairing where helper_id = p.id and to_on is null) g
  where n.id = $1 and p.household_id is null order by p.id limit 40`;

const LINES = `
  with home as (
    select h.id, row_number() over (order by h.household_no) as at from pairing_plan n
    join division_closure c on c.ancestor_id = n.division_id and c.to_on is null join household h on h.division_id = c.node_id
    where n.id = $1 and h.status in ('POOR', 'PRE_EXIT', 'RETURNED', 'EXITED')
      and not exists (select 1 from pairing p where p.household_id = h.id and (p.to_on is null or p.to_on > beijing_today()))),
  room as (
    select helper_id, row_number() over (order by load + nth, helper_id) as at from pairing_plan_helper, generate_series(1, cap - load) nth where plan_id = $1)
  insert into pairing_plan_line (plan_id, household_id, division_id, helper_id, meets, why)
  select n.id, home.id, n.division_id, room.helper_id, case when room.helper_id is not null then 'TOWNSHIP' end, case when room.helper_id is null then 'NO_ROOM' end
  from pairing_plan n cross join home left join room on room.at = home.at where n.id = $1`;
