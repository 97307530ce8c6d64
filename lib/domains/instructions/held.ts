/** The subject of a step: held until it is done, as far as the viewer may see it. */
import { conflict } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { State } from "./instruction.ts";
import { sees } from "./policy.ts";

export type InstructionSubject = {
  id: string;
  divisionId: number;
  fromDivision: number;
  accountId: number;
  giverLeft: boolean;
  addressee: string;
  status: State;
  dueOn: string | null;
  read: boolean;
  /** Since it was reminded of within a day; as a moment in Beijing. */
  remindAgainAt: string | null;
  steps: number;
  version: number;
};

export async function heldInstruction(
  work: Work,
  { id }: { id: string },
): Promise<InstructionSubject | null> {
  // Held through its id alone: the row itself is changed by its steps only.
  await work.sql`select pg_advisory_xact_lock(hashtextextended(${id}, 390))::text`;
  const [row] = await work.sql<InstructionSubject>`
    select n.id, n.division_id as "divisionId", n.from_division as "fromDivision", n.account_id as "accountId", sec.has_left(n.account_id) as "giverLeft", n.addressee, n.status,
      n.due_on::text as "dueOn", n.read_at is not null as read, n.steps, n.version,
      case when n.reminded_at > now() - interval '24 hours' then to_char((n.reminded_at + interval '24 hours') at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') end as "remindAgainAt"
    from instruction n where n.id = ${id}::uuid and ${sees(work.viewer)}`;
  return row ?? null;
}

/** Somebody else was quicker: what is on the screen is not how it stands. */
export function asShown({ version }: InstructionSubject, shown: number): void {
  if (version !== shown) throw conflict();
}
