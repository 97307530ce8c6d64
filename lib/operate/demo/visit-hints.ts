// Hints about visits: the first secretary has one sentence in four homes and is asked alone, a helper was asked long ago and said nothing.
import type pg from "pg";
import { HOME } from "./story.ts";

export async function addVisitHints(client: pg.ClientBase, today: string): Promise<void> {
  await client.query(ONE_SENTENCE, [today, HOME.village]);
  await client.query(HINTS, [today]);
  // Whoever goes from now on is looked at by the rules; the past of the demo is let stand.
  await client.query("delete from visit_look");
}

const SENTENCE = "入户看了住房和饮水，算了今年的收入账，提醒冬季用火用电安全。";

/** Of each of the two the latest visits to four homes, at most one a home. */
const ONE_SENTENCE = `
  update visit v set note = replace('${SENTENCE}', '入户', case when c.nth % 2 = 0 then '到家里' else '入户' end) from (
    select distinct on (w.person_id, v.household_id) v.id, w.person_id, v.visited_on,
      dense_rank() over (partition by w.person_id order by v.household_id) as nth
    from account a join visit_visitor w on w.person_id = a.person_id and w.counts join visit v on v.id = w.visit_id join division d on d.id = v.division_id
    where a.name in ('邓增罗布', '李雪梅') and d.name = $2 and v.kind in ('HOME', 'PASTURE', 'ROUND') and v.visited_on > $1::date - 44 and v.visited_on < $1::date
    order by w.person_id, v.household_id, v.visited_on desc) c where c.id = v.id`;

const HINTS = `
  insert into visit_hint (visit_id, kind, like_visit_id, person_id, household_id, division_id, shown_on, opens_on, created_at)
  select c.id, 'WORDS', c.other, c.person_id, c.household_id, c.division_id, c.shown_on, c.shown_on + 7, c.shown_on + time '08:00' from (
    select v.id, w.person_id, v.household_id, v.division_id, greatest(v.visited_on, (v.created_at at time zone 'Asia/Shanghai')::date) as shown_on, a.name,
      lead(v.id) over (partition by w.person_id order by v.visited_on desc, v.id) as other,
      row_number() over (partition by w.person_id order by v.visited_on desc, v.id) as nth,
      count(*) over (partition by w.person_id) as homes
    from account a join visit_visitor w on w.person_id = a.person_id and w.counts join visit v on v.id = w.visit_id
    where a.name in ('邓增罗布', '李雪梅') and v.note like '%算了今年的收入账，提醒冬季用火用电安全。') c
  where c.homes >= 4 and ((c.name = '邓增罗布' and c.nth <= 2) or (c.name = '李雪梅' and c.shown_on + 7 <= $1::date and c.nth <= 4))`;
