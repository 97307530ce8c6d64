/** What a division, a joining or an ending would mean, in numbers and names. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { mayEdit } from "#lib/domains/households/subject.ts";
import { notFound, refused } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { Rehearse } from "../input.ts";
import { incomesOf } from "../inside/incomes.ts";
import { planDissolve, planMerge, planSplit, seenHousehold } from "../inside/plan.ts";
import type { OnRoll } from "../inside/roll.ts";
import { joinedPerHead } from "../life.ts";

export type Rehearsal = {
  kind: Rehearse["kind"];
  on: string;
  /** Who stays with the file, and who goes over or goes for good. */
  stay: OnRoll[];
  go: OnRoll[];
  headId: string | null;
  into: { id: string; householdNo: string; headName: string; place: string; members: number } | null;
  perHead: { before: bigint | null; after: bigint | null };
  /** One family's income is known by source and the other's is not: it must be filled in anew. */
  mixedIncomes: boolean;
  /** What stays with the old file, and which pairings end with it. */
  visits: number;
  pairings: number;
  running: number;
};

export const rehearsalOfLife = query({
  name: "lives.rehearsal",
  input: Rehearse,
  run: async (scope, input): Promise<Rehearsal> => {
    const home = await seenHousehold(scope, input.householdId);
    if (!home) throw notFound();
    if (!mayEdit(scope.viewer, home)) throw refused();
    const { sql, viewer, today } = scope;
    const [counted] = await sql<{ visits: number; pairings: number; running: number }>`
      select (select count(*)::int from visit v where v.household_id = ${home.id}::uuid and v.status <> 'WITHDRAWN'
          and ${reachable(viewer, { division: "v.division_id", household: "v.household_id" })}) as visits,
        count(*)::int as pairings, count(*) filter (where p.to_on is null or p.to_on > ${today}::date)::int as running
      from pairing p where p.household_id = ${home.id}::uuid and ${reachable(viewer, { division: "p.division_id", household: "p.household_id" })}`;
    const both = {
      kind: input.kind,
      headId: input.headId ?? null,
      visits: counted?.visits ?? 0,
      pairings: counted?.pairings ?? 0,
      running: input.kind === "SPLIT" ? 0 : (counted?.running ?? 0),
      mixedIncomes: false,
    };
    const same = { before: home.incomePerHeadFen, after: home.incomePerHeadFen };
    if (input.kind === "SPLIT") {
      const plan = await planSplit(scope, home, input);
      return { ...both, on: plan.on, stay: plan.stayers, go: plan.goers, into: null, perHead: same };
    }
    if (input.kind === "DISSOLVE") {
      const plan = await planDissolve(scope, home, input);
      return { ...both, on: plan.on, stay: [], go: plan.roll, into: null, perHead: same };
    }
    const plan = await planMerge(scope, home, input);
    const { into } = plan;
    const items = await incomesOf(sql, [home.id, into.id], plan.year);
    const known = (id: string) => items.some(({ householdId }) => householdId === id);
    return {
      ...both,
      mixedIncomes: known(home.id) !== known(into.id),
      on: plan.on,
      stay: plan.intoRoll,
      go: plan.roll,
      into: {
        id: into.id,
        householdNo: into.householdNo,
        headName: into.headName,
        place: into.place,
        members: into.memberCount,
      },
      perHead: {
        before: into.incomePerHeadFen,
        after: joinedPerHead(
          { perHead: home.incomePerHeadFen, members: plan.roll.length },
          { perHead: into.incomePerHeadFen, members: into.memberCount },
        ),
      },
    };
  },
});
