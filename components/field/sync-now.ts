/** One sync: sends what waits, fetches the registry when it has aged, and lets a new version of the program in. One at a time, over all windows. */
import { type About, about, tellAbout } from "./about-phone.ts";
import { fetchRegistry } from "./fetch-registry.ts";
import { itemsOf } from "./outbox.ts";
import { lookOfPage, lookWith } from "./page-look.ts";
import { look, lookAgain, phoneNow, tell } from "./phone-state.ts";
import { keptOf } from "./registry.ts";
import { ask, handOver, type Stop, sendAll, stopOf, tellWaiting } from "./send.ts";
import { wipe, wipeWhenOld } from "./wipe.ts";

const REGISTRY_AGES_MS = 10 * 60_000;
const SHELL_AGES_MS = 86_400_000;

let running: Promise<void> | null = null;

type Why = "by itself" | "just written" | "asked for";

/** Sends what waits and fetches the registry when it has aged. One at a time, over all windows. */
export async function sync(why: Why = "by itself"): Promise<void> {
  if (running && why === "by itself") return running;
  if (why !== "by itself") tell({ stop: null });
  await running;
  running = alone(() => syncNow(why === "asked for")).finally(() => {
    running = null;
  });
  return running;
}

async function alone(work: () => Promise<void>): Promise<void> {
  try {
    await (navigator.locks ? navigator.locks.request("field-sync", work) : work());
  } catch {
    tell({ stop: "busy", sending: null }); // the phone's own trouble; the next minute tries again
  }
}

async function syncNow(all: boolean): Promise<void> {
  await wipeWhenOld();
  await look();
  const whose = await about();
  if (!whose || whose.account !== phoneNow().account || phoneNow().locked) return;
  const { accepted, stop, serverNow } = await sendAll(whose, all, (sending) => {
    tell({ sending });
    void look();
  });
  await tellWaiting(whose.device, (await itemsOf(whose.account)).length).catch(() => undefined);
  if (serverNow !== null) tell({ clockOff: serverNow - Date.now() });
  if (accepted > 0) {
    await tellAbout({ stale: true });
    tell({ delivered: phoneNow().delivered + accepted });
  }
  if (stop) return stopped(stop);
  if (whose.wishes) {
    const failed = await sendWishes(whose);
    if (failed) return stopped(failed);
  }
  const kept = await keptOf(whose.account);
  const stale = accepted > 0 || whose.stale;
  // A browser that sees no way out may still reach a server on the same machine or cable: asked, not believed.
  const asks = all || stale || phoneNow().stop || !navigator.onLine;
  if (asks || !kept || Date.now() - kept.at > REGISTRY_AGES_MS) {
    const failed = await fetchRegistry(whose.account);
    if (failed) return stopped(failed);
    await tellAbout({ lastAt: Date.now(), stale: false });
  }
  tell({ stop: null });
  await lookAgain();
  // The page stands as it was made before the wishes came through: it says nothing about how one reads now.
  if (!whose.wishes) await freshShell(whose);
}

/** A page may have been made just before they came through: it is made anew by the next sync, and then they are done with. */
async function sendWishes({ wishes, wishesTold }: About): Promise<Stop | null> {
  const anew = () => tell({ delivered: phoneNow().delivered + 1 });
  const now = lookOfPage();
  if (wishesTold) {
    await tellAbout({ wishes: undefined, wishesTold: undefined });
    if (wishes && now !== null && now !== lookWith(now, wishes)) anew();
    return null;
  }
  try {
    await ask("/api/sync/wishes", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(wishes),
    });
  } catch (error) {
    return stopOf(error) ?? "busy";
  }
  // Chosen anew meanwhile: that goes with the next one.
  if (JSON.stringify(wishes) === JSON.stringify((await about())?.wishes))
    await tellAbout({ wishesTold: true });
  anew();
  return null;
}

async function stopped(stop: Stop): Promise<void> {
  const { account } = phoneNow();
  if (stop === "gone" && account !== null) {
    await handOver(account).catch(() => undefined); // the next minute tries again
    await wipe();
  }
  tell({ stop });
  await lookAgain();
}

/** Once a day, and when its person reads in another way, the empty shell is fetched anew; a new version of the program takes over only when nothing waits. */
async function freshShell({ shellAt, look, shellLook }: About): Promise<void> {
  const now = lookOfPage();
  if (now !== null && now !== look) await tellAbout({ look: now });
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration) return;
  if (phoneNow().items.length === 0) registration.waiting?.postMessage("go");
  const otherLook = now !== null && now !== shellLook;
  if (!registration.active || (Date.now() - shellAt < SHELL_AGES_MS && !otherLook)) return;
  registration.active.postMessage("shell");
  await tellAbout({ shellAt: Date.now(), ...(now === null ? {} : { shellLook: now }) });
}
