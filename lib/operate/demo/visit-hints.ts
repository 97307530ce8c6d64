// Hints about visits: the first secretary has one sentence in several homes and is asked alone, a cadre was asked long ago and said nothing.
import type pg from "pg";
import { HOME } from "./story.ts";

export async function addVisitHints(client: pg.ClientBase, today: string): Promise<void> {
  await client.query(WHO, [today, HOME.township]);
  await client.query(ONE_SENTENCE, [today]);
  await client.query(HINTS, [today]);
  // Whoever goes from now on is looked at by the rules; the past of the demo is let stand.
  await client.query("delete from visit_look");
}

/** The first secretary, and whoever of the township without an account went to the most homes some time ago. */
const WHO = `
  create temp table hint_who on commit drop as
  select a.person_id, true as named from account a where a.name = '邓增罗布'
  union all
  (select w.person_id, false from visit_visitor w join visit v on v.id = w.visit_id join division d on d.id = v.division_id join division t on t.id = d.parent_id
    where t.name = $2 and w.counts and not w.remote and w.visited_on between $1::date - 40 and $1::date - 8
      and not exists (select 1 from account a where a.person_id = w.person_id)
    group by 1 order by count(distinct w.household_id) desc, w.person_id limit 1)`;

/** The latest visits to their homes, one a home, tell the same. */
const ONE_SENTENCE = `
  create temp table hint_visits on commit drop as
  select distinct on (w.person_id, v.household_id) v.id, w.person_id, v.household_id, v.division_id, v.visited_on, o.named,
    greatest(v.visited_on, (v.created_at at time zone 'Asia/Shanghai')::date) as shown_on
  from hint_who o join visit_visitor w on w.person_id = o.person_id and w.counts and not w.remote join visit v on v.id = w.visit_id
  where v.kind in ('HOME', 'PASTURE', 'ROUND') and v.visited_on > $1::date - 40 and v.visited_on < $1::date - case when o.named then 0 else 7 end
  order by w.person_id, v.household_id, v.visited_on desc`;

const HINTS = `
  with told as (
    update visit v set note = case when hashtext(c.id::text) % 2 = 0 then '入户' else '到家里' end || '看了住房和饮水，算了今年的收入账，提醒冬季用火用电安全。'
    from hint_visits c where c.id = v.id returning v.id)
  insert into visit_hint (visit_id, kind, like_visit_id, person_id, household_id, division_id, shown_on, opens_on, created_at)
  select id, 'WORDS', other, person_id, household_id, division_id, shown_on, shown_on + 7, least((shown_on + time '08:00') at time zone 'Asia/Shanghai', now()) from (
    select c.*, lead(id) over (partition by person_id order by visited_on desc, id) as other,
      row_number() over (partition by person_id order by visited_on desc, id) as nth
    from hint_visits c) c
  where nth <= 2 and (named or shown_on + 7 <= $1::date)`;
