/** Whether a sending of mine was taken in: for a phone that never heard the answer. */
import { query } from "#lib/platform/query.ts";
import { OneOp } from "../input.ts";

export const opTaken = query({
  name: "sync.taken",
  input: OneOp,
  run: async ({ sql, viewer }, { op }): Promise<{ sha256: string } | null> => {
    const [row] = await sql<{ sha256: string }>`select encode(payload_sha256, 'hex') as sha256 from sync_op
      where op = ${op}::uuid and account_id = ${viewer.accountId}`;
    return row ?? null;
  },
});
