/** What the phone keeps of the registry: sealed, for a few days, and gone when somebody else signs in. */
import { KEPT_DAYS } from "#lib/domains/sync/op.ts";
import type { FirstSync } from "#lib/domains/sync/queries/first-sync.ts";
import { tellAbout } from "./about-phone.ts";
import { type Box, sealText, unsealText } from "./box.ts";
import { read, write } from "./database.ts";
import { itemsOf } from "./outbox.ts";
import { sealedOf } from "./sealed-item.ts";

type KeptRow = { account: number; at: number; bytes: number; households: number; box: Box };

export async function keep(first: FirstSync, bytes: number): Promise<void> {
  const { account, households } = first;
  const box = await sealText(account, JSON.stringify(first));
  const row: KeptRow = { account, at: Date.now(), bytes, households: households.length, box };
  await write({ in: "kept", key: account, value: row });
  await tellAbout({ sealTo: first.sealTo });
  // What was written down before the server was known.
  for (const item of await itemsOf(account)) await sealedOf(item);
}

export type Kept = { at: number; bytes: number; households: number };

export async function keptOf(account: number): Promise<KeptRow | null> {
  const row = await read<KeptRow>("kept", account);
  if (!row) return null;
  if (Date.now() - row.at <= KEPT_DAYS * 86_400_000) return row;
  await forget();
  return null;
}

export async function registryOf(account: number): Promise<FirstSync | null> {
  const row = await keptOf(account);
  return row ? (JSON.parse(await unsealText(account, row.box)) as FirstSync) : null;
}

/** The registry goes; what was written down and not delivered stays. */
const forget = () => write({ clear: "kept" });
