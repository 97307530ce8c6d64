/** teams.show: one team with its members, the attendance of a month, leave, diary and spot checks; teams.people: whom to add to it. */

import { addDays } from "#lib/base/calendar.ts";
import { firstDay, lastDay, type Period } from "#lib/base/period.ts";
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { searchTerms } from "#lib/domains/people/search-terms.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { PeopleForTeam, TeamAsked, TeamForm } from "../input.ts";
import { heldTeam, isOwn, mayDecide, mayKeep } from "../inside/held.ts";
import { rulesOn } from "../inside/rules.ts";
import {
  type CheckResult,
  type DaySource,
  type DayStatus,
  type Ending,
  type LeaveKind,
  type LeaveLevel,
  type LeaveStatus,
  type TeamRole,
  tallyOf,
} from "../team.ts";

type MemberRow = {
  id: string;
  personId: string;
  name: string;
  unit: string;
  post: string | null;
  roles: TeamRole[];
  fromOn: string;
  toOn: string | null;
  orgMoved: boolean;
  ended: Ending | null;
  endedWhy: string | null;
  version: number;
};
export type SheetDay = {
  memberId: string;
  day: string;
  status: DayStatus;
  source: DaySource;
  why: string | null;
};
export type LeaveRow = {
  id: string;
  memberId: string;
  name: string;
  kind: LeaveKind;
  fromOn: string;
  lastOn: string;
  days: number;
  why: string;
  level: LeaveLevel;
  status: LeaveStatus;
  decidedBy: string | null;
  decidedOn: string | null;
  decidedWhy: string | null;
  askedBy: number;
  personId: string;
};
export type DiaryRow = { id: string; name: string; day: string; words: string };
export type CheckRow = {
  id: string;
  name: string;
  checkedOn: string;
  result: CheckResult;
  words: string | null;
  by: string;
};

export const showTeam = query({
  name: "teams.show",
  input: TeamAsked,
  run: async (scope, { id, month: asked }) => {
    const { sql, viewer, today } = scope;
    const held = await heldTeam(scope, id);
    if (!held) throw notFound();
    const [more] = await sql<{ village: string; township: string; version: number }>`
      select d.name as village, u.name as township, t.version from resident_team t join division d on d.id = t.division_id join division u on u.id = d.parent_id
      where t.id = ${id}::uuid and ${reachable(viewer, { division: "t.division_id" })}`;
    const newest = held.toOn !== null && held.toOn <= today ? addDays(held.toOn, -1) : today;
    const month = (
      asked && asked <= newest.slice(0, 7) && asked >= held.fromOn.slice(0, 7) ? asked : newest.slice(0, 7)
    ) as Period;
    const [first, end] = [firstDay(month), lastDay(month)];
    const last = end < today ? end : today;
    const members = await sql<MemberRow>`
      select m.id, m.person_id as "personId", m.name, m.unit, m.post, m.roles, m.from_on::text as "fromOn", m.to_on::text as "toOn", m.org_moved as "orgMoved", m.ended, m.ended_why as "endedWhy", m.version
      from team_member m where m.team_id = ${id}::uuid and ${reachable(viewer, { division: "m.division_id" })}
      order by m.to_on is not null, not ('LEADER' = any (m.roles)), not ('FIRST_SECRETARY' = any (m.roles)), m.from_on, m.id`;
    const ids = members.map((one) => one.id);
    const year = await sql<SheetDay>`
      select g.member_id as "memberId", g.day::text as day, g.status, g.source, g.why from team_sheet(${`${month.slice(0, 4)}-01-01`}::date, ${last}::date) g
      where g.member_id = any (${ids}::uuid[]) order by g.day`;
    const leaves = await sql<LeaveRow>`
      select l.id, l.member_id as "memberId", m.name, l.kind, l.from_on::text as "fromOn", l.last_on::text as "lastOn", l.days, l.why, l.level, l.status,
        l.decided_by_name as "decidedBy", l.decided_on::text as "decidedOn", l.decided_why as "decidedWhy", l.account_id as "askedBy", m.person_id as "personId"
      from team_leave l join team_member m on m.id = l.member_id where m.team_id = ${id}::uuid and ${reachable(viewer, { division: "l.division_id" })}
      order by l.status <> 'WAITING', l.from_on desc, l.id limit 30`;
    const diary = await sql<DiaryRow>`
      select y.id, m.name, y.day::text as day, y.words from team_diary y join team_member m on m.id = y.member_id
      where m.team_id = ${id}::uuid and ${reachable(viewer, { division: "y.division_id" })} order by y.day desc, y.created_at desc limit 20`;
    const checks = await sql<CheckRow>`
      select k.id, m.name, k.checked_on::text as "checkedOn", k.result, k.words, k.account_name as by from team_check k join team_member m on m.id = k.member_id
      where m.team_id = ${id}::uuid and ${reachable(viewer, { division: "k.division_id" })} order by k.checked_on desc, k.created_at desc limit 20`;
    const within = (own: string, from: string) =>
      year.filter(({ memberId, day }) => memberId === own && day >= from);
    const rules = await rulesOn(sql, last, held.divisionId);
    return {
      team: { ...held, ...more! },
      ...{ month, first, end, last, newest: newest.slice(0, 7), rules, diary, checks },
      members: members.map((one) => ({
        ...one,
        own: isOwn(viewer, one),
        days: within(one.id, first),
        month: tallyOf(within(one.id, first)),
        year: tallyOf(within(one.id, "")),
      })),
      leaves: leaves.map((one) => ({
        ...one,
        own: isOwn(viewer, one),
        mine: mayDecide(viewer, { ...one, divisionId: held.divisionId }),
      })),
      mayKeep: mayKeep(viewer, held),
    };
  },
});
export type TeamView = Awaited<ReturnType<typeof showTeam>>;
export type MemberView = TeamView["members"][number];

export const teamForm = query({
  name: "teams.form",
  input: TeamForm,
  may: (viewer) => mayAnywhere(viewer, "team.edit"),
  run: async (scope, { unit }) => {
    const place = await listPlace(scope, unit);
    const villages = await scope.sql<{ id: number; name: string; township: string }>`
      select d.id, d.name, u.name as township from division d join division u on u.id = d.parent_id
      where d.level = 'VILLAGE' and d.closed_on is null and ${place.holds({ division: "d.id", household: "null::uuid" })}
        and not exists (select 1 from resident_team t where t.division_id = d.id and t.to_on is null)
      order by u.code nulls last, d.code nulls last, d.id limit 400`;
    return { place, villages: villages.filter(({ id }) => may(scope.viewer, "team.edit", id)) };
  },
});

export type PersonForTeam = {
  id: string;
  name: string;
  unit: string | null;
  post: string | null;
  place: string;
  village: string | null;
};

export const peopleForTeam = query({
  name: "teams.people",
  input: PeopleForTeam,
  may: (viewer) => mayAnywhere(viewer, "team.edit"),
  run: async (scope, { id, q }) => {
    const team = await heldTeam(scope, id);
    if (!team || !mayKeep(scope.viewer, team)) throw notFound();
    if (q === "") return { team, found: [] };
    const { word, grams, letters } = searchTerms(q);
    const found = await scope.sql<PersonForTeam>`
      select p.id, p.name, p.unit_name as unit, p.post, d.name as place,
        (select w.name from team_member m join division w on w.id = m.division_id where m.person_id = p.id and m.to_on is null limit 1) as village
      from (select subject_id::uuid as id, at from sec.search(${word}, ${grams}::text[], ${letters}, array['person'], 60)
        with ordinality found (kind, subject_id, division_id, title, detail, place, quality, at) offset 0) s
      join person p on p.id = s.id and (p.birth_on is null or p.birth_on <= ${scope.today}::date - interval '18 years') join division d on d.id = p.division_id
      where ${reachable(scope.viewer, { division: "p.division_id", household: "p.household_id" })}
      order by p.unit_name is null, s.at limit 20`;
    return { team, found };
  },
});
