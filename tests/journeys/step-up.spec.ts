// Somebody leaves the desk and comes back: whole numbers and changes of accounts ask again who sits there, and nothing typed is lost.
import type { Browser, Page } from "@playwright/test";
import { expect, test } from "./support/app.ts";
import { nameOfRun } from "./support/sheets.ts";

const ADMIN = "嘎松曲珍";
const PASSWORD = "雪山下的第一场大雪 2026";

test("back at the desk the password is asked for again, with and without scripts", async ({
  as,
  browser,
}) => {
  const name = nameOfRun("证");
  const admin = await as(ADMIN);
  const code = await makeAccount(admin, name);
  const page = await firstSignIn(browser, code);

  // Just signed in: shown at once.
  await page.goto(await familyWithPhone(page));
  await reveal(page);
  await expect(page.locator("output a[href^='tel:']")).toBeVisible();

  await page.goto("/me");
  await page.getByRole("button", { name: "我离开一会儿" }).click();
  await expect(page.getByText("好的，回来后会再问一次")).toBeVisible();

  await page.goBack();
  await page.reload();
  await reveal(page);
  await expect(page.getByText("请先确认是您本人")).toBeVisible();
  await expect(page.locator("output a[href^='tel:']")).toHaveCount(0);
  await page.getByLabel("您的登录密码").fill("不是这个");
  await reveal(page);
  await expect(page.getByText("密码不对，请再输入一次")).toBeVisible();
  await page.getByLabel("您的登录密码").fill(PASSWORD);
  const before = await tokenOf(page);
  await reveal(page);
  await expect(page.locator("output a[href^='tel:']")).toBeVisible();
  // Under a new token: a cookie that was copied before is worth nothing; to its owner it is the same session.
  expect(await tokenOf(page)).not.toBe(before);
  await page.goto("/me");
  await expect(page.getByRole("table", { name: "登录的设备" }).locator("tbody tr")).toHaveCount(1);

  // The same without scripts.
  await page.goto("/me");
  await page.getByRole("button", { name: "我离开一会儿" }).click();
  await expect(page.getByText("好的，回来后会再问一次")).toBeVisible();
  const plain = await browser.newContext({
    baseURL: test.info().project.use.baseURL,
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const still = await plain.newPage();
  await still.goto(await familyWithPhone(still));
  await reveal(still);
  await still.getByLabel("您的登录密码").fill(PASSWORD);
  await reveal(still);
  await expect(still.locator("output a[href^='tel:']")).toBeVisible();
  await plain.close();
  await page.context().close();
});

test("the buttons of the demo say that they ask for nothing", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(page.getByText("不问密码，设过动态码的也不问（仅限演示）")).toBeVisible();
});

const tokenOf = async (page: Page) =>
  (await page.context().cookies()).find(({ name }) => name.includes("session-token"))?.value;
const reveal = (page: Page) => page.getByRole("button", { name: "显示电话" }).first().click();

/** Some household of the first page of the list whose phone is kept. */
async function familyWithPhone(page: Page): Promise<string> {
  await page.goto("/households");
  const links = await page
    .locator("main table a[href^='/households/']")
    .evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  for (const link of new Set(links.filter((one) => /^\/households\/[0-9a-f-]{36}$/.test(one)))) {
    await page.goto(link);
    if ((await page.getByRole("button", { name: "显示电话" }).count()) > 0) return link;
  }
  throw new Error("no household with a phone on the first page");
}

async function makeAccount(page: Page, name: string): Promise<string> {
  await page.goto("/admin/accounts/new");
  await page.getByLabel("新建人员", { exact: true }).first().check();
  await page.getByText("新建人员", { exact: true }).last().click();
  await page.getByLabel("单位名称").fill("察雅县扶贫办");
  await page.getByLabel(/^账号/).fill(`u.${name}`);
  await page.getByLabel(/^姓名/).fill(name);
  await page.getByLabel(/^岗位/).selectOption({ label: "县扶贫办" });
  await page.getByRole("button", { name: "建立账号" }).click();
  await expect(page.getByText("请把一次性代码告诉本人")).toBeVisible();
  const text = (await page.locator("main").textContent()) ?? "";
  return /[0-9A-HJKMNP-TV-Z]{5}(?:-[0-9A-HJKMNP-TV-Z]{5}){2}/.exec(text)?.[0] ?? "";
}

async function firstSignIn(browser: Browser, code: string): Promise<Page> {
  const { baseURL, locale, timezoneId } = test.info().project.use;
  const context = await browser.newContext({ baseURL, locale, timezoneId });
  const page = await context.newPage();
  await page.goto("/one-time-code");
  await page.getByLabel("一次性代码").fill(code);
  await page.locator("input[type=password]").fill(PASSWORD);
  await page.locator("main form button[type=submit]").click();
  await expect(page).not.toHaveURL(/one-time-code/);
  return page;
}
