// One step of a case each, typed into its form as whoever does it; every form is found by its own name, for a page holds several.
import { expect, type Locator, type Page } from "@playwright/test";

export type Case = { path: string; id: string };
type Typed = Record<string, string>;

const label = (name: string) => new RegExp(`^${name}`);

async function fill(form: Locator, typed: Typed) {
  for (const [name, value] of Object.entries(typed)) await form.getByLabel(label(name)).fill(value);
}

/** Opens the case, types into the form of its step and sends it. */
async function send(page: Page, { path }: Case, form: string, typed: Typed, button: string) {
  await page.goto(path);
  await fill(page.locator(`#${form}`), typed);
  await page.locator(`#${form}`).getByRole("button", { name: button, exact: true }).click();
}

const saved = (page: Page) => page.waitForURL(/saved=1/);

export async function register(page: Page, name: string, status: string): Promise<string> {
  await page.goto("/households/new");
  await page.getByLabel(/^村(?!民)/).selectOption({ label: "雪通村" });
  await page.getByLabel("户主姓名").fill(name);
  await page.getByLabel(/^状态/).selectOption({ label: status });
  await page.getByRole("button", { name: "登记这一户" }).click();
  await page.waitForURL(/\/households\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** The form of an application, opened from the household's own page of procedures. */
export async function openApplication(page: Page, file: string, kind: string): Promise<Locator> {
  await page.goto(`${file}/process`);
  await page.getByRole("listitem").filter({ hasText: kind }).getByRole("link", { name: "发起" }).click();
  await expect(page.getByRole("heading", { name: `发起${kind}` })).toBeVisible();
  return page.locator("#start-form");
}

export async function apply(page: Page, form: Locator, reason: string): Promise<Case> {
  await form.getByLabel(label("事由")).fill(reason);
  await form.getByRole("button", { name: "提交" }).click();
  await page.waitForURL(/\/procedures\/[0-9a-f-]{36}\?saved=1/);
  const path = new URL(page.url()).pathname;
  return { path, id: path.split("/").at(-1) ?? "" };
}

export async function check(page: Page, one: Case, agreed = false) {
  await page.goto(one.path);
  if (agreed) await page.locator("#check").getByRole("radio", { name: "户主已签字认可退出" }).check();
  await fill(page.locator("#check"), {
    核实人一: "贡布扎西",
    核实人二: "邓增罗布",
    核实情况: "入户看了住房、收入和就医情况，与申请一致。",
  });
  await page.locator("#check").getByRole("button", { name: "提交" }).click();
  await saved(page);
}

export const CAME = {
  会议地点: "村委会会议室",
  主持人: "贡布扎西",
  应到人数: "32",
  实到人数: "27",
  同意: "24",
  反对: "2",
  弃权: "1",
};
export async function meet(page: Page, one: Case, votes: Typed = CAME) {
  await send(page, one, "meeting", votes, "提交");
}

export async function post(page: Page, one: Case, button: "发出公示" | "发布公告" = "发出公示") {
  await send(page, one, "post", { 监督电话: "0895-4822317" }, button);
  await saved(page);
}

export async function close(page: Page, one: Case) {
  await send(page, one, "close", {}, "结束公示");
  await saved(page);
}

export async function compareAllClear(page: Page, one: Case) {
  await page.goto(one.path);
  const clear = page.locator("#compare").getByRole("radio", { name: "没有问题" });
  for (const radio of await clear.all()) await radio.check();
  await page.locator("#compare").getByRole("button", { name: "提交" }).click();
  await saved(page);
}

export async function approve(page: Page, one: Case, opinion: string) {
  await send(page, one, "approve", { 意见: opinion }, "同意");
  await saved(page);
}

export async function mark(page: Page, one: Case) {
  await send(page, one, "mark", { 文号: "昌扶办〔2026〕18号" }, "标注生效");
  await saved(page);
}
