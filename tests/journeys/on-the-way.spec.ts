// While a page is on its way: its shape stands there, after five seconds one may turn back, and what is not there still says 404.
import type { Page } from "@playwright/test";
import { expect, signInAs, test } from "./support/app.ts";

/** Keeps every page that the router asks for back by so many milliseconds, as a valley's network does; gives how many went on. */
async function slowNetwork(page: Page, ms: number) {
  let answered = 0;
  await page.route(
    (url) => url.searchParams.has("_rsc"),
    async (route) => {
      await new Promise((go) => setTimeout(go, ms));
      // Nobody may be waiting for it any more.
      await route.continue().catch(() => undefined);
      answered += 1;
    },
  );
  return () => answered;
}

test("a slow household shows the shape of a file first, then the household", async ({ page }) => {
  await signInAs(page, "次仁旺堆");
  await page.goto("/households");
  await page.waitForLoadState("networkidle");
  await slowNetwork(page, 2_000);
  const family = page.locator("main table a[href^='/households/']").first();
  const name = (await family.textContent())!;
  await family.click();
  await expect(page.locator("main [data-shape=detail]")).toBeVisible();
  await expect(page.locator("main h1")).toBeHidden();
  await expect(page.locator("main h1")).toContainText(name);
  await expect(page.locator("main [data-shape]")).toHaveCount(0);
});

test("after five seconds one may turn back, and stays where one was", async ({ page }) => {
  await signInAs(page, "次仁旺堆");
  await page.goto("/households");
  await page.waitForLoadState("networkidle");
  const answered = await slowNetwork(page, 9_000);
  await page.locator("main table a[href^='/households/']").first().click();
  await expect(page.getByText("网络较慢，仍在加载…")).toBeVisible();
  await page.getByRole("button", { name: "取消" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "户档案" })).toBeVisible();
  // The answer that comes after all changes nothing.
  await expect.poll(answered).toBeGreaterThan(0);
  await page.waitForLoadState("networkidle");
  await expect(page.locator("main .arriving")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1, name: "户档案" })).toBeVisible();
  await expect(page).toHaveURL(/\/households$/);
});

test("sorting dims the list instead of taking it away", async ({ page }) => {
  await signInAs(page, "次仁旺堆");
  await page.goto("/households");
  await page.waitForLoadState("networkidle");
  await slowNetwork(page, 2_000);
  await page.getByRole("columnheader", { name: "户编号" }).getByRole("link").click();
  await expect(page.locator("main .arriving[data-same]")).toHaveCount(1);
  await expect(page.locator("main table")).toBeVisible();
  await expect(page).toHaveURL(/sort=/);
  await expect(page.locator("main .arriving")).toHaveCount(0);
});

test("a page that is not there answers 404, not a shape", async ({ page }) => {
  await signInAs(page, "次仁旺堆");
  const answer = await page.goto("/households/00000000-0000-4000-8000-000000000000");
  expect(answer?.status()).toBe(404);
});

test("a condition chosen before the scripts arrive stays chosen, and a link that takes it away takes it away", async ({
  page,
}) => {
  await signInAs(page, "嘎松曲珍");
  let arrive: () => void = () => undefined;
  const arrived = new Promise<void>((go) => {
    arrive = go;
  });
  await page.route(/\.js(\?|$)/, async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto("/admin/accounts", { waitUntil: "commit" });
  const role = page.locator("select[name='f.role']");
  await role.selectOption({ label: "村干部" });
  arrive();
  await page.waitForLoadState("networkidle");
  await expect(role).toHaveValue("VILLAGE_CADRE");
  await page.getByRole("button", { name: "查询" }).click();
  await expect(page).toHaveURL(/\/admin\/accounts\?f\.role=VILLAGE_CADRE$/);
  await page.getByRole("link", { name: "重置" }).click();
  await expect(page).toHaveURL(/\/admin\/accounts$/);
  await expect(role).toHaveValue("");
});
