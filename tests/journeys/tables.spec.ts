// A county gets an empty form from a department, has its columns matched, puts one right, and sends it back filled, in the form's own layout.
import { readFile } from "node:fs/promises";
import { readXlsx } from "hucre/xlsx";
import { expect, expectNoViolations, signInAs, test, textOf } from "./support/app.ts";
import { HOUSEHOLD_COLUMNS, nameOfRun, plain, workbook } from "./support/sheets.ts";

test("an empty form comes back filled as the department made it, counted cell by cell", async ({ page }) => {
  test.setTimeout(120_000);
  const title = nameOfRun("脱贫户摸底表");
  const columns = [...HOUSEHOLD_COLUMNS, plain("家中几口"), plain("信教情况"), plain("户主签字")];
  const file = await workbook("空表.xlsx", title, columns, [], [["合计"], ["填报人："]]);
  await signInAs(page, "嘎松曲珍");
  await page.goto("/tables");
  await page.getByRole("link", { name: "新建表样" }).click();

  await test.step("without a file a sentence says what to do, and the name typed stays", async () => {
    await page.locator("#name").fill(title);
    await page.getByRole("button", { name: "上传并对列" }).click();
    await expect(page.getByText("请先选一个文件").first()).toBeVisible();
    await expect(page.locator("#name")).toHaveValue(title);
    await expectNoViolations(page);
  });

  await page.locator("#file").setInputFiles(file);
  await page.getByRole("button", { name: "上传并对列" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("核对各列");
  await expect(page.getByRole("row", { name: /身份证号码/ }).getByRole("combobox")).toHaveValue("idNo");
  await expect(page.getByRole("row", { name: /信教情况/ })).toContainText("宗教信息，不提供");
  const members = page.getByRole("row", { name: /家中几口/ }).getByRole("combobox");
  await expect(members).toHaveValue("");
  await members.selectOption({ label: "家庭人口" });
  await page.getByLabel("哪个部门要的").fill("县乡村振兴局");
  await page.getByRole("button", { name: "保存，看填好的表" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  const told = await textOf(page.getByText(/察雅县共 .* 行/));
  const [rows = 0] = (told.match(/[\d,]+/g) ?? []).map((number) => Number(number.replaceAll(",", "")));
  expect(rows).toBeGreaterThan(50);
  await expect(page.getByText("留给手填的列：户主签字")).toBeVisible();
  await expectNoViolations(page);

  await test.step("the file has the form's header and foot, as many rows as told, and masked numbers", async () => {
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: "下载填好的表" }).click();
    const { sheets } = await readXlsx(await readFile(await (await coming).path()));
    const grid = sheets[0]!.rows.map((row) => row.map((cell) => String(cell ?? "")));
    expect(grid[0]![0]).toBe(title);
    const labels = columns.map(({ label }) => label);
    expect(grid[3]!.filter(Boolean)).toEqual(labels.filter((_label, at) => columns[at]!.over !== undefined));
    const data = grid.slice(4, 4 + rows);
    const at = (label: string) => labels.indexOf(label);
    for (const row of data) expect(row[at("身份证号码")]).toMatch(/^(\d{6}\*+[\dX]{4})?$/);
    for (const label of ["信教情况", "户主签字"]) expect(data.every((row) => !row[at(label)])).toBe(true);
    const persons = data.reduce((sum, row) => sum + Number(row[at("家中几口")] || 0), 0);
    const foot = grid[4 + rows]!;
    expect(foot[0]).toBe("合计");
    expect(Number(foot[at("家中几口")])).toBe(persons);
    expect(grid[5 + rows]![0]).toBe("填报人：嘎松曲珍");
    expect(grid.length).toBe(6 + rows);
  });

  await test.step("it is on the list of what left the house, and goes when it is no longer used", async () => {
    await page.goto("/exports");
    await expect(page.getByRole("row").filter({ hasText: title }).first()).toContainText("自由制表");
    await page.goto("/tables");
    await page.getByRole("link", { name: title }).click();
    await page.getByRole("link", { name: "核对各列" }).click();
    await page.getByText("删除这个表样").first().click();
    await page.getByRole("button", { name: "删除这个表样" }).click();
    await expect(page).toHaveURL(/\/tables$/);
    await expect(page.getByRole("link", { name: title })).toHaveCount(0);
  });
});
