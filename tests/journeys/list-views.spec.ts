// Views of one's own over the list of households: kept, opened first at the next sign-in, named anew, dropped; columns that stay chosen;
// the ticked printed; and all of it without scripts.
import { expect, expectNoViolations, signInAs, test } from "./support/app.ts";

const CLERK = "四郎多吉";

test("a view is kept, opens first, is named anew and dropped; chosen columns stay, also in the export", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signInAs(page, CLERK);
  await page.goto("/households?v=all&f.paired=no");
  await page.getByText("把当前条件存为视图").click();
  await page.getByLabel("视图名称").fill("还没人帮的");
  await page.getByLabel("打开户档案时先看这个视图").check();
  await page.getByRole("button", { name: "保存视图" }).click();
  const tabs = page.getByRole("navigation", { name: "我的视图" });
  await expect(tabs.getByRole("link", { name: "还没人帮的（默认）" })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await page.goto("/households");
  await expect(page).toHaveURL(/f\.paired=no/);
  await tabs.getByRole("link", { name: "全部户" }).click();
  await expect(page).not.toHaveURL(/f\.paired/);

  await page.getByText("选择显示的列").click();
  for (const name of ["致贫原因", "属性"]) await page.getByRole("checkbox", { name, exact: true }).uncheck();
  await page.getByRole("button", { name: "保存列" }).click();
  await expect(page.getByRole("columnheader", { name: "致贫原因" })).toHaveCount(0);
  await expect(page.getByRole("columnheader", { name: /人均纯收入/ })).toBeVisible();
  await expectNoViolations(page);

  await page.goto("/households/views");
  const mine = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: "打开“还没人帮的”" }) });
  await mine.getByLabel("视图名称").fill("待结对");
  await mine.getByLabel("打开户档案时先看这个视图").uncheck();
  await mine.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByRole("link", { name: "打开“待结对”" })).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole("button", { name: "删除“待结对”" }).click();
  await expect(page.getByRole("link", { name: "打开“待结对”" })).toHaveCount(0);
  await page.goto("/households");
  await expect(page).toHaveURL(/\/households$/);

  await page.getByText("选择显示的列").click();
  for (const name of ["致贫原因", "属性"]) await page.getByRole("checkbox", { name, exact: true }).check();
  await page.getByRole("button", { name: "保存列" }).click();
  await expect(page.getByRole("columnheader", { name: "致贫原因" })).toBeVisible();
});

test("the ticked are printed together", async ({ page }) => {
  await signInAs(page, CLERK);
  await page.goto("/households?v=all");
  const boxes = page.getByRole("checkbox", { name: /^选择 .+家$/ });
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByRole("button", { name: "打印所选的户" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "打印所选的 2 户" })).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("a view is kept and dropped", async ({ page }) => {
    await signInAs(page, CLERK);
    await page.goto("/households?v=all&f.visited=never");
    await page.getByText("把当前条件存为视图").click();
    await page.getByLabel("视图名称").fill("从未走访的");
    await page.getByRole("button", { name: "保存视图" }).click();
    await expect(page.getByRole("link", { name: "从未走访的" })).toBeVisible();
    await page.goto("/households/views");
    await page.getByRole("button", { name: "删除“从未走访的”" }).click();
    await expect(page.getByText("打开“从未走访的”")).toHaveCount(0);
  });
});
