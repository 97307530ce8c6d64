/** What a phone keeps for days without a network: my day, my households and my village's, with what one wants to know at the door. */
import { isField } from "#lib/domains/accounts/roles.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { codeName, HOUSEHOLD_STATUSES, RELATIONS } from "#lib/domains/households/codes.ts";
import type { FamilyFacts } from "#lib/domains/households/door-facts.ts";
import { type NeedToKeep, needsToKeep } from "#lib/domains/needs/queries/needs-to-keep.ts";
import { type KeptDesk, keptDesk } from "#lib/domains/services/queries/kept-desk.ts";
import { numberInForce } from "#lib/domains/settings/setting-in-force.ts";
import { type KeptTrainings, trainingsToKeep } from "#lib/domains/trainings/queries/trainings-to-keep.ts";
import { type MyDay, myDay } from "#lib/domains/visits/queries/my-day.ts";
import { type OwnVisit, ownVisits } from "#lib/domains/visits/queries/own-visits.ts";
import { boxPublicKey } from "#lib/platform/box-key.ts";
import { query } from "#lib/platform/query.ts";
import { Nothing } from "../input.ts";
import { MOST_HOUSEHOLDS } from "../op.ts";

/** Who works for a whole county raises the needs of whole villages at a desk; on the phone only those of the own families stand to be chosen. */
const FEW_VILLAGES = 12;

/** No ID number, no telephone, no health and no income: a phone can be lost. */
export type KeptHousehold = {
  /** What may be changed at the door, as it stands. */
  facts: FamilyFacts["facts"];
  id: string;
  no: string;
  head: string;
  place: string;
  group: string | null;
  status: string;
  people: number;
  /** For finding somebody by the first letters. */
  letters: string;
  lastVisitOn: string | null;
  mine: boolean;
  members: (FamilyFacts["members"][number] & { relation: string; born: number | null })[];
  visits: { on: string; situation: string; by: string | null }[];
};

export type FirstSync = {
  account: number;
  today: string;
  locale: string;
  lateDays: number;
  /** The public half of the box into which a phone puts what leaves it as a file. */
  sealTo: string;
  day: MyDay;
  households: KeptHousehold[];
  /** A phone that was filled by an older program has nothing of these. Mine, of this month and the last one. */
  visits?: OwnVisit[];
  /** Of the households that I visit: open, or waiting for the family's word. */
  needs?: NeedToKeep[];
  /** Those that may ask for something as a whole. */
  villages?: { id: number; name: string }[];
  /** Null where one works at no window. */
  desk?: KeptDesk | null;
  /** Null where one holds no trainings. */
  trainings?: KeptTrainings | null;
};

export const firstSync = query({
  name: "sync.first",
  input: Nothing,
  run: async (scope): Promise<FirstSync> => {
    const { viewer, today, sql } = scope;
    const locale = viewer.locale === "en" ? "en" : "zh-CN";
    const village = isField(viewer) ? viewer.grants.flatMap((grant) => grant.nodes ?? []) : [];
    const rows = await sql<KeptHousehold>`
      select h.id, h.household_no as no, h.head_name as head, d.name as place, h.group_name as "group", h.status, h.member_count as people,
        h.initials as letters, h.last_visit_on::text as "lastVisitOn", h.id = any (${viewer.households}::uuid[]) as mine,
        (select jsonb_strip_nulls(jsonb_build_object('housingGrade', y.housing_grade, 'waterSafe',
            case when y.water_safe then 'yes' when not y.water_safe then 'no' end))
          from household_year y where y.household_id = h.id and y.year = (select max(year) from registry_year where status = 'OPEN')) as facts,
        coalesce((select jsonb_agg(jsonb_build_object('id', m.person_id, 'name', m.name, 'relation', m.relation,
            'born', extract(year from p.birth_on)::int,
            'facts', jsonb_strip_nulls(jsonb_build_object('workStatus', m.work_status, 'schoolStatus', m.school_status)))
            order by m.relation <> 'HEAD', p.birth_on nulls last, m.person_id)
          from membership_year m join person p on p.id = m.person_id
          where m.household_id = h.id and m.year = (select max(year) from registry_year where status = 'OPEN')), '[]') as members,
        coalesce((select jsonb_agg(v order by v."on" desc) from (
          select v.visited_on::text as "on", v.situation, (select string_agg(w.person_name, '、') from visit_visitor w where w.visit_id = v.id) as by
          from visit v where v.household_id = h.id and v.status <> 'WITHDRAWN' order by v.visited_on desc, v.id limit 3) v), '[]') as visits
      from household h join division d on d.id = h.division_id
      where (h.id = any (${viewer.households}::uuid[]) or h.division_id = any (${village}::int[])) and h.status not in ('REMOVED', 'DISSOLVED')
        and ${reachable(viewer, { division: "h.division_id", household: "h.id" })}
      order by h.id = any (${viewer.households}::uuid[]) desc, h.last_visit_on nulls first, h.id limit ${MOST_HOUSEHOLDS}`;
    const villages = await sql<{ id: number; name: string }>`
      select id, name from division where id = any (${village}::int[]) and level = 'VILLAGE' and closed_on is null
        and (${village.length <= FEW_VILLAGES} or id in (select h.division_id from household h where h.id = any (${viewer.households}::uuid[]))) order by code nulls last, id`;
    return {
      account: viewer.accountId,
      ...{ today, locale, sealTo: boxPublicKey() },
      lateDays: await numberInForce(sql, "late-days", today, viewer.homeDivisionId),
      day: await myDay(scope, {}),
      visits: await ownVisits(scope, {}),
      needs: await needsToKeep(scope, {}),
      villages,
      desk: await keptDesk(scope, {}),
      trainings: await trainingsToKeep(scope, {}),
      households: rows.map((row) => ({
        ...row,
        facts: row.facts ?? {},
        status: codeName(HOUSEHOLD_STATUSES, row.status, locale) ?? row.status,
        members: row.members.map((one) => ({
          ...one,
          relation: codeName(RELATIONS, one.relation, locale) ?? one.relation,
        })),
      })),
    };
  },
});
