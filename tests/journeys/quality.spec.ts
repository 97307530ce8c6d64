// A township looks through what is doubtful, confirms one value by name, is refused what is not ready, and hands a clean village in; its reviewer gives it back.
import type { Page } from "@playwright/test";
import { expect, expectNoViolations, signInAs, test, textOf } from "./support/app.ts";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
/** Doubts are looked for in the background, within seconds. */
const SOON = { timeout: 30_000 };

test("every number of the data checks opens as many rows", async ({ page }) => {
  await signInAs(page, "向巴泽仁");
  await page.goto("/quality");
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("link", { name: /^\d+$/ }).first()).toBeVisible({ timeout: 1_000 });
  }).toPass(SOON);
  await expectNoViolations(page);
  const total = page.getByRole("row").filter({ hasText: "本级合计" });
  const link = total.getByRole("link", { name: /^\d+$/ }).first();
  const count = Number(await textOf(link));
  await link.click();
  await expect(page.getByText(`共 ${count} 条`)).toBeVisible();
  await expectNoViolations(page);
});

test("a true oddity is confirmed by name, and the confirmation can be taken back", async ({ page }) => {
  await signInAs(page, "向巴泽仁");
  await page.goto("/quality?view=list&f.severity=WARN");
  await expect(async () => {
    await page.reload();
    await expect(page.locator("main a[href^='/quality/']").first()).toBeVisible({ timeout: 1_000 });
  }).toPass(SOON);
  await page.locator("main a[href^='/quality/']").first().click();
  await expect(page.getByRole("button", { name: "核实属实" })).toBeVisible();

  await test.step("a single word is refused beside the field, and stays in it", async () => {
    await page.getByLabel("核实情况").fill("属实");
    await page.getByRole("button", { name: "核实属实" }).click();
    await expect(page.getByText("写一句完整的核实情况，至少 4 个字").first()).toBeVisible();
    await expect(page.getByLabel("核实情况")).toHaveValue("属实");
    await expectNoViolations(page);
  });
  await page.getByLabel("核实情况").fill("入户看过，情况属实");
  await page.getByRole("button", { name: "核实属实" }).click();
  await expect(page.getByText("已保存。")).toBeVisible();
  await expect(page.getByText("向巴泽仁 于")).toBeVisible();
  await page.getByRole("button", { name: "撤回核实" }).click();
  await expect(page.getByText("已撤回，重新列为待处理。")).toBeVisible();
});

test("a village without doubts is handed in, and given back by the reviewer with a reason", async ({
  as,
}) => {
  const township = await as("向巴泽仁");
  await township.goto("/quality");
  const clean = township
    .getByRole("row")
    .filter({ has: township.locator("th a") })
    .filter({ hasText: "0/1 个村" })
    .filter({ hasNot: township.locator("td a") })
    .filter({ hasNotText: "—" })
    .first();
  await clean.locator("th a").click();
  await township.getByRole("button", { name: "提交" }).click();
  await expect(township.getByText("已提交。")).toBeVisible();
  await expect(township.getByRole("button", { name: "提交" })).toHaveCount(0);
  await expectNoViolations(township);

  const reviewer = await as("白玛措姆");
  await reviewer.goto(new URL(township.url()).pathname + new URL(township.url()).search);
  await reviewer.getByRole("button", { name: "退回" }).click();
  await expect(reviewer.getByRole("link", { name: "退回的理由：请填写这一项" })).toBeVisible();
  await reviewer.getByLabel("退回的理由").fill("请再核对一户收入");
  await reviewer.getByRole("button", { name: "退回" }).click();
  await expect(reviewer.getByText("已退回。")).toBeVisible();
  await township.reload();
  await expect(township.getByText("退回：请再核对一户收入")).toBeVisible();
  await expect(heading(township)).toHaveText("数据核对");
});
