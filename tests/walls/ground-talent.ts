// Talent on the ground: who serves in a place, a demand whose place it holds, somebody sent to teach from there, and a program of the place.
import type { TestDatabase } from "#tests/support/database.ts";

/** By their ids. */
export type TalentTarget = {
  talent: string;
  demand: string;
  filling: string;
  secondment: string;
  program: string;
};
export const talentIds = (id: (name: string) => string): TalentTarget => ({
  talent: id("talent"),
  demand: id("demand"),
  filling: id("filling"),
  secondment: id("secondment"),
  program: id("program"),
});

type Planted = TalentTarget & { node: number; person: string; number: number; mark: string };

export async function plantTalent(look: TestDatabase["look"], planted: Planted): Promise<void> {
  const { node, person, number, mark } = planted;
  await look(
    "insert into talent_program (id, name, stream, division_id, from_on) values ($1, $2, 'IMPORT', $3, '2020-01-01')",
    [planted.program, `项目${number}`, node],
  );
  await look(
    "insert into talent (id, person_id, name, channel, kind, stream, program_id, division_id, unit_name, from_on) values ($1, $2, $3, 'RECRUIT', 'URGENT', 'IMPORT', $4, $5, $6, '2020-01-01')",
    [planted.talent, person, `才${mark}`, planted.program, node, `院${mark}`],
  );
  await look(
    "insert into talent_demand (id, division_id, unit_name, post, kind, wanted, from_on) values ($1, $2, $3, '医生', 'URGENT', 2, '2020-01-01')",
    [planted.demand, node, `院${mark}`],
  );
  await look(
    "insert into talent_filling (id, demand_id, talent_id, division_id, from_on) values ($1, $2, $3, $4, '2020-02-01')",
    [planted.filling, planted.demand, planted.talent, node],
  );
  await look(
    `insert into teaching_secondment (id, person_id, name, division_id, from_unit, post_type, school, school_division_id, subject, from_on, to_on, started_on)
     values ($1, $2, $3, $4, $5, 'TOWNSHIP_PUBLIC', $6, $4, 'CHINESE', '2020-01-01', '2090-01-01', '2020-01-01')`,
    [planted.secondment, person, `教${mark}`, node, `中心${mark}`, `学${mark}`],
  );
  await look(
    "insert into secondment_check (secondment_id, day, division_id, school_division_id, on_post, checked_by, checked_by_name) values ($1, '2020-01-10', $2, $2, true, 0, $3)",
    [planted.secondment, node, `查${mark}`],
  );
}
