// A village cadre fills in the income of a family: last year's figures wait in grey, the sum follows, and the line of the place judges it.
import { expect, expectNoViolations, signInAs, test, textOf } from "./support/app.ts";

const NAME = "贡布扎西";

async function firstFile(page: import("@playwright/test").Page) {
  await page.goto("/households");
  await page.locator("main table tbody tr").first().getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("家");
  return new URL(page.url()).pathname;
}

test("income: grey figures are accepted one by one, the figure per head follows what is typed", async ({
  page,
}) => {
  await signInAs(page, NAME);
  const file = await firstFile(page);
  await page.goto(`${file}/income`);
  await expectNoViolations(page);
  const sum = page.locator("main form [role=status]");
  const wages = page.getByLabel("工资性收入", { exact: true });
  await wages.fill("");
  const accept = wages.locator("xpath=ancestor::fieldset").getByRole("checkbox", { name: /沿用/ });
  await accept.check();
  const lastYear = (await wages.inputValue()).replace(/\..*/, "");
  expect(Number(lastYear)).toBeGreaterThan(0);
  await wages.fill("很多");
  await expect(sum).toContainText("有看不懂的数，没有算进来");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(wages).toHaveAccessibleDescription(/写成金额/);
  await expect(wages).toHaveValue("很多");
  await wages.fill("1.2万");
  await expect(sum).not.toContainText("有看不懂的数");
  const told = await textOf(sum.locator("strong").first());
  await wages.fill("2.2万");
  await expect(sum.locator("strong").first()).not.toHaveText(told);
  const perHead = await textOf(sum.locator("strong").nth(1));
  await expect(sum).toContainText(/贫困线 4,\d00\.00元\s*(已达到|未达到)/);
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page).toHaveURL(/tab=income/);
  await expect(page.locator("main")).toContainText(perHead);
  const row = page.getByRole("row").filter({ hasText: "工资性收入" }).last();
  await expect(row).toContainText("22,000.00");
  await row.getByRole("link", { name: "谁改的" }).click();
  await expect(page.locator("main")).toContainText("22,000.00");
  await expect(page.locator("main")).toContainText(NAME);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a figure of last year that is accepted counts, and what is wrong is said beside its field", async ({
    page,
  }) => {
    await signInAs(page, NAME);
    const file = await firstFile(page);
    await page.goto(`${file}/income`);
    const wages = page.getByLabel("工资性收入", { exact: true });
    await wages.fill("-5");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(wages).toHaveAccessibleDescription(/写成金额/);
    await expect(wages).toHaveValue("-5");
    await wages.fill("");
    await wages.locator("xpath=ancestor::fieldset").getByRole("checkbox", { name: /沿用/ }).check();
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page).toHaveURL(/tab=income/);
    const row = page.getByRole("row").filter({ hasText: "工资性收入" }).last();
    const [now, last] = [await textOf(row.locator("td").nth(0)), await textOf(row.locator("td").nth(1))];
    expect(now).toBe(last);
  });
});

test("a name written with other characters is not found in the list, and the way to its other spellings is one step", async ({
  page,
}) => {
  await signInAs(page, NAME);
  await page.goto("/households?q=扎西");
  const name = await textOf(page.locator("main table tbody tr").first().getByRole("link").first());
  await page.goto(`/households?q=${name.replace("扎西", "札西")}`);
  await page.getByRole("link", { name: "按名字的其他写法找" }).click();
  await expect(page.locator("main")).toContainText("名字的其他写法");
  await expect(page.getByRole("link", { name }).first()).toBeVisible();
});

test("a number is opened for a reason, for sixty seconds, and the look is on record", async ({ page }) => {
  await page.clock.install();
  await signInAs(page, NAME);
  const file = await firstFile(page);
  await page.goto(`${file}?tab=members`);
  const family = page.locator("main");
  await family.locator("summary", { hasText: "查看" }).first().click();
  await family.getByRole("button", { name: "显示证件号" }).first().click();
  await expect(family.getByRole("alert").first()).toBeVisible();
  await family.getByLabel("查看理由").first().selectOption({ label: "核对身份" });
  await family.getByRole("button", { name: "显示证件号" }).first().click();
  await expect(family).toContainText(/\d{6} \d{8} \d{3}[\dX]/);
  await expect(family).toContainText("60 秒后自动遮挡");
  await page.clock.fastForward(61_000);
  await expect(family).not.toContainText(/\d{6} \d{8} \d{3}[\dX]/);
  await expect(family).not.toContainText("60 秒后自动遮挡");
});

test("the file: conditions as tasks, living filled in, a measure recorded and ended, two years compared, printed from the rows", async ({
  page,
}) => {
  await signInAs(page, NAME);
  const file = await firstFile(page);
  const project = `藏香猪养殖${Date.now() % 1_000_000}`;

  await test.step("what is missing is filled in where it is missing", async () => {
    await page.goto(`${file}?tab=living`);
    await expect(page.getByRole("heading", { name: "两不愁三保障" })).toBeVisible();
    await expectNoViolations(page);
    await page.goto(`${file}/edit?section=living`);
    await page.getByLabel("住房面积").fill("九十");
    await page.getByRole("group", { name: "不愁穿" }).getByRole("radio", { name: "是", exact: true }).check();
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page.getByLabel("住房面积")).toHaveAccessibleDescription(/写成数字/);
    await expect(page.getByLabel("住房面积")).toHaveValue("九十");
    await page.getByLabel("住房面积").fill("96.5");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page).toHaveURL(/tab=living|households\/[0-9a-f-]+$/);
    await page.goto(`${file}?tab=living`);
    await expect(page.locator("main")).toContainText("96.5 平方米");
  });

  await test.step("a measure is recorded and ended with its result", async () => {
    await page.goto(`${file}?tab=measures`);
    await page.getByRole("link", { name: "登记措施" }).click();
    await page.getByLabel("措施类别").selectOption({ label: "发展生产" });
    await page.getByLabel("项目名称").fill(project);
    await page.getByLabel("资金").fill("5千");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page.getByLabel("资金")).toHaveAccessibleDescription(/写成金额/);
    await page.getByLabel("资金").fill("5000");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await page.getByRole("link", { name: project }).click();
    await page.getByRole("link", { name: "结束这项措施" }).click();
    await page.getByRole("radio", { name: "已完成", exact: true }).check();
    await page.getByLabel("收益").fill("3200");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page.locator("main")).toContainText("已完成");
    await expect(page.locator("main")).toContainText("3,200.00");
    await page.goto("/measures");
    await expect(page.getByRole("heading", { name: "按类别合计" })).toBeVisible();
    await page.goto(file);
    await expect(page.getByRole("link", { name: project })).toBeVisible();
  });

  await test.step("two years side by side, and the paper forms", async () => {
    await page.goto(`${file}?tab=years`);
    await expect(page.getByRole("heading", { name: "两年对比" })).toBeVisible();
    await page.goto(file);
    await page.getByRole("link", { name: "打印", exact: true }).click();
    const sheet = page.locator("article[data-form=card]");
    await expect(sheet).toContainText(project);
    await expect(sheet).not.toContainText(/\d{17}[\dX]/);
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(
      /\/Count (\d+)/.exec(paper)?.[1],
      "one family's card is one page, with no empty one behind it",
    ).toBe("1");
    await page.getByRole("link", { name: "帮扶手册" }).click();
    await expect(page.locator("article[data-form=handbook]")).toContainText("走访记录");
    await page.getByRole("link", { name: "采集表" }).click();
    await expect(page.locator("article[data-form=survey]")).toContainText("96.5 平方米");
    await expect(page.locator("article[data-form=survey]")).toContainText("家庭收入");
    await page.getByRole("link", { name: /打印.+全村/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/打印 .+ \d+ 户/);
    await expect(page.locator("article").nth(1)).toBeVisible();
  });
});

test("a village fills in its register for the year, and what other files tell is counted", async ({
  page,
}) => {
  await signInAs(page, NAME);
  await firstFile(page);
  await page.goto("/divisions?q=xuetong");
  await page.locator("main").getByRole("link", { name: "雪通村" }).first().click();
  await page.getByRole("link", { name: "村登记表" }).click();
  await page.getByRole("link", { name: "填写", exact: true }).click();
  await page.getByLabel("总户数").fill("一百");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByLabel("总户数")).toHaveAccessibleDescription(/写成整数/);
  await page.getByLabel("总户数").fill("128");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByText("已保存。")).toBeVisible();
  await expect(page.locator("main")).toContainText("128 户");
  await expectNoViolations(page);
});

test("the office sets a line with its paper, and is asked before it changes one", async ({ page }) => {
  await signInAs(page, "格桑德吉");
  await page.goto("/admin/lines");
  await page.getByLabel("年度").fill("2031");
  await page.getByLabel("金额").fill("五千");
  await page.getByRole("button", { name: "保存这条线" }).click();
  await expect(page.getByLabel("金额")).toHaveAccessibleDescription(/写成每人每年的金额/);
  await page.getByLabel("金额").fill("5000");
  await page.getByLabel("文号").fill("昌扶发〔2031〕1号");
  await page.getByRole("button", { name: "保存这条线" }).click();
  const row = page.getByRole("row").filter({ hasText: "2031 年" });
  await expect(row).toContainText("5,000.00");
  await expect(row).toContainText("昌扶发〔2031〕1号");
  await page.getByLabel("年度").fill("2031");
  await page.getByLabel("金额").fill("5100");
  await page.getByRole("button", { name: "保存这条线" }).click();
  await page.getByRole("checkbox", { name: /确认改成/ }).check();
  await page.getByRole("button", { name: "保存这条线" }).click();
  await expect(row).toContainText("5,100.00");
  await row.getByRole("button", { name: "撤下" }).click();
  await expect(row).toHaveCount(0);
});
