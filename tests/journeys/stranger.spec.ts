// A stranger opens the address: the sign-in page, in Chinese, readable by everybody, and nothing behind it.
import { expect, expectNoViolations, test } from "./support/app.ts";

test("a stranger is led to sign in, on a desk and on a phone", { tag: "@everywhere" }, async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectNoViolations(page);
});

test("an address that leads nowhere says so, and the way back", async ({ page }) => {
  const answer = await page.goto("/nowhere");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("link").first()).toBeVisible();
  await expectNoViolations(page);
});
