// A helper leaves: the administrator sees what is still theirs, gives it to a successor, and the account is closed with nothing left.
import type { Page } from "@playwright/test";
import { expect, test } from "./support/app.ts";
import { nameOfRun } from "./support/sheets.ts";

const ADMIN = "嘎松曲珍";

test("what a leaver has goes to the successor, and the account is closed", async ({ as }) => {
  const page = await as(ADMIN);
  const [leaver, heir] = [nameOfRun("离"), nameOfRun("接")];
  for (const name of [leaver, heir]) await makeAccount(page, name);
  const home = await pairSomeHousehold(page, leaver);

  await page.goto(`/admin/accounts?q=${leaver}`);
  await page
    .locator("main table")
    .getByRole("link", { name: new RegExp(leaver) })
    .first()
    .click();
  await expect(page.getByText("还有 1 件事在他名下没有移交")).toBeVisible();
  await page.getByRole("link", { name: "办理移交" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `工作移交：${leaver}` })).toBeVisible();

  // Nobody leaves for a reason that nobody chose.
  await page.getByRole("button", { name: "移交并停用账号" }).click();
  await expect(page.getByRole("link", { name: "离岗原因：请选一项" })).toBeVisible();
  await page.getByLabel(/^离岗原因/).selectOption({ label: "轮换" });

  // With a household that has no arrangement the account stays open, and the page says what is missing.
  await page.getByRole("button", { name: "移交并停用账号" }).click();
  await expect(page.getByRole("alert").or(page.locator("[id$='-summary']")).first()).toContainText(
    "还有 1 户没有安排",
  );

  await page.getByRole("searchbox", { name: "查找人员" }).fill(heir);
  await page.getByRole("button", { name: "查找" }).click();
  await page.getByRole("link", { name: "选他接任" }).first().click();
  await expect(page.getByRole("heading", { name: `接任人：${heir}` })).toBeVisible();
  await expect(page.locator("select[name='pairings[]']")).toHaveValue(/:hand$/);
  await page.getByLabel(/^离岗原因/).selectOption({ label: "轮换" });
  await page.getByRole("button", { name: "移交并停用账号" }).click();
  await expect(page.getByText("账号已停用，名下没有未移交的事。")).toBeVisible();
  await expect(page.getByText("结对 1 件交给接任人")).toBeVisible();

  await page.goto(`/households/${home}?tab=pairings`);
  await expect(page.getByText(heir).first()).toBeVisible();
  await page.goto(`/admin/accounts?q=${leaver}`);
  await expect(page.locator("main table")).toContainText("停用");
  await page
    .locator("main table")
    .getByRole("link", { name: new RegExp(leaver) })
    .first()
    .click();
  await page.getByRole("link", { name: "谁改的" }).first().click();
  await expect(page.locator("main")).toContainText("事由：轮换");
});

async function makeAccount(page: Page, name: string) {
  await page.goto("/admin/accounts/new");
  await page.getByLabel("新建人员", { exact: true }).first().check();
  await page.getByText("新建人员", { exact: true }).last().click();
  await page.getByLabel("单位名称").fill("察雅县水利局");
  await page.getByLabel(/^账号/).fill(`u.${name}`);
  await page.getByLabel(/^姓名/).fill(name);
  await page.getByLabel(/^岗位/).selectOption({ label: "帮扶责任人" });
  await page.getByRole("button", { name: "建立账号" }).click();
  await expect(page.getByText("请把一次性代码告诉本人")).toBeVisible();
}

/** As the second helper, of the first household of the list that has none yet. */
async function pairSomeHousehold(page: Page, helper: string): Promise<string> {
  await page.goto("/households");
  const hrefs = await page
    .locator("main table a")
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  const ids = hrefs.map((href) => /^\/households\/([0-9a-f-]{36})$/.exec(href)?.[1] ?? "").filter(Boolean);
  for (const id of new Set(ids)) {
    await page.goto(`/pairings/new?household=${id}&q=${helper}`);
    await page.getByLabel(new RegExp(`^${helper}`)).check();
    await page.locator("select[name=kind]").selectOption({ label: "第二帮扶责任人" });
    await page.locator("form:has(select[name=kind]) button[type=submit]").click();
    const done = () => !page.url().includes("/pairings/new");
    const refused = page.locator("[id$='-summary']");
    await expect(async () => expect(done() || (await refused.isVisible())).toBe(true)).toPass();
    if (done()) return id;
  }
  throw new Error("every household of the first page has a second helper");
}
