// A county compares its townships, then itself with the other counties, and follows one number back over two years, on screen and in files.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { SHEET_LIMITS } from "#lib/platform/sheets/limits.ts";
import { readPart, readZipDirectory } from "#lib/platform/sheets/zip.ts";
import { expect, expectNoViolations, test } from "./support/app.ts";

const file = async (page: Page, name: string) => {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("main").getByText(name, { exact: true }).click(),
  ]);
  const path = await download.path();
  return { name: download.suggestedFilename(), path, bytes: readFileSync(path) };
};

test("units side by side, and one number over two years", async ({ as }) => {
  test.slow();
  const page = await as("次仁旺堆");
  await page.goto("/cockpit");
  await page.locator("main header").getByRole("link", { name: "对比" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("对比");
  await page.locator("main").getByRole("link", { name: "党员联户", exact: true }).click();
  await expect(page).toHaveURL(/item=R2/);

  await test.step("a number opens as many rows as it says", async () => {
    await page.getByRole("link", { name: "只看这一项" }).first().click();
    await expect(page).toHaveURL(/i=R2\.1/);
    const number = page.locator("main table a[data-metric]").filter({ hasText: "/" }).first();
    const whole = /\/(\d+)/.exec((await number.textContent()) ?? "")?.[1];
    await number.click();
    await expect(page.locator("[data-rows-total]")).toHaveAttribute("data-rows-total", whole!);
    await page.goBack();
  });

  await test.step("as a table, to be copied and taken along", async () => {
    await page.getByRole("link", { name: "表格", exact: true }).click();
    const rows = page.locator("main table tbody tr");
    await expect(rows.first()).toBeVisible();
    const count = await rows.count();
    await page.getByRole("button", { name: "复制为表格" }).click();
    await expect(page.getByText(`${count} 行`)).toBeVisible();
    const csv = await file(page, "下载 CSV");
    expect(csv.name).toMatch(/^对比-察雅县-.*\.csv$/);
    // With its mark, or Chinese Excel reads it as another encoding.
    expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = csv.bytes.toString("utf8").trim().split("\r\n");
    expect(lines[0]).toBe("编号,指标,单位,期间,分子,分母,数值,数值单位");
    expect(lines.filter((line) => line.startsWith("R2.1,")).length).toBe(count * 12);
    // Numbers are numbers, which a spreadsheet adds up and sorts.
    const zip = await readZipDirectory((await file(page, "下载 Excel")).path, SHEET_LIMITS);
    const sheet = await readPart(zip, "xl/worksheets/sheet2.xml");
    expect(sheet.match(/<c r="E\d+" s="0"><v>\d+<\/v><\/c>/g)?.length).toBeGreaterThan(count * 11);
  });

  await test.step("one unit alone is no comparison, and what was ticked stays", async () => {
    await page.getByText("选单位和指标").click();
    await page.getByRole("group", { name: /^单位/ }).getByRole("checkbox").first().check();
    await page.getByRole("button", { name: "对比", exact: true }).click();
    await expect(page.getByText("请至少选两个单位。")).toBeVisible();
  });

  await test.step("of other counties no small cells and no rows", async () => {
    await page.goto("/compare?peers=1&i=R2.1");
    const others = page.locator("main table tbody tr").filter({ hasNotText: "察雅县" });
    await expect(others).toHaveCount(10);
    await expect(others.getByRole("link")).toHaveCount(0);
    await expect(page.locator("main table").getByRole("link", { name: "察雅县" })).toHaveCount(1);
    await expectNoViolations(page);
  });

  await test.step("two years of one number, with picture and file", async () => {
    await page.goto("/cockpit/R2");
    await page.getByRole("link", { name: "看走势和口径" }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("R2.1");
    const points = page.locator("svg[data-chart] a");
    expect(await points.count()).toBeGreaterThan(12);
    await expect(page.locator("svg[data-chart]")).toContainText("截至");
    await expectNoViolations(page);
    await page.locator("main").getByText("表格", { exact: true }).click();
    await expect(page.locator("main details table tbody tr")).toHaveCount(24);
    const picture = await file(page, "下载图片");
    expect(picture.bytes.subarray(1, 4).toString()).toBe("PNG");
    expect(picture.bytes.length).toBeGreaterThan(10_000);
    const csv = (await file(page, "下载 CSV")).bytes.toString("utf8").trim().split("\r\n");
    expect(csv.filter((line) => line.includes(",察雅县,"))).toHaveLength(24);
    await points.last().click();
    await expect(page).toHaveURL(/\/cockpit\/rows\?i=R2\.1/);
  });
});
