// A township proposes a new name, its county alters it, approves it and takes it back; a township is split and made whole again.
import type { Page } from "@playwright/test";
import { expect, expectNoViolations, test, textOf } from "./support/app.ts";
import { nameOfRun } from "./support/sheets.ts";

async function openPlace(page: Page, name: string): Promise<void> {
  await page.goto(`/divisions?q=${encodeURIComponent(name)}`);
  await page
    .getByRole("link", { name: new RegExp(`^${name}`) })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
}

async function takeBack(page: Page): Promise<void> {
  await page.getByRole("link", { name: "还原这项改动" }).first().click();
  await expect(page.getByText("改动以后没有新的记录，可以还原")).toBeVisible();
  await page.getByRole("button", { name: "确认还原" }).click();
  await expect(page.getByText("已还原，有关单位恢复原样")).toBeVisible();
}

test("a renaming is proposed, altered, approved and taken back", async ({ as }) => {
  const [proposed, decided] = [nameOfRun("拟").concat("村"), nameOfRun("定").concat("村")];
  const township = await as("向巴泽仁");
  await openPlace(township, "雪通村");

  await test.step("the township sees what it would touch and submits", async () => {
    await township.getByRole("link", { name: "更名" }).click();
    await township.getByLabel("新名称").fill(proposed);
    await township.getByRole("button", { name: "看预演" }).click();
    await expect(township.getByText("由县级管理员逐项审定后才生效")).toBeVisible();
    await expect(township.getByRole("button", { name: "确认更名" })).toHaveCount(0);
    await township.getByLabel("理由").fill("村民会议通过");
    await township.getByRole("button", { name: "提交上级审批" }).click();
    await expect(township.getByText("已提交，等待审批")).toBeVisible();
  });
  const address = new URL(township.url()).pathname;

  const county = await as("嘎松曲珍");
  await test.step("the county finds it in its inbox, writes another name and carries it out", async () => {
    await county.goto("/inbox");
    await county.locator(`a[href='${address}']`).first().click();
    const row = county.getByRole("row").filter({ hasText: proposed });
    await expect(row).toContainText("雪通村");
    await expectNoViolations(county);
    await county.getByLabel("审定 名称").fill(decided);
    await county.getByRole("button", { name: "同意并执行" }).click();
    await expect(county.getByRole("heading", { level: 1 })).toHaveText(decided);
    await expect(county.getByText("已保存并生效")).toBeVisible();
  });

  await test.step("the township reads both names", async () => {
    await township.goto(address);
    await expect(township.getByRole("row").filter({ hasText: proposed })).toContainText(decided);
  });
  await takeBack(county);
  await expect(county.getByRole("heading", { level: 1 })).toHaveText("雪通村");
});

test("a township is split, tells its lineage on both sides, and is whole again", async ({ as }) => {
  const page = await as("嘎松曲珍");
  const name = nameOfRun("分").concat("镇");
  await openPlace(page, "香堆镇");
  const before = await page.getByRole("table", { name: "下级单位" }).getByRole("row").count();
  await page.getByRole("link", { name: "拆分" }).click();

  await test.step("nothing chosen is said beside the choice, and nothing typed is lost", async () => {
    await page.getByLabel("新单位名称").fill(name);
    await page.getByRole("button", { name: "看预演" }).click();
    await expect(page.getByRole("group", { name: "划走的下级单位" })).toContainText("请选出要划到新单位的");
    await expect(page.getByLabel("新单位名称")).toHaveValue(name);
    await expectNoViolations(page);
  });
  const given = page.getByRole("group", { name: "划走的下级单位" }).locator("label").first();
  const village = (await textOf(given)).trim();
  await given.click();
  await page.getByRole("button", { name: "看预演" }).click();
  await expect(page.getByRole("row").filter({ hasText: "划到新单位" })).toContainText(village);
  await page.getByRole("button", { name: "确认拆分" }).click();
  await expect(page.getByText("已保存并生效")).toBeVisible();
  await expect(page.getByRole("table", { name: "下级单位" }).getByRole("row")).toHaveCount(before - 1);

  await test.step("the part leads back to the whole", async () => {
    await page.getByRole("link", { name, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    await expect(page.getByText(`由“香堆镇”拆分设立“${name}”`)).toBeVisible();
    await expect(page.getByRole("table", { name: "下级单位" })).toContainText(village);
    await page.getByRole("link", { name: "香堆镇", exact: true }).click();
  });
  await takeBack(page);
  await expect(page.getByRole("table", { name: "下级单位" }).getByRole("row")).toHaveCount(before);
  await expect(page.getByRole("table", { name: "下级单位" })).toContainText(village);
});
