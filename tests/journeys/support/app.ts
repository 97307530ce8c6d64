// What every journey stands on: a browser that fails on noise, on outside hosts and on what its policy refuses, and quick sign-in.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
  type Browser,
  type BrowserContextOptions,
  expect,
  type Locator,
  type Page,
  test as plain,
} from "@playwright/test";

type State = Awaited<ReturnType<ReturnType<Page["context"]>["storageState"]>>;
type As = (name: string, options?: BrowserContextOptions) => Promise<Page>;

/** Import `test` and `expect` from here: a journey with an error in the console, a refused style or an outside request fails. */
export const test = plain.extend<{ watched: undefined; as: As }>({
  watched: [
    async ({ page }, use) => {
      const heard = await watch(page);
      await use(undefined);
      heard.expectSilence();
    },
    { auto: true },
  ],
  /** Opens a browser of its own for a named person of the demo, so that several people act in one journey. */
  as: async ({ browser }, use) => {
    const ends: (() => Promise<void>)[] = [];
    await use(async (name, options) => {
      const { page, end } = await openFor(browser, name, options);
      ends.push(end);
      return page;
    });
    for (const end of ends) await end();
  },
});

export { expect };

/** Signing in is watched once per person; afterwards a browser takes the session over. */
const signedIn = new Map<string, State>();

/** All sessions of this person were ended on the way: whoever opens a browser for them next signs in anew. */
export const sessionsEnded = (name: string) => signedIn.delete(name);

async function openFor(browser: Browser, name: string, options?: BrowserContextOptions) {
  const { baseURL, locale, timezoneId } = test.info().project.use;
  const context = await browser.newContext({
    baseURL,
    locale,
    timezoneId,
    viewport: { width: 1366, height: 768 },
    isMobile: false,
    hasTouch: false,
    storageState: signedIn.get(name),
    ...options,
  });
  const page = await context.newPage();
  const heard = await watch(page);
  if (!signedIn.has(name)) {
    await signInAs(page, name);
    signedIn.set(name, await context.storageState());
  }
  const end = async () => {
    heard.expectSilence();
    await context.close();
  };
  return { page, end };
}

async function watch(page: Page) {
  const noise = await listen(page);
  const outside = await onlyThisHost(page);
  return {
    expectSilence() {
      expect.soft(outside, "requests to other hosts").toEqual([]);
      expect.soft(noise, "errors in the browser").toEqual([]);
    },
  };
}

/** Errors of the page: console, exceptions, and violations of the content security policy. */
async function listen(page: Page): Promise<string[]> {
  const noise: string[] = [];
  await page.exposeFunction("tellViolation", (what: string) => noise.push(`policy: ${what}`));
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", (event) =>
      (window as unknown as { tellViolation(what: string): void }).tellViolation(
        `${event.violatedDirective} ${event.blockedURI} on ${location.pathname} ${event.sample}`,
      ),
    ),
  );
  page.on("console", (message) => {
    if (message.type() === "error" && !isAnswer(message.text()))
      noise.push(`${new URL(page.url()).pathname}: ${message.text()}`);
  });
  page.on("pageerror", (error) => noise.push(`${new URL(page.url()).pathname}: exception: ${error.message}`));
  return noise;
}

/** Chromium writes every answer of 400 and more into the console; a page that says "not found" in words is no defect, and where a journey takes the network away there is none. */
const isAnswer = (text: string) =>
  /^Failed to load resource: (the server responded with a status of 4\d\d|net::ERR_INTERNET_DISCONNECTED)/.test(
    text,
  );

/** Blocks and remembers every request that leaves the app's own host. */
export async function onlyThisHost(page: Page): Promise<string[]> {
  const outside: string[] = [];
  const home = new URL(test.info().project.use.baseURL ?? "").host;
  await page.context().route(
    (url) => /^(https?|wss?):$/.test(url.protocol) && url.host !== home,
    (route) => {
      outside.push(route.request().url());
      return route.abort();
    },
  );
  return outside;
}

/** The one-click sign-in of the demo, by the person's name as the sign-in page shows it. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("button", { name }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}

/** No accessibility violation as the page stands, in the light and in the dark. */
export async function expectNoViolations(page: Page): Promise<void> {
  // On the way from one page to the next there is for a moment no title.
  await expect(page).toHaveTitle(/\S/);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect.soft(await violations(page), `${colorScheme}, ${new URL(page.url()).pathname}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

/** Found by way of its wrapper, whose own way (a fresh copy and a second page for each look) takes more than twice the time. */
const AXE = readFileSync(
  createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright")).resolve(
    "axe-core/axe.min.js",
  ),
  "utf8",
);
type Found = { violations: { id: string; nodes: { target: unknown[] }[] }[] };
type WithAxe = typeof globalThis & { axe?: { run(asked: object): Promise<Found> } };

/** What axe finds; colors alone, or all but colors where they were looked at before and only size or language differ. */
export async function violations(
  page: Page,
  what: "all" | "colors" | "no colors" = "all",
): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
  const rules = {
    all: {},
    colors: { runOnly: ["color-contrast"] },
    "no colors": { rules: { "color-contrast": { enabled: false } } },
  }[what];
  // Of what is in order, only that it is: an address for each part of a long table takes most of the time.
  return page.evaluate(async (asked) => {
    const { violations: found } = await (globalThis as WithAxe).axe!.run({
      ...asked,
      resultTypes: ["violations"],
    });
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" · ")}`);
  }, rules);
}

export type Behind = { met: number; all: number };

/** A number of the cockpit at the viewer's own unit this month, as the item's page tells it, each proven by its rows. */
export async function numberOf(page: Page, indicator: "R2.1" | "R2.3"): Promise<Behind> {
  await page.goto("/cockpit/R2");
  const panel = page.locator(`a[href*="i=${indicator}&"][href*="part=met"]`).first();
  await expect(panel).toBeVisible();
  const told = digits(await textOf(panel));
  await panel.click();
  await page.waitForURL(/part=met/);
  const met = await rowsTotal(page);
  expect(met, `${indicator}: the number on the page is the number of its rows`).toBe(told);
  await page.getByRole("link", { name: /^全部/ }).click();
  await page.waitForURL(/part=all/);
  return { met, all: await rowsTotal(page) };
}

/** What a page of rows says it holds. */
export async function rowsTotal(page: Page): Promise<number> {
  const total = page.locator("[data-rows-total]");
  await expect(total).toBeVisible();
  return Number(await total.getAttribute("data-rows-total"));
}

export const digits = (text: string): number => Number(text.replace(/\D/g, ""));

/** The words of one element. */
export const textOf = async (element: Locator): Promise<string> =>
  ((await element.textContent()) ?? "").trim();
