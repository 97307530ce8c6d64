/** Carries a plan out, all of it or none, after looking at everything anew; and takes it back on the same day, by whoever did it. */
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { inNeed, kinOf } from "../inside/plan-ground.ts";
import { heldPlan, linesOf, mayPlan, mustBeOpen, type PlanSubject } from "../inside/plan-subject.ts";
import { noteHelper } from "../inside/write.ts";
import { PlanId, PlanVersion } from "../plan-input.ts";

type Made = { id: string; householdId: string; divisionId: number; name: string };

export const carryOutPlan = command({
  name: "pairingPlans.carryOut",
  tells: "pairingPlan.carriedOut",
  input: PlanVersion,
  subject: (work, { id }) => heldPlan(work, id),
  may: mayPlan,
  run: async (work, { version }, plan) => {
    mustBeOpen(plan, version);
    await mustStillHold(work, plan);
    const made = await work.sql<Made>`
      with made as (
        insert into pairing (household_id, division_id, helper_id, helper_name, helper_unit, helper_post, helper_phone, kind, from_on, account_id)
        select h.id, h.division_id, p.id, p.name, coalesce(p.unit_name, d.name), p.post, p.phone, ${plan.kind}, ${plan.fromOn}::date, ${work.viewer.accountId}::int
        from pairing_plan_line l join household h on h.id = l.household_id join person p on p.id = l.helper_id join division d on d.id = p.division_id
        where l.plan_id = ${plan.id}::uuid order by h.household_no
        returning id, household_id, division_id, helper_name),
      kept as (
        update pairing_plan_line l set pairing_id = m.id from made m where l.plan_id = ${plan.id}::uuid and l.household_id = m.household_id)
      select id, household_id as "householdId", division_id as "divisionId", helper_name as name from made`;
    if (made.length === 0) throw rule("pairing.planEmpty");
    for (const { id, householdId, divisionId, name } of made)
      noteHelper(work, { id: householdId, divisionId }, id, null, `${name} ${plan.fromOn}`);
    await work.sql`update pairing_plan set state = 'DONE', done_at = now(), account_id = ${work.viewer.accountId}::int,
      account_name = ${work.viewer.name}, version = version + 1 where id = ${plan.id}::uuid`;
    return { id: plan.id, divisionId: plan.divisionId, count: made.length };
  },
  fact: (result) => ({
    subject: `pairingPlan:${result.id}`,
    division: result.divisionId,
    households: result.count,
  }),
});

const FEW = 200;
/** The database takes a plan that was just made for a row or two and would read all of it anew for each of its lines. */
const joinWhole = ({ sql }: Work) => sql`select set_config('enable_nestloop', 'off', true)`;

/** What was free when it was planned may be taken now: then nobody is paired, and planning anew mends it. */
async function mustStillHold(work: Work, plan: PlanSubject): Promise<void> {
  const lines = (await linesOf(work, plan.id)).flatMap(({ household, helper }) =>
    helper ? [{ household, helper }] : [],
  );
  if (lines.length > FEW) await joinWhole(work);
  const [found] = await work.sql<{ lines: number; helpers: number }>`
    select (select count(*)::int from pairing_plan_line l left join household h on h.id = l.household_id and ${inNeed(plan)}
        where l.plan_id = ${plan.id}::uuid and l.helper_id is not null and h.id is null) as lines,
      (select count(*)::int from (select l.helper_id, count(*)::int as lines from pairing_plan_line l
          where l.plan_id = ${plan.id}::uuid and l.helper_id is not null group by 1 offset 0) gets
        left join pairing_plan_helper a on a.plan_id = ${plan.id}::uuid and a.helper_id = gets.helper_id
        left join person p on p.id = gets.helper_id left join household own on own.id = p.household_id
        cross join lateral (select count(distinct g.household_id)::int as load from pairing g where g.helper_id = gets.helper_id
          and (g.to_on is null or (g.to_on > ${plan.fromOn}::date and g.to_on > g.from_on))) has
        where p.id is null or own.status in ('POOR', 'PRE_EXIT', 'RETURNED')
          or (has.load > a.load and has.load + gets.lines > a.cap)) as helpers`;
  const kin = await kinOf(
    work,
    [...new Set(lines.map(({ helper }) => helper))],
    lines.map(({ household }) => household),
  );
  const related = lines.filter(({ household, helper }) => kin.get(household)?.has(helper)).length;
  const count = (found?.lines ?? 0) + (found?.helpers ?? 0) + related;
  if (count > 0) throw rule("pairing.planStale", { count });
}

export const takeBackPlan = command({
  name: "pairingPlans.takeBack",
  tells: "pairingPlan.takenBack",
  input: PlanId,
  subject: (work, { id }) => heldPlan(work, id),
  may: (viewer, plan) => mayPlan(viewer, plan) && plan.accountId === viewer.accountId,
  run: async (work, _input, plan) => {
    if (plan.state !== "DONE" || !plan.fresh) throw rule("pairing.withdrawToday");
    await joinWhole(work);
    // What was ended or handed on since is no longer the plan's.
    const gone = await work.sql<Made>`
      update pairing p set to_on = p.from_on, end_reason = 'MISTAKE', version = p.version + 1 from pairing_plan_line l
      where l.plan_id = ${plan.id}::uuid and p.id = l.pairing_id and p.to_on is null and p.end_reason is null
      returning p.id, p.household_id as "householdId", p.division_id as "divisionId", p.helper_name as name`;
    for (const { id, householdId, divisionId, name } of gone)
      noteHelper(work, { id: householdId, divisionId }, id, name, null);
    await work.sql`update pairing_plan set state = 'TAKEN_BACK', version = version + 1 where id = ${plan.id}::uuid`;
    return { id: plan.id, divisionId: plan.divisionId, count: gone.length };
  },
  fact: (result) => ({
    subject: `pairingPlan:${result.id}`,
    division: result.divisionId,
    households: result.count,
  }),
});
