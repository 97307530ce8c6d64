// Papers of an organization and of a place: put there with a file from the desk, opened, corrected, removed with a reason; refused in words; not there for another county.
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect, expectNoViolations, signInAs, test } from "./support/app.ts";
import { nameOfRun } from "./support/sheets.ts";

const MB = 1_048_576;
const pdf = (words: string) =>
  Buffer.from(
    `%PDF-1.7\n1 0 obj <</Type /Catalog /Run (${words} ${nameOfRun("r")})>> endobj\ntrailer\n%%EOF\n`,
  );
const scan = (red: number) =>
  sharp({ create: { width: 800, height: 1100, channels: 3, background: { r: red, g: 240, b: 240 } } })
    .png()
    .toBuffer();
const file = (name: string, buffer: Buffer, mimeType = "application/pdf") => ({ name, mimeType, buffer });

/** An organization of 察雅县 that nobody else's journey touches. */
async function openOrg(page: Page, name: string): Promise<string> {
  await page.goto(`/orgs?q=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  return new URL(page.url()).pathname;
}

async function upload(page: Page, ...files: ReturnType<typeof file>[]) {
  await page.getByLabel("选择文件").setInputFiles(files);
  await page.getByRole("button", { name: "上传文件" }).click();
}

/** Said in the field's own description, so that a reader of the screen hears it there. */
async function expectRefused(page: Page, words: RegExp) {
  const field = page.getByLabel("选择文件");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(words);
}

const papers = (page: Page) => page.locator("#papers");
const item = (page: Page, title: string) => papers(page).getByRole("listitem").filter({ hasText: title });

test("a paper is put to an organization, opened, corrected and removed with a reason; another county finds nothing", {
  tag: "@everywhere",
}, async ({ page, as }) => {
  test.slow();
  const name = nameOfRun("批复");
  await signInAs(page, "次仁旺堆");
  const org = await openOrg(page, "中共香堆镇委员会");
  await upload(page, file(`${name}.pdf`, pdf(name)));
  await expect(papers(page)).toContainText("已上传。请核对标题");
  // The new one stands open: its number and date are asked for at once.
  const mine = item(page, name);
  await mine.getByLabel("标题").fill(`${name}（成立）`);
  await mine.getByLabel("文号").fill("察组发〔2026〕9号");
  await mine.getByLabel("成文日期").fill("2999-01-01");
  await mine.getByRole("button", { name: "保存" }).click();
  await expect(mine.getByLabel("成文日期")).toHaveAccessibleDescription(/日期不能晚于今天/);
  await expect(mine.getByLabel("文号"), "nothing typed is lost").toHaveValue("察组发〔2026〕9号");
  await mine.getByLabel("成文日期").fill("2026-01-08");
  await mine.getByRole("button", { name: "保存" }).click();
  await expect(papers(page)).toContainText("已保存。");
  const kept = item(page, `${name}（成立）`);
  await expect(kept).toContainText("察组发〔2026〕9号 · 2026-01-08 成文");
  await expectNoViolations(page);

  const href = (await kept.getByRole("link", { name: `${name}（成立）` }).getAttribute("href"))!;
  const answer = await page.request.get(href);
  expect(answer.status()).toBe(200);
  expect(answer.headers()).toMatchObject({
    "content-type": "application/pdf",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  });
  expect(answer.headers()["content-disposition"]).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.pdf`)}`,
  );
  expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
  for (const who of ["王志强", "邓增罗布"]) {
    const far = await as(who);
    expect((await far.request.get(href)).status(), who).toBe(404);
  }
  const near = await as("四郎多吉");
  await near.goto(org);
  await expect(item(near, name).first()).toBeVisible();
  await expect(near.getByLabel("选择文件"), "who may not change the organization adds nothing").toHaveCount(
    0,
  );

  await kept.getByText("删除…").click();
  await kept.getByRole("button", { name: "删除这个文件" }).click();
  await expect(kept.getByLabel("删除原因")).toHaveAccessibleDescription(/请填写/);
  await kept.getByLabel("删除原因").fill("传错了文件");
  await kept.getByRole("button", { name: "删除这个文件" }).click();
  await expect(papers(page)).toContainText("已删除，原因留在下面");
  await papers(page)
    .getByText(/^已删除 \d+ 个文件$/)
    .click();
  await expect(papers(page).locator("s").filter({ hasText: name })).toBeVisible();
  await expect(papers(page)).toContainText("原因：传错了文件");
  expect((await page.request.get(href)).status()).toBe(404);

  await papers(page).getByRole("link", { name: "谁改的" }).click();
  await expect(page.locator("main")).toContainText(`${name}（成立） · 察组发〔2026〕9号 · 2026-01-08`);
});

test("what is no paper, or too large, is refused beside the field; the good one of the same choice stays", async ({
  page,
}) => {
  await signInAs(page, "次仁旺堆");
  await openOrg(page, "中共荣周乡委员会");
  await page.getByRole("button", { name: "上传文件" }).click();
  await expectRefused(page, /还没有选择文件/);
  await upload(page, file("大.pdf", Buffer.alloc(21 * MB, 7)));
  await expectRefused(page, /超过 20 MB/);
  await upload(page, file("批复.docx", Buffer.from(`PK\x03\x04${"x".repeat(900)}`)));
  await expectRefused(page, /另存为 PDF/);
  await upload(page, file("锁.pdf", pdf(") /Encrypt 5 0 R (")));
  await expectRefused(page, /设了密码/);
  await expect(papers(page)).toContainText("还没有文件。");
  await expectNoViolations(page);
  const name = nameOfRun("扫描");
  await upload(
    page,
    file("断.pdf", Buffer.from("%PDF-1.7")),
    file(`${name}.png`, await scan(200), "image/png"),
  );
  await expectRefused(page, /已损坏或没有传完/);
  await expect(item(page, name)).toContainText("扫描件");
  const picture = papers(page).locator("img").first();
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  // Left as it was found, so that this can be repeated.
  await item(page, name).getByText("删除…").click();
  await item(page, name).getByLabel("删除原因").fill("试过了");
  await item(page, name).getByRole("button", { name: "删除这个文件" }).click();
  await expect(papers(page)).toContainText("还没有文件。");
});

test("after a change the approval is put to it", async ({ page }) => {
  await signInAs(page, "嘎松曲珍");
  const name = nameOfRun("设村");
  await page.goto("/divisions?q=荣周乡");
  await page
    .locator("section")
    .filter({ hasText: "的结果" })
    .getByRole("link", { name: "荣周乡" })
    .first()
    .click();
  await page.getByRole("link", { name: "新增下级" }).click();
  await page.getByLabel("名称").fill(`${name}村`);
  await page.getByLabel("批准文号").fill("察政发〔2026〕77号");
  await page.getByLabel("生效日期").fill("2099-01-01");
  await page.getByRole("button", { name: "看预演" }).click();
  await page.getByRole("button", { name: /^确认/ }).click();
  await page.getByRole("link", { name: "附上批准文件" }).click();
  await expect(page.getByLabel("这个文件关于").locator("option:checked")).toContainText(
    "设立 察政发〔2026〕77号",
  );
  await upload(page, file(`${name}.pdf`, pdf(name)));
  await expect(item(page, name).first()).toContainText("察政发〔2026〕77号 ·");
  // Left as it was found, so that this can be repeated.
  await item(page, name).getByText("删除…").click();
  await item(page, name).getByLabel("删除原因").fill("试过了");
  await item(page, name).getByRole("button", { name: "删除这个文件" }).click();
  await expect(papers(page)).toContainText("已删除，原因留在下面");
  await page
    .getByRole("listitem")
    .filter({ hasText: `${name}村` })
    .getByRole("button", { name: /撤回/ })
    .click();
  await expect(page.getByText("已撤回。")).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("adding, correcting and removing a paper needs none", async ({ page }) => {
    const name = nameOfRun("无脚本");
    await signInAs(page, "次仁旺堆");
    await openOrg(page, "中共扩达乡委员会");
    await upload(page, file("批复.docx", Buffer.from(`PK\x03\x04${"x".repeat(900)}`)));
    await expectRefused(page, /另存为 PDF/);
    await upload(page, file(`${name}.pdf`, pdf(name)));
    await expect(page).toHaveURL(/#papers$/);
    const mine = item(page, name);
    await mine.getByLabel("文号").fill("察组发〔2026〕10号");
    await mine.getByRole("button", { name: "保存" }).click();
    await expect(papers(page)).toContainText("已保存。");
    await expect(mine).toContainText("察组发〔2026〕10号");
    await mine.getByText("删除…").click();
    await mine.getByLabel("删除原因").fill("试过了");
    await mine.getByRole("button", { name: "删除这个文件" }).click();
    await expect(papers(page)).toContainText("已删除，原因留在下面");
  });
});
