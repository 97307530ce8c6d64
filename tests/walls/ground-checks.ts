// What the desk has under way in each place: a plan of pairings, and a sample check with one drawn household, and a family that was missed. Nobody tried is a checker of it.
import type { TestDatabase } from "#tests/support/database.ts";
import { type PlanTarget, planIds, plantPlan } from "./ground-plans.ts";

export type CheckTarget = PlanTarget & { check: string; draw: string; missed: string };
export const checkIds = (id: (name: string) => string): CheckTarget => ({
  ...planIds(id),
  check: id("check"),
  draw: id("draw"),
  missed: id("missed"),
});

type Planted = CheckTarget & { node: number; household: string; mark: string };

export async function plantCheck(look: TestDatabase["look"], planted: Planted): Promise<void> {
  const { check, draw, missed, node, household, mark } = planted;
  await plantPlan(look, planted);
  await look(
    `insert into sample_check (id, division_id, kind, reference_on, seed, stratum, size, pool, account_id, account_name)
     values ($1, $2, 'IDENTIFICATION', '2026-01-05', 'ground-seed', 'TOWNSHIP', 1, 1, 0, $3)`,
    [check, node, `令${mark}`],
  );
  await look(
    `insert into sample_draw (id, check_id, ordered_in, household_id, division_id, counted_in, stratum_id, position, active, household_no, head_name, place_name)
     values ($1, $2, $3, $4, $3, $3, $3, 1, true, $5, $6, '')`,
    [draw, check, node, household, `${mark}号`, `户主${mark}`],
  );
  await look(
    "insert into sample_missed (id, check_id, ordered_in, division_id, counted_in, found_on, words, account_id, account_name) values ($1, $2, $3, $3, $3, '2026-01-06', $4, 0, '')",
    [missed, check, node, `漏了${mark}`],
  );
}
