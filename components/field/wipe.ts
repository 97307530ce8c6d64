/** What goes from the phone, and when: at a sign-out, when a sign-in was ended, after days without contact. What was not delivered stays, sealed. */
import { KEPT_DAYS } from "#lib/domains/sync/op.ts";
import { about } from "./about-phone.ts";
import { lockName } from "./box.ts";
import { read, readAll, write } from "./database.ts";
import type { Item } from "./outbox.ts";
import { sealedOf } from "./sealed-item.ts";

/** All that can be read goes, of everybody; what was not delivered stays as it was sealed to the server, and so does a lock. */
export async function wipe(): Promise<void> {
  const items = await readAll<Item>("outbox");
  for (const item of items) await sealedOf(item);
  const stuck = new Set<number>();
  const changes: Parameters<typeof write> = [{ clear: "kept" }, { clear: "drafts" }];
  for (const item of items) {
    if ((await read("sealed", item.id)) === undefined) {
      stuck.add(item.account);
      continue;
    }
    changes.push({ in: "outbox", key: item.id, value: { ...item, box: null } });
    for (const { id } of item.photos) changes.push({ in: "photos", key: id });
  }
  for (const account of new Set(items.map((one) => one.account)))
    if (!stuck.has(account)) changes.push({ in: "keys", key: account });
  await write(...changes);
}

/** So long nobody heard of this phone that it may be lost. */
export async function wipeWhenOld(): Promise<void> {
  const phone = await about();
  if (phone?.lastAt && Date.now() - phone.lastAt > KEPT_DAYS * 86_400_000) await wipe();
}

/** Nothing of anybody is left, unless something still waits to be delivered. */
export async function leave(): Promise<void> {
  const waiting = await readAll<Item>("outbox");
  if (waiting.some(({ held }) => !held)) return wipe();
  const all = ["kept", "keys", "photos", "drafts", "about", "outbox", "sealed"] as const;
  await write(...all.map((name) => ({ clear: name })));
}

/** The wrong password too often, or forgotten: the lock stays shut until its owner has signed in again. */
export async function spendLock(account: number): Promise<void> {
  await wipe();
  const lock = await read<object>("about", lockName(account));
  await write({ in: "about", key: lockName(account), value: { ...lock, spent: true } });
}
