// Families out of poverty whose water is not safe, on the watch list since some weeks: of every third one a later visit has found out why. The rest is found by the rules themselves.
import type pg from "pg";
import { HOME } from "./story.ts";

export async function addWatch(client: pg.ClientBase, today: string): Promise<void> {
  await client.query(AT_HOME, [HOME.village, HOME.township]);
  await client.query(WATCHED, [today]);
  await client.query(CLOSED, [today]);
}

/** Three families of the village where the named people work. */
const AT_HOME = `
  update household_year y set water_safe = false from (
    select h.id from household h join division d on d.id = h.division_id join division t on t.id = d.parent_id
    where d.name = $1 and t.name = $2 and h.status = 'EXITED' order by h.household_no limit 3) f
  where y.household_id = f.id and y.year = (select year from registry_year where status = 'OPEN')`;

const WATCHED = `
  insert into watch_entry (household_id, division_id, year, reason, found_on, found_at)
  select h.id, h.division_id, y.year, 'unsafeWater', s.day, s.day + time '09:00' from household_year y join registry_year r on r.year = y.year and r.status = 'OPEN'
  join household h on h.id = y.household_id cross join lateral (select $1::date - 20 - abs(hashtext(h.household_no)) % 30 as day) s
  where h.status = 'EXITED' and y.water_safe = false`;

const CLOSED = `
  update watch_entry w set closed_on = least(v.visited_on + 1, $1::date), visit_id = v.id, words = '入户看过，取水点水管冻裂，已报乡里更换', closed_by = a.id, closed_by_name = a.name
  from (select distinct on (w.id) w.id as entry, v.id, v.visited_on, v.recorded_by from watch_entry w join visit v on v.household_id = w.household_id
      and v.status in ('SUBMITTED', 'CONFIRMED') and v.visited_on > w.found_on and v.kind <> 'PHONE' and v.met_with is distinct from 'NOBODY_HOME'
      and v.created_at > w.found_at order by w.id, v.visited_on, v.id) v
  cross join lateral (select o.id, o.name from account o where o.id = coalesce(v.recorded_by, (select min(id) from account where name = '邓增罗布'))) a
  where w.id = v.entry and (select abs(hashtext(h.household_no)) % 3 = 1 from household h where h.id = w.household_id)`;
