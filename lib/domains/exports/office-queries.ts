/** The rows of each sheet of an office as SQL: its columns by the keys under which the import knows them. */
import { firstDay, lastDay, type Period } from "#lib/base/period.ts";
import type { ListPlace } from "#lib/domains/divisions/list-place.ts";
import { DAYS, dayKey } from "#lib/domains/imports/sheets/attendance-marks.ts";
import { incomeCodes } from "#lib/domains/imports/sheets/income-sources.ts";
import { teamRoleWord } from "#lib/domains/imports/sheets/team-readings.ts";
import { topicWord } from "#lib/domains/imports/sheets/visit-readings.ts";
import { secretaryOn } from "#lib/domains/party-orgs/secretary.ts";
import { ROLES } from "#lib/domains/resident-teams/team.ts";
import { TOPICS } from "#lib/domains/visits/visit.ts";
import { type Fragment, join, raw, sql } from "#lib/platform/sql.ts";
import type { OfficeSheetId } from "./sheet-ids.ts";

export type OfficeRow = Record<string, unknown> & {
  sealed?: Buffer | null;
  digest?: Buffer | null;
  headSealed?: Buffer | null;
  headDigest?: Buffer | null;
  /** Columns that the sheet itself counts up. */
  columns?: Record<string, unknown>;
};
type Asked = {
  place: ListPlace;
  year: number;
  today: string;
  /** Of a sheet that tells a month. */
  month: Period;
};

/** County, township and village of every node, by name. */
const PLACES = sql`with places as materialized (
  select d.id,
    case when d.level = 'VILLAGE' then d.name when p.level = 'VILLAGE' then p.name end as village,
    case when d.level = 'TOWNSHIP' then d.name when p.level = 'TOWNSHIP' then p.name when q.level = 'TOWNSHIP' then q.name end as township,
    case when d.level = 'COUNTY' then d.name when p.level = 'COUNTY' then p.name when q.level = 'COUNTY' then q.name when s.level = 'COUNTY' then s.name end as county,
    (select name from division where level = 'PREFECTURE' order by id limit 1) as prefecture
  from division d left join division p on p.id = d.parent_id left join division q on q.id = p.parent_id left join division s on s.id = q.parent_id)`;

/** A household whose members are not yet entered has no count: a blank is read back as unchanged, a 0 would be a fault. */
const QUERIES: Record<OfficeSheetId, (asked: Asked) => Fragment> = {
  "household-roster": ({ place, year, today }) => sql`${PLACES}
    select pl.county, pl.township, pl.village, h.group_name as "groupName", h.household_no as "householdNo", h.head_name as "headName", p.sex,
      p.id_no_sealed as sealed, p.id_no_digest as digest, p.ethnicity, nullif(h.member_count, 0) as "memberCount", h.attribute, y.standard, h.main_cause as "mainCause",
      y.other_causes as "otherCauses", h.status, y.exit_year as "exitYear", h.income_per_head_fen as "incomePerHeadFen", y.relocated,
      y.housing_grade as "housingGrade", y.water_safe as "waterSafe", g.helper_name as "helperName", g.helper_unit as "helperUnit",
      g.helper_phone as "helperPhone", h.phone, y.address, ${year}::int as year, y.remark
    from household h join places pl on pl.id = h.division_id
    left join household_year y on y.household_id = h.id and y.year = ${year}::int left join person p on p.id = h.head_person_id
    left join lateral (select g.helper_name, g.helper_unit, g.helper_phone from pairing g where g.household_id = h.id and g.kind = 'FIRST_HELPER'
      and g.from_on <= ${today}::date and (g.to_on is null or g.to_on > ${today}::date) limit 1) g on true
    where ${place.holds({ division: "h.division_id", household: "h.id" })} order by h.household_no`,
  "person-roster": ({ place, year }) => sql`${PLACES}
    select pl.prefecture, pl.county, pl.township, pl.village, h.household_no as "householdNo", to_jsonb(m) as "year columns", p.sex, p.birth_on::text as "birthOn",
      p.id_type as "idType", p.id_no_sealed as sealed, p.id_no_digest as digest, p.ethnicity, p.political_status as "politicalStatus",
      h.phone as "householdPhone", coalesce(m.phone, p.phone) as phone, h.head_name as "headName",
      o.id_no_sealed as "headSealed", o.id_no_digest as "headDigest", y.standard
    from household h join membership_year m on m.household_id = h.id and m.year = ${year}::int join places pl on pl.id = h.division_id
    join person p on p.id = m.person_id left join person o on o.id = h.head_person_id
    left join household_year y on y.household_id = h.id and y.year = ${year}::int
    where ${place.holds({ division: "h.division_id", household: "h.id" })} order by h.household_no, m.relation <> 'HEAD', m.member_no nulls last, m.person_id`,
  // Every household, so that the sheet can be filled in; of a household without a source of that year the amounts stay blank.
  incomes: ({ place, year }) => {
    const earned = incomeCodes().map(({ key, code }) => sql`'${raw(key)}', (t.items->>${code})::bigint`);
    return sql`
    select h.household_no as "householdNo", h.head_name as "headName", nullif(coalesce(y.member_count, h.member_count), 0) as "memberCount",
      jsonb_build_object(${join(earned, ", ")}) as columns, t.net as "netFen", case when t.net is not null then y.income_per_head_fen end as "perHead", ${year}::int as year
    from household h left join household_year y on y.household_id = h.id and y.year = ${year}::int
    left join lateral (select jsonb_object_agg(i.code, i.amount_fen) as items, income_net(h.id, ${year}::int) as net from income_item i where i.household_id = h.id and i.year = ${year}::int) t on true
    where h.status not in ('REMOVED', 'DISSOLVED') and ${place.holds({ division: "h.division_id", household: "h.id" })} order by h.household_no`;
  },
  measures: ({ place }) => sql`
    select h.household_no as "householdNo", h.head_name as "headName", m.year, m.category, m.project, m.unit, m.content, m.amount_fen as "amountFen",
      concat_ws('～', m.from_on::text, nullif(m.to_on, m.from_on)::text) as days, case when m.from_on is null or m.to_on = m.from_on then m.to_on::text end as "toOn", m.status, m.result, m.gain_fen as "gainFen",
      m.signed as signature
    from measure m join household h on h.id = m.household_id
    where m.status <> 'WITHDRAWN' and ${place.holds({ division: "m.division_id", household: "m.household_id" })} order by m.year, h.household_no, m.category, m.from_on, m.id`,
  // What hangs today, and as the public sees it: the name as it was masked when the line was written.
  publicity: ({ place, today }) => sql`
    select l.shown_name as "headName", concat(d.name, l.group_name) as place, l.persons, l.item, l.amount_fen as "amountFen",
      concat(n.from_on, '～', l.due_on - 1) as hangs, n.phone as office
    from publicity_line l join publicity_notice n on n.id = l.notice_id join division d on d.id = l.division_id
    where l.closed_on is null and l.withdrawn_on is null and l.paused_on is null and l.due_on > ${today}::date
      and ${place.holds({ division: "l.division_id", household: "l.household_id" })} order by d.code nulls last, n.from_on, l.group_name nulls last, l.id`,
  pairings: ({ place, today }) => sql`${PLACES}
    select pl.county, pl.township, pl.village, h.household_no as "householdNo", h.head_name as "headName", nullif(h.member_count, 0) as "memberCount", h.attribute,
      h.main_cause as "mainCause", h.status, g.helper_unit as "helperUnit", g.helper_name as "helperName", p.sex as "helperSex",
      p.political_status as "helperPoliticalStatus", g.helper_post as "helperPost", p.rank as "helperRank", g.helper_phone as "helperPhone",
      g.from_on::text as "fromOn", g.to_on::text as "toOn", b.helper_name as "secondName", b.helper_phone as "secondPhone"
    from household h join pairing g on g.household_id = h.id and g.kind = 'FIRST_HELPER' and (g.to_on is null or g.to_on > ${today}::date)
    join places pl on pl.id = h.division_id left join person p on p.id = g.helper_id
    left join lateral (select b.helper_name, b.helper_phone from pairing b where b.household_id = h.id and b.kind = 'SECOND_HELPER'
      and daterange(b.from_on, b.to_on) && daterange(g.from_on, g.to_on) order by b.from_on limit 1) b on true
    where ${place.holds({ division: "h.division_id", household: "h.id" })} order by h.household_no, g.from_on`,
  // The names of the villages that one covers are not kept: the column stays blank, which an import reads as unchanged.
  // The committee that nobody leads has no row: the sheet asks of each by whom it is led.
  "party-orgs": ({ place, today }) => sql`${PLACES}
    select pl.county, pl.township, pl.village, o.id as "orgNo", o.name, o.kind, l.name as "leaderName", o.setting, a.basis,
      a.supervising_dept as "supervisingDept", a.document_no as "documentNo", ${secretaryOn(today, place.holds({ division: "p.division_id", household: "null::uuid" }))} as secretary, o.founded_on::text as "foundedOn", coalesce(n.members, o.member_count) as "memberCount"
    from party_org o left join sec.org_rosters((select array_agg(id) from party_org where closed_on is null), ${today}::date) n on n.org_id = o.id join places pl on pl.id = o.division_id
    join party_org_affiliation a on a.org_id = o.id and a.to_on is null join party_org l on l.id = a.leading_org_id
    where o.closed_on is null and ${place.holds({ division: "o.division_id", household: "null::uuid" })} order by o.id`,
  // Who stands in the rosters today; the households that a member is linked to stand beside and are not read back.
  members: ({ place, today }) => sql`
    select o.name as "orgName", o.id as "orgNo", m.name, m.sex, m.ethnicity, m.birth_on::text as "birthOn", p.id_no_sealed as sealed, p.id_no_digest as digest,
      m.education, m.member_group as "memberGroup", m.joined_on::text as "joinedOn", m.full_on::text as "fullOn", s.from_on::text as "fromOn", m.party_post as "partyPost",
      m.id not in (select sec.members_in_post(${today}::date)) as "noPost", m.duty, coalesce(g.leader, false) as "prosperityLeader", g.away as "mobileTo", coalesce(g.disabled, false) as disabled,
      coalesce(g.frail, false) as frail, p.phone, m.status as "memberStatus",
      (select string_agg(distinct h.head_name, '、') from pairing l join household h on h.id = l.household_id where l.helper_id = m.person_id
        and l.from_on <= ${today}::date and (l.to_on is null or l.to_on > ${today}::date)
        and ${place.holds({ division: "l.division_id", household: "l.household_id" })}) as "linkedHouseholds"
    from party_membership s join party_member m on m.id = s.member_id join party_org o on o.id = s.org_id
    left join person p on p.id = m.person_id and ${place.holds({ division: "p.division_id", household: "p.household_id" })}
    left join lateral (
      select bool_or(f.flag = 'PROSPERITY_LEADER') as leader, bool_or(f.flag = 'DISABLED') as disabled,
        bool_or(f.flag = 'FRAIL') as frail, max(f.where_to) as away
      from party_member_flag f where f.member_id = m.id and f.from_on <= ${today}::date and (f.to_on is null or f.to_on > ${today}::date)) g on true
    where s.from_on <= ${today}::date and (s.to_on is null or s.to_on > ${today}::date)
      and ${place.holds({ division: "s.division_id", household: "null::uuid" })} order by s.division_id, s.org_id, m.name, m.id`,
  "industry-ledger": ({ place, year }) => sql`${PLACES}
    select pl.county, pl.township, pl.village, e.name, e.kind, e.credit_no as "creditNo", e.operator, e.member_count as "memberCount",
      e.party_members as "partyMembers", e.full_members as "fullMembers", coalesce(p.coverage, 'NONE') as form, o.name as "orgName",
      l.name as "leaderName", a.basis, a.document_no as "documentNo", y.poor_members as "poorMembers", y.output_fen as "outputFen", y.raised_fen as "raisedFen",
      (select string_agg(d.name, '、' order by d.code nulls last, d.id) from industry_village v join division d on d.id = v.village_id where v.entity_id = e.id) as coverage
    from industry_entity e join places pl on pl.id = e.division_id
    left join industry_party p on p.entity_id = e.id and p.to_on is null left join party_org o on o.id = p.party_org_id
    left join party_org_affiliation a on a.org_id = o.id and a.to_on is null and p.coverage <> 'ATTACHED' left join party_org l on l.id = a.leading_org_id
    left join industry_year y on y.entity_id = e.id and y.year = ${year}::int
    where e.closed_on is null and ${place.holds({ division: "e.division_id", household: "null::uuid" })} order by pl.id, e.name, e.id`,
  // Names as a sign-in list bears them; the unit only of whoever is not known here, for whom it is all there is.
  trainings: ({ place }) => sql`${PLACES}
    select concat(pl.county, pl.township, pl.village, case when pl.county is null then d.name end) as unit, t.title as name, t.mode, t.level, t.audience, t.topic,
      concat_ws('～', t.from_on::text, nullif(t.to_on, t.from_on)::text) as days, t.venue, t.hours, t.stated_cadres as "statedCadres",
      t.stated_village_cadres as "statedVillageCadres", t.stated_members as "statedMembers", t.stated_villagers as "statedVillagers",
      nullif((select count(*)::int from training_attendee a where a.training_id = t.id), 0) as total, t.cost_fen as "costFen", t.organizer,
      (select string_agg(a.name || case when a.standing <> 'KNOWN' and a.unit_typed is not null then '（' || a.unit_typed || '）' else '' end, '、' order by a.name, a.id)
        from training_attendee a where a.training_id = t.id) as names, t.note
    from training t join places pl on pl.id = t.division_id join division d on d.id = pl.id
    where t.status = 'HELD' and ${place.holds({ division: "t.division_id", household: "null::uuid" })} order by t.from_on, d.code, t.id`,
  "visit-record": ({ place }) => sql`${PLACES}
    select v.visited_on::text as "visitedOn", w.names as visitors, w.unit, pl.county, pl.township, pl.village, h.household_no as "householdNo", h.head_name as "headName",
      v.kind, v.met_with as "metWith", v.situation, v.note as change,
      (select string_agg(${JSON.stringify(Object.fromEntries(TOPICS.map((one) => [one, topicWord(one)])))}::jsonb->>t.code, '、' order by t.at) from unnest(v.topics) with ordinality t (code, at)) as topics,
      coalesce(n.words, v.asked) as asked, n.category, v.help, v.goods, v.stand_in_reason as "standIn"
    from visit v join household h on h.id = v.household_id join places pl on pl.id = h.division_id
    left join lateral (select string_agg(w.person_name, '、' order by w.person_name) as names, (array_agg(coalesce(p.helper_unit, o.unit_name) order by p.from_on desc nulls last) filter (where coalesce(p.helper_unit, o.unit_name) is not null))[1] as unit
      from visit_visitor w left join pairing p on p.household_id = w.household_id and p.helper_id = w.person_id left join person o on o.id = w.person_id where w.visit_id = v.id) w on true
    left join lateral (select n.words, n.category from need n where n.visit_id = v.id and n.status <> 'WITHDRAWN' order by n.id limit 1) n on true
    where v.status <> 'WITHDRAWN' and ${place.holds({ division: "v.division_id", household: "v.household_id" })} order by v.visited_on, h.household_no, v.id`,
  "need-ledger": ({ place }) => sql`${PLACES}
    select n.source, pl.county, pl.township, pl.village, h.household_no as "householdNo", case when h.id is not null then n.about end as "headName", n.words, n.category, n.raised_on::text as "raisedOn", n.handler_unit as unit,
      n.handler_name as handler, n.due_on::text as "dueOn", n.result, n.done_on::text as "doneOn", case when n.result is not null then n.verdict end as verdict, n.closed_on::text as "closedOn"
    from need n join places pl on pl.id = n.division_id left join household h on h.id = n.household_id
    where n.status <> 'WITHDRAWN' and ${place.holds({ division: "n.division_id", household: "n.household_id" })} order by n.raised_on, h.household_no nulls first, n.id`,
  // Those who are there today.
  "team-roster": ({ place, today }) => sql`${PLACES}
    select pl.county, pl.township, pl.village, m.name, m.unit, m.post, m.org_moved as "orgMoved", t.batch, m.from_on::text as "fromOn", t.due_on::text as "dueOn", p.phone as mobile, p.sex, p.ethnicity, p.birth_on::text as "birthOn", p.political_status as "politicalStatus",
      (select string_agg(${JSON.stringify(Object.fromEntries(ROLES.map((one) => [one, teamRoleWord(one)])))}::jsonb->>r.code, '、' order by r.at) from unnest(m.roles) with ordinality r (code, at)) as roles
    from team_member m join resident_team t on t.id = m.team_id join places pl on pl.id = m.division_id left join person p on p.id = m.person_id
    where m.from_on <= ${today}::date and (m.to_on is null or m.to_on > ${today}::date) and ${place.holds({ division: "m.division_id", household: "null::uuid" })}
    order by pl.county, pl.township, pl.village, not ('LEADER' = any (m.roles)), m.from_on, m.id`,
  // Everybody who was there in the month, so that the sheet can be filled in; days of which nothing is told, and those to come, stay blank.
  "team-attendance": ({ place, month, today }) => sql`${PLACES}
    select pl.county, pl.township, pl.village, m.name, m.unit, ${month}::text as month, g.days as columns, nullif(g.there, 0) as "inVillage"
    from team_member m join places pl on pl.id = m.division_id
    left join lateral (select jsonb_object_agg(k.key, s.status) as days, count(*) filter (where s.status = 'IN_VILLAGE')::int as there
      from team_sheet(${firstDay(month)}::date, least(${lastDay(month)}::date, ${today}::date)) s
      join unnest(${DAYS.map(dayKey)}::text[]) with ordinality k (key, at) on k.at = extract(day from s.day) where s.member_id = m.id) g on true
    where m.from_on <= ${lastDay(month)}::date and (m.to_on is null or m.to_on > ${firstDay(month)}::date) and ${place.holds({ division: "m.division_id", household: "null::uuid" })}
    order by pl.county, pl.township, pl.village, not ('LEADER' = any (m.roles)), m.from_on, m.id`,
  // Who holds a post today, with what the year's check and stars say.
  "member-duties": ({ place, year }) => sql`
    select o.name as "orgName", h.member_name as name, p.kind, p.name as "postName", p.duties, h.promise, h.signed_on::text as "signedOn",
      (select v.result from duty_review v where v.holding_id = h.id and v.year = ${year}::int and v.part = 'HALF') as half,
      (select v.stars::text from duty_review v where v.holding_id = h.id and v.year = ${year}::int and v.part = 'YEAR') as stars
    from duty_holding h join duty_post p on p.id = h.post_id join party_org o on o.id = p.org_id
    where h.status = 'SIGNED' and ${place.holds({ division: "h.division_id", household: "null::uuid" })} order by o.name, p.name, h.signed_on, h.id`,
  // One row per account, its unit written in full; roles at other places, or further ones, stand beside and are not read back.
  accounts: ({ place }) => sql`${PLACES}
    select a.username, a.name, a.status,
      concat(pl.county, pl.township, pl.village, case when pl.county is null then d.name end) as unit, g.role,
      (g.from_at at time zone 'Asia/Shanghai')::date::text as "fromOn", (g.to_at at time zone 'Asia/Shanghai')::date::text as "toOn",
      (select array_agg(distinct r.role) from role_grant r
        where r.account_id = a.id and r.id <> g.id and r.delegation_id is null and (r.to_at is null or r.to_at > now())) as "otherRoles"
    from account a
    join lateral (select r.* from role_grant r where r.account_id = a.id and r.delegation_id is null and (r.to_at is null or r.to_at > now())
      order by r.division_id <> a.division_id, r.id limit 1) g on true
    join places pl on pl.id = g.division_id join division d on d.id = pl.id
    where ${place.holds({ division: "a.division_id", household: "null::uuid" })} order by d.code, a.division_id, a.id`,
};

export const officeQuery = (sheet: OfficeSheetId, asked: Asked): Fragment => QUERIES[sheet](asked);
