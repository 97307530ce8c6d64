// Every page that exists, also those of tomorrow: readable in every light and size and in both languages, quiet, and for thumbs.
import type { Page } from "@playwright/test";
import { expect, signInAs, test, violations } from "./support/app.ts";
import { chineseControls, leaks, sideways, tooSmall } from "./support/looks.ts";
import { addressOf, ROUTES } from "./support/pages.ts";

const DESK = "格桑德吉";
const PHONE = "嘎松曲珍";
const ENGLISH = "向巴泽仁";
/** One page of every kind (board, rows, list, detail, form, wizard, search): what large letters or English do to a kind, they do to all of it. */
const OF_EVERY_KIND = new Set([
  "/cockpit",
  "/cockpit/rows",
  "/households",
  "/households/[id]",
  "/visits/new",
  "/today",
  "/divisions",
  "/orgs/[id]/change",
  "/imports/[id]/check",
  "/search",
  "/me",
]);

// The two that walk through all pages come first: begun last, they would leave the other worker idle for minutes.
test("no two pages bear the same title", async ({ as }) => {
  test.slow();
  const page = await as(DESK);
  const titles = new Map<string, string>();
  for (const route of ROUTES) {
    const answer = await page.request.get(await addressOf(route, page, DESK));
    const there = new URL(answer.url()).pathname;
    const title = /<title>([^<]*)<\/title>/.exec(await answer.text())?.[1] ?? "";
    expect.soft(title, there).not.toBe("");
    expect.soft(titles.get(title) ?? there, `no other page is called “${title}”`).toBe(there);
    titles.set(title, there);
  }
});

test("the pages of every kind are still there", () => {
  expect([...OF_EVERY_KIND].filter((route) => !ROUTES.includes(route))).toEqual([]);
});

test("every page in English: no violation, nothing pushed sideways, no Chinese control, no key", async ({
  page,
}) => {
  test.setTimeout(ROUTES.length * 6_000);
  await signInAs(page, ENGLISH);
  await wish(page, "en");
  try {
    for (const route of ROUTES) {
      const path = await addressOf(route, page, ENGLISH);
      await page.goto(path);
      await expect.soft(page.locator("html"), path).toHaveAttribute("lang", "en");
      if (OF_EVERY_KIND.has(route)) expect.soft(await violations(page, "no colors"), path).toEqual([]);
      expect.soft(await sideways(page), path).toBe(0);
      expect.soft(await leaks(page, "en"), path).toEqual([]);
      expect.soft(await chineseControls(page), path).toEqual([]);
    }
  } finally {
    await wish(page, "zh-CN");
  }
});

for (const route of ROUTES) {
  test(`${route} at a desk: light, dark and 关怀, targets, words, title`, async ({ as }) => {
    const page = await as(DESK);
    const path = await addressOf(route, page, DESK);
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(200);
    expect.soft(await page.getByRole("heading", { level: 1 }).count(), "one h1").toBe(1);
    expect.soft(await violations(page), "light").toEqual([]);
    expect.soft(await tooSmall(page, 24, "all"), "targets of 24 px").toEqual([]);
    expect.soft(await leaks(page, "zh-CN"), "words of the machine").toEqual([]);
    expect.soft(await sideways(page), "pushed sideways").toBe(0);
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    expect.soft(await violations(page, "colors"), "dark").toEqual([]);
    // What the wish for large letters sets on the sheet; that the wish is kept, without-scripts.spec.ts proves.
    await page.evaluate(() => document.documentElement.setAttribute("data-text", "188"));
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    if (OF_EVERY_KIND.has(route)) expect.soft(await violations(page, "no colors"), "关怀").toEqual([]);
    expect.soft(await sideways(page), "pushed sideways in 关怀").toBe(0);
    expect.soft(await page.title()).toMatch(/.+ · 昌都三三四$/);
  });

  test(`${route} on a phone: fits its width, thumbs hit`, { tag: "@phone" }, async ({ as }) => {
    const page = await as(PHONE, test.info().project.use);
    const path = await addressOf(route, page, PHONE);
    await page.goto(path);
    expect.soft(await sideways(page), "pushed sideways at 390 px").toBe(0);
    expect.soft(await tooSmall(page, 44, "main"), "targets of 44 px").toEqual([]);
    expect.soft(await violations(page, "no colors")).toEqual([]);
  });
}

/** Presses one of the reading wishes in the menu of one's name. */
async function wish(page: Page, value: string): Promise<void> {
  await page.goto("/me");
  await page.locator("header summary").click();
  const button = page.locator(`header button[value="${value}"]`);
  await button.click();
  await expect(button).toHaveAttribute("aria-pressed", "true");
}
