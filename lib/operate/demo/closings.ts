// The demo's closings: two years of months closed on the fifth of the next, signed by the counties, and some visits written down too late for the last one.
import type pg from "pg";
import { addDays } from "#lib/base/calendar.ts";
import { firstDay, lastDay, type Period, periodOf, previous, step } from "#lib/base/period.ts";
import { closePast } from "#lib/indicators/closing.ts";
import { foldMarks } from "#lib/indicators/fold.ts";
import { publishVersions } from "./indicator-versions.ts";

const MONTHS = 24;
/** As the setting says where nobody changed it. */
const DAYS = 5;

export async function addClosings(pool: pg.Pool, today: string): Promise<void> {
  const closedOn = (month: Period) => addDays(lastDay(month), DAYS);
  let last = previous(periodOf(today, "month"));
  if (closedOn(last) > today) last = previous(last);
  await publishVersions(pool, today, last);
  for (let month = step(last, 1 - MONTHS); firstDay(month) <= firstDay(last); month = step(month, 1))
    await closePast(pool, month, today, `${closedOn(month)} 02:00:00+08`);
  await sign(pool, last);
  await writeLate(pool, last, today);
}

/** Each county signs within days, the prefecture after them; of the last month the prefecture and two counties have not yet. */
async function sign(pool: pg.Pool, last: Period): Promise<void> {
  await pool.query(
    `insert into closing_signature (period, division_id, account_id, account_name, signed_at)
     select c.period, d.id, a.id, a.name, least(c.closed_at + make_interval(days => 1 + d.id % 4, hours => 9), now())
     from closing c cross join division d
     join lateral (select a.id, a.name from role_grant g join account a on a.id = g.account_id
       where g.division_id = d.id and g.role in ('PREFECTURE_VIEWER', 'COUNTY_ORG_DEPT', 'COUNTY_ADMIN') order by a.id limit 1) a on true
     where c.period like '____-__' and d.level in ('PREFECTURE', 'COUNTY') and d.closed_on is null and not (c.period = $1 and (d.level = 'PREFECTURE' or d.id % 5 = 0))`,
    [last],
  );
}

/** A dozen visits of the last closed month reached the office after it. */
async function writeLate(pool: pg.Pool, last: Period, today: string): Promise<void> {
  await pool.query(
    `with late as (select new_id() as id, p.household_id, p.division_id, p.helper_id, p.helper_name, $2::date - (row_number() over (order by p.id))::int as on_day
       from pairing p where p.kind = 'FIRST_HELPER' and p.to_on is null and p.from_on < $1::date and p.helper_id is not null
         and not exists (select 1 from visit_visitor v where v.household_id = p.household_id and v.visited_on between $1 and $2) order by p.id limit 12),
     told as (insert into visit (id, household_id, division_id, counted_in, visited_on, kind, situation, created_at)
       select id, household_id, division_id, division_id, on_day, 'HOME', 'NORMAL', least($3::date::timestamptz, now()) from late returning 1)
     insert into visit_visitor (visit_id, person_id, person_name, household_id, division_id, visited_on)
     select id, helper_id, helper_name, household_id, division_id, on_day from late`,
    [firstDay(last), lastDay(last), today],
  );
  await pool.query(
    `update household h set last_visit_on = v.on_day from (select household_id, max(visited_on) as on_day from visit where visited_on between $1 and $2 group by 1) v
     where v.household_id = h.id and (h.last_visit_on is null or h.last_visit_on < v.on_day)`,
    [firstDay(last), lastDay(last)],
  );
  await pool.query("delete from visit_look"); // the hints of the demo are given already
  await foldMarks(pool, today);
}
