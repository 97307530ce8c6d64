// A training is recorded from a sign-in sheet, doubtful names are settled, more are ticked, it is corrected, and withdrawn with a reason; also without scripts.
import type { Page } from "@playwright/test";
import { expect, expectNoViolations, signInAs, test } from "./support/app.ts";
import { nameOfRun } from "./support/sheets.ts";

async function record(page: Page, title: string, names: string) {
  await page.goto("/trainings");
  await page.getByRole("link", { name: "登记培训" }).click();
  await expect(page.getByText("举办单位：察雅县")).toBeVisible();
  await page.getByLabel("培训名称").fill(title);
  await page.getByLabel("专题培训").check();
  await page.getByLabel("干部", { exact: true }).check();
  await page.getByLabel("扶贫业务").check();
  await page.getByLabel("开始日期").first().fill("2026-02-03");
  await page.getByLabel("学时").fill("30");
  await page.getByLabel("参训人员姓名").fill(names);
  await page.getByRole("button", { name: "保存", exact: true }).click();
}

const said = (page: Page, words: string) =>
  expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });
    test("a training from the sign-in sheet to its withdrawal", { tag: "@everywhere" }, async ({ page }) => {
      test.slow();
      const title = nameOfRun(javaScriptEnabled ? "专题班" : "轮训班");
      await signInAs(page, "嘎松曲珍");
      await record(page, title, "邓增罗布\t县农业农村局\n无此人甲\t外地\n无此人乙");
      // More hours than a day has: said at its field, and nothing typed is lost.
      await expect(page.getByLabel("学时")).toHaveAccessibleDescription(/最多 12 学时/);
      await expect(page.getByLabel("参训人员姓名")).toHaveValue(/无此人甲/);
      await page.getByLabel("学时").fill("8");
      await page.getByRole("button", { name: "保存", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
      await said(page, "已登记");
      const list = page.locator("#attendees");
      await expect(list).toContainText("邓增罗布");
      await expect(list.getByText("待核对")).toHaveCount(2);
      if (javaScriptEnabled) await expectNoViolations(page);

      // One comes from outside, the other was not there.
      const settle = page.locator("#settle");
      await settle.getByRole("group", { name: "无此人甲" }).getByLabel("外单位人员").check();
      await settle.getByRole("group", { name: "无此人乙" }).getByLabel("不是参训人员").check();
      await settle.getByRole("button", { name: "保存核对结果" }).click();
      await said(page, "核对结果已保存");
      await expect(list).not.toContainText("无此人乙");
      await expect(settle).toHaveCount(0);

      // Somebody more, found by name on the roster.
      const roster = page.locator("#roster");
      await roster.locator("summary", { hasText: "从名册勾选" }).click();
      await roster.getByLabel("姓名").fill("lixuemei");
      await roster.getByRole("button", { name: "查询" }).click();
      await roster
        .getByLabel(/李雪梅/)
        .first()
        .check();
      await roster.getByRole("button", { name: "添加所选" }).click();
      await said(page, "已添加 1 人");
      await expect(list).toContainText("李雪梅");

      await page.getByRole("link", { name: "修改培训" }).click();
      await page.getByLabel("地点").fill("察雅县委党校");
      await page.getByRole("button", { name: "保存", exact: true }).click();
      await expect(page.locator("main")).toContainText("察雅县委党校");
      await page.getByRole("link", { name: "谁改的" }).click();
      await expect(page.locator("main")).toContainText("将 地点 由 — 改为 察雅县委党校");

      await page.goBack();
      await page.getByText("撤销这次培训").click();
      await page.getByLabel("撤销原因").fill("试填");
      await page.getByRole("button", { name: "撤销", exact: true }).click();
      await expect(page.locator("main")).toContainText("这次培训已撤销，不再计数。原因：试填");
      await page.goto("/trainings");
      await expect(page.locator("main")).not.toContainText(title);
    });
  });

test("every number of coverage opens its people, and another county's training is not there", async ({
  page,
  as,
}) => {
  await signInAs(page, "嘎松曲珍");
  await page.goto("/trainings");
  await page
    .getByRole("link", { name: /未参训 \d/ })
    .first()
    .click();
  await expect(page.getByRole("table")).toBeVisible();
  await page.goto("/trainings");
  const href = (await page.locator("main td a, main th a").first().getAttribute("href"))!;
  const auditor = await as("王志强");
  await auditor.goto(href);
  await expect(auditor.getByText("没有找到这一页")).toBeVisible();
});
