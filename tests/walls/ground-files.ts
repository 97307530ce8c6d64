// What the file of a household of the ground holds besides its members, and the lines of its counties.
import type { TestDatabase } from "#tests/support/database.ts";
import { PLACES } from "./ground.ts";

type Look = TestDatabase["look"];

export async function plantLines(look: Look): Promise<void> {
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
  await look(
    "insert into measure (id, household_id, division_id, counted_in, year, category, project, unit, status) values ($1, $2, $3, $3, 2026, 'ECOLOGY', $4, $4, 'RUNNING')",
    [aid, household, node, `措施${mark}`],
  );
}
