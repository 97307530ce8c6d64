// A training is recorded from a sign-in sheet, doubtful names are settled, more are ticked, it is corrected, and withdrawn with a reason; also without scripts.
import type { Page } from "@playwright/test";
import { expect, expectNoViolations, signInAs, test, textOf } from "./support/app.ts";
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

test("a ledger is pasted, opens with its sign-in list, and goes back within its thirty days", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const SLOW = { timeout: 60_000 };
  const name = `台账培训 ${Date.now()}`;
  await signInAs(page, "次仁旺堆");
  await page.goto("/imports/new/upload?sheet=trainings");
  const paste = page.locator("#paste");
  await paste.getByRole("textbox", { name: "粘贴的内容" }).fill(
    [
      ["班次", "方式", "对象", "主题", "时间", "学时", "干部人数", "签到名册"],
      [
        name,
        "专题培训",
        "干部",
        "扶贫业务",
        "2026-02-03 至 2026-02-04",
        "12",
        "3",
        "邓增罗布、贡布扎西、无此人",
      ],
      [`${name}乙`, "专题培训", "干部", "扶贫业务", "2026-02-30", "12", "", "邓增罗布"],
    ]
      .map((line) => line.join("\t"))
      .join("\n"),
  );
  await paste.getByRole("button", { name: "读取粘贴的内容" }).click();
  await page.getByRole("button", { name: "开始试运行" }).click(SLOW);
  await expect(page.getByText(/时间看不懂/).first()).toBeVisible(SLOW);
  await page.getByRole("button", { name: "提交 1 行" }).click(SLOW);
  await expect(page.getByRole("heading", { name: "导入完成" })).toBeVisible(SLOW);
  const receipt = page.url();
  await page.getByRole("link", { name: "查看培训" }).click();
  await page.goto("/trainings?p=2026-02");
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByText("干部 3 人")).toBeVisible();
  await expect(page.getByRole("group", { name: "无此人" })).toBeVisible();
  await page.goto(receipt);
  await page.getByRole("link", { name: "撤回…" }).click();
  await page.getByLabel("撤回原因").fill("试填");
  await page.getByRole("button", { name: "撤回 1 项" }).click();
  await expect(page.getByText("已撤回 1 项")).toBeVisible(SLOW);
  await page.goto("/trainings?p=2026-02");
  await expect(page.locator("main")).not.toContainText(name);
});

test("coverage stands on the board with its three modes, and every number opens its people", async ({
  page,
}) => {
  await signInAs(page, "次仁旺堆");
  await page.goto("/cockpit/F2");
  await expect(page.getByRole("heading", { name: /F2\.3 专项培训覆盖率/ })).toBeVisible();
  await page.getByRole("link", { name: /^外出考察 \d+ 名干部$/ }).click();
  const total = Number(await page.locator("[data-rows-total]").getAttribute("data-rows-total"));
  expect(total).toBeGreaterThan(0);
  await expect(page.locator("main tbody tr")).toHaveCount(Math.min(total, 50));
  // What a mean is made of says the same sum above its rows as on the board.
  await page.goto("/cockpit/F2");
  const hours = page.getByRole("link", { name: /^合计 [\d,]+ 学时$/ }).first();
  const sum = await textOf(hours);
  await hours.click();
  await expect(page.locator("[data-rows-total]")).toContainText(`· ${sum}`);
  await page.goto("/cockpit/F3");
  await expect(page.getByRole("heading", { name: /F3\.4 村干部培训覆盖率/ })).toBeVisible();
});
