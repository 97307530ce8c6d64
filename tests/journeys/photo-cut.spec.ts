// Photos on a bad line: cut in the middle and gone on with, and uploads around the size at which a framework cuts bodies: whole or refused.
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect, signInAs, test } from "./support/app.ts";

const MB = 1_048_576;
const chip = (page: Page) => page.locator("[data-field-state]");

/** Grass and gravel: what a camera sees does not shrink to nothing. */
const photo = (seed: number) => {
  const noise = Buffer.alloc(900 * 600 * 3);
  for (let at = 0; at < noise.length; at += 1)
    noise[at] = (at * 2_654_435_761 + seed * 97 + (at >> 3)) & 0xff;
  return sharp(noise, { raw: { width: 900, height: 600, channels: 3 } })
    .jpeg({ quality: 80 })
    .toBuffer();
};
const file = (name: string, buffer: Buffer) => ({ name, mimeType: "image/jpeg", buffer });

test("the line is cut in the middle of the second photo: it goes on where it was, and each is there once", {
  tag: "@phone",
}, async ({ browser }) => {
  test.setTimeout(90_000);
  const context = await browser.newContext({ ...test.info().project.use, serviceWorkers: "block" });
  const page = await context.newPage();
  await signInAs(page, "李雪梅");
  await page.goto("/today");
  await expect(chip(page)).toHaveText(/^\d\d:\d\d$/, { timeout: 20_000 });
  // Photos wait for Wi-Fi, which this browser cannot tell: so they wait for the button.
  await page.goto("/sync");
  await page.getByLabel("只在 Wi-Fi 下自动传照片").check();
  await page.goto("/visits/new");
  await page.locator("main a[href*='household=']").first().click();
  await page.waitForURL(/household=/);

  const parts: { id: string; at: number; size: number; bytes: number; sha256: string }[] = [];
  const whole = new Map<string, Buffer[]>();
  let cut = false;
  let visit: string | null = null;
  await page.route("**/api/sync/photos/**", async (route) => {
    const url = new URL(route.request().url());
    visit = url.searchParams.get("visit");
    const id = url.pathname.split("/").at(-1)!;
    const body = route.request().postDataBuffer() ?? Buffer.alloc(0);
    const [at, size] = [Number(url.searchParams.get("at")), Number(url.searchParams.get("size"))];
    const ids = new Set(parts.map((part) => part.id));
    // The second part of the second photo does not get through, once.
    if (!cut && ids.size === 2 && ids.has(id) && at > 0 && [...ids].at(-1) === id) {
      cut = true;
      return route.abort("connectionreset");
    }
    parts.push({ id, at, size, bytes: body.length, sha256: url.searchParams.get("sha256")! });
    if (body.length > 0) whole.set(id, [...(whole.get(id) ?? []), body]);
    await route.continue();
  });
  await page
    .locator("input[name=photos]")
    .setInputFiles([
      file("1.jpg", await photo(1)),
      file("2.jpg", await photo(2)),
      file("3.jpg", await photo(3)),
    ]);
  await page.locator("label", { hasText: "正常" }).click();
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.waitForURL(/\/today/);
  await page.goto("/sync");
  await expect(page.getByText("照片已传 0 / 3")).toBeVisible();
  await expect(page.getByText("文字已上传")).toBeVisible();
  expect(parts).toEqual([]);
  await expect(page.getByLabel("只在 Wi-Fi 下自动传照片")).toBeChecked();
  await expect(async () => {
    await page.getByRole("button", { name: /立即同步|正在同步/ }).click();
    await expect(page.getByText(/全部已上传/)).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 40_000 });

  expect(cut).toBe(true);
  expect(whole.size).toBe(3);
  for (const [id, pieces] of whole) {
    const bytes = Buffer.concat(pieces);
    const about = parts.find((part) => part.id === id)!;
    // Nothing was sent twice, and what arrived is what was taken.
    expect(bytes.length).toBe(about.size);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(about.sha256);
    expect(about.size).toBeGreaterThan(65_536);
  }
  await page.goto(`/visits/${visit}`);
  await expect(page.locator("#photos img")).toHaveCount(3);
  await page.getByRole("button", { name: "撤回这次走访" }).click();
  await expect(page.getByText(/已撤回/).first()).toBeVisible();
  await context.close();
});

test("uploads of 9, 10, 11, 12 and 50 MB arrive whole or are refused, never cut", async ({ page }) => {
  test.setTimeout(90_000);
  await signInAs(page, "李雪梅");
  const picture = await photo(4);
  const save = async () => {
    await page.goto("/visits/new");
    await page.locator("main a[href*='household=']").first().click();
    await page.getByLabel("正常").check();
    await page.getByRole("button", { name: "保存，再加照片" }).click();
    await page.waitForURL(/\/visits\/[0-9a-f-]{36}(\?|#|$)/);
  };
  await save();
  const add = async (megabytes: number) => {
    // The picture ends early; what follows travels along and is counted.
    const buffer = Buffer.concat([picture, Buffer.alloc(megabytes * MB - picture.length, megabytes)]);
    const path = test.info().outputPath(`${megabytes}.jpg`);
    await writeFile(path, buffer);
    await page.getByLabel("选择照片").setInputFiles(path);
    const answered = page.waitForResponse((answer) => answer.url().endsWith("/api/uploads/visit-photos"));
    await page.getByRole("button", { name: "添加照片" }).click();
    await answered;
    await page.waitForLoadState();
  };
  const shown = page.locator("#photos img");
  await add(50);
  await expect(page.locator("#photo-error")).toContainText("超过 20 MB");
  await expect(shown).toHaveCount(0);
  for (const [at, megabytes] of [9, 10, 11].entries()) {
    await add(megabytes);
    await expect(shown).toHaveCount(at + 1);
  }
  await page.getByRole("button", { name: "删除这张照片" }).first().click();
  await expect(shown).toHaveCount(2);
  await add(12);
  await expect(shown).toHaveCount(3);
  await page.getByRole("button", { name: "撤回这次走访" }).click();
  await expect(page.getByText(/已撤回/).first()).toBeVisible();
});
