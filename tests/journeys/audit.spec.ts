// Who changed it, who saw it, and how the machine is: asked by the people whose work that is, answered in words.
import type { Page } from "@playwright/test";
import { expect, expectNoViolations, test, textOf } from "./support/app.ts";

/** The first family of the list that this person may correct, opened. */
async function openFamily(page: Page): Promise<string> {
  await page.goto("/households?sort=-income");
  await page.locator("main table a[href^='/households/']:not([href*='?'])").first().click();
  await page.waitForURL(/\/households\/[0-9a-f-]{36}$/);
  const title = await page.getByRole("heading", { level: 1 }).textContent();
  return (title ?? "").replace(/家$/, "");
}

test("a field says in one click who changed it from what to what, and the auditor reads the same", async ({
  as,
}) => {
  const clerk = await as("嘎松曲珍");
  const name = await openFamily(clerk);
  const file = new URL(clerk.url()).pathname;
  // Another value than there is, so that the journey can be walked again on the same database.
  await clerk.getByRole("link", { name: "改几项" }).click();
  const cause = clerk.getByLabel("主要致贫原因");
  await cause.selectOption({ label: (await cause.inputValue()) === "LACK_SKILL" ? "缺资金" : "缺技术" });
  await clerk.getByRole("button", { name: "保存" }).click();
  await clerk.waitForURL((url) => url.pathname === file);

  await clerk
    .locator("main dl > div", { hasText: "主要致贫原因" })
    .getByRole("link", { name: "谁改的" })
    .click();
  await expect(clerk.getByRole("heading", { level: 1, name: `${name} 的改动记录` })).toBeVisible();
  const latest = clerk.locator("main ol > li").first();
  await expect(latest).toContainText("嘎松曲珍");
  await expect(latest).toContainText("手工");
  await expect(latest).toContainText(/将 主要致贫原因 由 .+ 改为 .+/);
  const [, shown = ""] = /改为 (\S+)/.exec(await textOf(latest)) ?? [];
  expect(shown.length).toBeGreaterThan(1);
  await expect(clerk).toHaveTitle(/.+/);
  await expectNoViolations(clerk);

  const auditor = await as("王志强");
  await auditor.goto(`/admin/audit?f.subject=household:${file.split("/")[2]}&f.kind=correct&f.days=all`);
  const row = auditor.getByRole("row").nth(1);
  await expect(row).toContainText("嘎松曲珍");
  await expect(row).toContainText("修改");
  await expect(row).toContainText(`改为 ${shown}`);
  await expect(row).toContainText("Chrome");
  await expectNoViolations(auditor);
});

test("the auditor finds who saw a family, and that question is itself told", async ({ as }) => {
  const clerk = await as("嘎松曲珍");
  const name = await openFamily(clerk);
  const id = new URL(clerk.url()).pathname.split("/")[2];
  const auditor = await as("王志强");
  await auditor.goto("/admin/audit");
  await auditor.getByRole("link", { name: "谁看过某一户" }).click();
  await auditor.getByLabel("户主姓名").fill(name);
  await auditor.getByRole("button", { name: "查询" }).click();
  // Several heads of families may bear one name; the place tells them apart.
  await auditor.locator(`main ul a[href*='h=${id}']`).click();
  const looks = auditor.getByRole("table");
  await expect(looks).toContainText("嘎松曲珍");
  await expect(looks).toContainText("打开户档案");
  await expectNoViolations(auditor);
  await auditor.goto("/admin/audit?f.kind=look&f.days=1");
  await expect(auditor.getByRole("table")).toContainText("查询谁看过");
  // Whoever saw the trail sees no registry for it.
  const answer = await auditor.goto("/households/00000000-0000-7000-8000-000000000000");
  expect(answer?.status()).toBe(404);
});

test("the trail and the state of the machine are refused to others in words", async ({ as }) => {
  for (const [name, paths] of [
    ["邓增罗布", ["/admin/audit", "/admin/audit/who-saw", "/admin/health"]],
    ["王志强", ["/admin/health"]],
    ["陈浩", ["/admin/audit"]],
  ] as const) {
    const page = await as(name);
    for (const path of paths) {
      await page.goto(path);
      await expect.soft(page.getByText("您没有这项权限"), `${name} ${path}`).toBeVisible();
    }
  }
});

test("the system administrator reads how the machine is, in words", async ({ as }) => {
  const page = await as("陈浩");
  await page.goto("/admin/health");
  for (const part of ["数据库", "后台任务", "磁盘", "备份", "审计封存", "时钟"]) {
    const card = page.locator("main section", {
      has: page.getByRole("heading", { name: part, exact: true }),
    });
    await expect(card.getByText(/^(正常|留意|要处理)$/).first()).toBeVisible();
  }
  const database = page.locator("main section", {
    has: page.getByRole("heading", { name: "数据库", exact: true }),
  });
  await expect(database.getByText("正常").first()).toBeVisible();
  await expect(page.getByText("演示环境不要求备份")).toBeVisible();
  await expectNoViolations(page);
});
