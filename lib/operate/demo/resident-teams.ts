// Resident teams of the demo: one in every village for which its county has somebody to send, with attendance in the home township since
// January and elsewhere in the home county for two months; the named first secretary leads the one of his village.
import type pg from "pg";
import { addMonths } from "#lib/base/calendar.ts";
import { HOME } from "./story.ts";

export async function addResidentTeams(client: pg.ClientBase, today: string): Promise<void> {
  const year = today.slice(0, 4);
  const arrived = `${Number(year) - 1}-12-05`;
  await client.query(
    `create temp table to_send on commit drop as
     with villages as (select v.id, c.id as county, row_number() over (partition by c.id order by (v.name = $1 and u.name = $2) desc, u.name <> $2, v.code, v.id) as nth
        from division v join division u on u.id = v.parent_id join division c on c.id = u.parent_id where v.level = 'VILLAGE' and v.closed_on is null),
      people as (select p.id, p.name, p.unit_name, p.post, k.ancestor_id as county, row_number() over (partition by k.ancestor_id order by h.id is null, md5(p.id::text)) as nth
        from person p join division_closure k on k.node_id = p.division_id and k.to_on is null join division c on c.id = k.ancestor_id and c.level = 'COUNTY'
        join division d on d.id = p.division_id left join account h on h.person_id = p.id and h.name = '邓增罗布'
        where p.household_id is null and p.unit_name is not null and (h.id is not null or (p.rank in ('STAFF', 'SECTION_LEADER') and d.level in ('COUNTY', 'TOWNSHIP')
          and not exists (select 1 from account a where a.person_id = p.id))))
     select new_id() as team, v.id as village, p.id as person, p.name, p.unit_name as unit, p.post, (p.nth - 1) % 3 as place, first_value(p.unit_name) over (partition by v.id order by p.nth) as sender
     from people p join villages v on v.county = p.county and v.nth = (p.nth + 2) / 3`,
    [HOME.village, HOME.township],
  );
  await client.query(
    `insert into resident_team (id, division_id, sending_unit, batch, from_on, due_on, created_at)
     select (min(team::text))::uuid, village, min(sender), '第十五批', $1::date, $1::date + 730, least(now(), $1::date + time '10:00') from to_send group by village`,
    [arrived],
  );
  await client.query(
    `insert into team_member (team_id, division_id, person_id, name, unit, post, roles, from_on, org_moved, created_at)
     select t.id, s.village, s.person, s.name, s.unit, s.post, case s.place when 0 then array['LEADER', 'FIRST_SECRETARY'] else array['MEMBER'] end, t.from_on, s.place < 2, t.created_at
     from to_send s join resident_team t on t.division_id = s.village`,
  );
  await attendance(client, today, `${year}-01-01`, "u.name = $4 and c.name = $3");
  await attendance(client, today, `${addMonths(today, -1).slice(0, 7)}-01`, "u.name <> $4 and c.name = $3");
  await aroundTheSecretary(client, today);
}

/** Most days in the village, some on errands and in trainings; who is there less is decided by the person. */
const attendance = (client: pg.ClientBase, today: string, from: string, where: string) =>
  client.query(
    `insert into team_day (member_id, day, division_id, status, source, account_id, account_name, created_at)
     select m.id, g::date, m.division_id, case when n.at < 68 + n.own % 14 then 'IN_VILLAGE' when n.at < 90 then 'ERRAND' else 'TRAINING' end, 'SELF', 0, m.name,
       least(now(), (g::date + time '18:30') at time zone 'Asia/Shanghai')
     from team_member m join division v on v.id = m.division_id join division u on u.id = v.parent_id join division c on c.id = u.parent_id
     cross join generate_series($1::date, $2::date - 1, interval '1 day') g
     cross join lateral (select abs(hashtext(m.id::text || g::text)) % 100 as at, abs(hashtext(m.person_id::text)) as own) n
     where ${where} and n.at < 97`,
    [from, today, HOME.county, HOME.township],
  );

async function aroundTheSecretary(client: pg.ClientBase, today: string): Promise<void> {
  const own =
    "select m.*, a.id as account from team_member m join account a on a.person_id = m.person_id where a.name = '邓增罗布'";
  await client.query(
    `with own as (${own}), away as (
       insert into team_leave (member_id, division_id, kind, from_on, last_on, days, why, level, status, account_id, created_at, decided_by, decided_by_name, decided_on)
       select own.id, own.division_id, 'VACATION', $1::date - 40, $1::date - 39, 2, '家中有事', 'TOWNSHIP', 'APPROVED', own.account, $1::date - 42 + time '09:00', a.id, a.name, $1::date - 41
       from own, account a where a.name = '向巴泽仁' returning member_id, from_on, last_on)
     delete from team_day d using away w where d.member_id = w.member_id and d.day between w.from_on and w.last_on`,
    [today],
  );
  await client.query(
    `insert into team_diary (member_id, division_id, day, words, account_id, created_at)
     select own.id, own.division_id, $1::date - n.ago, n.words, own.account, $1::date - n.ago + time '20:00' from (${own}) own,
       (values (3, '上午和村干部走了三户，核对冬季饲草够不够；下午在村委会讲了合作医疗报销怎么办。'), (9, '陪合作社负责人去镇里谈青稞收购，价格比去年每斤高两角。'),
         (16, '晚上开了党员会，大家商量修水渠的用工，报名的有十一人。')) n (ago, words)`,
    [today],
  );
  // One of another team of the township has not said where he was for three days.
  await client.query(
    `delete from team_day where day between $1::date - 5 and $1::date - 3 and member_id = (select m.id from team_member m join division v on v.id = m.division_id
       join division u on u.id = v.parent_id where u.name = $2 and m.to_on is null and m.roles = '{MEMBER}' and not exists (select 1 from team_leave l where l.member_id = m.id)
       order by v.code desc, m.id limit 1)`,
    [today, HOME.township],
  );
  // Two looks at the teams of the home township; at one of them somebody was not there.
  await client.query(
    `insert into team_check (member_id, division_id, checked_on, result, words, account_id, account_name, created_at)
     select m.id, m.division_id, $1::date - 8, case when m.nth = 5 then 'ABSENT' else 'IN_VILLAGE' end, case when m.nth = 5 then '两次电话未接，村里说回了县城' end, a.id, a.name, $1::date - 8 + time '17:00'
     from (select m.*, row_number() over (order by m.division_id, m.id) as nth from team_member m join division v on v.id = m.division_id join division u on u.id = v.parent_id join division c on c.id = u.parent_id
       where u.name = $2 and c.name = $3) m, account a where a.name = '向巴泽仁' and m.nth <= 12`,
    [today, HOME.township, HOME.county],
  );
  await client.query(
    `insert into team_day (member_id, day, division_id, status, source, why, account_id, account_name, created_at)
     select member_id, checked_on, division_id, 'ABSENT', 'CHECK', words, account_id, account_name, created_at from team_check where result = 'ABSENT'
     on conflict (member_id, day) do update set status = 'ABSENT', source = 'CHECK', why = excluded.why, account_id = excluded.account_id, account_name = excluded.account_name`,
  );
}
