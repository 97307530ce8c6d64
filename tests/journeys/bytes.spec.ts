// What a phone must fetch to see a page for the first time, and how much of it moves while it comes: more than this fails the build (a county pays for every kilobyte by the second, and a thumb hits what slid under it).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, signInAs, test } from "./support/app.ts";

const BUILD = join(import.meta.dirname, "../../.next");
const MOST_SCRIPTS = 1.3;
const MOST_HTML = 45_000;
/** As browsers count it: the share of the screen that moved, times how far. */
const MOST_SHIFT = 0.02;

/**
 * What every page of this build loads before anything of ours: the framework and the runtime, without the polyfill that
 * browsers of today leave alone. No page of ours is bare enough to be the floor; a bare page of a separate app weighs 3 % more.
 */
function frameworkBytes(): number {
  const { rootMainFiles } = JSON.parse(readFileSync(join(BUILD, "build-manifest.json"), "utf8")) as {
    rootMainFiles: string[];
  };
  expect(rootMainFiles.length).toBeGreaterThan(0);
  return rootMainFiles.reduce((sum, file) => sum + gzipSync(readFileSync(join(BUILD, file))).length, 0);
}

/** Everything that a browser with an empty cache fetches until the page is quiet, as it comes over the wire. */
async function firstVisit(page: Page, path: string) {
  const fetched: Promise<{ type: string; bytes: number }>[] = [];
  page.on("requestfinished", (request) => {
    fetched.push(
      request
        .sizes()
        .then(({ responseBodySize }) => ({ type: request.resourceType(), bytes: responseBodySize })),
    );
  });
  await page.addInitScript(watchShifts);
  await page.goto(path);
  await page.waitForLoadState("networkidle");
  const all = await Promise.all(fetched);
  const of = (type: string) =>
    all.filter((one) => one.type === type).reduce((sum, one) => sum + one.bytes, 0);
  const shift = await page.evaluate(() => (globalThis as Watched).shift ?? Number.NaN);
  return { scripts: of("script"), html: of("document"), requests: all.length, shift };
}

type Watched = typeof globalThis & { shift?: number };

/** In the browser, before anything of the page runs. */
function watchShifts() {
  const here = globalThis as Watched;
  here.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[])
      if (!entry.hadRecentInput) here.shift! += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
}

for (const [who, path] of [
  ["邓增罗布", "/today"],
  ["邓增罗布", "/visits/new"],
  ["邓增罗布", "/households"],
  ["次仁旺堆", "/households"],
  ["次仁旺堆", "/cockpit"],
] as const)
  test(`${path} is light and stands still for ${who}`, { tag: "@phone" }, async ({ page, browser }) => {
    await signInAs(page, who);
    const fresh = await browser.newContext({
      ...test.info().project.use,
      storageState: await page.context().storageState(),
    });
    try {
      const { scripts, html, requests, shift } = await firstVisit(await fresh.newPage(), path);
      const floor = frameworkBytes();
      const told = `scripts ${scripts} B (${(scripts / floor).toFixed(2)} × ${floor} B), HTML ${html} B, ${requests} requests, moved ${shift.toFixed(3)}`;
      test.info().annotations.push({ type: "bytes", description: told });
      expect(scripts, told).toBeGreaterThan(floor * 0.9); // the measuring itself works
      expect(scripts, told).toBeLessThanOrEqual(floor * MOST_SCRIPTS);
      expect(html, told).toBeGreaterThan(1000);
      expect(html, told).toBeLessThanOrEqual(MOST_HTML);
      expect(shift, told).toBeLessThanOrEqual(MOST_SHIFT);
    } finally {
      await fresh.close();
    }
  });
