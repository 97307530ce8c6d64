// The pages of the field on the phone of the paper, in a real browser: what Lighthouse sees, how long a tap takes, what a page carries, and the first filling of a phone.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type BrowserContext, type CDPSession, chromium, type Page } from "@playwright/test";
import type pg from "pg";
import { StartProblem } from "../start-problem.ts";
import { weigh } from "./bytes.ts";
import { fetchLighthouse, type Lookout, lookThrough } from "./lighthouse.ts";
import { median, quantile } from "./measure.ts";
import type { Ground } from "./pages.ts";
import { freePort } from "./processes.ts";
import type { Visitor } from "./visitor.ts";

type Field = Ground & { village: Visitor; owner: pg.Pool };
type Hand = { context: BrowserContext; origin: string; port: number };

const ROUNDS = 3;
const HOUSEHOLDS = 200;
const READY_WITHIN_MS = 60_000;
const SCREEN = { width: 360, height: 640 };

export async function measurePhone(ground: Field): Promise<void> {
  await fetchLighthouse();
  const household = ground.askers.village.household;
  const pages = [
    ["today", "/today"],
    ["visit form", `/visits/new?household=${household}`],
    ["household", `/households/${household}`],
  ] as const;
  await measureWeight(ground, pages);
  await withPhone(ground.village, async (hand) => {
    for (const [what, at] of pages) await measureLook(ground, hand, what, at);
  });
  for (const [what, at] of pages) await measureTaps(ground, what, at);
}

async function measureWeight(
  { village, next, report }: Field,
  pages: readonly (readonly [string, string])[],
) {
  const bare = await weigh(next, "/");
  for (const [what, at] of pages)
    report.add({
      ...{ goal: "#6", what: `${what}: scripts, to a bare Next page of this run`, unit: "kB" },
      ...{ ours: (await weigh(village, at)).scripts / 1000, floor: bare.scripts / 1000, limit: 1.3 },
    });
}

/** A browser with a profile of its own, signed in as the visitor, reachable for Lighthouse. */
async function withPhone(visitor: Visitor, work: (hand: Hand) => Promise<void>): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), "bench-phone-"));
  const port = await freePort();
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const context = await chromium.launchPersistentContext(home, {
    executablePath: browserPath(),
    args: [...asRoot, `--remote-debugging-port=${port}`, "--disable-quic", "--no-first-run"],
    ...{ viewport: SCREEN, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
    ...{ locale: "zh-CN", timezoneId: "Asia/Shanghai" },
  });
  try {
    await context.addCookies(
      visitor
        .cookie()
        .split("; ")
        .filter(Boolean)
        .map((pair) => {
          const at = pair.indexOf("=");
          return { name: pair.slice(0, at), value: pair.slice(at + 1), url: visitor.origin };
        }),
    );
    await work({ context, origin: visitor.origin, port });
  } finally {
    await context.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

function browserPath(): string {
  const found = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
    (one) => one && existsSync(one),
  );
  if (!found) throw new StartProblem("no Chromium found: set CHROMIUM_PATH");
  return found;
}

async function measureLook({ report }: Field, { context, origin, port }: Hand, what: string, at: string) {
  const looks: Lookout[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    // Lighthouse empties the cache before each round; what says that the style sheet lies there goes with it.
    await context.clearCookies({ name: "sheet" });
    looks.push(await lookThrough(origin + at, port));
  }
  const of = (field: keyof Lookout) => median(looks.map((look) => look[field]));
  const goals = [
    ["largest paint", of("lcp"), 2300, "ms"],
    ["layout shift", of("cls"), 0.02, ""],
    ["scripts that block", of("tbt"), 150, "ms"],
    ["first paint", of("fcp"), 1400, "ms"],
  ] as const;
  for (const [name, ours, floor, unit] of goals)
    report.add({
      ...{ goal: "#6", what: `${what}: ${name}, Lighthouse on the phone`, ours, floor, unit, limit: 1 },
      note: name === "largest paint" ? `score ${of("score").toFixed(0)}` : undefined,
    });
}

/** The same slowness for our own hand as for Lighthouse's. */
async function slow(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    ...{ offline: false, latency: 150 },
    ...{ downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 },
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  return session;
}

/** Every tap and key is timed by the browser itself, from the finger to the next picture. */
async function measureTaps({ report, village }: Field, what: string, at: string) {
  const taken: number[] = [];
  await withPhone(village, async ({ context, origin }) => {
    for (let round = 0; round < ROUNDS; round++) {
      const page = await context.newPage();
      await slow(page);
      await page.addInitScript(listen);
      await page.goto(origin + at, { waitUntil: "networkidle" });
      await tapAround(page);
      taken.push(...(await page.evaluate(heard)));
      await page.close();
    }
  });
  report.add({
    ...{ goal: "#6", what: `${what}: from a tap to the next picture, p95`, unit: "ms" },
    ...{ ours: quantile(taken, 0.95), floor: 150, limit: 1, note: `${taken.length} taps and keys` },
  });
}

type Listening = typeof globalThis & { taps?: Map<number, number> };

function listen() {
  const taps = new Map<number, number>();
  (globalThis as Listening).taps = taps;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[])
      if (entry.interactionId)
        taps.set(entry.interactionId, Math.max(taps.get(entry.interactionId) ?? 0, entry.duration));
  }).observe({ type: "event", durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}
const heard = () => [...((globalThis as Listening).taps?.values() ?? [])];

/** What a thumb can do on a page without leaving it: choices, folds and a word in each field. */
async function tapAround(page: Page): Promise<void> {
  const main = page.locator("#content");
  for (const name of ["label:has(input[type=radio])", "label:has(input[type=checkbox])", "summary"])
    for (const one of (await main.locator(name).all()).slice(0, 8))
      if (await one.isVisible()) await one.tap().catch(() => undefined);
  for (const field of (await main.locator("textarea, input[type=text]").all()).slice(0, 2))
    if (await field.isVisible()) await field.pressSequentially("bench", { delay: 80 });
  // A tap beside everything, so that a page without any of these is timed as well.
  for (let times = 0; times < 3; times++) await page.touchscreen.tap(8, 300);
  await page.waitForTimeout(400);
}

/** From the tap on one's name until today stands there without a network: the registry is kept and the worker holds the shell. */
export async function measureFilling({ app, report, owner, askers }: Field): Promise<void> {
  const homes = await widen(owner, askers.village);
  const took: number[] = [];
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round++)
    await withPhone(nobodyAt(app.origin), async ({ context, origin }) => {
      const page = await context.newPage();
      await page.goto(`${origin}/sign-in`, { waitUntil: "networkidle" });
      const session = await slow(page);
      const registry = new Set<string>();
      session.on("Network.responseReceived", ({ requestId, response }) => {
        if (new URL(response.url).pathname === "/api/sync/first") registry.add(requestId);
      });
      session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
        if (registry.has(requestId)) bytes = Math.max(bytes, encodedDataLength);
      });
      const began = performance.now();
      await page.locator(`button[name=account][value="${askers.village.accountId}"]`).tap();
      await untilReady(page);
      took.push(performance.now() - began);
    });
  if (bytes === 0) throw new Error("no registry came over the wire");
  const note = `${homes} households`;
  report.add({
    ...{ goal: "#6", what: "a phone filled for the first time, from the tap to ready", note },
    ...{ ours: median(took) / 1000, floor: 8, unit: "s", limit: 1 },
  });
  report.add({
    ...{ goal: "#6", what: "the registry on the wire", note },
    ...{ ours: bytes / 1000, floor: 400, unit: "kB", limit: 1 },
  });
}

async function untilReady(page: Page): Promise<void> {
  const until = performance.now() + READY_WITHIN_MS;
  const ready = () =>
    page.evaluate(async () => {
      const said = document.querySelector("[data-field-state]")?.textContent ?? "";
      const worker = await navigator.serviceWorker.getRegistration();
      return /^\d\d:\d\d$/.test(said) && worker?.active?.state === "activated";
    });
  // On the way from page to page there is nobody to ask.
  while (!(await ready().catch(() => false))) {
    if (performance.now() > until) throw new Error("the phone was not filled");
    await sleep(50);
  }
}

const nobodyAt = (origin: string) => ({ origin, cookie: () => "" }) as Visitor;

/** The secretary's post over neighbouring villages too, until as many households are theirs. */
async function widen(owner: pg.Pool, { accountId, unit }: { accountId: number; unit: number }) {
  await owner.query(
    `insert into role_grant (account_id, role, division_id)
     select $1, 'FIRST_SECRETARY', division_id from (
       select h.division_id, sum(count(*)) over (order by h.division_id <> $2, h.division_id) - count(*) as before
       from household h where h.status not in ('REMOVED', 'DISSOLVED') group by h.division_id) v
     where before < $3 and division_id <> $2`,
    [accountId, unit, HOUSEHOLDS],
  );
  const { rows } = await owner.query<{ n: number }>(
    `select count(*)::int as n from household h join role_grant g on g.division_id = h.division_id
     where g.account_id = $1 and h.status not in ('REMOVED', 'DISSOLVED')`,
    [accountId],
  );
  return rows[0]!.n;
}
