/** Makes a plan of pairings for a place, changes a single line of it, plans anew after a change, or drops it: nobody is paired by any of these. */
import { may } from "#lib/domains/accounts/roles.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { Problem, rule } from "#lib/platform/problem.ts";
import { dayTyped } from "../inside/days.ts";
import { groundOf, helpersById, helpersByRank, kinOf } from "../inside/plan-ground.ts";
import { peopleNamed } from "../inside/plan-names.ts";
import { solveInto } from "../inside/plan-solve.ts";
import { heldPlan, linesOf, mayPlan, mustBeOpen, nextVersion } from "../inside/plan-subject.ts";
import { ChangeLine, MakePlan, PlanVersion, Replan } from "../plan-input.ts";

export const makePlan = command({
  name: "pairingPlans.make",
  tells: "pairingPlan.made",
  input: MakePlan,
  subject: async (work, { unit }) => {
    const [place] = await work.sql<{
      id: number;
    }>`select id from division where id = ${Number(unit)} and closed_on is null`;
    return place && (work.viewer.seesAll || work.viewer.reach.includes(place.id)) ? place : null;
  },
  may: (viewer, place) => may(viewer, "pairing.edit", place.id),
  run: async (work, { kind, whom, ranks, names, ...typed }, place) => {
    const fromOn = dayTyped(typed.fromOn, work.today, "fromOn");
    const plan = { divisionId: place.id, kind, whom, fromOn };
    const named = await peopleNamed(work, names);
    if (named.length === 0 && ranks.length === 0) throw rule("pairing.chooseHelpers", undefined, "ranks");
    const known =
      named.length > 0 ? await helpersById(work, plan, named) : await helpersByRank(work, plan, ranks);
    if (known.length === 0) throw rule("pairing.noHelpersThere", undefined, "ranks");
    const ground = await groundOf(work, plan, known);
    if (ground.households.length === 0) throw rule("pairing.nobodyInNeed", undefined, "whom");
    const { id } = await work.tx.pairingPlan.create({
      data: {
        ...plan,
        fromOn: dayToColumn(fromOn),
        accountId: work.viewer.accountId,
        accountName: work.viewer.name,
      },
      select: { id: true },
    });
    return { id, divisionId: place.id, ...(await solveInto(work, id, plan, ground)) };
  },
  fact: (result) => ({
    subject: `pairingPlan:${result.id}`,
    division: result.divisionId,
    households: result.lines,
    placed: result.placed,
  }),
});

export const changeLine = command({
  name: "pairingPlans.changeLine",
  tells: "pairingPlan.lineChanged",
  input: ChangeLine,
  subject: (work, { id }) => heldPlan(work, id),
  may: mayPlan,
  run: async (work, { household, helperId, overCap, version }, plan) => {
    mustBeOpen(plan, version);
    const [line] = await work.sql<{ helper: string | null }>`
      select helper_id as helper from pairing_plan_line where plan_id = ${plan.id}::uuid and household_id = ${household}::uuid`;
    if (!line) throw rule("pairing.notInPlan");
    if (helperId) {
      const [helper] = await work.sql<{ name: string; cap: number; load: number }>`
        select name, cap, load + (select count(*)::int from pairing_plan_line l where l.plan_id = h.plan_id and l.helper_id = h.helper_id and l.household_id <> ${household}::uuid) + 1 as load
        from pairing_plan_helper h where plan_id = ${plan.id}::uuid and helper_id = ${helperId}::uuid`;
      if (!helper) throw rule("pairing.helperGone", undefined, "helperId");
      if ((await kinOf(work, [helperId], [household])).size > 0)
        throw rule("pairing.helperIsKin", { name: helper.name }, "helperId");
      const words = {
        key: "pairing.overCap",
        values: { name: helper.name, load: helper.load, limit: helper.cap },
      };
      if (helper.load > helper.cap && overCap !== "yes")
        throw new Problem("rule", words, { overCap: [words] });
    }
    await work.sql`
      update pairing_plan_line l set helper_id = ${helperId ?? null}::uuid, by_hand = true, meets = null,
        why = case when ${helperId ?? null}::uuid is null then 'LEFT_OUT' end
      where plan_id = ${plan.id}::uuid and household_id = ${household}::uuid`;
    await nextVersion(work, plan.id);
    return { id: plan.id, divisionId: plan.divisionId, household };
  },
  fact: (result, { helperId }) => ({
    subject: `pairingPlan:${result.id}`,
    division: result.divisionId,
    household: result.household,
    helper: helperId ?? null,
  }),
});

export const replan = command({
  name: "pairingPlans.replan",
  tells: "pairingPlan.replanned",
  input: Replan,
  subject: (work, { id }) => heldPlan(work, id),
  may: mayPlan,
  run: async (work, { without, names, version }, plan) => {
    mustBeOpen(plan, version);
    const added = await peopleNamed(work, names);
    const before = await linesOf(work, plan.id);
    const had = await work.sql<{
      id: string;
    }>`select helper_id as id from pairing_plan_helper where plan_id = ${plan.id}::uuid`;
    const ids = [...new Set([...had.map(({ id }) => id), ...added])].filter((id) => id !== without);
    const ground = await groundOf(work, plan, await helpersById(work, plan, ids));
    const held = before.map((line) =>
      line.helper === without ? { ...line, helper: null, byHand: false } : line,
    );
    const solved = await solveInto(work, plan.id, plan, ground, held);
    await nextVersion(work, plan.id);
    return { id: plan.id, divisionId: plan.divisionId, ...solved };
  },
  fact: (result, { without }) => ({
    subject: `pairingPlan:${result.id}`,
    division: result.divisionId,
    households: result.lines,
    placed: result.placed,
    changed: result.changed,
    without: without ?? null,
  }),
});

export const dropPlan = command({
  name: "pairingPlans.drop",
  tells: "pairingPlan.dropped",
  input: PlanVersion,
  subject: (work, { id }) => heldPlan(work, id),
  may: mayPlan,
  run: async (work, { version }, plan) => {
    mustBeOpen(plan, version);
    await work.tx.pairingPlan.update({
      where: { id: plan.id },
      data: { state: "DROPPED", version: { increment: 1 } },
    });
    return { id: plan.id, divisionId: plan.divisionId };
  },
  fact: (plan) => ({ subject: `pairingPlan:${plan.id}`, division: plan.divisionId }),
});
