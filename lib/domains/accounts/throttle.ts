/**
 * Slows guessing without locking an office behind one address (trust.md §4.6): unknown devices wait per account, a known device
 * has a bucket of its own, and an address with very many failures slows unknown devices only. Nothing is ever locked for good.
 */
import { keyed, knownDevice } from "#lib/platform/known-device.ts";
import { rule } from "#lib/platform/problem.ts";
import { countFailure, failuresOf, forgetFailures } from "#lib/platform/strangers.ts";

const FREE = 5;
const LONGEST = 15 * 60;
const FORGET = "1 hour";
const FORGET_MS = 3_600_000;
const ADDRESS_CEILING = 300;
const ADDRESS_WINDOW_MS = 600_000;
const SLOW_SLOT_MS = 2000;

/** Seconds to wait after so many failures: 64, 128 … up to a quarter of an hour. */
export const waitAfter = (failures: number) => (failures > FREE ? Math.min(2 ** failures, LONGEST) : 0);

export type Attempt = { username: string; address: string; device: string | undefined };

const addressWindow = (address: string, now: number) =>
  `ip:${keyed("address", address)}:${Math.floor(now / ADDRESS_WINDOW_MS)}`;

const wait = (seconds: number) =>
  seconds < 60
    ? rule("signIn.waitSeconds", { seconds: Math.max(1, Math.ceil(seconds)) })
    : rule("signIn.waitMinutes", { minutes: Math.ceil(seconds / 60) });

/** Counts the attempt before anything is verified, or says how long to wait. Hands back what to do afterwards. */
export async function admit({ username, address, device }: Attempt, now = Date.now()) {
  const known = knownDevice(device, username);
  const bucket = known ? `device:${keyed("known", known, username)}` : `account:${keyed("name", username)}`;
  if (!known) await slowCrowdedAddress(address, now);

  const before = await failuresOf(bucket);
  const fresh = before && now - before.last_at.getTime() < FORGET_MS ? before : null;
  const seen = fresh?.failures ?? 0;
  const due = waitAfter(seen);
  // Only a wait that is due can be left: the database's clock may stand a moment before ours.
  const left = fresh && due > 0 ? due - (now - fresh.last_at.getTime()) / 1000 : 0;
  if (left > 0) throw wait(left);
  const mine = await countFailure(bucket, FORGET);
  // Of those who waited together only one may try: the others see that somebody was counted in between.
  if (mine > FREE + 1 && mine !== seen + 1) throw wait(waitAfter(mine));
  return {
    succeeded: () => forgetFailures(bucket),
    failed: async () => {
      await countFailure(addressWindow(address, now), FORGET);
      return waitAfter(mine);
    },
  };
}

async function slowCrowdedAddress(address: string, now: number) {
  const crowd = await failuresOf(addressWindow(address, now));
  if ((crowd?.failures ?? 0) < ADDRESS_CEILING) return;
  const slot = `slow:${keyed("address", address)}:${Math.floor(now / SLOW_SLOT_MS)}`;
  if ((await countFailure(slot, FORGET)) > 1) throw wait(10);
}
