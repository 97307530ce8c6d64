// A county official reports a month: the figures are filled in, words are typed, it is issued, taken along for Word and as PDF, and put right by another revision. The leader prints one page.
import { readFile } from "node:fs/promises";
import { SHEET_LIMITS } from "#lib/platform/sheets/limits.ts";
import { readPart, readZipDirectory } from "#lib/platform/sheets/zip.ts";
import { expect, expectNoViolations, test, textOf } from "./support/app.ts";

/** Leaves of a PDF, as its own tree names them. */
const pagesIn = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

/** What a part of a Word document says, a paragraph a line. */
async function partText(file: string, part: string): Promise<string> {
  const xml = await readPart(await readZipDirectory(file, SHEET_LIMITS), part);
  return xml
    .replaceAll("</w:p>", "\n")
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

test("last month's report is made, written, issued, taken along, and corrected as another revision", async ({
  as,
}) => {
  test.slow();
  const page = await as("嘎松曲珍");
  await page.goto("/inbox");
  await page.locator("main a", { hasText: "的工作报告待报出" }).first().waitFor();
  await page.goto("/reports");
  await expectNoViolations(page);
  const due = page
    .getByRole("listitem")
    .filter({ hasText: /月月报/ })
    .filter({ hasText: /前报出/ });
  const name = /(\d{4}年\d{1,2}月)/.exec(await textOf(due.first()))![1]!;
  await due.first().getByRole("button", { name: /^生成/ }).click();
  await expect(page.getByText("报告已生成，数字已填好")).toBeVisible();
  const report = new URL(page.url()).pathname;
  await expect(page.locator("main")).toContainText(`数字为${name}封账数`);

  // Every figure leads to rows; the first one says there what it says here.
  const figure = page.getByRole("row", { name: /党员联户/ }).getByRole("link");
  const told = await textOf(figure);
  const rows = await as("嘎松曲珍");
  await rows.goto((await figure.getAttribute("href"))!);
  await expect(rows.locator("main")).toContainText(/明细/);

  // What is typed is kept, also when somebody typed too much.
  const problems = page.locator("textarea[name=problems]");
  await problems.fill("两个乡镇走访记录不具体。");
  await page.getByLabel("对滞后单位逐一约谈，限期补上。").check();
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByText("文字已保存")).toBeVisible();
  await expect(problems).toHaveValue("两个乡镇走访记录不具体。");
  await expect(page.locator("textarea[name=plans]")).toHaveValue("对滞后单位逐一约谈，限期补上。");
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await expectNoViolations(page);
  await page.setViewportSize({ width: 1366, height: 768 });

  await page.getByRole("button", { name: "保存并报出" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("报出工作报告");
  await expect(page.getByText("2 处补充文字")).toBeVisible();
  await page.getByRole("button", { name: /^报出察雅县/ }).click();
  await expect(page.getByText("报告已报出", { exact: true })).toBeVisible();
  await expect(page.locator("textarea")).toHaveCount(0);
  await expect(page.locator("article")).toContainText("两个乡镇走访记录不具体。");

  const shown = (await page.locator("article .official-text").allTextContents()).map((text) => text.trim());
  await page.getByRole("link", { name: "打印" }).click();
  await page.waitForURL(/\/print/);
  await expectNoViolations(page);
  const [word] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "下载 Word" }).click(),
  ]);
  expect(word.suggestedFilename()).toBe(`察雅县${name}工作报告.docx`);
  const file = await word.path();
  const written = await partText(file, "word/document.xml");
  for (const sentence of shown) expect(written).toContain(sentence);
  expect(written).toContain(told);
  for (const heading of ["总体情况", "三大基础", "三大职能", "四大机制", "存在问题", "下步打算"])
    expect(written).toMatch(new RegExp(`、${heading}`));
  expect(await partText(file, "word/header1.xml")).toContain("演示数据");

  const [pdf] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "存为 PDF" }).click(),
  ]);
  const printed = await readFile(await pdf.path());
  expect(printed.subarray(0, 5).toString()).toBe("%PDF-");
  expect(pagesIn(printed)).toBeGreaterThan(1);

  // The prefecture sees that it was issued; the inbox asks no more for that month.
  const city = await as("格桑德吉");
  await city.goto("/reports");
  await expect(city.getByRole("listitem").filter({ hasText: "察雅县" })).toContainText("报出（嘎松曲珍）");

  await page.goto(report);
  await page.getByText("修订", { exact: true }).click();
  await page.getByRole("button", { name: "开始修订" }).click();
  await expect(page.getByText("写明修订的原因").first()).toBeVisible();
  await page.getByRole("textbox", { name: /^修订原因/ }).fill("补录两次走访");
  await page.getByRole("button", { name: "开始修订" }).click();
  await expect(page.getByText("已生成修订稿")).toBeVisible();
  await expect(page.getByText("修订自上一稿，原因：补录两次走访")).toBeVisible();
  await expect(page.locator("textarea[name=problems]")).toHaveValue("两个乡镇走访记录不具体。");
  await page.locator("#drop summary").click();
  await page.getByRole("button", { name: "删去草稿" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("工作报告");

  // One page for the leader, whatever stands on it: of the prefecture and of a county.
  const leader = await as("洛松平措");
  await leader.goto("/cockpit");
  await leader.getByRole("link", { name: "打印一页纸" }).click();
  await leader.waitForURL(/\/reports\/sheet/);
  await expectNoViolations(leader);
  for (const unit of ["昌都市", "察雅县"]) {
    if (unit !== "昌都市") {
      await leader.goto("/cockpit");
      await leader.getByRole("link", { name: unit }).first().click();
      await leader.waitForURL(/u=\d+/);
      await leader.getByRole("link", { name: "打印一页纸" }).click();
    }
    await expect(leader.locator("article")).toContainText(unit);
    const [sheet] = await Promise.all([
      leader.waitForEvent("download"),
      leader.getByRole("button", { name: "存为 PDF" }).click(),
    ]);
    expect(pagesIn(await readFile(await sheet.path())), unit).toBe(1);
  }
});
