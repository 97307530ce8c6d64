/** Takes an operation in once: the same sending again is answered as before, another one under its number is refused and told. */
import { conflict, notFound } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { OpKind } from "../op.ts";

export type Taken<T> = { value: T; seq: string; repeated: boolean };
type Sending = {
  op: string;
  sha256: string;
  device: string;
  writtenAt: string;
  kind: OpKind | "PHOTO";
};

/** Names the problem by which the door knows that the number came back with something else. */
export const TWISTED = "sync.twisted";

export async function once<T extends Record<string, unknown>>(
  work: Work,
  sending: Sending,
  perform: () => Promise<T>,
): Promise<Taken<T>> {
  const before = await known<T>(work, sending);
  if (before) return before;
  const value = await perform();
  // A twin on its way has waited for us at the rows that both write; whoever comes second finds the first one's answer.
  const [row] = await work.sql<{ seq: string }>`
    insert into sync_op (op, account_id, kind, device, payload_sha256, result, written_at)
    values (${sending.op}::uuid, ${work.viewer.accountId}, ${sending.kind}, ${sending.device}, decode(${sending.sha256}, 'hex'),
      ${JSON.stringify(value)}::jsonb, ${sending.writtenAt}::timestamptz)
    on conflict (op) do nothing returning server_seq::text as seq`;
  if (row) return { value, seq: row.seq, repeated: false };
  const twin = await known<T>(work, sending);
  if (!twin) throw notFound(); // somebody else's number
  return twin;
}

async function known<T>({ sql }: Work, { op, sha256, kind }: Sending): Promise<Taken<T> | null> {
  const [row] = await sql<{ result: T; seq: string; same: boolean }>`
    select result, server_seq::text as seq, payload_sha256 = decode(${sha256}, 'hex') and kind = ${kind} as same
    from sync_op where op = ${op}::uuid`;
  if (!row) return null;
  if (!row.same) throw conflict(TWISTED);
  return { value: row.result, seq: row.seq, repeated: true };
}
