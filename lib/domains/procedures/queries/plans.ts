/** procedures.plans: the steps of every kind as they hold today, what is to come, and what held before. */
import { query } from "#lib/platform/query.ts";
import { Nothing } from "../input.ts";
import { storedPlans } from "../inside/plan.ts";
import { planOn } from "../plan.ts";
import { KINDS } from "../procedure.ts";

export const showPlans = query({
  name: "procedures.plans",
  input: Nothing,
  run: async (scope) => {
    const stored = await storedPlans(scope);
    return KINDS.map((kind) => ({
      kind,
      now: planOn(kind, stored, scope.today),
      later: stored.filter((plan) => plan.kind === kind && plan.fromOn > scope.today),
      set: stored.filter((plan) => plan.kind === kind && plan.fromOn <= scope.today).reverse(),
    }));
  },
});
export type KindPlan = Awaited<ReturnType<typeof showPlans>>[number];
