// A village's cards as one PDF out of the server: every file on its sheet, told in the trail, and nothing of other villages.
import { readFile } from "node:fs/promises";
import { expect, expectNoViolations, test } from "./support/app.ts";

/** Leaves of a PDF, as its own tree names them. */
const pagesIn = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

test("a village cadre saves the cards of the whole village as one PDF", async ({ as }) => {
  test.slow();
  const page = await as("贡布扎西");
  await page.goto("/households");
  await page.locator("main a[href^='/households/']").filter({ hasNotText: "打印" }).first().waitFor();
  const file = await page
    .locator("main tbody a")
    .evaluateAll(
      (links) =>
        links
          .map((link) => (link as HTMLAnchorElement).pathname)
          .find((path) => /^\/households\/[0-9a-f-]{36}$/.test(path)) ?? "",
    );
  await page.goto(`/households/print?household=${file.split("/").at(-1)}&form=card`);
  await page.getByRole("link", { name: /全村$/ }).click();
  await page.waitForURL(/u=\d+/);
  await expectNoViolations(page);
  const told = await page.getByRole("heading", { level: 1 }).textContent();
  const households = Number(/(\d[\d,]*) 户/.exec(told ?? "")![1]!.replace(",", ""));
  expect(households).toBeGreaterThan(1);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "存为 PDF" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^明白卡-.+村-\d{4}-\d{2}-\d{2}\.pdf$/);
  const pdf = await readFile(await download.path());
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  expect(pagesIn(pdf), "one sheet for each card at least, and no empty ones").toBe(households);

  await test.step("whoever asks for another village's finds nothing", async () => {
    const unit = Number(new URL(page.url()).searchParams.get("u"));
    const answer = await page.request.get(`/api/households/print?u=${unit + 1}&form=card`);
    expect(answer.status()).toBe(404);
  });
});
