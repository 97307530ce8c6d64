// A village gets a new name and another township: rehearsed first, seen everywhere at once, and the past stays what it was.
import type { Page } from "@playwright/test";
import { periodOf, previous } from "#lib/base/period.ts";
import { digits, expect, rowsTotal, signInAs, test, textOf } from "./support/app.ts";
import { nameOfRun } from "./support/sheets.ts";

const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });
const month = periodOf(today, "month");
const lastQuarter = previous(periodOf(today, "quarter"));

async function openTownship(page: Page, name: string): Promise<string> {
  await page.goto(`/divisions?q=${encodeURIComponent(name)}`);
  await page
    .getByRole("region")
    .or(page.locator("section"))
    .filter({ hasText: "的结果" })
    .getByRole("link", { name })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  return /\/divisions\/(\d+)/.exec(page.url())![1]!;
}

/** How many households count at this unit in this period, as the rows say. */
async function counted(page: Page, unit: string, period: string): Promise<number> {
  await page.goto(`/cockpit/rows?i=R2.1&u=${unit}&p=${period}&part=all`);
  return rowsTotal(page);
}

test("a village is renamed and moved with a rehearsal; tree, search and this month follow, the last quarter stays", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signInAs(page, "嘎松曲珍");
  const to = await openTownship(page, "荣周乡");
  const from = await openTownship(page, "扩达乡");
  const row = page
    .getByRole("row")
    .filter({ has: page.getByRole("link", { name: /^[1-9]\d*$/ }) })
    .first();
  const households = digits(await textOf(row.getByRole("link").last()));
  const village = row.getByRole("link").first();
  const oldName = await textOf(village);
  const newName = nameOfRun("格桑").concat("村");
  await village.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(oldName);
  const address = page.url();

  const before = {
    from: await counted(page, from, month),
    to: await counted(page, to, month),
    fromThen: await counted(page, from, lastQuarter),
    toThen: await counted(page, to, lastQuarter),
  };

  await test.step("renamed, after seeing what it touches", async () => {
    await page.goto(address);
    await page.getByRole("link", { name: "更名" }).click();
    await page.getByLabel("新名称").fill(newName);
    await page.getByRole("button", { name: "看预演" }).click();
    await expect(page.getByRole("heading", { name: "预演" })).toBeVisible();
    await expect(page.getByRole("row").filter({ hasText: "名称" })).toContainText([oldName]);
    await expect(page.getByText("过去各期的数字保持不变")).toBeVisible();
    // Nothing has happened yet.
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(oldName);
    await page.getByRole("link", { name: "更名" }).click();
    await page.getByLabel("新名称").fill(newName);
    await page.getByRole("button", { name: "看预演" }).click();
    await page.getByRole("button", { name: "确认更名" }).click();
    await expect(page.getByText("已保存并生效")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(newName);
    await expect(page.getByText(`更名：${oldName} → ${newName}`)).toBeVisible();
  });

  await test.step("moved to another township", async () => {
    await page.getByRole("link", { name: "改隶" }).click();
    const target = page.getByLabel("新的上级");
    const option = await textOf(target.locator("option").filter({ hasText: "荣周乡" }));
    await target.selectOption({ label: option });
    await page.getByRole("button", { name: "看预演" }).click();
    await expect(page.getByRole("row").filter({ hasText: "上级" })).toContainText(["荣周乡"]);
    expect(
      digits(
        await textOf(
          page.getByRole("row").filter({ hasText: "户（各种状态都算）" }).getByRole("cell").first(),
        ),
      ),
    ).toBeGreaterThanOrEqual(households);
    await page.getByRole("button", { name: "确认改隶" }).click();
    await expect(page.getByText("已保存并生效")).toBeVisible();
  });

  await test.step("the tree, the search and the list of families follow", async () => {
    await page.goto(`/divisions/${to}`);
    await expect(page.getByRole("row", { name: new RegExp(newName) })).toBeVisible();
    await page.goto(`/divisions/${from}`);
    await expect(page.getByRole("row", { name: new RegExp(newName) })).toHaveCount(0);
    await page.goto(`/search?q=${encodeURIComponent(newName)}`);
    await expect(page.getByRole("link", { name: new RegExp(newName) }).first()).toBeVisible();
    await page.goto(`/households?u=${to}`);
    await expect(page.locator("main table").getByText(newName).first()).toBeVisible();
    await page.goto(`/divisions?on=${previous(month)}-15&open=${from}`);
    await expect(page.locator("main")).not.toContainText(newName);
  });

  await test.step("this month is counted where the village is now, the last quarter where it was", async () => {
    const moved = before.from - (await counted(page, from, month));
    expect(moved).toBeGreaterThan(0);
    expect(await counted(page, to, month)).toBe(before.to + moved);
    expect(await counted(page, from, lastQuarter)).toBe(before.fromThen);
    expect(await counted(page, to, lastQuarter)).toBe(before.toThen);
  });
});

test("a village is created and closed again: rehearsed each time, its successor takes over, the lineage tells both", async ({
  page,
}) => {
  await signInAs(page, "嘎松曲珍");
  const name = nameOfRun("新").concat("村");
  const township = await openTownship(page, "荣周乡");
  const successor = await textOf(page.getByRole("row").nth(1).getByRole("link").first());

  await test.step("created below its township", async () => {
    await page.getByRole("link", { name: "新增下级" }).click();
    await page.getByLabel("名称").fill(name);
    await page.getByRole("button", { name: "看预演" }).click();
    await expect(page.getByRole("heading", { name: "预演" })).toBeVisible();
    await page.getByRole("button", { name: "确认新增" }).click();
    await expect(page.getByText("已保存并生效")).toBeVisible();
    await page.goto(`/divisions/${township}`);
    await page.getByRole("link", { name, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  });

  await test.step("closed, with the unit that takes over", async () => {
    await page.getByRole("link", { name: "撤销" }).click();
    const target = page.getByLabel("并入哪个单位（接收单位）");
    const option = await textOf(target.locator("option").filter({ hasText: successor }).first());
    await target.selectOption({ label: option });
    await page.getByRole("button", { name: "看预演" }).click();
    await page.getByRole("button", { name: "确认撤销" }).click();
    await expect(page.getByText("已保存并生效")).toBeVisible();
    await page.goto(`/divisions/${township}`);
    await expect(page.getByRole("table").getByText(name)).toHaveCount(0);
    await page.goto(`/search?q=${encodeURIComponent(name)}`);
    await expect(page.getByRole("link", { name: new RegExp(name) })).toContainText("已撤销");
  });
});

test("an association's branch is founded by the rule, after its rehearsal, and closed again", async ({
  page,
}) => {
  await signInAs(page, "嘎松曲珍");
  const name = nameOfRun("雪通村").concat("协会党支部");
  await page.goto("/orgs/new");
  await page.getByLabel("查找所在地").fill("雪通村");
  await page.getByRole("button", { name: "查找所在地" }).click();
  await page.getByRole("link", { name: "选这里" }).first().click();
  await page.getByLabel("本村").check();
  await page.getByRole("button", { name: "下一步" }).click();
  await page.getByLabel("名称").fill(name);

  await test.step("against the rule the form says which leader it must be, and keeps what was typed", async () => {
    const proposed = await page.getByLabel("由哪个党组织领导").inputValue();
    const other = page.getByLabel("由哪个党组织领导").locator("option").filter({ hasText: "吉塘镇委员会" });
    await page.getByLabel("由哪个党组织领导").selectOption(await other.first().getAttribute("value"));
    await page.getByRole("button", { name: "看预演" }).click();
    await expect(page.locator("[id$='leaderId-error']")).toBeVisible();
    await expect(page.getByLabel("名称")).toHaveValue(name);
    await page.getByLabel("由哪个党组织领导").selectOption(proposed);
  });

  await test.step("the rehearsal names the rule and what it touches; nothing is founded before", async () => {
    await page.getByRole("button", { name: "看预演" }).click();
    await expect(page.getByRole("heading", { name: "预演" })).toBeVisible();
    await expect(page.getByText("由所在村党组织领导").first()).toBeVisible();
    const led = page.getByRole("row", { name: /直接领导的党组织/ });
    const [before, after] = await led.getByRole("cell").allTextContents();
    expect(digits(after ?? "")).toBe(digits(before ?? "") + 1);
    await page.getByRole("link", { name: "返回修改" }).click();
    await expect(page.getByLabel("名称")).toHaveValue(name);
    await page.getByRole("button", { name: "看预演" }).click();
    await page.getByRole("button", { name: "确认建立" }).click();
    await expect(page.getByText("已保存并生效")).toBeVisible();
  });

  await test.step("closed, and what it led goes to its successor", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    await page.getByRole("link", { name: "撤销" }).click();
    const target = page.getByLabel("接续的党组织");
    await target.selectOption(
      await target.locator("option").filter({ hasText: "雪通村党支部" }).first().getAttribute("value"),
    );
    await page.getByRole("button", { name: "看预演" }).click();
    await page.getByRole("button", { name: "确认撤销" }).click();
    await expect(page.getByText("已保存并生效")).toBeVisible();
  });
});
