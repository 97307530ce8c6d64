// A county gives a village its posts, appoints a secretary back in time, lets one leave, and sees since when the place is empty.
import type { Page } from "@playwright/test";
import { expect, expectNoViolations, signInAs, test } from "./support/app.ts";
import { nameOfRun } from "./support/sheets.ts";

/** A village of another township each time, so that the journey may run again on the same database. */
async function appointAnew(page: Page, name: string) {
  await page.goto("/cadres?f.shown=vacant");
  const empty = page.locator("main table tbody tr").filter({ hasText: "村" }).first();
  await empty.getByRole("link").nth(1).click();
  await page.waitForURL(/\/cadres\/posts\//);
  await page.getByRole("link", { name: "任职", exact: true }).click();
  await page.getByRole("searchbox", { name: "找人" }).fill("无此人");
  await page.getByRole("button", { name: "查找" }).click();
  await expect(page.getByText("没有找到“无此人”")).toBeVisible();
  await page.getByLabel("姓名", { exact: true }).fill(name);
  await page.getByLabel("选举").check();
  await page.getByLabel("任职起").fill("1979-05-01");
  await page.getByRole("button", { name: "确定任职" }).click();
  await expect(page.getByLabel("任职起")).toHaveAccessibleDescription(/太早|日期/);
  await expect(page.getByLabel("姓名", { exact: true })).toHaveValue(name);
  await page.getByLabel("任职起").fill("今天");
  await page.getByLabel("懂三农").check();
  await page.getByRole("button", { name: "确定任职" }).click();
  await expect(page.getByText("任职已登记")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: name })).toContainText("选举");
}

test("a place is filled, its holder's page tells it, and a mistake is taken back", async ({ page }) => {
  test.slow();
  const name = nameOfRun("班子");
  await signInAs(page, "次仁旺堆");
  await appointAnew(page, name);
  const post = new URL(page.url()).pathname;
  await page.getByRole("row").filter({ hasText: name }).getByRole("link", { name }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.locator("main")).toContainText("懂三农");
  await expectNoViolations(page);
  await page.getByRole("link", { name: "调整岗位" }).click();
  const leaving = page.locator("form#end");
  await leaving.getByLabel("离任日").fill("2000-01-01");
  await leaving.getByLabel("辞职").check();
  await leaving.getByRole("button", { name: "办理离任" }).click();
  await expect(leaving.getByLabel("离任日")).toHaveAccessibleDescription(/要晚于任职起/);
  await page.getByText("录错了，撤回这条任职").click();
  await page.getByRole("button", { name: "撤回任职" }).click();
  await expect(page.getByText("任职已撤回")).toBeVisible();
  await page.goto(post);
  await expect(page.getByRole("row").filter({ hasText: name })).toContainText("录入有误");
});

test("a number of the cockpit opens the posts behind it, the longest gap first", async ({ page }) => {
  await signInAs(page, "嘎松曲珍");
  await page.goto("/cockpit/F2");
  const days = page.locator("section").filter({ has: page.getByRole("heading", { name: /F2.2/ }) });
  await days.getByRole("link", { name: /^最长/ }).first().click();
  await expect(page.getByRole("columnheader", { name: "期内空缺" })).toBeVisible();
  await expect(page.locator("main table tbody tr").first()).toContainText("天");
});

test("whoever looks after nothing sees the team and no way to change it", async ({ as }) => {
  const cadre = await as("贡布扎西");
  await cadre.goto("/cadres");
  await expect(cadre.getByRole("row").filter({ hasText: "贡布扎西" }).first()).toBeVisible();
  await expect(cadre.getByRole("link", { name: "按标准配置岗位" })).toHaveCount(0);
});
