// A first secretary, on the phone, sees which families out of poverty have to be watched and why, visits one, and closes the reason with what he found; with and without scripts.
import type { Page } from "@playwright/test";
import { expect, expectNoViolations, signInAs, test, textOf } from "./support/app.ts";

test.use({ viewport: { width: 390, height: 844 } });

const FOUND = "取水点水管冻裂，乡里已更换，入户看过已通水";
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
const card = (page: Page) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: "脱贫后关注" }) });

/** The family that stands longest on the list, of which nobody has found out yet. */
async function openLongest(page: Page): Promise<string> {
  await page.goto("/households");
  await page.getByRole("link", { name: "脱贫后关注" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("脱贫后关注名单");
  expect(await fits(page)).toBe(0);
  const family = page.getByRole("row").filter({ hasText: "饮水不安全" }).first().getByRole("link");
  const name = await textOf(family);
  await family.click();
  await expect(card(page)).toContainText(/饮水不安全.*列入，已 \d+ 天/);
  return name;
}

async function visit(page: Page) {
  await page.getByRole("link", { name: "记录走访" }).first().click();
  await page.getByLabel("说一句").fill("看了取水点");
  await page.getByLabel("有变化").check();
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByText(/已保存走访/)).toBeVisible();
}

async function close(page: Page) {
  await card(page).getByLabel("依据的走访").selectOption({ index: 0 });
  await card(page).getByLabel("查明的情况").fill("已修");
  await card(page).getByRole("button", { name: "走访后办结" }).click();
  await expect(card(page).getByText("写一句完整的查明情况，至少 4 个字").first()).toBeVisible();
  await expect(card(page).getByLabel("查明的情况")).toHaveValue("已修");
  expect(await fits(page)).toBe(0);
  await card(page).getByLabel("查明的情况").fill(FOUND);
  await card(page).getByRole("button", { name: "走访后办结" }).click();
  await expect(card(page).getByText("已办结。情况再有变化，会重新列入。")).toBeVisible();
  await expect(card(page)).toContainText("现在没有待查明的原因。");
  await card(page).getByText("已办结 1 条").click();
  await expect(card(page)).toContainText(`饮水不安全：${FOUND}`);
  await expect(card(page)).toContainText("邓增罗布 于");
}

test("a family is visited, and with what was found the reason is closed and off the list", async ({
  page,
}) => {
  await signInAs(page, "邓增罗布");
  const name = await openLongest(page);
  const file = new URL(page.url()).pathname;
  await visit(page);
  await page.goto(file);
  await expectNoViolations(page);
  await close(page);
  await expectNoViolations(page);

  await page.goto("/households/watch");
  await expect(page.getByRole("row").filter({ hasText: name })).toHaveCount(0);
  await expectNoViolations(page);
  await page.goto("/households/watch?f.state=closed");
  await expect(page.getByRole("row").filter({ hasText: name })).toContainText("饮水不安全");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("it is closed as well, and nothing typed is lost", async ({ page }) => {
    await signInAs(page, "邓增罗布");
    const name = await openLongest(page);
    const file = new URL(page.url()).pathname;
    await visit(page);
    await page.goto(file);
    await close(page);
    await page.goto("/households/watch");
    await expect(page.getByRole("row").filter({ hasText: name })).toHaveCount(0);
  });
});
