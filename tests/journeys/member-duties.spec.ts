// A village cadre sets a duty and takes a member through its steps; a pledge is reported done by him and judged by the township; the number opens its rows.
import { expect, expectNoViolations, signInAs, test, textOf } from "./support/app.ts";

test("a duty is set, proposed for, decided, published and signed on the phone; a pledge is judged by another", async ({
  as,
}) => {
  const cadre = await as("贡布扎西");
  await cadre.setViewportSize({ width: 390, height: 844 });
  await cadre.goto("/duties?view=without");
  await expect(cadre.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await cadre.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await cadre.goto("/duties");
  await cadre.getByRole("link", { name: "设岗位" }).click();
  await cadre.getByRole("radio", { name: "公共事务" }).check();
  await cadre.getByLabel("党组织").selectOption({ index: 1 });
  await cadre.getByRole("textbox", { name: /^岗位/ }).fill("水渠维护岗");
  await cadre.getByRole("button", { name: "保存" }).click();
  await expect(cadre.locator("[id$=duties-error]")).toBeVisible();
  await expect(cadre.getByRole("textbox", { name: /^岗位/ })).toHaveValue("水渠维护岗");
  await cadre.getByRole("textbox", { name: /^职责/ }).fill("每月巡一次水渠，堵漏清淤");
  await cadre.getByRole("button", { name: "保存" }).click();
  await expect(cadre.getByText("岗位已设，请接着登记申请或推荐。")).toBeVisible();
  await cadre.getByLabel("党员").selectOption({ index: 1 });
  await cadre.getByRole("radio", { name: "本人申请" }).check();
  await cadre.locator("#propose").getByRole("button", { name: "保存" }).click();
  await expect(cadre.getByText("已登记，待支部决定。")).toBeVisible();
  for (const next of ["支部决定同意", "张榜公示", "签订责任书上岗"]) {
    await cadre.getByRole("radio", { name: next }).check();
    await cadre.getByRole("button", { name: "保存这一步" }).click();
    await expect(cadre.getByRole("radio", { name: next })).toHaveCount(0);
  }
  await expect(cadre.getByText("在岗", { exact: true })).toBeVisible();
  await expectNoViolations(cadre);

  await cadre.locator("main a[href^='/duties/members/']").first().click();
  await cadre.getByText("登记承诺").click();
  const form = cadre.locator("#pledge");
  await form.getByRole("textbox", { name: /^承诺内容/ }).fill("清理村口水渠一公里");
  await form.getByRole("textbox", { name: /^目标/ }).fill("一公里");
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(Date.now());
  await form.getByRole("textbox", { name: /^完成期限/ }).fill(today);
  await form.getByRole("button", { name: "保存" }).click();
  await expect(cadre.getByText("承诺已登记。")).toBeVisible();
  const mine = cadre.locator("li", { hasText: "清理村口水渠一公里" }).filter({ hasText: today });
  await mine.getByText("报完成", { exact: true }).click();
  await mine.getByRole("textbox", { name: /^完成情况/ }).fill("水渠清完了，村民都看到了");
  await mine.getByRole("button", { name: "保存" }).click();
  await expect(cadre.getByText("已报完成，由别人评定。")).toBeVisible();
  await expect(mine.getByText("评定", { exact: true })).toHaveCount(0);

  const township = await as("向巴泽仁");
  await township.goto(new URL(cadre.url()).pathname);
  const theirs = township.locator("li", { hasText: "清理村口水渠一公里" }).filter({ hasText: today });
  await theirs.getByText("评定", { exact: true }).click();
  await theirs.getByRole("radio", { name: "已兑现" }).check();
  await theirs.getByRole("button", { name: "保存" }).click();
  await expect(township.getByText("已评定。")).toBeVisible();
  await expectNoViolations(township);
});

test("the number of members on duty opens as many rows as it says, and each opens the member's duties", async ({
  page,
}) => {
  await signInAs(page, "次仁旺堆");
  for (const indicator of ["R2.5", "R2.6"]) {
    await page.goto(`/cockpit/rows?i=${indicator}&part=all`);
    const total = Number(await page.locator("[data-rows-total]").getAttribute("data-rows-total"));
    expect(total).toBeGreaterThan(0);
    await expect(page.locator("tbody tr")).toHaveCount(Math.min(50, total));
  }
  const first = page.locator("tbody a").first();
  const name = await textOf(first);
  await first.click();
  await expect(page.getByRole("heading", { level: 1, name: new RegExp(name ?? "") })).toBeVisible();
});
