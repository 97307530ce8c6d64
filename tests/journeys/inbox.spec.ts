// The inbox: an officer reminds the helper of a household whose visit is due, at most once a day; who has nothing to do is told what comes here.
import { expect, signInAs, test } from "./support/app.ts";

test("the inbox says what comes here or what waits, and reads notices away", async ({ page }) => {
  await signInAs(page, "嘎松曲珍");
  await page.goto("/inbox");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("收件箱");
  await page.goto("/inbox?view=notices");
  const all = page.getByRole("button", { name: "全部已读" });
  if (await all.isVisible()) {
    await all.click();
    await expect(all).toBeHidden();
  }
  await expect(page.getByText("未读", { exact: true })).toHaveCount(0);
});

test("the prefecture's administrator finds the desk: dictionaries, settings and the calendar", async ({
  page,
}) => {
  await signInAs(page, "格桑德吉");
  await page.goto("/admin/dictionaries");
  await expect(page.getByText("请按本市文件核定")).toBeVisible();
  await page.goto("/admin/settings");
  await expect(page.getByRole("table", { name: "走访要求" })).toBeVisible();
  await page.goto("/admin/holidays?year=2031");
  await expect(page.getByText("没有 2031 年的全国放假安排")).toBeVisible();
});
