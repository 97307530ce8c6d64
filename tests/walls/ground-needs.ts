// Needs of the household in each place: one that nobody handles yet, one at the township, one that is handled and stands still, one that waits for the household's word.
import type { TestDatabase } from "#tests/support/database.ts";

export type NeedTarget = { need: string; needUp: string; needHeld: string; needDone: string };
export const needIds = (id: (name: string) => string): NeedTarget => ({
  need: id("need"),
  needUp: id("needUp"),
  needHeld: id("needHeld"),
  needDone: id("needDone"),
});

type Planted = NeedTarget & { node: number; household: string; visit: string; mark: string };

export async function plantNeeds(look: TestDatabase["look"], planted: Planted): Promise<void> {
  const { need, needUp, needHeld, needDone, node, household, visit, mark } = planted;
  for (const id of [need, needUp, needHeld, needDone])
    await look(
      `insert into need (id, household_id, division_id, counted_in, about, visit_id, source, category, urgency, words, raised_on, raised_by, raised_by_name, limit_days, due_on, first_due_on)
       values ($1, $2, $3, $3, $4, $5, 'SELF', 'NEED_WATER', 'NORMAL', $6, '2026-01-05', 0, '', 10, '2026-01-19', '2026-01-19')`,
      [id, household, node, `户主${mark}`, visit, `要水${mark}`],
    );
  const step = (id: string, kind: string, words: string | null, unit: string | null = null) =>
    look(
      `insert into need_deed (need_id, division_id, nth, kind, on_day, words, level, status, to_unit, account_id, account_name)
       values ($1, $2, 0, $3, '2026-01-06', $4, 'VILLAGE', 'OPEN', $5, 0, '')`,
      [id, node, kind, words, unit],
    );
  await step(needUp, "ESCALATED", null);
  await step(needHeld, "ASSIGNED", null, `水站${mark}`);
  await step(needHeld, "PAUSED", `等料${mark}`);
  await step(needDone, "RESULT", `修好${mark}`);
}
