/** A page begins: whose the phone is, the lock that shuts by itself, and the moments at which it sends without being asked. */
import { type About, about, deviceAllows, takeOver } from "./about-phone.ts";
import { lockOf, seen, shut, shutWhenCold, shutWhenLeft } from "./lock.ts";
import { listenElsewhere, look, lookAgain, phoneNow, tell } from "./phone-state.ts";
import { sync } from "./sync-now.ts";
import { wipeWhenOld } from "./wipe.ts";

const TICK_MS = 60_000;

/** With an account the phone is that person's; without one (no network, no page of the server) it is whose it was. */
export async function startPhone(account: number | null, worker: boolean): Promise<boolean> {
  if (!deviceAllows()) return false;
  const whose: About | undefined = account === null ? await about() : await takeOver(account);
  // Nobody's: there is nothing to wait for, and whoever shows it may say so.
  if (!whose) {
    tell({ ready: true });
    return false;
  }
  if (phoneNow().account === whose.account) return true;
  // Where no page of the server came, there was no network until the server answers.
  tell({ account: whose.account, stop: account === null ? "offline" : null });
  await shutWhenCold(whose.account);
  await wipeWhenOld();
  await look();
  tell({ ready: true });
  listenElsewhere();
  if (worker) void navigator.serviceWorker?.register("/sw.js").catch(() => undefined);
  const go = () => void sync();
  addEventListener("online", go);
  addEventListener("offline", () => tell({ stop: "offline" }));
  watchLeaving(whose.account);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && go());
  setInterval(go, TICK_MS);
  go();
  return true;
}

/** The lock shuts by itself while nobody looks, and whoever comes back is asked before anything is shown. */
function watchLeaving(account: number): void {
  const look = async () => {
    if (await shutWhenLeft(account)) return lookAgain();
    if (document.visibilityState === "visible") seen();
  };
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") seen();
    else void look();
  });
  addEventListener("pagehide", () => document.visibilityState === "visible" && seen());
  setInterval(() => void look(), TICK_MS);
}

/** Somebody hands the phone over. */
export async function lockNow(): Promise<void> {
  const { account } = phoneNow();
  if (account === null || !(await lockOf(account))) return;
  await shut(account);
  await lookAgain();
}
