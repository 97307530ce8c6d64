// Three sample checks of the story's county: one of exit and one of satisfaction that are closed, and one of identification on its way.
import type pg from "pg";
import { addDays } from "#lib/base/calendar.ts";
import { HOME } from "./story.ts";

const SIZES = { EXIT: 40, SATISFACTION: 30, IDENTIFICATION: 6 } as const;
type Kind = keyof typeof SIZES;

export async function addSampleChecks(client: pg.ClientBase, today: string): Promise<void> {
  const { rows } = await client.query<{ id: number }>(
    "select id from division where name = $1 and level = 'COUNTY'",
    [HOME.county],
  );
  const county = rows[0]!.id;
  await add(client, county, "EXIT", addDays(today, -40), addDays(today, -12));
  await add(client, county, "SATISFACTION", addDays(today, -30), addDays(today, -5));
  await add(client, county, "IDENTIFICATION", addDays(today, -6), null);
}

async function add(
  client: pg.ClientBase,
  county: number,
  kind: Kind,
  day: string,
  closedOn: string | null,
): Promise<void> {
  const seed = `demo-${kind.toLowerCase()}-${day}`;
  const { rows } = await client.query<{ id: string }>(
    `insert into sample_check (division_id, kind, reference_on, seed, stratum, size, pool, account_id, account_name, created_at, closed_on, closed_by, closed_by_name)
     select $1, $2, $3, $4, 'TOWNSHIP', least($5::int, l.pool), l.pool, o.id, o.name, $3::date + time '10:00', $6::date, case when $6::date is not null then e.id end, case when $6::date is not null then e.name end
     from (select pool from sample_line($1, $2, $3, $4, 'TOWNSHIP') limit 1) l, account o, account e where o.name = '四郎多吉' and e.name = '嘎松曲珍' returning id`,
    [county, kind, day, seed, SIZES[kind], closedOn],
  );
  const id = rows[0]?.id;
  if (!id) return;
  const said = [id, closedOn !== null];
  await client.query(
    `insert into sample_draw (check_id, ordered_in, closed, household_id, division_id, counted_in, stratum_id, position, active, household_no, head_name, place_name)
     select c.id, c.division_id, $2, l.household_id, h.division_id, l.counted_in, l.stratum_id, l.position, l.position <= c.size, h.household_no, h.head_name, d.name
     from sample_check c cross join lateral sample_line(c.division_id, c.kind, c.reference_on, c.seed, c.stratum) l
     join household h on h.id = l.household_id join division d on d.id = l.counted_in where c.id = $1 and l.position <= 2 * c.size`,
    said,
  );
  await client.query(
    `insert into sample_checker (check_id, account_id, ordered_in, name)
     select $1, a.id, $2, a.name from account a where a.name in ('向巴泽仁', '白玛措姆')`,
    [id, county],
  );
  // Of the running one the first two are done; of the closed ones all, with a case that is wrong in fifty and one in fifteen who is not satisfied.
  await client.query(
    `insert into sample_finding (check_id, draw_id, ordered_in, closed, household_id, division_id, counted_in, outcome, visited_on, satisfaction, answers, note, account_id, account_name)
     select w.check_id, w.id, w.ordered_in, $2, w.household_id, w.division_id, w.counted_in, case when c.kind = 'EXIT' and w.position = 7 then 'WRONG' else 'CORRECT' end,
       least(c.reference_on + 1 + w.position % 20, coalesce(c.closed_on, beijing_today())),
       case when w.position % 15 = 4 then 'DISSATISFIED' when w.position % 4 = 0 then 'BASICALLY' else 'SATISFIED' end,
       jsonb_build_object('helperKnown', case when w.position % 9 = 0 then 'NO' else 'YES' end, 'policiesKnown', case when w.position % 7 = 0 then 'NO' else 'YES' end),
       case when c.kind = 'EXIT' and w.position = 7 then '人均收入低于当年标准，住房有裂缝' end, a.id, a.name
     from sample_draw w join sample_check c on c.id = w.check_id cross join (select id, name from account where name = '白玛措姆') a
     where w.check_id = $1 and w.active and ($2 or w.position <= 2)`,
    said,
  );
}
