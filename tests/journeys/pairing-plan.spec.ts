// A county plans the pairings of all its households without a helper at once, leaves one out, carries the plan out, and takes it back;
// and says which unit has which village. With and without scripts.
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
  await test.step("a slip pairs nobody: how many it touches is said first", async () => {
    const sure = page.getByRole("button", { name: `确认，为 ${before - 1} 户结对` });
    await expect(sure).toBeHidden();
    await page.locator("summary", { hasText: `为 ${before - 1} 户结对` }).click();
    await expect(page.locator("#carry-out")).toContainText(`${before - 1} 户各有一名责任人`);
    await expect(page.locator("#carry-out")).toContainText("没排上的 1 户不动");
    await sure.click();
  });
  await expect(page.getByText(`已按方案为 ${before - 1} 户结对`)).toBeVisible();
  const address = page.url();
  expect(await uncovered(page)).toBe(1);

  await page.goto(address);
  await page.locator("summary", { hasText: "登记有误，全部撤销" }).click();
  await expect(page.locator("#take-back")).toContainText(`${before - 1} 户按登记有误撤销`);
  await page.getByRole("button", { name: `确认，撤销 ${before - 1} 户的结对` }).click();
  await expect(page.getByText("已撤销，以后结束或更换过的不动")).toBeVisible();
  expect(await uncovered(page)).toBe(before);
  await test.step("a unit takes a village, and another follows it", () => villages(page, scripts));
}

/** Of the county's villages without a unit each walk takes another one, and leaves it as it was found: with one unit more in its history. */
async function villages(page: Page, scripts: boolean) {
  await page.goto("/pairings");
  await page.getByRole("link", { name: "单位包村", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("单位包村");
  await page.goto("/pairings/villages?f.show=free");
  const row = page.locator("main tbody tr")[scripts ? "first" : "last"]();
  const village = (await textOf(row.getByRole("link").first())).split(" ").at(-1) ?? "";
  if (scripts) await expectNoViolations(page);
  await row.getByRole("link", { name: "登记包村单位" }).click();
  await page.getByRole("searchbox", { name: /^找该单位的党组织/ }).fill("水利局");
  await page.getByRole("button", { name: "查找" }).click();
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.locator("[data-field=unit]")).toContainText("请填写这一项");
  await page.getByLabel(/^包村单位/).fill("察雅县水利局");
  await page.getByLabel(/^联系人/).fill("旦增 副局长");
  await page.locator("input[name=fromOn]").fill("2024-03-01");
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(village);
  const card = page.locator("section", { has: page.getByRole("heading", { name: "包村单位" }) });
  await expect(card).toContainText("察雅县水利局");

  await card.getByRole("link", { name: "结束或更换" }).click();
  await page.getByRole("link", { name: "更换单位" }).click();
  await page.getByLabel(/^包村单位/).fill("察雅县教育局");
  await page.locator("input[name=toOn]").fill("2025-06-01");
  await page.locator("input[name=fromOn]").fill("2025-05-20");
  await page.getByLabel(/^原因/).selectOption({ label: "轮换" });
  await page.getByRole("button", { name: "更换单位" }).click();
  // The next one begins when the first has left; what was typed is still there.
  await expect(page.locator("[data-field=fromOn]")).toContainText("2025-06-01");
  await expect(page.getByLabel(/^包村单位/)).toHaveValue("察雅县教育局");
  await page.locator("input[name=fromOn]").fill("2025-06-10");
  await page.getByLabel(/^原因/).selectOption({ label: "轮换" });
  await page.getByRole("button", { name: "更换单位" }).click();
  await expect(card.locator("tbody tr")).toHaveCount(2);
  await expect(card.locator("tbody tr").first()).toContainText("察雅县教育局");
  await expect(card.locator("tbody tr").last()).toContainText("2025-06-01 轮换");
}

test("a whole county's pairings are planned, changed, carried out and taken back", ({ page }) =>
  plan(page, true));

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("the same", ({ page }) => plan(page, false));
});
