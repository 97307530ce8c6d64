/** What no deed may do. */
import { hasEnded } from "#lib/domains/households/household.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { Home } from "./deed.ts";
import { lastTurn, type OnRoll } from "./roll.ts";

/** A file that has ended is not written on; what was wrong is taken back first. */
export function stillKept(home: Pick<Home, "status" | "headName">, field?: string): void {
  if (hasEnded(home.status)) throw rule("life.ended", { name: home.headName }, field);
}

export async function goneDead(work: Work, personId: string): Promise<void> {
  const last = await lastTurn(work.sql, personId);
  if (last?.kind === "OUT" && last.reason === "DEATH")
    throw rule("life.recordedDead", { name: last.name, day: last.on }, "idNo");
}

export function personOn(roll: readonly OnRoll[], personId: string, field = "personId"): OnRoll {
  const found = roll.find((one) => one.personId === personId);
  if (!found) throw rule("life.notOnRoll", undefined, field);
  return found;
}

/** The day from which a file exists: nobody lives in it before. */
export async function beganOn({ sql }: Pick<Work, "sql">, { id }: Pick<Home, "id">): Promise<string> {
  const [first] = await sql<{ day: string | null }>`
    select min(from_on)::text as day from household_spell where household_id = ${id}::uuid`;
  return first?.day ?? "";
}
