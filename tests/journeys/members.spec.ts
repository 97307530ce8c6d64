// A county enrolls a probationary member, confirms and marks him, transfers him, and both rosters stay true; with and without scripts.
import type { Page } from "@playwright/test";
import { expect, expectNoViolations, signInAs, test } from "./support/app.ts";
import { nameOfRun } from "./support/sheets.ts";

const BRANCH = "雪通村党";

async function openBranch(page: Page) {
  await page.goto("/orgs?q=雪通村党");
  await page.getByRole("row").filter({ hasText: BRANCH }).first().getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(BRANCH);
}

async function enroll(page: Page, name: string) {
  await openBranch(page);
  const card = page.locator("#members");
  await card.getByRole("link", { name: "登记党员" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("登记党员");
  await page.getByLabel("姓名").fill(name);
  await page.getByLabel("性别").selectOption({ label: "女" });
  await page.getByLabel("出生日期").fill("1990-05-06");
  await page.getByLabel("入党日期").fill("2000-07-01");
  await page.getByLabel("群体").selectOption({ label: "农牧民" });
  await page.getByRole("button", { name: "登记", exact: true }).click();
  // Ten years old when admitted: said beside the day, and nothing typed is lost.
  await expect(page.getByLabel("入党日期")).toHaveAccessibleDescription(/不满 18 岁/);
  await expect(page.getByLabel("姓名")).toHaveValue(name);
  await page.getByLabel("入党日期").fill("2024-07-01");
  await page.getByLabel("本组织入党").check();
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByText("已登记到花名册")).toBeVisible();
  await expect(page.locator("main")).toContainText("预备党员");
}

test("a member is enrolled, confirmed, marked and transferred; the old roster still shows him on its days", async ({
  page,
}) => {
  await signInAs(page, "嘎松曲珍");
  const name = nameOfRun("白玛");
  await enroll(page, name);
  const own = new URL(page.url()).pathname;
  await expectNoViolations(page);

  await page.getByRole("link", { name: "转正", exact: true }).click();
  await page.getByLabel("转正日期").fill("2025-07-01");
  await page.getByRole("button", { name: "转正", exact: true }).click();
  await expect(page.getByText("已转正")).toBeVisible();

  await page.getByRole("link", { name: "加标记" }).click();
  await page.getByLabel("流动", { exact: true }).check();
  await page.getByRole("button", { name: "加标记" }).click();
  await expect(page.getByLabel("流动去向")).toHaveAccessibleDescription(/请填写/);
  await page.getByLabel("流动去向").fill("拉萨市城关区");
  await page.getByRole("button", { name: "加标记" }).click();
  await expect(page.getByText("已加标记")).toBeVisible();
  await expect(page.locator("main")).toContainText("拉萨市城关区");

  await page.getByRole("link", { name: "转接到市内组织" }).click();
  await page.getByRole("searchbox", { name: "党组织名称" }).fill("吉塘镇委员会");
  await page.getByRole("button", { name: "查找" }).click();
  await page.getByRole("radio").first().check();
  await page.getByRole("button", { name: "转接到市内组织" }).click();
  await expect(page.getByText("已转接")).toBeVisible();
  await expect(page.locator("main")).toContainText(/从雪通村党.+转往/);

  await page.goto(`/members?q=${name}`);
  await expect(page.getByRole("row").filter({ hasText: name })).not.toContainText(BRANCH);
  await page.goto(`/members?q=${name}&on=2025-08-01`);
  await expect(page.getByRole("row").filter({ hasText: name })).toContainText(BRANCH);
  await expect(page.getByText("2025-08-01 的花名册")).toBeVisible();
  await expectNoViolations(page);

  await page.goto(own);
  await page.getByRole("link", { name: "去世或出党" }).click();
  await page.getByLabel("去世", { exact: true }).check();
  await page.getByLabel("原因").fill("因病去世");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("已办理")).toBeVisible();
  await page.goto(`/members?q=${name}`);
  await expect(page.getByText("没有符合条件的党员")).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("a member is enrolled all the same", async ({ page }) => {
    await signInAs(page, "向巴泽仁");
    await enroll(page, nameOfRun("次仁"));
  });
});
