// A county plans the pairings of all its households without a helper at once, leaves one out, carries the plan out, and takes it back; with and without scripts.
import type { Page } from "@playwright/test";
import { digits, expect, expectNoViolations, signInAs, test, textOf } from "./support/app.ts";

const uncovered = async (page: Page) => {
  await page.goto("/pairings/uncovered");
  const tab = page.locator("main nav a[aria-current=page]", { hasText: "未结对的户" });
  return digits(await textOf(tab));
};

async function plan(page: Page, scripts: boolean) {
  await signInAs(page, "嘎松曲珍");
  const before = await uncovered(page);
  expect(before).toBeGreaterThan(1);
  await expect(page.getByRole("columnheader", { name: "空档天数" })).toBeVisible();

  await page.getByRole("link", { name: "自动排结对" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("结对方案");
  const rank = (code: string) => page.locator(`input[name='ranks[]'][value=${code}]`);
  for (const code of ["COUNTY_LEADER", "SECTION_LEADER", "STAFF", "VILLAGE_CADRE"])
    await rank(code).uncheck();
  await page.getByRole("button", { name: "开始排" }).click();
  // Nobody to choose from: said beside the question.
  await expect(page.locator("fieldset[data-field=ranks]")).toContainText("请勾选哪些职级的人参加");
  await rank("STAFF").check();
  await rank("VILLAGE_CADRE").check();
  await page.getByRole("button", { name: "开始排" }).click();
  await page.waitForURL(/\/pairings\/plan\/[0-9a-f-]{36}/);
  await expect(page.locator("main")).toContainText(`${before} 户要排，排上 ${before} 户`);
  if (scripts) await expectNoViolations(page);

  await test.step("one household is left out by hand", async () => {
    await page.getByRole("link", { name: "换人" }).first().click();
    await page.getByLabel("这户先留空").check();
    await page.getByRole("button", { name: "换成这位" }).click();
    await expect(page.locator("main")).toContainText(`${before} 户要排，排上 ${before - 1} 户`);
    await expect(page.locator("main tbody tr").first()).toContainText("人工留空");
  });
  await test.step("planning anew keeps what was decided", async () => {
    await page.getByRole("button", { name: "按现在的情况重排" }).click();
    await expect(page.getByText("已重排")).toBeVisible();
    await expect(page.locator("main")).toContainText(`${before} 户要排，排上 ${before - 1} 户`);
  });
  await page.getByRole("button", { name: `为 ${before - 1} 户结对` }).click();
  await expect(page.getByText(`已按方案为 ${before - 1} 户结对`)).toBeVisible();
  const address = page.url();
  expect(await uncovered(page)).toBe(1);

  await page.goto(address);
  await page.getByRole("button", { name: "登记有误，全部撤销" }).click();
  await expect(page.getByText("已撤销，以后结束或更换过的不动")).toBeVisible();
  expect(await uncovered(page)).toBe(before);
}

test("a whole county's pairings are planned, changed, carried out and taken back", ({ page }) =>
  plan(page, true));

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("the same", ({ page }) => plan(page, false));
});
