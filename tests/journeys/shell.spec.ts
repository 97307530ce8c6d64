// The house around every page: found by keys, kept in the address, readable by everybody, and quiet.
import { pinyin } from "pinyin-pro";
import { expect, signInAs, test, textOf } from "./support/app.ts";

test("Ctrl K finds a family by characters, by pinyin and by initials, and opens it", async ({ page }) => {
  await signInAs(page, "嘎松曲珍");
  await page.goto("/households");
  const family = page.locator("main table a[href^='/households/']").first();
  const name = await textOf(family);
  const sounds = pinyin(name, { toneType: "none", type: "array", surname: "off" });
  for (const typed of [name, sounds.join(""), sounds.map((one) => one[0]).join("")]) {
    await page.keyboard.press("Control+k");
    const box = page.getByRole("combobox", { name: "搜索户、人、组织" });
    await expect(box).toBeFocused();
    await box.fill(typed);
    await expect(page.getByRole("option", { name: new RegExp(name) }).first(), typed).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(box).toHaveCount(0);
  }
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "搜索户、人、组织" }).fill(name);
  await expect(page.getByRole("option", { name: new RegExp(name) }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
});

test("“/” opens search, “?” the keys, “[” folds the rail, and none of them while one writes", async ({
  page,
}) => {
  await signInAs(page, "嘎松曲珍");
  await page.goto("/households");
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("/");
  await expect(page.getByRole("combobox", { name: "搜索户、人、组织" })).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "快捷键" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  const rail = page.getByRole("navigation", { name: "主导航" });
  const wide = (await rail.boundingBox())!.width;
  await page.keyboard.press("[");
  await expect.poll(async () => (await rail.boundingBox())!.width).toBeLessThan(wide / 2);
  await page.reload();
  expect((await rail.boundingBox())!.width, "remembered").toBeLessThan(wide / 2);
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("[");
  await expect.poll(async () => (await rail.boundingBox())!.width).toBe(wide);
  const find = page.getByLabel("查找", { exact: true });
  await find.pressSequentially("/?[");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(find).toHaveValue("/?[");
});

test("filters, sorting and unit live in the address: reload and Back keep them", async ({ page }) => {
  await signInAs(page, "嘎松曲珍");
  await page.goto("/households");
  const total = page.getByText(/共 [\d,]+ 条/).first();
  const all = await textOf(total);
  await page.getByRole("combobox", { name: "责任人" }).selectOption({ label: "未结对" });
  await page.getByRole("button", { name: "查询" }).click();
  await expect(page).toHaveURL(/f\.paired=no/);
  await expect(total).not.toHaveText(all);
  const unpaired = await textOf(total);
  await page.getByRole("columnheader", { name: "户编号" }).getByRole("link").click();
  await expect(page).toHaveURL(/f\.paired=no.*sort=|sort=.*f\.paired=no/);
  await page.reload();
  await expect(page.getByRole("combobox", { name: "责任人" })).toHaveValue("no");
  await expect(total).toHaveText(unpaired);
  await expect(page.locator("th[aria-sort]:not([aria-sort=none])")).toHaveCount(1);
  await page.locator("main table a[href^='/households/']").first().click();
  await expect(page).toHaveURL(/\/households\/[0-9a-f-]{36}/);
  await page.goBack();
  await expect(page).toHaveURL(/f\.paired=no/);
  await expect(total).toHaveText(unpaired);
  await page.goBack();
  await page.goBack();
  await expect(total).toHaveText(all);
  await expect(page.getByRole("combobox", { name: "责任人" })).toHaveValue("");
});

test("no letter is lost between Ctrl K and the palette, however late its script comes", async ({ page }) => {
  await signInAs(page, "嘎松曲珍");
  await page.context().route(/\/_next\/.*\.js/, async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    await route.continue().catch(() => {});
  });
  await page.goto("/households", { waitUntil: "commit" });
  await page.getByRole("textbox", { name: "搜索" }).waitFor();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("chaya");
  const palette = page.getByRole("combobox", { name: "搜索户、人、组织" });
  await expect(palette).toHaveValue("chaya");
  await expect(page.getByRole("dialog").getByRole("option").first()).toBeVisible();
  await page.keyboard.type("xian");
  await expect(palette).toHaveValue("chayaxian");
});

test("an ID number in full is not sent: palette and page say how to look instead", async ({ page }) => {
  await signInAs(page, "嘎松曲珍");
  await page.goto("/households");
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.url()));
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "搜索户、人、组织" }).fill("54030119800101007X");
  await expect(page.getByText("请用姓名或证件号后四位查找")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/households$/);
  await page.keyboard.press("Escape");
  await page.goto("/search");
  const box = page.locator("main").getByRole("searchbox");
  await box.fill("54030119800101007X");
  await box.press("Enter");
  expect(await box.evaluate((field: HTMLInputElement) => field.validity.patternMismatch)).toBe(true);
  expect(sent.filter((url) => url.includes("5403011980"))).toEqual([]);
  // An address that somebody else wrote so: it is not kept.
  await page.goto("/search?q=54030119800101007X");
  await expect(page).toHaveURL(/\/search\?whole=1$/);
  await expect(page.getByText("请用姓名或证件号后四位查找")).toBeVisible();
});
