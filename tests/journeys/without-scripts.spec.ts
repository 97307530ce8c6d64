// Before any script arrives, or where none runs, the work still goes on: plain forms and links.
import { expect, signInAs, test, textOf } from "./support/app.ts";

test.use({ javaScriptEnabled: false });

test("signing in, recording a visit and taking it back need no scripts", { tag: "@everywhere" }, async ({
  page,
}) => {
  await signInAs(page, "李雪梅");
  await expect(page).toHaveURL(/\/today$/);
  await page.locator("main a[href^='/households/']").first().click();
  const family = await textOf(page.getByRole("heading", { level: 1 }));
  await page.getByRole("link", { name: "记录走访" }).first().click();
  await page.getByLabel("说一句").fill("家里都好");

  // What is missing is said next to the field, and what was typed is still there.
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByRole("group", { name: "情况" })).toContainText(/请|选/);
  await expect(page.getByLabel("说一句")).toHaveValue("家里都好");

  await page.getByLabel("有困难").check();
  await page
    .getByRole("group", { name: /谈了什么/ })
    .getByLabel("就业")
    .check();
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByText(/已保存走访/)).toBeVisible();
  const saved = page.url();
  await page.goto("/visits");
  const newest = page
    .getByRole("row")
    .filter({ hasText: family.replace(/家$/, "") })
    .first();
  await expect(newest).toContainText("有困难");
  await expect(newest).toContainText("就业");
  await newest.locator("a[href^='/visits/']").first().click();
  await expect(page.locator("main")).toContainText("家里都好");

  await page.goBack();
  await page.goto(saved);
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(page.getByText(/已撤回走访/)).toBeVisible();
});

test("filtering a list, switching unit and text size need no scripts", async ({ page }) => {
  await signInAs(page, "嘎松曲珍");
  await page.goto("/households");
  const total = page.getByText(/共 [\d,]+ 条/).first();
  const all = await textOf(total);
  await page.getByRole("combobox", { name: "责任人" }).selectOption({ label: "未结对" });
  await page.getByRole("button", { name: "查询" }).click();
  await expect(page).toHaveURL(/f\.paired=no/);
  await expect(total).not.toHaveText(all);
  await expect(page.getByRole("row").filter({ hasText: "未结对" })).not.toHaveCount(0);

  await page.locator("summary[aria-label^='切换单位']").click();
  await page.getByRole("link", { name: "吉塘镇", exact: true }).click();
  await expect(page).toHaveURL(/f\.paired=no/);
  await expect(page.locator("summary[aria-label^='切换单位']")).toContainText("吉塘镇");
  await expect(page.locator("main")).toContainText("吉塘镇");

  await page.locator("summary[aria-label^='我的菜单']").click();
  await page.getByRole("button", { name: "关怀" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-text", "188");
  await page.locator("summary[aria-label^='我的菜单']").click();
  await page.getByRole("button", { name: "标准" }).first().click();
  await expect(page.locator("html")).toHaveAttribute("data-text", "100");
});

test("a window takes a matter in and the paper that was missing, without scripts", async ({ as }) => {
  const desk = await as("贡布扎西", { javaScriptEnabled: false });
  await desk.goto("/service-desk");
  await desk.getByRole("link", { name: "受理", exact: true }).click();
  await desk.getByRole("link", { name: /^临时救助申请/ }).click();
  for (const paper of ["申请书", "户口簿复印件"]) await desk.getByRole("checkbox", { name: paper }).check();
  await desk.getByRole("button", { name: "受理并出受理单" }).click();
  await expect(desk.getByText("请填写").first()).toBeVisible();
  await expect(desk.getByRole("checkbox", { name: "申请书" }), "what was ticked stays").toBeChecked();
  await desk.getByLabel("申请人姓名").fill("平措央宗");
  await desk.getByRole("button", { name: "受理并出受理单" }).click();
  await expect(desk.getByText("已受理。请把受理单打印给群众。")).toBeVisible();
  await desk.getByRole("checkbox", { name: "困难情况证明" }).check();
  await desk.locator("#take").getByRole("radio").first().check();
  await desk.getByRole("button", { name: "登记补交" }).click();
  await expect(desk.getByText("已登记补交的材料。")).toBeVisible();
});
