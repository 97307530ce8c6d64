// A plan of pairings in each place, with one household for which nobody is proposed; and a unit that has the place.
import type { TestDatabase } from "#tests/support/database.ts";

export type PlanTarget = { plan: string; unitVillage: string };
export const planIds = (id: (name: string) => string): PlanTarget => ({
  plan: id("plan"),
  unitVillage: id("unitVillage"),
});

type Planted = PlanTarget & { node: number; household: string; mark: string };

export async function plantPlan(
  look: TestDatabase["look"],
  { plan, unitVillage, node, household, mark }: Planted,
) {
  await look(
    `insert into pairing_plan (id, division_id, kind, whom, from_on, account_id, account_name)
     values ($1, $2, 'LEADER_CONTACT', 'KIND', '2026-01-05', 0, $3)`,
    [plan, node, `排${mark}`],
  );
  await look(
    "insert into pairing_plan_line (plan_id, household_id, division_id, why) values ($1, $2, $3, 'NO_ROOM')",
    [plan, household, node],
  );
  await look(
    "insert into unit_village (id, division_id, unit, contact, from_on) values ($1, $2, $3, $4, '2020-01-01')",
    [unitVillage, node, `包${mark}局`, `联${mark}`],
  );
}
