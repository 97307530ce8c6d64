// A county's organization department keeps the Party line alive: elections that are due, weak organizations, and the chart by keys alone.
import type { Page } from "@playwright/test";
import { digits, expect, signInAs, test, textOf } from "./support/app.ts";
import { nameOfRun } from "./support/sheets.ts";

const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("from the list of elections due to a new term on record", async ({ page }) => {
  await signInAs(page, "次仁旺堆");
  await page.goto("/orgs");
  await page.getByRole("link", { name: "换届", exact: true }).click();
  await expect(heading(page)).toHaveText("换届到期");
  // Whoever runs this often has no one left whose term is over: then the next one is held early.
  const windows = page.getByRole("navigation", { name: "到期时间" });
  const over = digits(await textOf(windows.getByRole("link", { name: /已满未换/ })));
  const label = over > 0 ? /已满未换/ : /全部任期/;
  await windows.getByRole("link", { name: label }).click();
  await expect(windows.getByRole("link", { name: label })).toHaveAttribute("aria-current", "page");
  const before = digits(await textOf(windows.getByRole("link", { name: label })));
  const row = page
    .getByRole("row")
    .filter({ has: page.getByRole("link", { name: /^登记换届/ }) })
    .first();
  const name = (await textOf(row.getByRole("link").first())).trim();
  await row.getByRole("link", { name: /^登记换届/ }).click();
  await expect(heading(page)).toHaveText(`${name}的任期`);

  await test.step("a day to come is refused beside its field, and what was typed stays", async () => {
    await page.getByLabel("本届当选日期").fill("2099-01-01");
    await page.getByLabel("批复文号").fill("察组复〔2026〕8号");
    await page.getByRole("button", { name: "保存换届" }).click();
    await expect(page.getByText("日期不能晚于今天").first()).toBeVisible();
    await expect(page.getByLabel("批复文号")).toHaveValue("察组复〔2026〕8号");
  });
  await page.getByLabel("本届当选日期").fill(today);
  await page.getByRole("button", { name: "保存换届" }).click();
  await expect(page.getByText("换届已登记。")).toBeVisible();
  await expect(heading(page)).toHaveText(name);
  await expect(page.getByText(/逾期换届|提前换届|按期换届/).first()).toBeVisible();
  const own = new URL(page.url()).pathname;
  const counted = async () => {
    await page.goto("/orgs/terms");
    return digits(await textOf(windows.getByRole("link", { name: label })));
  };
  if (over > 0) expect(await counted()).toBe(before - 1);

  await test.step("entered by mistake, it is taken back, and the term before it is due as it was", async () => {
    await page.goto(`${own}/election`);
    await page.getByText(`撤回 ${today} 的换届登记`).click();
    await page.getByRole("button", { name: "确认撤回" }).click();
    await expect(page.getByText("换届登记已撤回。")).toBeVisible();
    expect(await counted()).toBe(before);
    await page.goto(`${own}/election`);
    await expect(page.getByText("登错了？")).toHaveCount(0);
  });
});

test("a weak organization is listed, worked on and reported by the township, and accepted by the county", async ({
  as,
}) => {
  test.setTimeout(120_000);
  const township = await as("向巴泽仁");
  const name = `${nameOfRun("先锋")}党支部`;
  await test.step("a new branch of its own, so that this can be done again: proposed, and founded by the county", async () => {
    await township.goto("/orgs/new?q=吉塘镇");
    await township
      .getByRole("link", { name: /^选这里 ?吉塘镇/ })
      .first()
      .click();
    await township.getByLabel("地方（区划）").check();
    await township.getByRole("button", { name: "下一步" }).click();
    await township.getByLabel("名称", { exact: false }).first().fill(name);
    await township.getByRole("button", { name: "看预演" }).click();
    await township.getByLabel("理由").fill("流动党员增多");
    await township.getByRole("button", { name: "提交上级审批" }).click();
    await expect(township.getByText("已提交，等待审批")).toBeVisible();
    const address = new URL(township.url()).pathname;
    const county = await as("次仁旺堆");
    await county.goto("/inbox");
    await county.locator(`a[href='${address}']`).first().click();
    await expect(county.getByRole("row").filter({ hasText: "所在地" })).toContainText("吉塘镇");
    await county.getByRole("button", { name: "同意并执行" }).click();
    await expect(heading(county)).toHaveText(name);
    await township.goto(new URL(county.url()).pathname);
  });
  await township.getByRole("link", { name: "列入名单" }).click();
  await township.getByLabel("原因").selectOption({ label: "书记缺配" });
  await township.getByRole("button", { name: "列入今年名单" }).click();
  await township.waitForURL(/\/orgs\/weak\//);
  await expect(heading(township)).toContainText(name);
  const address = township.url();

  await test.step("measures: what, who, by when, and done", async () => {
    await expect(township.getByText("还有措施没有登记或没有完成。")).toBeVisible();
    await township.getByLabel("做什么").fill("选派优秀干部担任书记");
    await township.getByLabel("谁负责").fill("县委组织部");
    await township.getByLabel("什么时候做完").fill(today);
    await township.getByRole("button", { name: "保存措施" }).click();
    await expect(township.getByText("选派优秀干部担任书记").first()).toBeVisible();
    await township.getByRole("button", { name: /^完成/ }).click();
    await expect(township.getByText(`${today} 完成`)).toBeVisible();
  });
  await township.getByLabel("整顿结果").fill("书记已到任，组织生活正常。");
  await township.getByRole("button", { name: "报告整顿完成" }).click();
  await expect(township.getByText("这是您报告的，要由上一级的另一个人验收。")).toBeVisible();

  await test.step("the county finds it in its inbox and accepts it", async () => {
    const county = await as("次仁旺堆");
    await county.goto("/inbox");
    await county.getByRole("link", { name: new RegExp(`${name}报告整顿完成`) }).click();
    await county.waitForURL(address);
    await county.getByLabel("验收文号").fill("察组验〔2026〕9号");
    await county.getByRole("button", { name: "验收通过，销号" }).click();
    await expect(county.getByText("已销号").first()).toBeVisible();
    await county.goto("/inbox");
    await expect(county.getByText(`${name}报告整顿完成`)).toHaveCount(0);
  });
});

test("the org chart by keys alone: walk, find, rename with a rehearsal, move by search, withdraw", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signInAs(page, "嘎松曲珍");
  await page.goto("/admin/org-chart");
  const tree = page.getByRole("tree");
  await expect(tree.getByRole("treeitem").first()).toHaveAttribute("tabindex", "0");
  await tree.getByRole("treeitem").first().focus();
  const here = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");

  // The county by the first letters of its sound, unfolded; the township below it likewise.
  await page.keyboard.type("zgcyx", { delay: 30 });
  expect(await here()).toContain("中共察雅县委员会");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(":focus")).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.type("zgjtz", { delay: 30 });
  expect(await here()).toContain("中共吉塘镇委员会");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(":focus")).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  expect(await here()).toContain("中共吉塘镇委员会");
  await page.keyboard.type("xtc", { delay: 30 });
  const name = (await here()).split("，")[0] ?? "";
  expect(name).toContain("雪通村");

  const next = `${nameOfRun("红旗")}党支部`;
  await test.step("F2: a new name for a day to come, after the rehearsal", async () => {
    await page.keyboard.press("F2");
    await expect(page.getByLabel("新名称")).toBeFocused();
    await page.keyboard.type(next);
    const day = page.getByLabel("生效日期");
    await day.fill("2099-01-01");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "确认更名" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByText("已登记，到生效日零点自动生效，之前可以撤回。")).toBeVisible();
    await expect(page.locator(":focus")).toHaveAttribute("aria-label", new RegExp(`^${name}`));
  });

  await test.step("what waits is shown and withdrawn", async () => {
    const waiting = page.locator("section").filter({ hasText: "待生效的改动" });
    await expect(waiting).toContainText(next);
    await waiting.getByRole("button", { name: "撤回这项改动" }).last().focus();
    await page.keyboard.press("Enter");
    await expect(page.getByText("已撤回。")).toBeVisible();
  });

  await test.step("M: found by its sound, rehearsed, and left by Escape", async () => {
    await page.locator("[role=treeitem][aria-selected=true]").focus();
    await page.keyboard.press("m");
    await expect(page.getByLabel("移动到哪个党组织")).toBeFocused();
    await page.keyboard.type("xiangdui");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=xiangdui/);
    const goal = page.getByRole("listitem").getByRole("link", { name: /^中共香堆镇委员会/ });
    await goal.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("由哪个党组织领导")).toBeFocused();
    await page.getByRole("button", { name: "看预演" }).focus();
    await page.keyboard.press("Enter");
    await expect(
      page.getByRole("button", { name: "确认改隶" }).or(page.getByRole("alert")).first(),
    ).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByText(`选中：${name}`)).toBeVisible();
    await expect(page.locator(":focus")).toHaveAttribute("aria-label", new RegExp(`^${name}`));
  });
});
