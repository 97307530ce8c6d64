// The county calls for every household to be visited once; the first secretary sees how many are left in his village, visits one, and the number goes down.
import { expect, expectNoViolations, test } from "./support/app.ts";

const left = (text: string | null) => {
  const [done = 0, whole = 0] = (text ?? "").split("/").map(Number);
  return whole - done;
};

test("a campaign is called by the county, and what is left in the village follows a visit", async ({
  as,
}) => {
  const office = await as("四郎多吉");
  await office.goto("/visits/campaigns");
  await expect(office.getByRole("link", { name: /入冬大走访/ })).toBeVisible();
  await expectNoViolations(office);
  await office.getByRole("link", { name: "组织大走访" }).click();
  await office.getByRole("textbox", { name: /^名称/ }).fill("年底大走访");
  const day = (ahead: number) =>
    new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(Date.now() + ahead * 86_400_000);
  await office.getByRole("textbox", { name: /^最后一天/ }).fill(day(-3));
  await office.getByRole("button", { name: "开始组织" }).click();
  await expect(office.locator("[id$=lastOn-error]")).toBeVisible();
  await expect(office.getByRole("textbox", { name: /^名称/ })).toHaveValue("年底大走访");
  await office.getByRole("textbox", { name: /^最后一天/ }).fill(day(10));
  await office.getByRole("button", { name: "开始组织" }).click();
  await expect(office.getByText("已组织，各村可以看到还差哪些户。")).toBeVisible();
  const address = new URL(office.url()).pathname;
  await expect(office.getByRole("cell", { name: /%$/ }).first()).toBeVisible();

  const secretary = await as("邓增罗布");
  await secretary.setViewportSize({ width: 390, height: 844 });
  await secretary.goto("/visits/campaigns");
  await secretary.getByRole("link", { name: /年底大走访/ }).click();
  const progress = secretary.locator("[data-progress]");
  const before = left(await progress.getAttribute("data-progress"));
  expect(before).toBeGreaterThan(0);
  await expect(secretary.getByText(`还差 ${before} 户`)).toBeVisible();
  await expectNoViolations(secretary);
  expect(await secretary.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await secretary.goto("/visits/campaigns");
  await secretary.goto(address);
  await secretary.locator("main a[href^='/visits/new?household=']").first().click();
  await secretary.getByRole("radio", { name: "正常" }).check();
  const why = secretary.getByRole("textbox", { name: /代走访原因/ });
  if (await why.isVisible()) await why.fill("大走访");
  await secretary.getByRole("button", { name: /^保存/ }).first().click();
  await secretary.waitForURL((url) => !url.pathname.startsWith("/visits/new"));
  await secretary.goto(address);
  await expect.poll(async () => left(await progress.getAttribute("data-progress"))).toBe(before - 1);
});
