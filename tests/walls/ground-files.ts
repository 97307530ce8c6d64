// What the file of a household of the ground holds besides its members, and what is the same for all: the lines of its counties, and closed months.
import type { TestDatabase } from "#tests/support/database.ts";
import { PLACES } from "./ground.ts";
import { plantClosings } from "./ground-closings.ts";
import { plantIndicators } from "./ground-indicators.ts";
import { plantTargets } from "./ground-targets.ts";

type Look = TestDatabase["look"];

export async function plantLines(look: Look): Promise<void> {
  await plantClosings(look, Object.values(PLACES));
  await plantTargets(look, Object.values(PLACES));
  await plantIndicators(look);
  for (const { id, level } of Object.values(PLACES))
    if (level === "PREFECTURE" || level === "COUNTY")
      await look(
        "insert into income_line (kind, year, division_id, amount_fen) values ('MONITORING', 2026, $1, 700000)",
        [id],
      );
}

export async function plantFacts(
  look: Look,
  { aid, household, node, mark }: { aid: string; household: string; node: number; mark: string },
): Promise<void> {
  await look("insert into relocation (household_id, division_id, moved_on) values ($1, $2, '2020-06-01')", [
    household,
    node,
  ]);
  await look(
    "insert into measure (id, household_id, division_id, counted_in, year, category, project, unit, status) values ($1, $2, $3, $3, 2026, 'ECOLOGY', $4, $4, 'RUNNING')",
    [aid, household, node, `措施${mark}`],
  );
  await look(
    "insert into relocation_check (id, household_id, division_id, counted_in, checked_on, living, note, account_id, account_name) values ($1, $2, $3, $3, '2026-01-05', true, $4, 0, $4)",
    [aid, household, node, `核查${mark}`],
  );
  // One id serves the measure, the check, a doubt about the file, the year that its place handed in, and a reason to watch the family.
  await look(
    `insert into quality_finding (id, household_id, division_id, year, rule, severity, found_on, confirmed_note, confirmed_by, confirmed_by_name, confirmed_on)
     values ($1, $2, $3, 2026, 'noHelper', 'WARN', '2026-01-01', $4, 0, $4, '2026-01-02')`,
    [aid, household, node, `核实${mark}`],
  );
  await look(
    `insert into quality_submission (id, division_id, year, status, households, persons, confirmed, account_id, account_name) values ($1, $2, 2026, 'SUBMITTED', 1, 1, 0, 0, $3)`,
    [aid, node, `报${mark}`],
  );
  await look(
    `insert into watch_entry (id, household_id, division_id, year, reason, detail, found_on, found_at) values ($1, $2, $3, 2026, 'unsafeWater', $4, '2026-01-01', '2026-01-01')`,
    [aid, household, node, `关注${mark}`],
  );
}

/** A hint about the visit, open to the township since two days. */
export const plantHint = (
  look: Look,
  at: Record<"aid" | "visit" | "person" | "household", string> & { node: number },
) =>
  look(
    "insert into visit_hint (id, visit_id, kind, person_id, household_id, division_id, shown_on, opens_on) values ($1, $2, 'MANY', $3, $4, $5, current_date - 9, current_date - 2)",
    [at.aid, at.visit, at.person, at.household, at.node],
  );
