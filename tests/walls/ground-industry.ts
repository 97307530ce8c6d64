// An organization of the industry chain that sits in each place of the ground, covers a village, and takes the household along.
import type { TestDatabase } from "#tests/support/database.ts";

type Planted = {
  entity: string;
  link: string;
  household: string;
  node: number;
  org: number;
  covered: number;
};

export async function plantIndustry(look: TestDatabase["look"], planted: Planted): Promise<void> {
  const { node, household, covered } = planted;
  await look(
    "insert into industry_entity (id, name, kind, division_id, opened_on) values ($1, $2, 'COOPERATIVE', $3, '2020-01-01')",
    [planted.entity, `合作社${planted.org - 70000}`, node],
  );
  await look("insert into industry_village (entity_id, village_id, division_id) values ($1, $2, $3)", [
    planted.entity,
    covered,
    node,
  ]);
  await look(
    "insert into industry_link (id, entity_id, household_id, division_id, role, from_on) values ($1, $2, $3, $4, 'WORKER', '2020-01-01')",
    [planted.link, planted.entity, household, node],
  );
  await look(
    "insert into industry_income (link_id, year, household_id, division_id, income_fen) values ($1, 2024, $2, $3, 120000)",
    [planted.link, household, node],
  );
}
