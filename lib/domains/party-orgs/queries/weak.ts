/** orgs.weak and orgs.weakOne: the year's list of weak and lax organizations within reach, and one of them with what is done about it. */
import { may } from "#lib/domains/accounts/roles.ts";
import { type Entry, entriesOf } from "#lib/domains/dictionaries/dictionary.ts";
import { storedEntries } from "#lib/domains/dictionaries/queries.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { notFound, refused } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { type Fragment, join, sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { ShowWeak, WeakFilter, WeakForm } from "../input-life.ts";
import { orgOf } from "../inside/org.ts";
import { isMistakable, mayDecide, mayTakeBack, mayWork, weakOf } from "../inside/weak.ts";
import type { WeakState } from "../weak.ts";

export const WEAK_PER_PAGE = 50;

export type WeakRow = {
  id: string;
  orgId: number;
  name: string;
  kind: string;
  place: string;
  cause: string;
  foundOn: string;
  status: WeakState;
  measures: number;
  done: number;
  overdue: number;
  carried: boolean;
};

export const listWeak = query({
  name: "orgs.weak",
  input: WeakFilter,
  run: async (scope, { unitId, year: asked, status, cause, page }) => {
    const { sql: ask, viewer, today } = scope;
    const year = asked ?? Number(today.slice(0, 4));
    const parts = [baseOf(viewer, unitId, year)];
    if (cause !== null) parts.push(sql`w.cause = ${cause}`);
    // Counted under the same conditions as the rows, but for the state that the counts tell apart.
    const base = join(parts, " and ");
    const where = status === null ? base : sql`${base} and w.status = ${status}`;
    const [counts] = await ask<Record<WeakState | "all", number>>`
      select count(*)::int as all, (count(*) filter (where w.status = 'OPEN'))::int as "OPEN", (count(*) filter (where w.status = 'REPORTED'))::int as "REPORTED",
        (count(*) filter (where w.status = 'ACCEPTED'))::int as "ACCEPTED", (count(*) filter (where w.status = 'CARRIED'))::int as "CARRIED"
      from party_org_weak w where ${base}`;
    const [{ total } = { total: 0 }] = await ask<{ total: number }>`
      select count(*)::int as total from party_org_weak w where ${where}`;
    const skip = (page - 1) * WEAK_PER_PAGE;
    const rows = await ask<WeakRow>`
      select w.id::text as id, o.id as "orgId", o.name, o.kind, d.name as place, w.cause, w.found_on::text as "foundOn", w.status, w.carried_from is not null as carried,
        count(m.id)::int as measures, count(m.done_on)::int as done,
        (count(*) filter (where m.done_on is null and m.due_on < ${today}::date and w.status = 'OPEN'))::int as overdue
      from party_org_weak w join party_org o on o.id = w.org_id join division d on d.id = w.division_id
      left join party_org_weak_measure m on m.weak_id = w.id where ${where}
      group by w.id, o.id, d.id order by d.code nulls last, o.id limit ${WEAK_PER_PAGE} offset ${skip}`;
    const years = await ask<{ year: number }>`
      select distinct w.year from party_org_weak w where ${reachable(viewer, { division: "w.division_id" })} order by 1 desc`;
    return {
      ...{ year, rows, total, from: skip + 1 },
      counts: counts ?? { all: 0, OPEN: 0, REPORTED: 0, ACCEPTED: 0, CARRIED: 0 },
      years: years.map((one) => one.year),
      causes: entriesOf("WEAK_CAUSES", await storedEntries(ask)),
    };
  },
});
export type WeakPage = Awaited<ReturnType<typeof listWeak>>;

function baseOf(viewer: Viewer, unitId: number | null, year: number): Fragment {
  const parts = [sql`w.year = ${year}`, reachable(viewer, { division: "w.division_id" })];
  if (unitId !== null)
    parts.push(
      sql`w.division_id in (select node_id from division_closure where ancestor_id = ${unitId} and to_on is null)`,
    );
  return join(parts, " and ");
}

export type MeasureRow = { id: string; what: string; who: string; dueOn: string; doneOn: string | null };
type Facts = {
  foundOn: string;
  note: string | null;
  place: string;
  summary: string | null;
  reportedOn: string | null;
  reporter: string | null;
  acceptedOn: string | null;
  documentNo: string | null;
  returnedWhy: string | null;
  carriedFrom: string | null;
  carriedTo: string | null;
};

export const showWeak = query({
  name: "orgs.weakOne",
  input: ShowWeak,
  run: async (scope, { weakId }) => {
    const weak = await weakOf(scope, weakId);
    if (!weak) throw notFound();
    const [facts] = await scope.sql<Facts>`
      select w.found_on::text as "foundOn", w.note, d.name as place, w.summary, w.reported_on::text as "reportedOn", a.name as reporter,
        w.accepted_on::text as "acceptedOn", w.document_no as "documentNo", w.returned_why as "returnedWhy", w.carried_from::text as "carriedFrom",
        (select n.id::text from party_org_weak n where n.carried_from = w.id) as "carriedTo"
      from party_org_weak w join division d on d.id = w.division_id left join account a on a.id = w.reported_by where w.id = ${weakId}::uuid`;
    if (!facts) throw notFound();
    const measures = await scope.sql<MeasureRow>`
      select id::text as id, what, who, due_on::text as "dueOn", done_on::text as "doneOn" from party_org_weak_measure
      where weak_id = ${weakId}::uuid order by due_on, id`;
    return {
      ...weak,
      ...facts,
      list: measures,
      mayWork: mayWork(scope.viewer, weak),
      mayDecide: mayDecide(scope.viewer, weak),
      mayTakeBack: mayTakeBack(scope.viewer, weak) && isMistakable(weak),
      reportedByMe: weak.reportedBy === scope.viewer.accountId,
      causes: entriesOf("WEAK_CAUSES", await storedEntries(scope.sql)),
    };
  },
});
export type WeakView = Awaited<ReturnType<typeof showWeak>>;

/** orgs.weakForm: what a form offers for putting an organization on the list. */
export const weakForm = query({
  name: "orgs.weakForm",
  input: WeakForm,
  run: async ({ sql: ask, viewer, today }, { id }) => {
    const org = await orgOf(ask, id);
    if (!org) throw notFound();
    if (!may(viewer, "partyOrg.edit", org.divisionId)) throw refused();
    const causes = entriesOf("WEAK_CAUSES", await storedEntries(ask));
    const offered = causes.filter(({ retiredOn }) => retiredOn === null || retiredOn > today);
    return { org, causes: offered satisfies Entry[] };
  },
});
