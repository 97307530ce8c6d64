// Duties of the demo: every branch with able members sets posts of the four kinds, most members are on one; pledges of the last months; and who reported to a community.
import type pg from "pg";

const POSTS = `(values ('ECONOMY', '科技示范岗', '带头试种青稞良种，教群众防病防虫'), ('SUPERVISION', '财务监督岗', '每季度看一次村账，向党员大会报告'),
  ('PUBLIC', '治安维护岗', '调解邻里纠纷，夜间巡逻'), ('MINDS', '政策宣传岗', '把惠民政策讲到每一户')) p (kind, name, duties)`;

export async function addMemberDuties(client: pg.ClientBase, today: string): Promise<void> {
  const year = today.slice(0, 4);
  await client.query(
    `create temp table able on commit drop as
     select m.id, m.name, s.org_id, s.division_id, row_number() over (partition by s.org_id order by m.id) as nth, abs(hashtext(m.id::text)) % 100 as at
     from party_membership s join party_member m on m.id = s.member_id
     where s.to_on is null and m.member_group = 'HERDER' and m.full_on <= make_date($1::int, 1, 1) and s.from_on <= make_date($1::int, 1, 1)
       and not exists (select 1 from party_member_flag f where f.member_id = m.id and f.flag in ('MOBILE', 'DISABLED', 'FRAIL') and f.to_on is null)
       and m.id not in (select sec.posted_members($2::date))`,
    [year, today],
  );
  await client.query(
    `insert into duty_post (org_id, division_id, kind, name, duties, places, from_on, created_at)
     select o.org_id, o.division_id, p.kind, p.name, p.duties, 10, make_date($1::int, 1, 5), make_date($1::int, 1, 5) + time '10:00' from (select distinct org_id, division_id from able) o cross join ${POSTS}`,
    [Number(year) - 1],
  );
  // Three in four are on duty since last spring; some are under way.
  await client.query(
    `insert into duty_holding (post_id, division_id, member_id, member_name, how, status, promise, proposed_on, decided_on, published_on, signed_on, created_at)
     select p.id, a.division_id, a.id, a.name, case when a.at % 3 = 0 then 'RECOMMENDED' else 'APPLIED' end, case when a.at < 76 then 'SIGNED' when a.at < 82 then 'PUBLISHED' else 'PROPOSED' end,
       case when a.at % 2 = 0 then '每月到岗两次，有事随叫随到' end, d.first, case when a.at < 82 then d.first + 5 end, case when a.at < 82 then d.first + 6 end, case when a.at < 76 then d.first + 12 end, d.first + time '15:00'
     from able a join lateral (select id from duty_post p where p.org_id = a.org_id order by p.kind offset a.nth % 4 limit 1) p on true
     cross join lateral (select case when a.at < 76 then make_date($1::int, 2, 20) + (a.at % 30)::int else $2::date - 18 + (a.at % 5)::int end as first) d where a.at < 88`,
    [Number(year) - 1, today],
  );
  await client.query(
    `insert into duty_review (holding_id, division_id, year, part, result, stars, account_id, account_name, created_at)
     select h.id, h.division_id, $1::int - 1, 'YEAR', null, 2 + abs(hashtext(h.id::text)) % 4, 0, o.name, make_date($1::int, 1, 12) + time '16:00'
     from duty_holding h join duty_post p on p.id = h.post_id join party_org o on o.id = p.org_id where h.status = 'SIGNED' and make_date($1::int, 1, 12) <= $2::date`,
    [year, today],
  );
  await client.query(
    `insert into service_pledge (member_id, member_name, division_id, content, target, due_on, status, evidence, delivered_on, delivered_by, judged_on, judged_by, judged_by_name, verdict, created_at)
     select a.id, a.name, a.division_id, w.content, w.target, d.due, s.status, case when s.status in ('ACCEPTED', 'DELIVERED') then '村干部和受帮助户都看到了' end,
       case when s.status in ('ACCEPTED', 'DELIVERED') then d.due - 3 end, case when s.status in ('ACCEPTED', 'DELIVERED') then 0 end,
       case when s.status = 'ACCEPTED' then d.due - 1 when s.status = 'FAILED' then d.due end, case when s.status in ('ACCEPTED', 'FAILED') then j.id end, case when s.status in ('ACCEPTED', 'FAILED') then j.name end,
       case when s.status = 'FAILED' then '只做了一半，家里有事停了' end, d.due - 60 + time '10:00'
     from able a cross join lateral (select $1::date - 80 + (a.at % 25) * 4 as due) d
     cross join lateral (select case when d.due > $1::date then 'OPEN' when a.at % 9 = 0 then 'FAILED' when a.at % 11 = 0 then 'DELIVERED' when a.at % 13 = 0 then 'OPEN' else 'ACCEPTED' end as status) s
     cross join lateral (select (array['帮两户缺劳力的家庭秋收', '教会三户用节水喷灌', '清理村口水渠一公里', '带动邻居加入合作社'])[1 + a.at % 4] as content, (array['两户', '三户', '一公里', '四户'])[1 + a.at % 4] as target) w
     cross join (select id, name from account where name = '向巴泽仁') j where a.at % 2 = 0`,
    [today],
  );
  await client.query(
    `insert into community_check_in (division_id, member_id, name, service, from_on, created_at)
     select a.division_id, a.id, a.name, '政策宣讲', $1::date - 100 - a.at::int, $1::date - 100 - a.at::int + time '11:00' from able a where a.at % 12 = 0`,
    [today],
  );
}
