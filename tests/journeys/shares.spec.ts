// The city divides the number of secondments among its counties on one screen; a county finds its own share where it sends from.
import { expect, expectNoViolations, test } from "./support/app.ts";

test("a number is divided among the counties, the sum said as one types", async ({ as }) => {
  const page = await as("格桑德吉");
  // A year of its own: other pages speak of the running one.
  await page.goto("/cockpit/divide?i=F3.1&p=2031");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/2031 年.*分给下级/);
  const fields = page.locator("input[name^='share-']");
  await expect(fields).toHaveCount(11);
  await page.getByLabel(/^昌都市目标/).fill("100");
  for (let at = 0; at < 11; at++) await fields.nth(at).fill("9");
  await expect(page.getByRole("status").filter({ hasText: "合计" })).toHaveText(/合计 99 人.*还有 1 人/);
  await page.getByLabel("察雅县的目标").fill("十个");
  await page.getByRole("button", { name: "保存分配" }).click();
  await expect(page.getByLabel("察雅县的目标")).toHaveAccessibleDescription(/用整数/);
  await expect(page.getByLabel("察雅县的目标")).toHaveValue("十个");
  await expect(fields.first()).toHaveValue("9");
  await expectNoViolations(page);
  await page.getByLabel("察雅县的目标").fill("10");
  await expect(page.getByRole("status").filter({ hasText: "合计" })).toHaveText(/合计 100 人.*一致/);
  await page.getByRole("button", { name: "保存分配" }).click();
  await expect(page.getByText("目标分配已保存。")).toBeVisible();
  await expect(page.getByLabel("察雅县的目标")).toHaveValue("10");

  // A rule fills the fields, and nothing is saved before one has looked; the year goes by steps, with the reason kept.
  await page.getByRole("link", { name: "按贫困户数分" }).click();
  await expect(page.getByText("已按所选办法填好，还没有保存")).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "合计" })).toHaveText(/合计 100 人.*一致/);
  await page.goto("/cockpit/divide?i=F1.1&p=2031");
  await page.getByLabel(/^昌都市目标/).fill("90");
  await page.getByLabel(/推进计划/).fill("60/30/85/100");
  await page.getByLabel(/调整原因/).fill("市委常委会");
  await page.getByLabel("察雅县的目标").fill("80");
  await page.getByRole("button", { name: "保存分配" }).click();
  await expect(page.getByLabel(/推进计划/)).toHaveAccessibleDescription(/后一个不小于前一个/);
  await expect(page.getByLabel("察雅县的目标")).toHaveValue("80");
  await page.getByLabel(/推进计划/).fill("30/60/85/100");
  await page.getByRole("button", { name: "保存分配" }).click();
  await expect(page.getByRole("row").filter({ hasText: "市委常委会" })).toContainText(
    "90% · 推进计划 30/60/85/100",
  );
  await page.getByRole("link", { name: "目标", exact: true }).click();
  const line = page.getByRole("row").filter({ hasText: "F1.1" });
  await expect(line).toContainText("30/60/85/100");
  await expect(line).toContainText("1/11");
  await expect(line).toContainText(/差 .*个百分点/);
  await expectNoViolations(page);

  const county = await as("嘎松曲珍");
  await county.goto("/cockpit/divide?i=F3.1&p=2031");
  await expect(county.locator("main")).toContainText("察雅县的目标是 10 人，由上级下达。");
});
