// The list of households: what a clerk finds from its search box, and what a look at one row shows.
import { expect, signInAs, test } from "./support/app.ts";

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
