// Instructions about each place: one that waits and one that is answered, given by nobody's account in the prefecture's name and addressed to an office of the place.
import type { TestDatabase } from "#tests/support/database.ts";

export type InstructionTarget = { instruction: string; answered: string };
export const instructionIds = (id: (name: string) => string): InstructionTarget => ({
  instruction: id("instruction"),
  answered: id("answered"),
});

type Planted = InstructionTarget & { node: number };
/** The county of most roles and what lies under it: instructions about them lie with its office, those about others with nobody here. */
const COUNTY = { id: 80002, nodes: [80002, 80004, 80005, 80007, 80008] };
const TOP = 80001;

export async function plantInstructions(look: TestDatabase["look"], planted: Planted): Promise<void> {
  const { instruction, answered, node } = planted;
  const addressee = `COUNTY_POVERTY_OFFICE@${COUNTY.nodes.includes(node) ? COUNTY.id : node}`;
  for (const id of [instruction, answered])
    await look(
      `insert into instruction (id, division_id, from_division, account_id, account_name, kind, words, addressee, to_unit, to_role, given_on, due_on)
       values ($1, $2, $3, 0, '', 'EXPLAIN', '请说明', $4, '办公室', 'COUNTY_POVERTY_OFFICE', '2026-01-05', '2026-01-08')`,
      [id, node, TOP, addressee],
    );
  await look(
    "insert into instruction_step (instruction_id, division_id, nth, kind, on_day, words, account_id, account_name) values ($1, $2, 0, 'REPLIED', '2026-01-06', '已核', 0, '')",
    [answered, node],
  );
  // Somebody in an office of the place, whom one may address.
  const [account] = await look<{ id: number }>(
    "insert into account (username, name, division_id) values ($1, '办公室', $2) returning id",
    [`office-${instruction}`, node],
  );
  await look("insert into role_grant (account_id, role, division_id) values ($1, 'COUNTY_FINANCE', $2)", [
    account?.id,
    node,
  ]);
}
