// What strangers see of a procedure: a list without numbers and with covered names, while it hangs and no longer; and what a whole number of a
// person costs whoever looks at it: a reason, and a line of the trail (domain.md §11.2, scenario 12).
import type { Page } from "@playwright/test";
import { expect, expectNoViolations, test, textOf } from "./support/app.ts";
import { daysPass } from "./support/days.ts";
import { idNumber, nameOfRun } from "./support/sheets.ts";
import { apply, check, meet, openApplication, post } from "./support/steps.ts";

/** Eighteen digits in a row, or seventeen and an X, also when something stands between them. */
const NUMBER = /\d[\d\s-]{15,}[\dXx]/;

const html = async (page: Page) =>
  (await page.content()).replace(/<script[\s\S]*?<\/script>|<path[^>]*>/g, "");

test("a list on the web and on the board shows covered names and no number, and comes down by itself", async ({
  as,
  browser,
}) => {
  const clerk = await as("向巴泽仁");
  const head = nameOfRun("格桑");
  const number = idNumber(77);
  const one = await test.step("a family whose head's whole number is known applies", async () => {
    await clerk.goto("/households/new");
    await clerk.getByLabel(/^村(?!民)/).selectOption({ label: "雪通村" });
    await clerk.getByLabel("户主姓名").fill(head);
    await clerk.getByLabel(/^证件号/).fill(number);
    await clerk.getByLabel(/^村民小组/).fill("三组");
    await clerk.getByLabel(/^状态/).selectOption({ label: "未脱贫" });
    await clerk.getByRole("button", { name: "登记这一户" }).click();
    await clerk.waitForURL(/\/households\/[0-9a-f-]{36}$/);
    const file = new URL(clerk.url()).pathname;
    return apply(clerk, await openApplication(clerk, file, "脱贫退出"), "收入稳定超过标准");
  });
  await check(clerk, one, true);
  await meet(clerk, one);
  await clerk.waitForURL(/saved=1/);
  await post(clerk, one);
  await clerk.getByRole("link", { name: "打印公示单" }).click();
  await clerk.waitForURL(/\/procedures\/notices\//);
  const address =
    /\/public\/notices\/[0-9a-z]{16}/.exec((await textOf(clerk.locator("main"))) ?? "")?.[0] ?? "";
  expect(address).not.toBe("");
  await expect(clerk.getByRole("img", { name: "扫码查看" })).toBeVisible();
  expect(await html(clerk)).not.toContain(number.slice(6, 14));
  await clerk.emulateMedia({ media: "print" });
  await expect(clerk.locator("main")).toContainText("0895-4822317");
  await expect(clerk.locator("main")).not.toContainText(NUMBER);
  await expect(clerk.locator("main")).not.toContainText(head);
  await clerk.emulateMedia({ media: "screen" });

  const { baseURL, locale, timezoneId } = test.info().project.use;
  const context = await browser.newContext({
    ...{ baseURL, locale, timezoneId },
    viewport: { width: 390, height: 844 },
  });
  const stranger = await context.newPage();
  await test.step("whoever scans the code reads the same list without signing in", async () => {
    const answer = await stranger.goto(address);
    expect(answer?.status()).toBe(200);
    await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("脱贫退出公示");
    await expect(stranger.locator("main")).toContainText("三组");
    await expect(stranger.locator("main")).toContainText("拟脱贫退出");
    await expect(stranger.locator("main")).toContainText(`${head.slice(0, 2)}**`);
    await expect(stranger.locator("main")).toContainText("0895-4822317");
    expect(await html(stranger)).not.toMatch(NUMBER);
    expect(await stranger.content()).not.toContain(head);
    expect(await stranger.content()).not.toContain(number.slice(6, 14));
    await expectNoViolations(stranger);
  });
  await test.step("under objection it is not shown; when its days are over it is gone", async () => {
    await clerk.goto(one.path);
    await clerk.locator("#object summary").click();
    await clerk
      .locator("#object")
      .getByLabel(/^反映内容/)
      .fill("有人反映他家另有房子");
    await clerk.locator("#object").getByRole("button", { name: "登记异议" }).click();
    await clerk.waitForURL(/saved=1/);
    await stranger.reload();
    await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(
      "没有这份公示，或者公示期已过、已经撤下",
    );
    const reviewer = await as("白玛措姆");
    await reviewer.goto(one.path);
    await reviewer
      .locator("#settle")
      .getByLabel(/^核查结果/)
      .fill("房子是出租给他家的");
    await reviewer.locator("#settle").getByRole("radio", { name: "异议不成立，继续公示" }).check();
    await reviewer.locator("#settle").getByRole("button", { name: "提交" }).click();
    await reviewer.waitForURL(/saved=1/);
    await stranger.reload();
    await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("脱贫退出公示");
    await daysPass(one.id, 6);
    await stranger.reload();
    await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("脱贫退出公示");
    await daysPass(one.id, 1);
    await stranger.reload();
    await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(
      "没有这份公示，或者公示期已过、已经撤下",
    );
    await expectNoViolations(stranger);
  });
  await context.close();
});

test("whoever looks at a whole number says why, and the auditor reads who, whose and why", async ({ as }) => {
  const clerk = await as("嘎松曲珍");
  await clerk.goto("/households?sort=-income");
  await clerk.locator("main table a[href^='/households/']:not([href*='?'])").first().click();
  await clerk.waitForURL(/\/households\/[0-9a-f-]{36}$/);
  await clerk.goto(`${new URL(clerk.url()).pathname}?tab=members`);
  await expect(clerk.locator("main")).not.toContainText(NUMBER);
  const row = clerk.locator("main").getByRole("row").nth(1);
  const person = await row.locator("input[name=personId]").getAttribute("value");
  await row.locator("summary").first().click();
  await row.getByRole("button").first().click();
  await expect(row.getByRole("alert")).toBeVisible();
  await expect(row.locator("output")).toHaveCount(0);
  await row.getByRole("combobox").selectOption({ index: 1 });
  const reason = await textOf(row.getByRole("combobox").locator("option:checked"));
  await row.getByRole("button").first().click();
  await expect(row.locator("output")).toHaveText(/^\d{6} \d{8} \d{3}[\dX]/);
  const shown = (await textOf(row.locator("output"))).replaceAll(" ", "").slice(0, 18);
  await clerk.reload();
  await expect(clerk.locator("main")).not.toContainText(NUMBER);

  const auditor = await as("王志强");
  await auditor.goto(`/admin/audit?f.subject=person:${person}&f.days=all`);
  const told = auditor.getByRole("row").filter({ hasText: "查看证件号" }).first();
  await expect(told).toContainText("嘎松曲珍");
  await expect(told).toContainText(reason);
  expect(await auditor.content()).not.toContain(shown);
});
