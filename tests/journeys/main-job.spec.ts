// The main job, on real input: a township's roster comes in from Excel, gets helpers, is visited, and the county sees it.
import type { Page } from "@playwright/test";
import { expect, numberOf, signInAs, test, textOf } from "./support/app.ts";
import {
  HOUSEHOLD_COLUMNS,
  householdNumber,
  idNumber,
  nameOfRun,
  PAIRING_COLUMNS,
  PERSON_COLUMNS,
  workbook,
} from "./support/sheets.ts";

const VILLAGES = ["嘎查村", "热孜村", "坤达村村委会", "仁江村"];
const HEADS =
  "次仁拉姆 扎西多杰 白玛央金 尼玛次仁 贡觉旺姆 索朗平措 达瓦卓玛 洛桑朗杰 斯朗群培 泽仁曲措 益西江村 普巴旺堆";

/** Who helps the families of this run. */
const HELPER = nameOfRun("旦增");

const households = HEADS.split(" ").map((name, at) => ({
  编号: at + 1,
  乡镇: "香堆镇",
  村: VILLAGES[at % VILLAGES.length]!,
  组: `${1 + (at % 2)}组`,
  户编号: householdNumber(at + 1),
  户主: name,
  性别: at % 2 ? "女" : "男",
  证件号: idNumber(at, at % 2 ? "女" : "男"),
  民族: "藏族",
  家庭人口数: 3,
  户属性: "一般户",
  主要致贫原因: "缺技术",
  脱贫属性: "未脱贫",
  人均纯收入: 3180.5 + at,
}));

const last = (nth: number) => households[nth]!;
const faults = [
  // Excel keeps fifteen digits of a number: the last three are gone.
  { ...last(0), 户编号: householdNumber(21), 户主: "土登尼玛", 证件号: 540325197001150000 },
  { ...last(1), 户主: "重复的户" },
  { ...last(2), 户编号: householdNumber(23), 户主: "仁增旺扎", 证件号: idNumber(23), 村: "不存在村" },
];

/** Walks the wizard from the kind of sheet to the result of the dry run. */
async function tryOut(page: Page, kind: string, file: string, unit = "香堆镇"): Promise<void> {
  await page.goto("/imports");
  await page.getByRole("link", { name: "新导入" }).first().click();
  await page
    .locator("section", { has: page.getByRole("heading", { name: kind }) })
    .last()
    .getByRole("link", { name: "用这种表" })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`上传${kind}`);
  const upload = page.locator("form", { has: page.getByRole("button", { name: "上传并读取" }) });
  const units = upload.getByLabel("表里的内容属于哪个单位");
  const options = await units.locator("option").allTextContents();
  await units.selectOption({ label: options.find((one) => one.endsWith(unit)) ?? unit });
  await upload.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("button", { name: "上传并读取" }).click();
  await expect(page.getByRole("button", { name: "开始试运行" })).toBeVisible({ timeout: 30_000 });
  await page.getByRole("button", { name: "开始试运行" }).click();
  await expect(page.getByText("还没有写入任何数据")).toBeVisible({ timeout: 30_000 });
}

/** The five counts of the dry run by their words. */
async function counts(page: Page): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const word of ["新增", "更新", "不变", "有错", "有提醒"]) {
    const item = page.getByRole("listitem").filter({ has: page.getByText(word, { exact: true }) });
    found[word] = Number(await textOf(item.getByRole("link")));
  }
  return found;
}

async function submit(page: Page, rows: number): Promise<void> {
  await page.getByRole("button", { name: `提交 ${rows} 行` }).click();
  await expect(page.getByRole("heading", { level: 1, name: "导入完成" })).toBeVisible({ timeout: 30_000 });
}

test("a township's roster comes in from Excel, gets its helpers, and the cockpit counts it", async ({
  page,
  as,
}) => {
  test.setTimeout(150_000);
  const leader = await as("洛松平措");
  const before = await numberOf(leader, "R2.1");
  await signInAs(page, "四郎多吉");

  await test.step("the dry run finds the header under the title and every planted fault, in plain words", async () => {
    const file = await workbook(
      "香堆镇贫困户.xlsx",
      "察雅县香堆镇2026年贫困户花名册",
      HOUSEHOLD_COLUMNS,
      [...households, ...faults],
      [
        ["合计", null, null, null, null, null, null, null, null, 45],
        ["填表人：", null, null, "审核人："],
      ],
    );
    await tryOut(page, "贫困户花名册", file);
    expect(await counts(page)).toMatchObject({ 新增: 12, 更新: 0, 不变: 0, 有错: 3 });
    await expect(page.getByText("证件号被 Excel 存成了数字，末三位已丢失")).not.toHaveCount(0);
    await expect(page.getByText(/与第 \d+ 行重复，请留一行/)).not.toHaveCount(0);
    await expect(page.getByText("本单位下没有“不存在村”")).not.toHaveCount(0);
    await expect(page.getByRole("row", { name: /土登尼玛/ })).toContainText("身份证号");
  });

  await test.step("the good rows go in and stand in the list of the township", async () => {
    await submit(page, 12);
    await expect(page.getByText("已写入 12 行，另有 3 行有错没有写入")).toBeVisible();
    await page.getByRole("link", { name: "查看户档案" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "户档案" })).toBeVisible();
    await page.getByLabel("查找", { exact: true }).fill(householdNumber(0).slice(0, -3));
    await page.getByRole("button", { name: "查询" }).click();
    await page.waitForURL(/q=5499/);
    for (const row of households)
      await expect(page.getByRole("row", { name: new RegExp(row.户编号) })).toContainText(row.户主);
    await page.goto(`/households?q=${householdNumber(21)}`);
    await expect(page.getByText("没有符合条件的户")).toBeVisible();
  });

  await test.step("members come in with the list of persons", async () => {
    const people = households.flatMap((row, at) => [
      {
        乡: "香堆镇",
        村: row.村,
        户编号: row.户编号,
        姓名: row.户主,
        性别: row.性别,
        证件号: row.证件号,
        关系: "户主",
      },
      {
        乡: "香堆镇",
        村: row.村,
        户编号: row.户编号,
        姓名: `次旦${row.户主.slice(0, 2)}`,
        性别: "男",
        证件号: idNumber(40 + at),
        关系: "其他",
      },
    ]);
    const file = await workbook(
      "香堆镇人员.xlsx",
      "香堆镇贫困人口花名册",
      PERSON_COLUMNS,
      people.map((one) => ({ ...one, 民族: "藏族", 文化程度: "小学", 健康状况: "健康" })),
    );
    await tryOut(page, "贫困人口花名册", file);
    expect((await counts(page)).有错).toBe(0);
    await page.getByRole("button", { name: /^提交 \d+ 行$/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "导入完成" })).toBeVisible({ timeout: 30_000 });
    await page.goto(`/households?q=${householdNumber(1)}`);
    await page.getByRole("link", { name: households[0]!.户主, exact: true }).click();
    await page.getByRole("link", { name: /^成员\s*\d*$/ }).click();
    await expect(page.getByRole("row", { name: "次旦次仁" })).toBeVisible();
  });

  await test.step("twelve households stand unhelped in the cockpit, on the spot", async () => {
    expect(await numberOf(leader, "R2.1")).toEqual({ met: before.met, all: before.all + 12 });
  });

  await test.step("eleven get a cadre by the list of pairings", async () => {
    const file = await workbook(
      "结对.xlsx",
      "香堆镇结对帮扶一览表",
      PAIRING_COLUMNS,
      households.slice(0, 11).map((row) => ({
        ...row,
        单位: "察雅县水利局",
        责任人: HELPER,
        职务: "科员",
        电话: `13${householdNumber(0).slice(4, 13)}`,
        时间: new Date(Date.UTC(2026, 0, 5)),
      })),
    );
    await tryOut(page, "结对帮扶一览表", file);
    expect((await counts(page)).有错).toBe(0);
    await page.getByRole("button", { name: /^提交 11 行$/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "导入完成" })).toBeVisible({ timeout: 30_000 });
    await page.goto(`/households?q=${householdNumber(1)}`);
    await expect(page.getByRole("row", { name: households[0]!.户主 })).toContainText(HELPER);
    expect(await numberOf(leader, "R2.1")).toEqual({ met: before.met + 11, all: before.all + 12 });
  });

  await test.step("the twelfth is paired from the list by hand", async () => {
    await page.goto(`/households?q=${householdNumber(12)}&f.paired=no`);
    await page.getByLabel(`选择 ${households[11]!.户主} 家`).check();
    await page.getByRole("button", { name: "为所选的户结对" }).click();
    await page.getByLabel("找责任人").fill(HELPER);
    await page.getByRole("button", { name: "查找" }).click();
    await page.getByLabel(new RegExp(`${HELPER} · 察雅县水利局`)).check();
    await page.getByRole("button", { name: "为 1 户结对" }).click();
    await expect(page.getByText("已为 1 户结对")).toBeVisible();
    expect(await numberOf(leader, "R2.1")).toEqual({ met: before.met + 12, all: before.all + 12 });
  });

  await test.step("the same roster a second time changes nothing", async () => {
    const file = await workbook("又来一次.xlsx", "香堆镇贫困户花名册", HOUSEHOLD_COLUMNS, households);
    await tryOut(page, "贫困户花名册", file);
    expect(await counts(page)).toMatchObject({ 新增: 0, 更新: 0, 不变: 12, 有错: 0 });
    await expect(page.getByText("没有可以写入的行")).toBeVisible();
    expect(await numberOf(leader, "R2.1")).toEqual({ met: before.met + 12, all: before.all + 12 });
  });
});

test("four taps record a visit, and the county's number grows by one", { tag: "@phone" }, async ({
  page,
  as,
}) => {
  test.setTimeout(90_000);
  const leader = await as("洛松平措");
  const before = await numberOf(leader, "R2.3");
  await signInAs(page, "邓增罗布");
  await expect(page).toHaveURL(/\/today$/);
  const due = page
    .getByRole("region")
    .or(page.locator("section"))
    .filter({ hasText: /逾期|本月应走访/ })
    .first();
  const card = due.getByRole("link").first();
  const title = await textOf(card.getByText(/家$/).first());
  const goal = page.getByText(/本月联户走访 \d+ \/ \d+/);
  const done = Number(/(\d+) \//.exec(await textOf(goal))![1]);

  const taps = await countTaps(page);
  await card.tap();
  await page.getByRole("link", { name: "记录走访" }).first().tap();
  await page.locator("label", { hasText: "正常" }).tap();
  await page.getByRole("button", { name: "保存", exact: true }).tap();
  await expect(page.getByText(`已保存走访：${title}`)).toBeVisible();
  expect(await taps()).toBe(4);

  await expect(page).toHaveURL(/\/today/);
  await expect(goal).toContainText(`${done + 1} /`);
  await expect(due.getByRole("link", { name: title })).toHaveCount(0);
  const after = await numberOf(leader, "R2.3");
  expect(after).toEqual({ met: before.met + 1, all: before.all });

  await page.getByRole("button", { name: "撤销" }).tap();
  await expect(page.getByText(`已撤回走访：${title}`)).toBeVisible();
  await expect(goal).toContainText(`${done} /`);
  expect(await numberOf(leader, "R2.3")).toEqual(before);
});

/** Counts what the finger does, across the pages that it leads through. */
async function countTaps(page: Page): Promise<() => Promise<number>> {
  let taps = 0;
  await page.exposeFunction("tellTap", () => taps++);
  const listen = () =>
    document.addEventListener(
      "pointerdown",
      () => (window as unknown as { tellTap(): void }).tellTap(),
      true,
    );
  await page.addInitScript(listen);
  await page.evaluate(listen);
  return async () => taps;
}
