// What visitors added to their visits a day or two later, in every thirtieth of the last weeks: something that the family told on the telephone.
import type pg from "pg";

export const addVisitAdditions = (client: pg.ClientBase, today: string) => client.query(ADDED, [today]);

const ADDED = `
  insert into visit_addition (id, visit_id, household_id, division_id, added_on, words, account_id, account_name, created_at)
  select new_id(), v.id, v.household_id, v.division_id, v.added_on, (array[
      '后来打电话问了，娃娃已经返校。', '第二天核对，低保金上月已到账。', '家里说草料够用到开春，不用再送。',
      '牛棚的顶也要修，等天暖和一起办。'])[1 + abs(hashtext(v.id::text || 'w')) % 4],
    a.id, a.name, least((v.added_on + time '10:20') at time zone 'Asia/Shanghai', now())
  from (select v.*, least(v.visited_on + 1 + abs(hashtext(v.id::text || 'd')) % 2, $1::date) as added_on from visit v
    where v.visited_on > $1::date - 40 and v.status <> 'WITHDRAWN' and v.recorded_by is not null) v
  join account a on a.id = v.recorded_by
  where abs(hashtext(v.id::text)) % 30 = 0 or v.id = (
    select l.id from visit l join account s on s.id = l.recorded_by where s.name = '邓增罗布' and l.status <> 'WITHDRAWN'
    order by l.visited_on desc, l.id limit 1)`;
