// A record of visits kept on paper comes in by its sheet: judged in its cells, marked as brought in, printed for the quarter, and taken back.
import { expect, expectNoViolations, signInAs, test } from "./support/app.ts";
import { CLERK, family, found, HEADER, plainList, SLOW, submit, tryOut } from "./support/imports.ts";
import { householdNumber, nameOfRun } from "./support/sheets.ts";

const COLUMNS = [
  "日期",
  "帮扶人",
  "户编号",
  "走访对象",
  "家庭情况变化",
  "困难诉求",
  "诉求类别",
  "代走访原因",
];

test("visits kept on paper come in by their sheet, are printed from the same rows, and go back", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signInAs(page, CLERK);
  const head = nameOfRun("旺堆");
  await tryOut(page, "household-roster", await plainList("一户.csv", [HEADER, family(561, head)]));
  await submit(page);
  // The first of January has gone by on whatever day this is walked.
  const day = `${new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date()).slice(0, 4)}-01-01`;
  const visit = (change: Partial<Record<number, string>>) =>
    [day, CLERK, householdNumber(561), head, "添了一头牛", "引水管冻裂", "饮水", "替换人期间代走访"].map(
      (cell, at) => change[at] ?? cell,
    );
  const file = await plainList("走访记录.csv", [
    COLUMNS,
    visit({}),
    visit({ 0: "2099-05-01" }),
    visit({ 1: nameOfRun("无人") }),
    visit({ 7: "", 0: day.replace("-01-01", "-01-02") }),
  ]);
  await tryOut(page, "visit-record", file);
  await expect(page.getByText("日期晚于今天，请核对").first()).toBeVisible();
  await expect(page.getByText(/登记簿里没有叫“无人/).first()).toBeVisible();
  await expect(page.getByText(/走访人不是这户当天的帮扶人/).first()).toBeVisible();
  await expectNoViolations(page);
  await submit(page);
  await expect(page.getByText("已写入 1 行，另有 3 行有错没有写入")).toBeVisible();
  const receipt = page.url();
  await expect(page.getByRole("link", { name: "查看走访" })).toBeVisible();

  await (await found(page, 561)).getByRole("link", { name: head, exact: true }).click();
  await page.waitForURL(/\/households\/[0-9a-f-]{36}/);
  const household = new URL(page.url()).pathname.split("/")[2] ?? "";
  await page.goto(`/households/${household}?tab=visits`);
  await expect(page.getByText("表格导入").first()).toBeVisible();
  await page.locator('main a[href^="/visits/"]').filter({ hasText: day }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(head);
  await expect(page.getByText("录入人")).toBeVisible();
  await expect(page.getByText("引水管冻裂").first()).toBeVisible();

  await page.goto(`/households/print?household=${household}&form=visits`);
  await expect(page.getByRole("row").filter({ hasText: day })).toContainText("引水管冻裂");
  await expectNoViolations(page);
  await page.getByRole("link", { name: "第二季度" }).click();
  await expect(page.getByText("这一时段没有走访记录。")).toBeVisible();

  await tryOut(page, "visit-record", await plainList("再来一次.csv", [COLUMNS, visit({})]));
  await expect(page.getByRole("button", { name: /^提交 \d+ 行$/ })).toHaveCount(0);

  await page.goto(receipt);
  await page.getByRole("link", { name: "撤回…" }).click();
  await page.getByLabel("撤回原因").fill("是别的户");
  await page.getByRole("button", { name: "撤回 1 项" }).click();
  await expect(page.getByText(/已撤回 1 项/)).toBeVisible(SLOW);
  await page.goto(`/households/${household}?tab=visits`);
  await expect(page.getByText("表格导入")).toHaveCount(0);
});
