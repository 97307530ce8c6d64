// A county's administrator brings in accounts from a list as the offices sent it: faults are seen in their cells, good rows go in,
// slips are printed, and a new colleague comes in with the code on his.

import { writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { type CellValue, writeXlsx } from "hucre/xlsx";
import { expect, expectNoViolations, signInAs, test } from "./support/app.ts";
import { nameOfRun, RUN } from "./support/sheets.ts";

const ADMIN = "嘎松曲珍";
const PASSWORD = "walk uphill before breakfast";
const SLOW = { timeout: 45_000 };
const CODE = /[0-9A-HJKMNP-TV-Z]{5}(?:-[0-9A-HJKMNP-TV-Z]{5}){2}/;

const CADRE = nameOfRun("格");
const REVIEWER = nameOfRun("尼");
const USERNAME = `u${RUN}`;

/** As an office sends it: a title, a header in its own words, a line for signatures. */
async function list(rows: CellValue[][]): Promise<string> {
  const file = test.info().outputPath("账号名单.xlsx");
  const head: CellValue[][] = [
    ["察雅县账号开通申请表"],
    ["序号", "姓名", "用户名", "所在单位", "岗位", "起", "止"],
  ];
  const foot: CellValue[][] = [["填表人：", null, null, "审核人："]];
  await writeFile(file, await writeXlsx({ sheets: [{ name: "Sheet1", rows: [...head, ...rows, ...foot] }] }));
  return file;
}

async function tryOut(page: Page, file: string): Promise<void> {
  await page.goto("/imports/new");
  await page
    .locator("section", { has: page.getByRole("heading", { name: "账号名单" }) })
    .getByRole("link", { name: "用这种表" })
    .click();
  await page.getByLabel("文件", { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: "上传并读取" }).click();
  await page.getByRole("button", { name: "开始试运行" }).click(SLOW);
  await expect(page.getByText("还没有写入任何数据")).toBeVisible(SLOW);
}

test("accounts from a list: faults in their cells, good rows in, slips printed, and the first sign-in with one", async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  await signInAs(page, ADMIN);

  await test.step("the dry run tells each fault in its cell, and what can be given instead", async () => {
    await tryOut(
      page,
      await list([
        [1, CADRE, USERNAME, "吉塘镇", "驻村第一书记", null, null],
        [2, REVIEWER, null, "察雅县吉塘镇", "乡镇审核员", "2026.1.1", null],
        [3, nameOfRun("错"), null, "吉唐镇", "乡镇审核员", null, null],
        [4, nameOfRun("高"), null, "吉塘镇", "市级管理员", null, null],
        [5, nameOfRun("重"), USERNAME.toUpperCase(), "吉塘镇", "乡镇审核员", null, null],
      ]),
    );
    await expect(page.getByText("首个：D5 “吉唐镇”")).toBeVisible();
    await expect(page.getByText("本单位下没有“吉唐镇”，是否指“吉塘镇”").first()).toBeVisible();
    await expect(
      page.getByText(/您不能在“吉塘镇”授予这个岗位。这里可以授予：.*乡镇审核员/).first(),
    ).toBeVisible();
    await expect(page.getByText("与第 3 行重复，请留一行").first()).toBeVisible();
    await expectNoViolations(page);
    await page.getByRole("listitem").filter({ hasText: /^新增/ }).getByRole("link").click();
    await expect(page.getByRole("row", { name: new RegExp(CADRE) })).toContainText(USERNAME);
  });

  await test.step("good rows go in; the receipt leads to the slips", async () => {
    await page.getByRole("button", { name: "提交 2 行" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "导入完成" })).toBeVisible(SLOW);
    await expect(page.getByText("账号已建好，还没有代码")).toBeVisible();
    await page.getByRole("link", { name: "打印代码条" }).click();
    await expect(page.getByText("这次导入建了 2 个账号，2 个还没有启用。")).toBeVisible();
    await expectNoViolations(page);
  });

  const code = await test.step("slips show each code once", async () => {
    await page.getByRole("button", { name: "生成代码条" }).click();
    await expect(page.getByText("2 张代码条")).toBeVisible();
    await expectNoViolations(page);
    const slip = page.locator("[data-slips] li").filter({ hasText: USERNAME });
    const found = CODE.exec((await slip.textContent()) ?? "")?.[0] ?? "";
    expect(found).toMatch(CODE);
    await page.reload();
    await expect(page.getByText("已有代码条").first()).toBeVisible();
    expect(await page.locator("main").textContent()).not.toContain(found);
    return found;
  });

  await test.step("the new colleague comes in, and needs no slip any more", async () => {
    const { baseURL, locale, timezoneId } = test.info().project.use;
    const context = await browser.newContext({ baseURL, locale, timezoneId });
    const colleague = await context.newPage();
    await colleague.goto("/one-time-code");
    await colleague.getByLabel("一次性代码").fill(code);
    await colleague.locator("input[type=password]").fill(PASSWORD);
    await colleague.locator("main form button[type=submit]").click();
    await expect(colleague).toHaveURL(/\/today/);
    await context.close();
    await page.reload();
    await expect(page.getByRole("row", { name: new RegExp(CADRE) })).toContainText("已启用");
    await expect(page.getByText("1 个还没有启用")).toBeVisible();
  });

  await test.step("taken back, the unused account goes and the used one stays and is named", async () => {
    await page.getByRole("link", { name: "导入完成" }).click();
    await page.getByRole("link", { name: "撤回…" }).click();
    await expect(page.getByRole("link", { name: CADRE })).toBeVisible();
    await expect(page.getByText("本人已经启用，或已有别的记录")).toBeVisible();
    await expectNoViolations(page);
    await page.getByLabel("撤回原因").fill("上传错了名单");
    await page.getByRole("button", { name: "撤回 1 项" }).click();
    await expect(page.getByText("已撤回 1 项，保留 1 项。")).toBeVisible(SLOW);
    await page.goto(`/admin/accounts?q=${REVIEWER}`);
    await expect(page.getByRole("row", { name: new RegExp(REVIEWER) })).toHaveCount(0);
    await page.goto(`/admin/accounts?q=${CADRE}`);
    await expect(page.getByRole("row", { name: new RegExp(CADRE) })).toHaveCount(1);
  });
});
