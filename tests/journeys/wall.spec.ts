// The wall (大屏): the board in large letters on one screen, nobody named, renewed by itself, and still there when the network is not.
import { expect, expectNoViolations, test } from "./support/app.ts";

test("the wall shows the board on one screen without anybody's name, renews itself and keeps the last picture without a network", async ({
  as,
}) => {
  const page = await as("洛松平措");
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto("/cockpit");
  const names = await page.locator("main a[href^='/cadres/']").allInnerTexts();
  expect(names.length).toBeGreaterThan(0);
  await page.getByRole("link", { name: "大屏" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "昌都市" })).toBeVisible();
  const wall = page.locator("[data-wall]");
  for (const size of [
    { width: 1920, height: 1080 },
    { width: 1366, height: 768 },
  ]) {
    await page.setViewportSize(size);
    const [high, wide] = await wall.evaluate((it) => [
      it.scrollHeight - it.clientHeight,
      it.scrollWidth - it.clientWidth,
    ]);
    expect([size.width, high, wide]).toEqual([size.width, 0, 0]);
  }
  for (const name of names) await expect(wall).not.toContainText(name);
  await expect(wall.locator("[data-metric]")).not.toHaveCount(0);
  await expectNoViolations(page);

  // Through those below and back, by the address alone.
  await page.getByRole("link", { name: "轮播下级" }).click();
  await expect(page).toHaveURL(/round=/);
  await page.clock.install();
  await page.reload();
  await page.clock.fastForward(31_000);
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("昌都市");
  await page.getByRole("link", { name: "停止轮播" }).click();
  await expect(page).not.toHaveURL(/round=/);

  await page.context().setOffline(true);
  await page.clock.fastForward(61_000);
  await expect(wall.getByRole("status")).toContainText("网络断开，画面停在");
  await expect(wall.locator("[data-metric]")).not.toHaveCount(0);
  await page.context().setOffline(false);
  await page.clock.fastForward(61_000);
  await expect(wall.getByRole("status")).toContainText("数据读取");
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\/cockpit\?u=/);
});
