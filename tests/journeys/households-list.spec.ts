// The list of households: what a clerk finds from its search box, and what a look at one row shows.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { readXlsx } from "hucre/xlsx";
import { digits, expect, expectNoViolations, signInAs, test, textOf, violations } from "./support/app.ts";

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

/** The numbers of the households on this page, as they stand. */
const numbersOn = (page: Page) =>
  page
    .locator("main tbody tr")
    .evaluateAll((rows) => rows.map((row) => row.querySelectorAll("td")[1]?.textContent ?? ""));

test("fifty rows a page in the order of the head that was clicked; on and back show every row once", async ({
  page,
}) => {
  await signInAs(page, "次仁旺堆");
  await page.goto("/households");
  await page.getByRole("columnheader", { name: "户编号" }).getByRole("link").click();
  await page.waitForURL(/sort=number/);
  const total = digits(await textOf(page.getByText(/共 [\d,]+ 条/).first()));
  expect(total).toBeGreaterThan(100);
  const seen: string[] = [];
  for (;;) {
    const here = await numbersOn(page);
    seen.push(...here);
    const next = page.getByRole("link", { name: "下一页" });
    if ((await next.count()) === 0) break;
    expect(here).toHaveLength(50);
    const address = page.url();
    await next.click();
    await expect(page).not.toHaveURL(address);
    await expect.poll(() => numbersOn(page)).not.toEqual(here);
  }
  expect(new Set(seen).size).toBe(total);
  expect(seen).toEqual([...seen].sort());

  const last = await numbersOn(page);
  await page.getByRole("link", { name: "上一页" }).click();
  await expect.poll(() => numbersOn(page)).toEqual(seen.slice(-last.length - 50, -last.length));
  await page.getByRole("link", { name: "第一页" }).click();
  await expect.poll(() => numbersOn(page)).toEqual(seen.slice(0, 50));
  await page.getByRole("columnheader", { name: "户编号" }).getByRole("link").click();
  await page.waitForURL(/sort=-number/);
  await expect.poll(() => numbersOn(page)).toEqual(seen.toReversed().slice(0, 50));
});

test("the export holds what is seen: the same heads, rows and order, all pages of it, and says under which conditions", async ({
  page,
}) => {
  await signInAs(page, "次仁旺堆");
  await page.goto("/households?f.cause=ILLNESS&sort=-income");
  const heads = (await page.locator("main thead th").allTextContents())
    .map((one) => one.trim())
    .filter(Boolean);
  const total = digits(await textOf(page.getByText(/共 [\d,]+ 条/).first()));
  const shown = await numbersOn(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "导出所见" }).click(),
  ]);
  const file = test.info().outputPath("households.xlsx");
  await download.saveAs(file);
  const { sheets } = await readXlsx(await readFile(file));
  const [first, ...rows] = sheets[0]!.rows.map((row) => row.map((cell) => String(cell ?? "")));
  expect(first).toEqual(heads.filter((one) => one !== "选择"));
  expect(rows).toHaveLength(total);
  const at = first!.indexOf("户编号");
  expect(rows.slice(0, shown.length).map((row) => row[at])).toEqual(shown);
  const note = sheets[1]!.rows.flat().map(String).join(" ");
  expect(note).toContain("因病");
  expect(note).toContain(String(total));
});

test("beside the pairings and the visits a row opens the same way: focus in, Escape, focus back", async ({
  page,
}) => {
  await signInAs(page, "次仁旺堆");
  for (const path of ["/pairings", "/visits"]) {
    await page.goto(path);
    const opener = page.getByRole("link", { name: /^速览/ }).nth(1);
    await opener.focus();
    await page.keyboard.press("Enter");
    const drawer = page.getByRole("dialog");
    await expect(drawer).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(drawer.getByRole("link", { name: "关闭速览" })).toBeFocused();
    expect.soft(await violations(page, "no colors"), path).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(drawer).toHaveCount(0);
    await expect(opener).toBeFocused();
  }
});

test("whoever reaches more villages than a list can show chooses the township first, without scripts too", async ({
  page,
  browser,
}) => {
  await signInAs(page, "格桑德吉");
  const bare = await browser.newContext({
    ...test.info().project.use,
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const still = await bare.newPage();
  await still.goto("/households/new");
  await expect(still.getByLabel("户主姓名")).toHaveCount(0);
  const townships = still.getByLabel("先选乡镇");
  expect(await townships.locator("optgroup").count()).toBeGreaterThan(5);
  await townships.selectOption({ label: "吉塘镇" });
  await still.getByRole("button", { name: "选村" }).click();
  await expect(still).toHaveURL(/\/households\/new\?u=\d+/);
  const villages = still.getByLabel("村", { exact: false }).and(still.locator("select")).first();
  expect(
    await villages.locator("optgroup").evaluateAll((all) => all.map((one) => one.getAttribute("label"))),
  ).toEqual(["吉塘镇"]);
  await still.getByRole("link", { name: "换一个乡镇" }).click();
  await expect(townships).toBeVisible();
  await bare.close();
});
