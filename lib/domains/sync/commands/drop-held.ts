/** Turns away what a phone sealed, with the reason: it stays sealed and told, and is asked for no more. */
import { command } from "#lib/platform/command.ts";
import { conflict } from "#lib/platform/problem.ts";
import { DropHeld } from "../input.ts";

type Subject = { op: string; accountId: number; accountName: string };

export const dropHeld = command({
  name: "sync.dropHeld",
  tells: "sync.turnedAway",
  input: DropHeld,
  subject: async ({ sql }, { op }): Promise<Subject | null> => {
    const [row] = await sql<Subject>`
      select op::text, account_id as "accountId", account_name as "accountName" from sync_held where op = ${op}::uuid and op = any (sec.my_held())`;
    return row ?? null;
  },
  // Only whoever looks over the visits of its place finds it.
  may: () => true,
  run: async ({ tx, viewer }, { op, why }) => {
    const done =
      await tx.$executeRaw`update sync_held set dropped_at = now(), dropped_by = ${viewer.accountId}, dropped_by_name = ${viewer.name},
      dropped_why = ${why} where op = ${op}::uuid`;
    if (done !== 1) throw conflict();
    return { op };
  },
  fact: (_result, { op, why }, { accountId, accountName }) => ({
    subject: `account:${accountId}`,
    division: null,
    writer: accountName,
    ...{ op, why },
  }),
});
