// A county puts a cooperative on the register, is told what it lacks, and takes a family along with its income; with and without scripts.
import type { Page } from "@playwright/test";
import { expect, expectNoViolations, signInAs, test, textOf } from "./support/app.ts";
import { nameOfRun } from "./support/sheets.ts";

const lacks = (page: Page) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: "还缺什么" }) });

async function register(page: Page, name: string, scripts: boolean) {
  await page.goto("/industry");
  await page.getByRole("link", { name: "登记产业链组织" }).click();
  // The list has a field of that name too.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("登记产业链组织");
  await page.getByLabel("名称").fill(name);
  await page.getByLabel("类型").selectOption({ label: "农民专业合作社" });
  await page.getByLabel("所在地").selectOption({ label: "雪通村" });
  const township = page.locator("details").filter({ has: page.locator("summary", { hasText: "吉塘镇" }) });
  if ((await township.getAttribute("open")) === null) await township.locator("summary").click();
  await page.getByRole("checkbox", { name: "雪通村", exact: true }).check();
  await page.getByLabel("统一社会信用代码").fill("91110000710925463X");
  await page.getByLabel("出资额").fill("50万");
  await page.getByLabel("正式党员").fill("2");
  await page.getByLabel("党员数").fill("3");
  await page.getByRole("button", { name: "登记" }).click();
  // A false check digit is said beside the field; nothing typed is lost, the ticked village neither.
  await expect(page.getByLabel("统一社会信用代码")).toHaveAccessibleDescription(/校验码/);
  await expect(page.getByLabel("名称")).toHaveValue(name);
  await expect(page.getByRole("checkbox", { name: "雪通村", exact: true })).toBeChecked();
  if (scripts) await expectNoViolations(page);
  await page.getByLabel("统一社会信用代码").fill("");
  await page.getByRole("button", { name: "登记" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByText("已登记。")).toBeVisible();
}

async function coverAndLink(page: Page, name: string) {
  const own = new URL(page.url()).pathname;
  await expect(page.locator("main")).toContainText("500,000.00");
  await expect(page.locator("main")).toContainText("只覆盖雪通村 → 由所在村党组织领导");
  await expect(lacks(page)).toContainText("没有统一社会信用代码");
  await expect(lacks(page)).toContainText("还没有登记带动的户");

  await test.step("its members are attached to the village's branch, not to a branch elsewhere", async () => {
    await lacks(page).getByRole("listitem").filter({ hasText: "还没有党组织覆盖" }).getByRole("link").click();
    await page.getByLabel("挂靠").check();
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page.getByLabel("党组织", { exact: true })).toHaveAccessibleDescription(/请选/);
    const org = page.getByLabel("党组织", { exact: true });
    const branch = await org.locator("option", { hasText: "雪通村 ▸" }).last().getAttribute("value");
    await org.selectOption(branch);
    await page.getByLabel("模式").selectOption({ label: "支部+协会+农户" });
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page.getByText("党组织覆盖已保存。")).toBeVisible();
    await expect(lacks(page)).not.toContainText("还没有党组织覆盖");
  });

  await lacks(page).getByRole("listitem").filter({ hasText: "还没有登记带动的户" }).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("加户");
  const first = page.locator("main li").filter({ hasText: "雪通村" }).first();
  await first.getByRole("link").click();
  const family = (await textOf(page.locator("main form p").first())).split("（")[0] ?? "";
  await page.getByLabel("务工").check();
  await page.getByRole("button", { name: "加上" }).click();
  await expect(page.getByText("已加上。")).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: family });
  await expect(row).toContainText("务工");

  await row.getByRole("link", { name: "改、填收入" }).click();
  await page.getByLabel("收入", { exact: true }).fill("三千");
  await page.getByRole("button", { name: "保存收入" }).click();
  await expect(page.getByLabel("收入", { exact: true })).toHaveAccessibleDescription(/金额请填数字/);
  await page.getByLabel("收入", { exact: true }).fill("3200");
  await page.getByRole("button", { name: "保存收入" }).click();
  await expect(page.getByText("收入已保存。")).toBeVisible();
  await page.goto(own);
  await expect(row).toContainText("3,200.00");

  await row.getByRole("link", { name: family, exact: true }).click();
  await page.getByRole("link", { name: "生产与搬迁", exact: true }).click();
  await expect(page.locator("section").filter({ hasText: "产业带动" })).toContainText(name);
}

test("a cooperative is registered, attached, and takes a family along", async ({ page, as }) => {
  test.slow();
  const name = nameOfRun("雪通").concat("合作社");
  await signInAs(page, "嘎松曲珍");
  await register(page, name, true);
  const own = new URL(page.url()).pathname;
  await coverAndLink(page, name);
  await page.goto(own);
  await expectNoViolations(page);

  // It is known elsewhere, its families are not.
  const auditor = await as("王志强");
  await auditor.goto(own);
  await expect(auditor.getByText("您管辖范围内没有它带动的户")).toBeVisible();
  await page.goto(`/industry?q=${encodeURIComponent(name)}&f.party=ATTACHED`);
  await expect(page.getByRole("row").filter({ hasText: name })).toContainText("挂靠");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("the same work goes on", async ({ page }) => {
    test.slow();
    const name = nameOfRun("达布").concat("合作社");
    await signInAs(page, "嘎松曲珍");
    await register(page, name, false);
    await coverAndLink(page, name);
  });
});
