/** Works a plan out and writes down what it proposes: the helpers on hand, a line for each household, and the reason where there is nobody. */
import type { Work } from "#lib/platform/scope.ts";
import { assign } from "../assign.ts";
import { whyOf } from "../plan.ts";
import type { Ground, PlanAsked } from "./plan-ground.ts";

export type Held = { household: string; helper: string | null; byHand: boolean };
export type Solved = { lines: number; placed: number; changed: number };

/** `before`: the lines as they stand; what still holds of them is kept, and what somebody decided is never touched. */
export async function solveInto(
  { sql }: Pick<Work, "sql">,
  id: string,
  plan: PlanAsked,
  ground: Ground,
  before: readonly Held[] = [],
): Promise<Solved> {
  const leftOut = new Set(
    before.filter((one) => one.byHand && one.helper === null).map((one) => one.household),
  );
  const kept = new Map(
    before.flatMap(({ household, helper }) => (helper ? [[household, helper] as const] : [])),
  );
  const fixed = new Set(before.filter((one) => one.byHand).map((one) => one.household));
  const wanted = ground.households.filter((one) => !leftOut.has(one.id));
  const { given, left } = assign(wanted, roomFor(ground, kept, fixed), kept, fixed);
  const pathOf = new Map(ground.hands.map((hand) => [hand.id, hand.path]));
  const lines = ground.households.map(({ id: household, path }) => {
    const helper = given.get(household) ?? null;
    const why = leftOut.has(household) ? "LEFT_OUT" : left.get(household);
    const meets = helper ? path.find((node) => pathOf.get(helper)?.includes(node)) : undefined;
    return {
      household,
      helper,
      meets: meets === undefined ? null : (ground.levels.get(meets) ?? null),
      why: helper ? null : why === "LEFT_OUT" || why === undefined ? "LEFT_OUT" : whyOf[why],
      by_hand: leftOut.has(household) || (fixed.has(household) && helper === kept.get(household)),
    };
  });
  await sql`delete from pairing_plan_line where plan_id = ${id}::uuid`;
  await sql`delete from pairing_plan_helper where plan_id = ${id}::uuid`;
  await sql`
    insert into pairing_plan_helper (plan_id, helper_id, division_id, name, unit, rank, cap, load)
    select ${id}::uuid, x.id, ${plan.divisionId}::int, x.name, x.unit, x.rank, x.cap, x.load
    from jsonb_to_recordset(${JSON.stringify(ground.helpers)}::jsonb) x (id uuid, name text, unit text, rank text, cap int, load int)`;
  await sql`
    insert into pairing_plan_line (plan_id, household_id, division_id, helper_id, meets, why, by_hand)
    select ${id}::uuid, x.household, ${plan.divisionId}::int, x.helper, x.meets, x.why, x.by_hand
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) x (household uuid, helper uuid, meets text, why text, by_hand boolean)`;
  return {
    lines: lines.length,
    placed: given.size,
    changed: before.filter(({ household, helper }) => helper !== (given.get(household) ?? null)).length,
  };
}

/** What a person chose beyond the limit stays beyond it: such a helper has as much room as he was given by hand. */
function roomFor(ground: Ground, kept: ReadonlyMap<string, string>, fixed: ReadonlySet<string>) {
  const byHand = new Map<string, number>();
  const here = new Set(ground.households.map(({ id }) => id));
  for (const household of fixed) {
    const helper = kept.get(household);
    if (helper && here.has(household)) byHand.set(helper, (byHand.get(helper) ?? 0) + 1);
  }
  return ground.hands.map((hand) => ({ ...hand, room: Math.max(hand.room, byHand.get(hand.id) ?? 0) }));
}
