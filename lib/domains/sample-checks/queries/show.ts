/** sampleChecks.show: one check with its households, what was found, the missed families, and whether the seed still draws the same; sampleChecks.draw: one household of it. */
import { may } from "#lib/domains/accounts/roles.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { reaches } from "#lib/platform/viewer.ts";
import type { Answers, Kind, Outcome, Satisfaction } from "../check.ts";
import { CheckAsked } from "../input.ts";
import { seesCheck, seesRow } from "../inside/subject.ts";

export type CheckHead = {
  id: string;
  divisionId: number;
  unit: string;
  kind: Kind;
  referenceOn: string;
  seed: string;
  stratum: "VILLAGE" | "TOWNSHIP";
  size: number;
  pool: number;
  orderedBy: string;
  orderedOn: string;
  closedOn: string | null;
  closedBy: string | null;
};
export type Found = {
  outcome: Outcome;
  visitedOn: string;
  satisfaction: Satisfaction | null;
  answers: Answers;
  note: string | null;
  by: string;
  at: string;
};
export type DrawRow = {
  id: string;
  checkId: string;
  position: number;
  active: boolean;
  /** The place in the draw of the one that it stands in for. */
  replaces: number | null;
  householdNo: string;
  headName: string;
  place: string;
  found: Found | null;
};
export type MissedRow = { id: string; place: string; foundOn: string; words: string; by: string };

export const showCheck = query({
  name: "sampleChecks.show",
  input: CheckAsked,
  run: async (scope, { id }) => {
    const { sql, viewer } = scope;
    const [check] = await sql<CheckHead>`
      select c.id, c.division_id as "divisionId", d.name as unit, c.kind, c.reference_on::text as "referenceOn", c.seed, c.stratum, c.size, c.pool, c.account_name as "orderedBy",
        (c.created_at at time zone 'Asia/Shanghai')::date::text as "orderedOn", c.closed_on::text as "closedOn", c.closed_by_name as "closedBy"
      from sample_check c join division d on d.id = c.division_id where c.id = ${id}::uuid and ${seesCheck(viewer)}`;
    if (!check) throw notFound();
    const checkers = await sql<{ accountId: number; name: string }>`
      select k.account_id as "accountId", k.name from sample_checker k join sample_check c on c.id = k.check_id where c.id = ${id}::uuid and ${seesCheck(viewer)} order by k.name`;
    const draws = await sql<DrawRow>`
      select w.id, w.check_id as "checkId", w.position, w.active, (select o.position from sample_draw o where o.id = w.replaces) as replaces, w.household_no as "householdNo", w.head_name as "headName", w.place_name as place,
        case when f.id is not null then json_build_object('outcome', f.outcome, 'visitedOn', f.visited_on, 'satisfaction', f.satisfaction, 'answers', f.answers, 'note', f.note, 'by', f.account_name,
          'at', (f.created_at at time zone 'Asia/Shanghai')::date) end as found
      from sample_draw w left join sample_finding f on f.draw_id = w.id and f.replaced_at is null
      where w.check_id = ${id}::uuid and w.active and ${seesRow(viewer, "w")} order by w.place_name, w.position`;
    const missed = await sql<MissedRow>`
      select m.id, d.name as place, m.found_on::text as "foundOn", m.words, m.account_name as by from sample_missed m join division d on d.id = m.division_id
      where m.check_id = ${id}::uuid and m.withdrawn_at is null and ${seesRow(viewer, "m")} order by d.name, m.found_on, m.id`;
    const whole = reaches(viewer, check.divisionId);
    const [redrawn] = whole
      ? await sql<{ same: boolean }>`
          select not exists ((select position, household_id from sample_draw where check_id = ${id}::uuid
              except select l.position, l.household_id from sample_line(${check.divisionId}, ${check.kind}, ${check.referenceOn}::date, ${check.seed}, ${check.stratum}) l)) as same`
      : [];
    const villages = await sql<{ id: number; name: string }>`
      select d.id, d.name from division d join division_closure c on c.node_id = d.id and c.to_on is null and c.ancestor_id = ${check.divisionId}
      where d.level = 'VILLAGE' and d.closed_on is null order by d.code nulls last, d.id`;
    const checks = checkers.some(({ accountId }) => accountId === viewer.accountId);
    return {
      ...{ check, checkers, draws, missed, villages, redrawn: redrawn?.same ?? null },
      mayRecord: checks && check.closedOn === null,
      mayClose: !checks && check.closedOn === null && may(viewer, "registry.decide", check.divisionId),
    };
  },
});
export type CheckView = Awaited<ReturnType<typeof showCheck>>;

export const showDraw = query({
  name: "sampleChecks.draw",
  input: CheckAsked,
  run: async ({ sql, viewer }, { id }) => {
    const [draw] = await sql<
      Omit<DrawRow, "found"> & { kind: Kind; closed: boolean; referenceOn: string; checks: boolean }
    >`
      select w.id, w.check_id as "checkId", w.position, w.active, (select o.position from sample_draw o where o.id = w.replaces) as replaces, w.household_no as "householdNo", w.head_name as "headName", w.place_name as place,
        c.kind, w.closed, c.reference_on::text as "referenceOn", exists (select 1 from sample_checker k where k.check_id = c.id and k.account_id = ${viewer.accountId}) as checks
      from sample_draw w join sample_check c on c.id = w.check_id where w.id = ${id}::uuid and ${seesRow(viewer, "w")}`;
    if (!draw) throw notFound();
    const history = await sql<Found>`
      select f.outcome, f.visited_on::text as "visitedOn", f.satisfaction, f.answers, f.note, f.account_name as by, to_char(f.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as at
      from sample_finding f where f.draw_id = ${id}::uuid and ${seesRow(viewer, "f")} order by f.created_at desc, f.id desc`;
    return { draw, history };
  },
});
