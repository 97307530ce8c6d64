/**
 * What the planner of pairings must hold (issue "the field"): a proposal for 20,000 households and 6,000 helpers in under thirty seconds,
 * with all that the database adds: read, matched, written down, planned anew without one of them, carried out, and taken back.
 */
import type pg from "pg";
import { POOR_STATUSES } from "#lib/domains/households/household.ts";
import { carryOutPlan, takeBackPlan } from "#lib/domains/pairings/commands/carry-out.ts";
import { makePlan, replan } from "#lib/domains/pairings/commands/plan.ts";
import { today } from "#lib/platform/clock.ts";
import { openSession } from "#lib/platform/session.ts";
import type { Report } from "./report.ts";

const HOUSEHOLDS = 20_000;
const HELPERS = 6_000;
const WITHIN_MS = 30_000;
/** Carried out and taken back stay well within the fifteen seconds of a deed. */
const DEED_WITHIN_MS = 10_000;

export async function measurePlanner({ owner, report }: { owner: pg.Pool; report: Report }): Promise<void> {
  await plantNeed(owner);
  const { rows } = await owner.query<{ id: number; place: number }>(
    "select a.id, g.division_id as place from account a join role_grant g on g.account_id = a.id where a.username = 'demo-prefecture-admin'",
  );
  const { id: account, place } = rows[0]!;
  const session = { token: await openSession(account, "bench") };
  const timed = async <T>(what: string, deed: () => Promise<T>, floor = WITHIN_MS) => {
    const began = performance.now();
    const result = await deed();
    report.add({
      goal: "must",
      what,
      ours: performance.now() - began,
      floor,
      unit: "ms",
      limit: 1,
    });
    return result;
  };
  const { id, lines, placed } = await timed("a plan is made", () =>
    makePlan(session, {
      ...{ unit: String(place), kind: "FIRST_HELPER", whom: "NONE", fromOn: today() },
      ranks: ["COUNTY_LEADER", "SECTION_LEADER", "STAFF", "VILLAGE_CADRE"],
    }),
  );
  const { rows: known } = await owner.query<{ helpers: number; one: string }>(
    `select count(*)::int as helpers, (select helper_id::text from pairing_plan_line where plan_id = $1 and helper_id is not null limit 1) as one
     from pairing_plan_helper where plan_id = $1`,
    [id],
  );
  const { helpers, one } = known[0]!;
  report.tell(`  ${lines} households, ${helpers} helpers, ${placed} placed`);
  const anew = await timed("planned anew without one of them", () =>
    replan(session, { id, version: 1, without: one }),
  );
  report.tell(`  ${anew.changed} lines changed`);
  await timed("carried out", () => carryOutPlan(session, { id, version: 2 }), DEED_WITHIN_MS);
  await timed("taken back", () => takeBackPlan(session, { id }), DEED_WITHIN_MS);
}

/** Families whose helpers all ended, and cadres of townships and villages who have nobody yet. */
async function plantNeed(owner: pg.Pool): Promise<void> {
  await owner.query(
    `update pairing p set to_on = p.from_on, end_reason = 'MISTAKE' from (
       select id from household where status = any ($1) or status = 'EXITED' order by id limit $2) h
     where p.household_id = h.id and p.to_on is null`,
    [[...POOR_STATUSES], HOUSEHOLDS],
  );
  await owner.query(
    `insert into person (name, division_id, rank)
     select '干部' || n, s.id, case when n % 3 = 0 then 'STAFF' else 'VILLAGE_CADRE' end from generate_series(1, $1) n
     join (select id, row_number() over (order by id) - 1 as at, count(*) over () as places from division
       where level in ('TOWNSHIP', 'VILLAGE') and closed_on is null) s on s.at = n % s.places`,
    [HELPERS],
  );
  await owner.query("analyze pairing, person");
}
