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

test("an officer reminds the helper of a household that is due: it waits in the helper's inbox with a dot, and a second press says from when on", async ({
  page,
  as,
}) => {
  const helper = await as("邓增罗布");
  await helper.goto("/today");
  const due = helper.getByRole("main").getByRole("link", { name: /每月 1 次/ });
  expect(await due.count(), "a household of the demo is due").toBeGreaterThan(0);
  const address = (await due.first().getAttribute("href")) ?? "";

  await signInAs(page, "嘎松曲珍");
  await page.goto(address);
  const remind = page.locator("[data-remind]");
  await remind.getByRole("button", { name: "催办" }).click();
  await expect(remind).toContainText("已催办");
  await remind.getByRole("button", { name: "催办" }).click();
  await expect(remind).toContainText(/24 小时内已催办过，\d{4}-\d\d-\d\d \d\d:\d\d 以后可以再催/);

  // The same time twice: no hours of quiet, so that the dot shows at whatever hour this is walked.
  await helper.goto("/inbox");
  await helper.getByText(/^免打扰 \d/).click();
  await helper.getByLabel("从", { exact: true }).fill("00:00");
  await helper.getByLabel("到", { exact: true }).fill("00:00");
  await helper.getByRole("button", { name: "保存免打扰时间" }).click();
  await expect(helper.getByText("免打扰时间已保存")).toBeVisible();
  await helper.reload();
  await expect(helper.getByText(/^有 \d+ 件事等您看$/).first()).toBeAttached();
  await expect(helper.locator("[data-call]").first()).toBeAttached();
  const waiting = helper.getByRole("main").getByRole("link", { name: /催办：请走访/ });
  const id = address.split("/").at(-1);
  await expect(helper.locator(`main a[href="/visits/new?household=${id}"]`)).toContainText("催办：请走访");
  await expect(waiting.first()).toContainText("嘎松曲珍");
});
