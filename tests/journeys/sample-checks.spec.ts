// A county office draws households from a seed and names a checker; he is refused where he helps, visits on the phone, and another closes what then counts.
import type { Page } from "@playwright/test";
import { expect, expectNoViolations, signInAs, test, textOf } from "./support/app.ts";

const choose = (page: Page, group: string, name: string | RegExp) =>
  page
    .getByRole("group", { name: group })
    .getByRole("radio", { name, exact: typeof name === "string" })
    .or(page.getByRole("group", { name: group }).getByRole("checkbox", { name }))
    .check();

test("a sample is drawn, visited on the phone, corrected, and closed by another", async ({ as }) => {
  const office = await as("四郎多吉");
  await office.goto("/sample-checks");
  await expect(office.getByRole("cell", { name: /还差 \d+ 户/ }).first()).toBeVisible();
  await expectNoViolations(office);
  await office.getByRole("link", { name: "组织抽查" }).click();
  await choose(office, "抽查什么", "退出抽查");
  await office.getByLabel("抽几户").fill("2");
  await office.getByLabel("种子（可不填）").fill("摇号2026112601");

  await test.step("nobody named is told beside the field, and what was typed stays", async () => {
    await office.getByRole("button", { name: "抽取" }).click();
    await expect(office.getByText("至少选一名检查人").first()).toBeVisible();
    await expect(office.getByLabel("种子（可不填）")).toHaveValue("摇号2026112601");
  });
  await choose(office, "检查人", /^白玛措姆/);
  await office.getByRole("button", { name: "抽取" }).click();
  await expect(office.getByText("已按种子重抽一遍：名单一致")).toBeVisible();
  await expect(office.getByText("已查 0 户，还差 2 户")).toBeVisible();
  const address = new URL(office.url()).pathname;

  await office.locator("main a[href^='/sample-checks/draws/']").first().click();
  await expect(office.getByText("还没有入户。由检查人到户后记录。")).toBeVisible();

  const checker = await as("白玛措姆");
  await checker.setViewportSize({ width: 390, height: 844 });
  await checker.goto(address);
  await checker.getByRole("link", { name: /^记录/ }).first().click();
  await choose(checker, "核对结果", "错退");
  await checker.getByRole("button", { name: "保存" }).click();
  await expect(checker.getByText("写清为什么不准确，至少 4 个字").first()).toBeVisible();
  await choose(checker, "核对结果", "退出准确");
  await choose(checker, "对帮扶工作", "基本满意");
  await checker.getByRole("button", { name: "保存" }).click();
  await expect(checker.getByText("已保存。")).toBeVisible();
  await choose(checker, "对帮扶工作", "满意");
  await checker.getByRole("button", { name: "更正" }).click();
  await expect(checker.getByText(/此前的记录 · 退出准确 · 基本满意/)).toBeVisible();
  expect(await checker.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);

  await test.step("who is not at home is replaced by the next of the draw", async () => {
    await checker.goto(address);
    await checker.getByRole("link", { name: /^记录/ }).first().click();
    await choose(checker, "核对结果", "不在家");
    await checker.getByRole("button", { name: "保存" }).click();
    await expect(checker.getByText("已保存。")).toBeVisible();
    await checker.goto(address);
    await expect(checker.getByText(/替换第 \d 户/)).toBeVisible();
  });

  const lead = await as("嘎松曲珍");
  await lead.goto(address);
  await expect(lead.getByText("全部查完后才能办结。")).toBeVisible();
  await checker.getByRole("link", { name: /^记录/ }).first().click();
  await choose(checker, "核对结果", "退出准确");
  await checker.getByRole("button", { name: "保存" }).click();
  await expect(checker.getByText("已保存。")).toBeVisible();
  await lead.reload();
  await lead.getByRole("button", { name: "办结这次抽查" }).click();
  await expect(lead.getByText("已办结。")).toBeVisible();
});

test("the accuracy of exit opens as many rows as it says, and each opens its check", async ({ page }) => {
  await signInAs(page, "嘎松曲珍");
  await page.goto("/cockpit/rows?i=M4.4&part=all");
  const total = Number(await page.locator("[data-rows-total]").getAttribute("data-rows-total"));
  expect(total).toBeGreaterThan(0);
  await expect(page.locator("tbody tr")).toHaveCount(Math.min(50, total));
  const first = page.locator("tbody a").first();
  const name = await textOf(first);
  await first.click();
  await expect(page.getByText(name ?? "").first()).toBeVisible();
});

test("the registry at a glance: a number opens as many households, also on a phone", async ({ page }) => {
  await signInAs(page, "向巴泽仁");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/households/panel");
  await expectNoViolations(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  const link = page.getByRole("link", { name: /^\d+ 户 因病$/ });
  const count = Number.parseInt((await textOf(link)) ?? "", 10);
  await link.click();
  await expect(page.getByText(`共 ${count} 条`).first()).toBeVisible();
});
