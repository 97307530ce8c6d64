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
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(wages).toHaveAccessibleDescription(/写成金额/);
  await expect(wages).toHaveValue("很多");
  await wages.fill("1.2万");
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
