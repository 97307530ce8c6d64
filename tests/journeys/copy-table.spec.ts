// A list goes into WPS as it is seen: rows and columns, masks and all, also where the page is served without TLS.
import type { BrowserContext, Page } from "@playwright/test";
import { expect, signInAs, test } from "./support/app.ts";

/** The rows of the first table as the eye counts them. */
const rowsOf = (page: Page) => page.locator("[data-copies]").first().locator("tbody tr");

/** What WPS would take: the text, and the table in HTML. */
async function clipboard(page: Page): Promise<{ lines: string[][]; html: string }> {
  const { text, html } = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const piece = async (type: string) => (await item!.getType(type)).text();
    return { text: await piece("text/plain"), html: await piece("text/html") };
  });
  return { lines: text.split("\r\n").map((line) => line.split("\t")), html };
}

async function copyList(page: Page, context: BrowserContext, path: string) {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(path);
  const button = page.getByRole("button", { name: "复制为表格" }).first();
  // By keyboard alone.
  await button.focus();
  await page.keyboard.press("Enter");
  const count = await rowsOf(page).count();
  await expect(page.getByText(`已复制本页 ${count} 行`)).toBeVisible();
  await expect(button).toBeFocused();
  const copied = await clipboard(page);
  // The head, the rows and a sum below them; every line as wide as the head.
  const sums = await page.locator("[data-copies]").first().locator("tfoot tr").count();
  expect(copied.lines).toHaveLength(1 + count + sums);
  expect(new Set(copied.lines.map((line) => line.length)).size).toBe(1);
  expect(copied.html.match(/<tr>/g)).toHaveLength(copied.lines.length);
  return { ...copied, count };
}

test("households, pairings, organizations and visits are copied as they are seen", async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await signInAs(page, "嘎松曲珍");
  const { lines, count } = await copyList(page, context, "/households");
  expect(count).toBeGreaterThan(5);
  const first = await rowsOf(page).first().getByRole("rowheader").textContent();
  expect(first).toContain(lines[1]![0]!);
  // No boxes, no buttons, no words of the peek.
  expect(lines.flat().join(" ")).not.toMatch(/速览|勾选/);
  for (const path of ["/pairings", "/orgs", "/visits", "/cockpit/R2"]) {
    const list = await copyList(page, context, path);
    // A column of bars has nothing that could be copied, and goes with its head.
    const empty = list.lines[0]!.findIndex((_, at) => list.lines.slice(1).every((line) => !line[at]));
    expect(path === "/cockpit/R2" ? empty : -1, path).toBe(-1);
    expect(list.lines[0]!.join(""), path).not.toBe("");
    expect(list.lines[1]!.join(""), path).not.toBe("");
  }
});

test("numbers that are masked stay masked, and long ones stay text", async ({ page, context }) => {
  await signInAs(page, "嘎松曲珍");
  await page.goto("/households");
  await rowsOf(page).first().getByRole("rowheader").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/households\/[0-9a-f-]{36}/);
  const address = new URL(page.url()).pathname;
  const { lines, html } = await copyList(page, context, `${address}?tab=members`);
  const masked = lines.flat().filter((text) => /\*{4,}/.test(text));
  expect(masked.length).toBeGreaterThan(0);
  expect(lines.flat().join(" ")).not.toMatch(/\d{17}[\dXx]/);
  expect(html).toContain("mso-number-format:'\\@'");
});

test("without the clipboard of a secure page it works all the same", async ({ page, context }) => {
  await signInAs(page, "嘎松曲珍");
  await page.addInitScript(() =>
    Object.defineProperty(navigator, "clipboard", { configurable: true, get: () => undefined }),
  );
  await page.goto("/pairings");
  await page.getByRole("button", { name: "复制为表格" }).first().click();
  const count = await rowsOf(page).count();
  await expect(page.getByText(`已复制本页 ${count} 行`)).toBeVisible();
  const other = await context.newPage();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await other.goto("/today");
  await other.bringToFront();
  expect((await clipboard(other)).lines).toHaveLength(1 + count);
});

test("where the browser refuses both ways it says so, and what to do instead", async ({ page }) => {
  await signInAs(page, "嘎松曲珍");
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { configurable: true, get: () => undefined });
    document.execCommand = () => false;
  });
  await page.goto("/pairings");
  await page.getByRole("button", { name: "复制为表格" }).first().click();
  await expect(page.getByText(/没有复制成功，请改用导出/)).toBeVisible();
  await expect(page.getByText(/已复制/)).toHaveCount(0);
});

test("what could become a formula does not, and columns stay below each other", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signInAs(page, "嘎松曲珍");
  await page.goto("/pairings");
  await expect(page.getByRole("button", { name: "复制为表格" }).first()).toBeVisible();
  // A name as somebody may have typed it, and a row over several columns.
  await page.evaluate(() => {
    const [first, second] = document.querySelectorAll<HTMLTableRowElement>("table tbody tr");
    first!.cells[0]!.textContent = '=HYPERLINK("http://x","y")';
    second!.cells[0]!.innerHTML = '<span class="block">上</span><span class="block">下 & <b>中</b></span>';
    first!.cells[1]!.textContent = "540326001001234567";
    first!.cells[2]!.textContent = "1,234";
  });
  await page.getByRole("button", { name: "复制为表格" }).first().click();
  const { lines, html } = await clipboard(page);
  expect(lines[1]![0]).toBe('\'=HYPERLINK("http://x","y")');
  expect(lines[2]![0]).toBe("上 下 & 中");
  expect(html).toContain("上 下 &amp; 中");
  expect(html).toMatch(/mso-number-format[^>]*>540326001001234567</);
  expect(html).toContain("<td>1,234</td>");
});

test("a phone does not offer it", { tag: "@phone" }, async ({ page }) => {
  await signInAs(page, "邓增罗布");
  await page.goto("/households");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("button", { name: "复制为表格" })).toHaveCount(0);
});
