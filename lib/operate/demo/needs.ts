// Needs of two years for one household in four and for some villages: most are done in time and confirmed, some late, some opened again, some still wait.
import type pg from "pg";
import { statutoryDays } from "#lib/domains/workdays/statutory.ts";

/** Their steps are laid down whole, in the order that the database would allow one by one (a test takes the same ways step by step). */
export async function addNeeds(client: pg.ClientBase, today: string): Promise<void> {
  for (const table of ["need", "need_deed"]) await client.query(`alter table ${table} disable trigger user`);
  const year = Number(today.slice(0, 4));
  // Where no calendar is in, limits are counted by the holidays of the rule.
  await client.query(DAYS, [
    today,
    [year - 2, year - 1, year, year + 1].flatMap((one) => statutoryDays(one).map(({ day }) => day)),
  ]);
  await client.query(PLANNED, [today]);
  await client.query(NEEDS, [today]);
  await client.query(STEPS, [today]);
  await client.query("drop table need_planned, need_days");
  for (const table of ["need", "need_deed"]) await client.query(`alter table ${table} enable trigger user`);
}

/** Working days numbered, so that a limit is one addition: a day of rest begins with the next working day. */
const DAYS = `
  create temp table need_days on commit drop as
  with days as (select g::date as day, coalesce(l.kind, n.kind, case when s.day is not null then 'REST' when extract(isodow from g) < 6 then 'WORK' else 'REST' end) = 'WORK' as works
    from generate_series($1::date - 800, $1::date + 200, interval '1 day') g
    left join calendar_day l on l.day = g::date and l.calendar = 'LOCAL' left join calendar_day n on n.day = g::date and n.calendar = 'NATIONAL'
    left join unnest($2::date[]) s (day) on s.day = g::date)
  select day, works, (count(*) filter (where works) over (order by day))::int + case when works then 0 else 1 end as nth from days`;

/** By the digest of the household: when, what, how far up, how long it took, and what the household said. */
const PLANNED = `
  create temp table need_planned on commit drop as
  with whose as (
    select h.id as household_id, h.division_id, h.head_name as about, abs(hashtext(h.id::text || k)::bigint) as x, k
    from household h cross join generate_series(1, 2) k
    where h.status in ('POOR', 'PRE_EXIT', 'EXITED', 'RETURNED') and abs(hashtext(h.id::text || k)::bigint) % 8 = 0
    union all
    select null, d.id, d.name, abs(hashtext('village' || d.id)::bigint), 1 from division d
    where d.level = 'VILLAGE' and d.closed_on is null and abs(hashtext('village' || d.id)::bigint) % 6 = 0),
  placed as (
    select w.*, v.name as village, t.name as township, c.name as county, x / 8 % 100 as luck, x / 900 % 10 as how_far,
      $1::date - (x / 7919 % case when v.name = '雪通村' and c.name = '察雅县' then 30 else 720 end)::int as raised_on,
      (array['NEED_WATER', 'NEED_INDUSTRY', 'NEED_JOBS', 'NEED_SCHOOL', 'NEED_HEALTH', 'NEED_HOUSING', 'NEED_ALLOWANCE', 'NEED_ROAD', 'NEED_DISPUTE', 'NEED_OTHER'])[1 + x / 31 % 10] as category
    from whose w join division v on v.id = w.division_id join division t on t.id = v.parent_id join division c on c.id = t.parent_id),
  limited as (
    select p.*, s.* , x / 13 % 9 = 0 as urgent from placed p join (values
      ('NEED_WATER', 10, '水利局', '引水管冻裂，冬天要到河边背水', '换了保温管，已通水'), ('NEED_INDUSTRY', 20, '农业农村局', '想养犏牛，缺启动的钱和技术', '联系合作社入股，并教了饲养'),
      ('NEED_JOBS', 15, '人力资源和社会保障局', '儿子想在县里找活干', '介绍到工地做小工，已上班'), ('NEED_SCHOOL', 10, '教育局', '孩子住校的生活费有困难', '已申请寄宿生补助'),
      ('NEED_HEALTH', 10, '卫生健康委员会', '老人看病报销不知道怎么办', '帮着备齐材料，报销款已到账'), ('NEED_HOUSING', 20, '住房和城乡建设局', '屋顶漏雨，想修一修', '屋顶已翻修'),
      ('NEED_ALLOWANCE', 15, '民政局', '想申请低保', '已入户核查，按程序办理'), ('NEED_ROAD', 30, '交通运输局', '入户路雨天走不了车', '铺了砂石，能过车了'),
      ('NEED_DISPUTE', 10, '司法局', '和邻居因草场边界有争执', '村里调解，双方签了协议'), ('NEED_OTHER', 15, '扶贫开发办公室', '电视收不到信号', '已换接收设备')) s (code, usual, office, words, result) on s.code = p.category),
  due as (
    select l.*, case when urgent then least(usual, 5) else usual end as limit_days,
      (select d.day from need_days d where d.works and d.nth = r.nth + case when urgent then least(usual, 5) else usual end) as due_on
    from limited l join need_days r on r.day = l.raised_on),
  done as (
    select d.*, case how_far when 9 then 'DEPARTMENT' when 8 then 'COUNTY' when 7 then 'TOWNSHIP' when 6 then 'TOWNSHIP' when 5 then 'TOWNSHIP' else 'VILLAGE' end as goes_to,
      case when luck < 3 then null when luck < 14 then due_on + 1 + (x / 17 % 12)::int else greatest(raised_on + 1, due_on - (x / 19 % 6)::int) end as first_done
    from due d),
  asked as (select d.*, first_done + 2 + (x / 23 % 9)::int as first_asked, luck between 40 and 46 as unhappy from done d),
  again as (
    select a.*, case when unhappy then (select d.day from need_days d where d.works and d.nth = r.nth + limit_days) end as second_due,
      case when unhappy then first_asked + 6 end as second_done, case when unhappy then first_asked + 10 end as second_asked
    from asked a left join need_days r on r.day = a.first_asked)
  select new_id() as id, a.*, raised_on + 1 as sent_on,
    p.helper_name, k.id as keeper, k.name as keeper_name, o.id as officer,
    case goes_to when 'VILLAGE' then village when 'TOWNSHIP' then township || '人民政府' when 'COUNTY' then county || '扶贫开发办公室' else county || office end as handler_unit,
    case goes_to when 'VILLAGE' then coalesce(k.name, p.helper_name) else o.name end as handler_name
  from again a
  left join lateral (select helper_name from pairing p where p.household_id = a.household_id and p.from_on <= a.raised_on order by p.from_on desc limit 1) p on true
  left join lateral (select c.id, c.name from account c join role_grant g on g.account_id = c.id and g.division_id = a.division_id
    where g.role in ('FIRST_SECRETARY', 'VILLAGE_CADRE') order by g.role desc limit 1) k on true
  left join lateral (select c.id, c.name from account c join role_grant g on g.account_id = c.id join division n on n.id = g.division_id
    left join person u on u.id = c.person_id
    where g.role = case a.goes_to when 'TOWNSHIP' then 'TOWNSHIP_REVIEWER' when 'COUNTY' then 'COUNTY_POVERTY_OFFICE' else 'DEPARTMENT_USER' end
      and n.name = case a.goes_to when 'TOWNSHIP' then a.township else a.county end
      -- A department has an account of its own, or stands by its name.
      and (a.goes_to <> 'DEPARTMENT' or u.unit_name = a.county || a.office) order by c.id limit 1) o on true`;

/** What has not come by today has not come yet. */
const NEEDS = `
  insert into need (id, household_id, division_id, counted_in, about, source, category, urgency, words, raised_on, raised_by, raised_by_name, level, status,
    handler_account, handler_unit, handler_name, asked_on, limit_days, due_on, first_due_on, result, done_on, done_by, verdict, closed_on, reopened, steps, version, created_at)
  select id, household_id, division_id, division_id, about, case when household_id is null then 'VILLAGE' when x % 3 = 0 then 'VISIT' else 'SELF' end, category,
    case when urgent then 'URGENT' else 'NORMAL' end, words, raised_on, keeper, coalesce(keeper_name, helper_name),
    case when sent then case when back and goes_to = 'DEPARTMENT' then 'COUNTY' else goes_to end else 'VILLAGE' end,
    case when not sent then 'OPEN' when closed is not null then 'CLOSED' when done then 'DONE' when back then 'OPEN' else 'HANDLING' end,
    case when sent and not back then coalesce(case when goes_to = 'VILLAGE' then keeper else officer end) end,
    case when sent and not back then handler_unit end, case when sent and not back then handler_name end,
    case when sent and not back then due_on end, limit_days, case when unhappy_said then second_due else due_on end, due_on,
    case when done then result end, case when done then case when unhappy_said then second_done else first_done end end,
    case when done then case when goes_to = 'VILLAGE' then keeper else officer end end,
    case when closed is not null then case when luck % 5 = 0 then 'BASICALLY' else 'SATISFIED' end when unhappy_said then 'DISSATISFIED' end,
    closed, unhappy_said::int, 1, 1, least((raised_on + time '09:30') at time zone 'Asia/Shanghai', now())
  from (
    select p.*, sent_on <= $1::date as sent, coalesce(unhappy and first_asked <= $1::date, false) as unhappy_said,
      coalesce(unhappy and first_asked <= $1::date and second_done > $1::date, false) as back,
      coalesce(case when unhappy and first_asked <= $1::date then second_done <= $1::date else first_done <= $1::date end, false) and sent_on <= $1::date as done,
      case when unhappy then case when second_asked <= $1::date then second_asked end when first_asked <= $1::date then first_asked end as closed
    from need_planned p) s`;

const STEPS = `
  with steps as (
    select p.*, s.ord, s.kind, s.on_day, s.level, s.status, s.words as said, s.verdict, s.new_due
    from need_planned p cross join lateral (values
      (1, 'RAISED', raised_on, 'VILLAGE', 'OPEN', words, null, null::date),
      (2, case when goes_to <> 'VILLAGE' then 'ESCALATED' end, sent_on, 'TOWNSHIP', 'OPEN', null, null, null),
      (3, case when goes_to in ('COUNTY', 'DEPARTMENT') then 'ESCALATED' end, sent_on, 'COUNTY', 'OPEN', null, null, null),
      (4, 'ASSIGNED', sent_on, goes_to, 'HANDLING', null, null, null),
      (5, 'RESULT', greatest(first_done, sent_on), goes_to, 'DONE', result, null, null),
      (6, 'VERDICT', first_asked, case when unhappy and goes_to = 'DEPARTMENT' then 'COUNTY' else goes_to end, case when unhappy then 'OPEN' else 'CLOSED' end,
        case when unhappy then '还没有解决，请再办' end, case when unhappy then 'DISSATISFIED' when luck % 5 = 0 then 'BASICALLY' else 'SATISFIED' end, case when unhappy then second_due end),
      (7, case when unhappy then 'ASSIGNED' end, second_done, goes_to, 'HANDLING', null, null, null),
      (8, case when unhappy then 'RESULT' end, second_done, goes_to, 'DONE', result, null, null),
      (9, case when unhappy then 'VERDICT' end, second_asked, goes_to, 'CLOSED', null, case when luck % 5 = 0 then 'BASICALLY' else 'SATISFIED' end, null)
    ) s (ord, kind, on_day, level, status, words, verdict, new_due)
    where s.kind is not null and s.on_day <= $1::date),
  written as (
    insert into need_deed (need_id, household_id, division_id, nth, kind, on_day, words, level, status, to_account, to_unit, to_name, asked_on, due_on, verdict, account_id, account_name, created_at)
    select id, household_id, division_id, row_number() over (partition by id order by ord), kind, on_day, said, level, status,
      case when kind = 'ASSIGNED' then case when goes_to = 'VILLAGE' then keeper else officer end end, case when kind = 'ASSIGNED' then handler_unit end, case when kind = 'ASSIGNED' then handler_name end,
      case when kind = 'ASSIGNED' then greatest(due_on, on_day) end, new_due, verdict,
      case when kind = 'RESULT' then case when goes_to = 'VILLAGE' then keeper else officer end when kind = 'RAISED' then keeper end,
      case when kind = 'RESULT' then coalesce(handler_name, handler_unit) when kind = 'RAISED' then coalesce(keeper_name, helper_name) when kind = 'VERDICT' then coalesce(helper_name, village) else village end,
      least((on_day + time '10:00' + ord * interval '10 minutes') at time zone 'Asia/Shanghai', now())
    from steps returning need_id, nth)
  update need n set steps = w.nth, version = w.nth from (select need_id, max(nth) as nth from written group by 1) w where w.need_id = n.id`;
