// domain.md §11.2, scenario 1: the national sheet of 47 columns with three planted faults, its marked file, and the corrected one.
import { readFile } from "node:fs/promises";
import { readXlsx } from "hucre/xlsx";
import { personRoster } from "#lib/domains/imports/sheets/person-roster.ts";
import { expect, signInAs, test } from "./support/app.ts";
import { CLERK, family, found, HEADER, plainList, submit, tryOut } from "./support/imports.ts";
import { householdNumber, idNumber, nameOfRun } from "./support/sheets.ts";

/** A row of the national sheet of 47 columns, of which an office fills in some. */
const member = (
  household: number,
  nth: number,
  name: string,
  relation: string,
  change: Record<string, string> = {},
) => {
  const said: Record<string, string> = {
    ...{
      户编号: householdNumber(household),
      姓名: name,
      证件号码: idNumber(nth),
      年度: "2026",
      与户主关系: relation,
    },
    ...change,
  };
  return personRoster.columns.map(({ label }) => said[label["zh-CN"]] ?? "");
};

test("scenario 1: the sheet of 47 columns with three faults; the good rows go in, the corrected file doubles nobody", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signInAs(page, CLERK);
  const [first, second] = [nameOfRun("扎西"), nameOfRun("次仁")];
  await tryOut(
    page,
    "household-roster",
    await plainList("两户.csv", [HEADER, family(571, first), family(572, second)]),
  );
  await submit(page);
  const labels = personRoster.columns.map(({ label }) => label["zh-CN"]);
  expect(labels).toHaveLength(47);
  const planted = [
    member(571, 71, first, "户主"),
    member(571, 72, "央金", "配偶"),
    member(571, 73, "旺堆", "其他", { 证件号码: "5.40326E+17" }),
    member(571, 74, "格列", "侄子"),
    member(572, 75, second, "户主"),
    member(572, 76, "德吉", "户主"),
  ];

  await test.step("each fault is told with its cell, and only the two good rows go in", async () => {
    await tryOut(page, "person-roster", await plainList("人口.csv", [labels, ...planted]));
    await expect(page.getByText("科学记数法").first()).toBeVisible();
    await expect(page.getByText("没有“侄子”这个选项").first()).toBeVisible();
    await expect(page.getByText(/有两个户主/).first()).toBeVisible();
    await expect(page.getByRole("button", { name: "提交 2 行" })).toBeVisible();
    await submit(page);
    await expect(page.getByText("已写入 2 行，另有 4 行有错没有写入")).toBeVisible();
  });

  await test.step("the marked file comes back with the reasons in it", async () => {
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: "下载标注版 Excel" }).click();
    const marked = await readXlsx(await readFile(await (await coming).path()));
    const told = marked.sheets[0]!.rows.map((row) => String(row.at(-1) ?? ""));
    expect(told.filter((one) => one.includes("科学记数法"))).toHaveLength(1);
    expect(told.filter((one) => one.includes("侄子"))).toHaveLength(1);
    expect(told.filter((one) => one.includes("两个户主"))).toHaveLength(2);
  });

  await test.step("the whole file corrected brings in the four others and doubles nobody, however often it comes", async () => {
    const corrected = [
      ...planted.slice(0, 2),
      member(571, 73, "旺堆", "其他"),
      member(571, 74, "格列", "之侄儿"),
      planted[4]!,
      member(572, 76, "德吉", "配偶"),
    ];
    await tryOut(page, "person-roster", await plainList("改好.csv", [labels, ...corrected]));
    await expect(page.getByRole("button", { name: "提交 4 行" })).toBeVisible();
    await submit(page);
    await tryOut(page, "person-roster", await plainList("再来.csv", [labels, ...corrected]));
    await page.goto("/imports");
    await expect(page.getByText("新增 0 · 更新 0 · 不变 6 · 有错 0").first()).toBeVisible();
    await (await found(page, 571)).getByRole("link", { name: first, exact: true }).click();
    await page.waitForURL(/\/households\/[0-9a-f-]{36}/);
    await page.goto(`${page.url().split("?")[0]}?tab=members`);
    for (const name of [first, "央金", "旺堆", "格列"])
      await expect(page.getByRole("main").getByText(name, { exact: true }).first()).toBeVisible();
  });
});
