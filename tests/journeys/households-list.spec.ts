// The list of households: what a clerk finds from its search box, and what a look at one row shows.
import { expect, expectNoViolations, signInAs, test } from "./support/app.ts";

test("four digits in the search box offer the search by the end of an ID number", {
  tag: "@everywhere",
}, async ({ page }) => {
  await signInAs(page, "次仁旺堆");
  await page.goto("/households?q=0012");
  const offer = page.getByRole("link", { name: "按证件号后四位查找" });
  await expect(offer).toHaveAttribute("href", "/search?kind=person&q=0012");
  await offer.click();
  await expect(page.getByRole("heading", { name: "证件号后四位相同的人" })).toBeVisible();
  await page.goto("/households?q=00123");
  await expect(offer).toHaveCount(0);
});

test("a clerk looks at a household beside the list: Escape and Back close it, and the focus comes back", async ({
  page,
}) => {
  await signInAs(page, "次仁旺堆");
  await page.goto("/households?sort=-income");
  const opener = page.getByRole("link", { name: /^速览/ }).first();
  const name = (await opener.getAttribute("aria-label"))?.replace("速览 ", "") ?? "";
  await opener.click();
  const drawer = page.getByRole("dialog", { name: `${name}家` });
  await expect(drawer).toBeFocused();
  await expect(page).toHaveURL(/sort=-income.*peek=/);
  await expect(drawer.getByText(/口人/)).toBeVisible();
  await expect(drawer.getByRole("heading", { name: "最近走访" })).toBeVisible();
  await expectNoViolations(page);
  await page.keyboard.press("Escape");
  await expect(drawer).toHaveCount(0);
  await expect(page).toHaveURL(/\/households\?sort=-income$/);
  await expect(opener).toBeFocused();
  await opener.click();
  await expect(drawer).toBeVisible();
  await page.goBack();
  await expect(drawer).toHaveCount(0);
  await opener.click();
  await drawer.getByRole("link", { name: "打开", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${name}家` })).toBeVisible();
});

test("a row that is not there, or not for me, says so beside every list", async ({ page }) => {
  await signInAs(page, "次仁旺堆");
  for (const path of ["/households", "/pairings", "/visits"])
    for (const peek of ["0196a000-0000-7000-8000-000000000001", "x'y"]) {
      const answer = await page.goto(`${path}?peek=${encodeURIComponent(peek)}`);
      expect(answer?.status()).toBe(200);
      await expect(page.getByRole("dialog", { name: "没有找到这一条" })).toBeVisible();
      await expect(page.getByRole("table")).toBeVisible();
    }
});

test("without scripts the look at a pairing and at a visit opens and closes by links", async ({
  page,
  browser,
}) => {
  await signInAs(page, "次仁旺堆");
  const bare = await browser.newContext({
    ...test.info().project.use,
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const still = await bare.newPage();
  for (const path of ["/pairings", "/visits"]) {
    await still.goto(`${path}?f.mine=`);
    await still.getByRole("link", { name: /^速览/ }).first().click();
    await expect(still.getByRole("dialog")).toBeVisible();
    await still.getByRole("link", { name: "关闭速览" }).click();
    await expect(still.getByRole("dialog")).toHaveCount(0);
  }
  await bare.close();
});

test("on a phone a row leads to the page itself", { tag: "@phone" }, async ({ page }) => {
  await signInAs(page, "次仁旺堆");
  await page.goto("/households");
  await expect(page.getByRole("link", { name: /^速览/ })).toHaveCount(0);
  await page.getByRole("rowheader").first().getByRole("link").click();
  await expect(page).toHaveURL(/\/households\/[0-9a-f-]{36}$/);
});
