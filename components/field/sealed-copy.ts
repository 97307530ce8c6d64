/**
 * The second copy of whatever waits in the outbox, sealed to the server: the phone itself cannot read it, so it may stay when all
 * that is readable must go, and it is what leaves the phone as a file.
 */

import { sealToServer } from "#lib/base/seal-to-server.ts";
import type { OpKind } from "#lib/domains/sync/op.ts";

type Head = { kind: OpKind; id: string; account: number; op: string; sha256: string; writtenAt: string };
type Picture = { id: string; sha256: string; bytes: Uint8Array };

export async function sealedCopy(
  sealTo: string,
  device: string,
  { kind, id, account, op, sha256, writtenAt }: Head,
  values: string,
  pictures: readonly Picture[],
): Promise<Uint8Array<ArrayBuffer>> {
  const photos = pictures.map(({ bytes, ...photo }) => ({ ...photo, bytes: inBase64(bytes) }));
  const ops = [{ kind, op, sha256, writtenAt, values, visit: id, photos }];
  const sealed = await sealToServer(sealTo, JSON.stringify({ form: 1, account, device, ops }));
  return new Uint8Array(await sealed.arrayBuffer());
}

function inBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
