// The wizard of imports as a clerk of the demo goes through it: a file, the dry run, the last step, and where the rows are found.
import { writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./app.ts";
import { householdNumber } from "./sheets.ts";

export const CLERK = "四郎多吉";
export const UNIT = "香堆镇";
export const SLOW = { timeout: 45_000 };

/** A file of this run; numbers from 500 on are no other journey's. */
export async function plainList(name: string, lines: string[][]): Promise<string> {
  const file = test.info().outputPath(name);
  await writeFile(file, lines.map((line) => line.join(",")).join("\n"));
  return file;
}
export const HEADER = ["户编号", "户主姓名", "脱贫属性", "村", "人均纯收入"];
export const family = (nth: number, name: string, status = "未脱贫", village = "热孜村") => [
  householdNumber(nth),
  name,
  status,
  village,
  "3180.5",
];

export async function upload(page: Page, sheet: string, file: string): Promise<void> {
  await page.goto(`/imports/new/upload?sheet=${sheet}`);
  const options = await page.getByLabel("表里的内容属于哪个单位").locator("option").allTextContents();
  await page
    .getByLabel("表里的内容属于哪个单位")
    .selectOption({ label: options.find((one) => one.endsWith(UNIT)) ?? UNIT });
  await page.getByLabel("文件", { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: "上传并读取" }).click();
  await expect(page.getByRole("button", { name: "开始试运行" })).toBeVisible(SLOW);
}
export async function tryOut(page: Page, sheet: string, file: string): Promise<void> {
  await upload(page, sheet, file);
  await page.getByRole("button", { name: "开始试运行" }).click();
  await expect(page.getByText("还没有写入任何数据")).toBeVisible(SLOW);
}
export async function submit(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^提交 \d+ 行$/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "导入完成" })).toBeVisible(SLOW);
}
export const found = async (page: Page, nth: number) => {
  await page.goto(`/households?q=${householdNumber(nth)}`);
  return page.getByRole("row", { name: new RegExp(householdNumber(nth)) });
};
