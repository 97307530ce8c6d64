// A copy that a phone sealed when its sign-in was ended, about the household of each place; sealed to nobody, since nobody opens it here.
import type { TestDatabase } from "#tests/support/database.ts";

export type PhoneTarget = { held: string };
export const phoneIds = (id: (name: string) => string): PhoneTarget => ({ held: id("held") });

type Planted = PhoneTarget & { node: number; household: string; mark: string };

export async function plantPhone(look: TestDatabase["look"], planted: Planted): Promise<void> {
  const { held, household, node, mark } = planted;
  await look(
    `insert into sync_held (op, account_id, account_name, about, sealed, written_at)
     select $1, min(id), $3, $4, decode(repeat('00', 100), 'hex'), now() from account where division_id = $2`,
    [held, node, `号${mark}`, household],
  );
}
