// Imports to their end and back: a list in plain text, faults set right for all rows, the marked file corrected and sent again,
// an import stopped and one taken back, a helper picked among namesakes, and the last step without scripts.
import { readFile, writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { expect, expectNoViolations, signInAs, test } from "./support/app.ts";
import {
  CLERK,
  family,
  found,
  HEADER,
  plainList,
  SLOW,
  submit,
  tryOut,
  UNIT,
  upload,
} from "./support/imports.ts";
import { householdNumber, idNumber, nameOfRun, RUN } from "./support/sheets.ts";

test("a list in plain text goes in, faults are set right for all rows, and the marked file brings in the rest", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signInAs(page, CLERK);
  const file = await plainList("名单.csv", [
    HEADER,
    family(501, "扎西多杰", "没脱贫吧"),
    family(502, "次仁旺姆", "没脱贫吧"),
    family(503, "白玛曲珍"),
    family(504, "达瓦扎西", "未脱贫", "没有这个村"),
  ]);

  await test.step("the dry run names the first cell, and one choice serves both rows", async () => {
    await tryOut(page, "household-roster", file);
    await expect(page.getByText("首个：C2 “没脱贫吧”")).toBeVisible();
    const group = page.getByRole("listitem").filter({ hasText: "首个：C2" });
    await group.getByText("全部改成…").click();
    await group.getByLabel("“没脱贫吧”（2 行）改成").selectOption({ label: "未脱贫" });
    await group.getByRole("button", { name: "全部改" }).click();
    await expect(page.getByText("脱贫属性：“没脱贫吧” → “未脱贫”")).toBeVisible(SLOW);
    await expect(page.getByRole("button", { name: "提交 3 行" })).toBeVisible(SLOW);
    await expectNoViolations(page);
  });

  await test.step("all or none is refused in words while a row is faulty; the good ones go in", async () => {
    await page.getByLabel(/全部无错才写入/).check();
    await page.getByRole("button", { name: "提交 3 行" }).click();
    await expect(page.getByText(/还有 1 行有错，一行也没有写入/).first()).toBeVisible();
    await page.getByLabel(/只写入没有错误的/).check();
    await submit(page);
    await expect(page.getByText("已写入 3 行，另有 1 行有错没有写入")).toBeVisible();
  });

  await test.step("the marked file, corrected, is looked at only where it was bad", async () => {
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: "下载标注版 Excel" }).click();
    const marked = await readXlsx(await readFile(await (await coming).path()));
    const rows = marked.sheets[0]!.rows;
    expect(String(rows[0]!.at(-1))).toMatch(/^系统提示 #[0-9a-f]{8}$/);
    expect(String(rows[4]![5])).toContain("没有这个村");
    rows[4]![3] = "热孜村";
    const corrected = test.info().outputPath("改好.xlsx");
    await writeFile(corrected, await writeXlsx({ sheets: [{ name: "名单", rows }] }));
    await tryOut(page, "household-roster", corrected);
    await expect(page.getByText("有 3 行上次已经写入，这次跳过")).toBeVisible();
    await submit(page);
    await expect(page.getByText("已写入 1 行")).toBeVisible();
    await expect(await found(page, 504)).toHaveCount(1);
    await expect(await found(page, 501)).toHaveCount(1);
  });
});

test("a file that cannot be read says that nothing was imported, and leads back to the upload", async ({
  page,
}) => {
  await signInAs(page, CLERK);
  await page.goto("/imports/new/upload?sheet=household-roster");
  const options = await page.getByLabel("表里的内容属于哪个单位").locator("option").allTextContents();
  await page
    .getByLabel("表里的内容属于哪个单位")
    .selectOption({ label: options.find((one) => one.endsWith(UNIT)) ?? UNIT });
  // The beginning of an old .xls.
  const old = test.info().outputPath("旧表.xls");
  await writeFile(old, Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2_048)]));
  await page.getByLabel("文件", { exact: true }).setInputFiles(old);
  await page.getByRole("button", { name: "上传并读取" }).click();
  await expect(page.getByText("文件没有读出来，什么也没有导入")).toBeVisible(SLOW);
  await expect(page.getByRole("heading", { level: 1, name: "未能读取" })).toBeVisible();
  await expect(page.getByText("旧格式（.xls 或 .et）")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "上传" })).toHaveAttribute(
    "aria-current",
    "step",
  );
  await expect(page.getByText("导入完成")).toHaveCount(0);
});

test("a wrong import is taken back: what was added goes, and what somebody changed stays and is named", async ({
  page,
}) => {
  test.setTimeout(150_000);
  await signInAs(page, CLERK);
  await tryOut(
    page,
    "household-roster",
    await plainList("错的.csv", [
      HEADER,
      family(511, "洛桑朗杰"),
      family(512, "格桑德央"),
      family(513, "索朗平措"),
    ]),
  );
  await submit(page);
  const receipt = page.url();
  await (await found(page, 512)).getByRole("link", { name: "格桑德央", exact: true }).click();
  await page.getByRole("link", { name: "改几项", exact: true }).first().click();
  await page.getByLabel("联系电话").fill(`139${RUN}12`);
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page).not.toHaveURL(/\/edit/, SLOW);
  await page.goto(receipt);
  await page.getByRole("link", { name: "撤回…" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("撤回这次导入");
  await expect(page.getByRole("row", { name: /格桑德央/ })).toContainText("导入后有人改过");
  await expectNoViolations(page);
  await page.getByLabel("撤回原因").fill("上传错了文件");
  await page.getByRole("button", { name: "撤回 2 项" }).click();
  await expect(page.getByText("已撤回 2 项，保留 1 项")).toBeVisible(SLOW);
  await expect(page.getByRole("link", { name: "格桑德央" })).toBeVisible();
  await expect(await found(page, 511)).toHaveCount(0);
  await expect(await found(page, 512)).toHaveCount(1);
});

test("an import is laid aside, and nothing of it goes in", async ({ page }) => {
  await signInAs(page, CLERK);
  await tryOut(page, "household-roster", await plainList("不要了.csv", [HEADER, family(521, "尼玛次仁")]));
  await page.getByRole("button", { name: "取消这次导入" }).click();
  await expect(page.getByText("这次导入已取消，什么也没有写入")).toBeVisible(SLOW);
  await expect(await found(page, 521)).toHaveCount(0);
});

test("a job that is running is stopped, and says how far it came", async ({ page }) => {
  test.setTimeout(150_000);
  await signInAs(page, CLERK);
  // Long enough that somebody can press the button; every row is lawful, so that nothing else ends it.
  const many = Array.from({ length: 40_000 }, (_value, at) => [
    `5498${RUN}${String(at).padStart(5, "0")}`,
    "仁青卓玛",
    "未脱贫",
    "热孜村",
    "3180.5",
  ]);
  await upload(page, "household-roster", await plainList("很长.csv", [HEADER, ...many]));
  await page.getByRole("button", { name: "开始试运行" }).click();
  const stop = page.getByRole("button", { name: "停止" });
  await expect(stop).toBeVisible(SLOW);
  await stop.click();
  await expect(page.getByText("这次导入已取消，什么也没有写入")).toBeVisible(SLOW);
});

test("a helper whose name several bear is picked by unit and post", async ({ page }) => {
  test.setTimeout(180_000);
  await signInAs(page, CLERK);
  const helper = nameOfRun("边巴");
  await tryOut(
    page,
    "household-roster",
    await plainList("四户.csv", [HEADER, ...[531, 532, 533].map((nth) => family(nth, "贡觉旺姆"))]),
  );
  await submit(page);
  const pairing = (nth: number, unit: string, phone: string) => [
    householdNumber(nth),
    "贡觉旺姆",
    unit,
    helper,
    phone,
    "2026-03-18",
  ];
  const columns = ["户编号", "户主", "帮扶单位", "帮扶责任人", "联系电话", "结对时间"];
  await tryOut(
    page,
    "pairings",
    await plainList("两位.csv", [
      columns,
      pairing(531, "察雅县水利局", `135${RUN}01`),
      pairing(532, "察雅县教育局", `135${RUN}02`),
    ]),
  );
  await submit(page);
  // Now two bear the name, and the sheet says neither unit nor telephone.
  await tryOut(page, "pairings", await plainList("哪一位.csv", [columns, pairing(533, "", "")]));
  await expect(page.getByText(`有几位“${helper}”，请在下面选是哪一位`).first()).toBeVisible();
  await page.getByLabel(/察雅县教育局/).check();
  await page.getByRole("button", { name: "就是他" }).click();
  await submit(page);
  await expect(await found(page, 533)).toContainText("察雅县教育局");
});

test("a block pasted out of a table is read like a file; several files at once are turned away", async ({
  page,
}) => {
  await signInAs(page, CLERK);
  await page.goto("/imports/new/upload?sheet=household-roster");
  await page.getByText("把文件拖到这里").evaluate((zone) => {
    const data = new DataTransfer();
    for (const name of ["甲.csv", "乙.csv"]) data.items.add(new File(["x"], name));
    zone.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }));
  });
  await expect(page.getByText("一次只能上传一个文件")).toBeVisible();
  const options = await page.getByLabel("粘贴的内容属于哪个单位").locator("option").allTextContents();
  await page
    .getByLabel("粘贴的内容属于哪个单位")
    .selectOption({ label: options.find((one) => one.endsWith(UNIT)) ?? UNIT });
  await page
    .getByRole("textbox", { name: "粘贴的内容" })
    .fill([HEADER, family(541, "益西曲措")].map((line) => line.join("\t")).join("\n"));
  await page.getByRole("button", { name: "读取粘贴的内容" }).click();
  await page.getByRole("button", { name: "开始试运行" }).click(SLOW);
  await expect(page.getByRole("button", { name: "提交 1 行" })).toBeVisible(SLOW);
});

const noFile = async (page: Page) => {
  await signInAs(page, CLERK);
  await page.goto("/imports/new/upload?sheet=household-roster");
  const unit = page.locator("#unit");
  await unit.selectOption({ index: 1 });
  const chosen = await unit.inputValue();
  await page.getByRole("button", { name: "上传并读取" }).click();
  await expect(page.locator("#file-error")).toHaveText(/请先选一个文件/);
  await expect(page.getByLabel("文件", { exact: true }).first()).toHaveAttribute("aria-invalid", "true");
  await expect(unit).toHaveValue(chosen);
};

const tooMuch = async (page: Page) => {
  const pasted = Array.from({ length: 812 }, (_, at) => `54032600${at}\t扎西\t未脱贫`).join("\n");
  await page.getByRole("textbox", { name: "粘贴的内容" }).fill(pasted);
  await page.getByRole("button", { name: "读取粘贴的内容" }).click();
  await expect(page.locator("#paste")).toContainText("粘贴的有 812 行，一次最多 500 行");
  await expect(page.locator("#paste")).toContainText("在上面的“文件”处上传");
  await expect(page.getByRole("textbox", { name: "粘贴的内容" })).toHaveValue(pasted);
};

test("no file is said at the field; a block too long is said at the box, and stays in it", async ({
  page,
}) => {
  await noFile(page);
  await tooMuch(page);
});

test("what is seen and what is ticked leave as a file; numbers in clear wait for a second person", async ({
  page,
  as,
}) => {
  test.setTimeout(150_000);
  await signInAs(page, CLERK);
  await page.goto("/households");
  const boxes = page.getByRole("checkbox", { name: /^选择 .+ 家$/ });
  await boxes.nth(0).check();
  await boxes.nth(2).check();
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出选中的户" }).click();
  const ticked = await readXlsx(await readFile(await (await coming).path()));
  expect(ticked.sheets[0]!.rows).toHaveLength(3);

  await page.goto("/exports");
  const sheet = page.waitForEvent("download");
  await page.getByRole("button", { name: "下载（已遮盖）" }).click();
  const masked = await readXlsx(await readFile(await (await sheet).path()));
  expect(
    masked.sheets[0]!.rows.flat()
      .map(String)
      .filter((text) => /^\d{17}[\dX]$/.test(text)),
  ).toEqual([]);

  const reason = `核对名单 ${RUN}`;
  await page.getByLabel("用途").fill(reason);
  await page.getByRole("button", { name: "提交申请" }).click();
  const mine = page.getByRole("row").filter({ hasText: reason });
  const already = page.getByText("已经申请过同一张表，正在等审批");
  await expect(mine.or(already).first()).toBeVisible(SLOW);
  const chief = await as("嘎松曲珍");
  await chief.goto("/exports");
  const asked = chief.getByRole("row").filter({ hasText: reason });
  await asked.getByRole("button", { name: "同意", exact: true }).click();
  await expect(asked).toContainText("已同意", SLOW);
  await page.goto("/exports");
  const clear = page.waitForEvent("download");
  await mine.getByRole("link", { name: "下载" }).click();
  const file = await readXlsx(await readFile(await (await clear).path()));
  expect(file.sheets[1]!.rows.flat().map(String)).toContain(reason);
  await page.reload();
  await expect(mine).toContainText("已下载 1 次");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("no file and a block too long are said, and nothing is lost", async ({ page }) => {
    await noFile(page);
    await tooMuch(page);
  });

  test("from the upload to the submission plain forms do", async ({ page }) => {
    test.setTimeout(150_000);
    await signInAs(page, CLERK);
    const file = await plainList("无脚本.csv", [
      [...HEADER, "身份证号"],
      [...family(551, "斯朗群培"), idNumber(551)],
    ]);
    await page.goto("/imports/new/upload?sheet=household-roster");
    await page.getByLabel("文件", { exact: true }).setInputFiles(file);
    await page.getByRole("button", { name: "上传并读取" }).click();
    // Nothing turns the page by itself here: one looks again.
    const again = async (button: RegExp) =>
      expect(async () => {
        await page.reload();
        await expect(page.getByRole("button", { name: button })).toBeVisible({ timeout: 1_000 });
      }).toPass(SLOW);
    await again(/^开始试运行$/);
    await page.getByRole("button", { name: "开始试运行" }).click();
    await again(/^提交 1 行$/);
    await page.getByRole("button", { name: "提交 1 行" }).click();
    await expect(async () => {
      await page.reload();
      await expect(page.getByText("已写入 1 行")).toBeVisible({ timeout: 1_000 });
    }).toPass(SLOW);
    await expect(await found(page, 551)).toHaveCount(1);
  });
});
