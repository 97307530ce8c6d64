// Photos of a visit: chosen after saving, seen by whoever sees the visit and by nobody else, refused in words beside the field.
import type { APIResponse, Page } from "@playwright/test";
import sharp from "sharp";
import { addDays } from "#lib/base/calendar.ts";
import { today } from "#lib/platform/clock.ts";
import { expect, expectNoViolations, signInAs, test } from "./support/app.ts";

const MB = 1_048_576;

/** As a phone makes it; the color makes it a picture of its own. */
const photo = (red: number) =>
  sharp({ create: { width: 2400, height: 1800, channels: 3, background: { r: red, g: 110, b: 90 } } })
    .jpeg()
    .toBuffer();
const heic = () =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0mif1heic"), Buffer.alloc(500)]);
const file = (name: string, buffer: Buffer, mimeType = "image/jpeg") => ({ name, mimeType, buffer });

/** From today's list to the visit that is just saved; the address is the visit's. */
async function saveVisit(page: Page, day?: string): Promise<string> {
  await page.goto("/today");
  await page.locator("main a[href^='/households/']").first().click();
  await page.getByRole("link", { name: "记录走访" }).first().click();
  await page.getByLabel("正常").check();
  if (day) await page.locator("[name=visitedOn]").first().fill(day);
  await page.getByRole("button", { name: "保存，再加照片" }).click();
  await page.waitForURL(/\/visits\/[0-9a-f-]{36}(\?|#|$)/);
  await expect(page.locator("#photos")).toContainText("没有照片");
  return new URL(page.url()).pathname;
}

async function add(page: Page, ...files: ReturnType<typeof file>[]) {
  await page.getByLabel("选择照片").setInputFiles(files);
  const answered = page.waitForResponse((response) => response.url().endsWith("/api/uploads/visit-photos"));
  await page.getByRole("button", { name: "添加照片" }).click();
  await answered;
  await page.waitForLoadState();
}

/** Said in the field's own description, so that a reader of the screen hears it there. */
async function expectRefused(page: Page, words: RegExp) {
  const field = page.getByLabel("选择照片");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(words);
  await expect(page.locator("#photo-error")).toBeVisible();
  await expect(page.locator("#photo-error")).toContainText(words);
}

const pictures = (page: Page) => page.locator("#photos img");

async function expectShown(page: Page, many: number) {
  await expect(pictures(page)).toHaveCount(many);
  for (const picture of await pictures(page).all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  }
}

function expectHarmless(answer: APIResponse, disposition: RegExp) {
  const headers = answer.headers();
  expect(answer.status()).toBe(200);
  expect(headers["content-type"]).toBe("image/jpeg");
  expect(headers["content-disposition"]).toMatch(disposition);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; .*sandbox$/);
  expect(headers["cache-control"]).toBe("private, no-store");
}

test("a photo is added after saving, opens large, and is not there for whoever sees no household", {
  tag: "@everywhere",
}, async ({ page, as }) => {
  test.slow(); // three more people sign in
  await signInAs(page, "邓增罗布");
  const visit = await saveVisit(page);
  await add(page, file("IMG_0001.JPG", await photo(40)));
  await expect(page).toHaveURL(new RegExp(`${visit}#photos$`));
  await expectShown(page, 1);
  await expectNoViolations(page);

  const large = (await page.locator("#photos a:has(img)").getAttribute("href"))!;
  const answer = await page.request.get(large);
  expectHarmless(answer, /^inline; filename\*=UTF-8''\d{4}-\d\d-\d\d\.jpg$/);
  const { width, height } = await sharp(await answer.body()).metadata();
  expect([width, height]).toEqual([1600, 1200]);
  const small = await page.request.get(`${large}?size=preview`);
  expectHarmless(small, /^inline/);
  expect((await small.body()).length).toBeLessThan((await answer.body()).length);

  // In a page that nobody watches: the sandbox refuses the watcher's own script too.
  const beside = await page.context().newPage();
  await beside.goto(large);
  await expect(beside.locator("img")).toBeVisible();
  await beside.close();

  for (const name of ["王志强", "陈浩"]) {
    const far = await as(name);
    for (const path of [large, `${large}?size=preview`, visit])
      expect((await far.request.get(path)).status(), `${name} ${path}`).toBe(404);
  }
  const county = await as("嘎松曲珍");
  expect((await county.request.get(large)).status()).toBe(200);
  await county.goto(visit);
  await expectShown(county, 1);
  await expect(county.getByLabel("选择照片")).toHaveCount(0);
  await expect(county.getByRole("button", { name: "删除这张照片" })).toHaveCount(0);

  // The same photo for another day: asked quietly, the visitor alone, and a word closes it.
  const again = await saveVisit(page, addDays(today(), -1));
  await add(page, file("IMG_0001.JPG", await photo(40)));
  const hint = page.locator("#hints");
  await expect(async () => {
    await page.reload();
    await expect(hint).toContainText("和另一次走访的一样", { timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await expect(hint).toContainText("不算差错");
  await expectNoViolations(page);
  await county.goto(again);
  await expectShown(county, 1);
  await expect(county.locator("#hints")).toHaveCount(0);
  await page.goto("/today");
  await page
    .getByRole("link", { name: /和另一次走访的一样/ })
    .first()
    .click();
  await hint.getByLabel("说明情况").fill("同院");
  await hint.getByRole("button", { name: "保存说明" }).click();
  await expect(hint).toContainText("至少 4 个字");
  await expect(hint.getByLabel("说明情况")).toHaveValue("同院");
  await hint.getByLabel("说明情况").fill("昨天和今天都在暖棚前照的");
  await hint.getByRole("button", { name: "保存说明" }).click();
  await expect(hint).toContainText("说明：昨天和今天都在暖棚前照的");
});

test("what is no photo, or too large, is refused beside the field; the good ones of the same choice stay", async ({
  page,
}) => {
  await signInAs(page, "邓增罗布");
  await saveVisit(page);
  await page.getByRole("button", { name: "添加照片" }).click();
  await expectRefused(page, /没有选择照片/);
  await add(page, file("IMG_0002.HEIC", heic(), "image/heic"));
  await expectRefused(page, /HEIC 格式，没有保存/);
  await add(page, file("照片.jpg", Buffer.from(`%PDF-1.7\n${"x".repeat(900)}\n%%EOF`)));
  await expectRefused(page, /PDF 文件，不是照片/);
  await expect(pictures(page)).toHaveCount(0);
  await expectNoViolations(page);

  const huge = Buffer.concat([await photo(50), Buffer.alloc(21 * MB, 7)]);
  await add(page, file("大.jpg", huge), file("IMG_0003.JPG", await photo(60)));
  await expectRefused(page, /超过 20 MB/);
  await expectShown(page, 1);

  await add(
    page,
    file("4.jpg", await photo(70)),
    file("5.jpg", await photo(80)),
    file("6.jpg", await photo(90)),
  );
  await expect(page.locator("#photos")).toContainText("最多 3 张照片，多出的没有保存");
  await expectShown(page, 3);
  await page.getByRole("button", { name: "删除这张照片" }).first().click();
  await expectShown(page, 2);
  await expect(page.getByLabel("选择照片")).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("adding and deleting a photo needs none", async ({ page }) => {
    await signInAs(page, "李雪梅");
    const visit = await saveVisit(page);
    await page.getByLabel("选择照片").setInputFiles(file("1.jpg", await photo(100)));
    await page.getByRole("button", { name: "添加照片" }).click();
    await expect(page).toHaveURL(new RegExp(`${visit}#photos$`));
    await expect(pictures(page)).toHaveCount(1);
    await page.getByLabel("选择照片").setInputFiles(file("2.heic", heic(), "image/heic"));
    await page.getByRole("button", { name: "添加照片" }).click();
    await expectRefused(page, /HEIC 格式/);
    await page.getByRole("button", { name: "删除这张照片" }).click();
    await expect(page.locator("#photos")).toContainText("没有照片");
  });
});
