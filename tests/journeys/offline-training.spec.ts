// Who came to a training is ticked in the hall where there is no network: changed while it waits, and on the training's list once it came through. On the way one reads as one likes.
import { expect, test, textOf } from "./support/app.ts";
import { chip, firstSync, openAgain } from "./support/phone.ts";

test("the list of a training is completed where there is no network, as mended, others by name, and stands on its page afterwards; how one reads goes along", {
  tag: "@phone",
}, async ({ browser }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ ...test.info().project.use });
  const first = await context.newPage();
  await firstSync(first, "邓增罗布");
  await context.setOffline(true);
  await first.close();
  const page = await openAgain(context, "/today");
  await page.getByRole("link", { name: "培训", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "培训" })).toBeVisible();
  const card = page.locator("main li").getByRole("link").filter({ hasText: "群众" }).first();
  const title = await textOf(card.locator("span.font-semibold"));
  const before = Number(/名单 (\d+) 人/.exec(await textOf(card))?.[1]);
  await card.click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const training = new URL(page.url()).pathname;
  const people = page.locator("fieldset[data-field=people]");
  const names =
    await test.step("nobody is refused in words; two are ticked, one of them found by name", async () => {
      await page.getByRole("button", { name: "保存名单" }).click();
      await expect(page.getByRole("alert").first()).toContainText("请勾选到场的人，或写下姓名");
      const row = (nth: number) => people.locator("li:visible label").nth(nth);
      const one = await textOf(row(0).locator("span").first());
      const other = await textOf(row(3).locator("span").first());
      await row(0).click();
      await people.getByRole("searchbox").fill(other);
      await row(0).click();
      await expect(people.getByText("已勾选 2 人")).toBeVisible();
      await page.getByLabel(/名册上没有的人/).fill("外村的旺姆（县农牧局）");
      await page.getByRole("button", { name: "保存名单" }).click();
      await expect(page.getByText("名单已保存在本机，联网后自动上传。")).toBeVisible();
      await expect(page.getByRole("link", { name: title })).toContainText("待上传 3 人");
      return [one, other] as const;
    });
  await test.step("it is said otherwise while it waits, with nothing ticked anew", async () => {
    await page.goto("/sync");
    const waiting = page.locator("[data-outbox-state=queued]").filter({ hasText: title });
    await expect(waiting).toContainText("参训 3 人");
    await waiting.getByRole("link", { name: "修改" }).click();
    await expect(page.getByText("正在修改还没有上传的名单。")).toBeVisible();
    await expect(people.getByText("已勾选 2 人")).toBeVisible();
    await people.locator("label").filter({ hasText: names[0] }).first().click();
    await expect(people.getByText("已勾选 1 人")).toBeVisible();
    await page.getByRole("button", { name: "保存名单" }).click();
    await expect(page.getByRole("link", { name: title })).toContainText("待上传 2 人");
    await expect(chip(page)).toContainText("1 待上传");
  });
  const html = page.locator("html");
  await test.step("how one reads is chosen there too, holds at once and after closing; help is at hand", async () => {
    await page.goto("/me");
    await page.locator("fieldset[data-field=density] label", { hasText: "宽松" }).click();
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page.getByText("已经换上，联网后记到您的账号。")).toBeVisible();
    await expect(html).toHaveAttribute("data-density", "loose");
    await page.reload();
    await expect(html).toHaveAttribute("data-density", "loose");
    await page.getByRole("link", { name: "帮助" }).first().click();
    await page.getByText("补培训名单").click();
    await expect(page.getByText("培训先联网登记，本机才有。")).toBeVisible();
  });
  await test.step("the button says what it can do without a network, and when it goes by itself", async () => {
    await page.goto("/sync");
    await page.getByRole("button", { name: "立即同步" }).click();
    await expect(
      page.getByText(/现在没有网络，没有传上去（.+ 试过）。1 条都在本机，有网络时会自动上传/),
    ).toBeVisible();
  });
  await context.setOffline(false);
  await page.goto("/sync");
  await expect(page.getByText(/全部已上传/)).toBeVisible({ timeout: 20_000 });
  await test.step("the account knows how its owner reads, and takes it back", async () => {
    await expect(async () => {
      await page.goto("/me");
      await expect(html).toHaveAttribute("data-density", "loose", { timeout: 3_000 });
    }).toPass({ timeout: 30_000 });
    await page.locator("fieldset[data-field=density] label", { hasText: "标准" }).click();
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(html).toHaveAttribute("data-density", "standard");
  });
  await page.goto(training);
  await expect(page.locator("#attendees").getByText(`${before + 2} 人`)).toBeVisible();
  await expect(page.locator("#attendees")).toContainText(names[1]);
  await expect(page.locator("#settle")).toContainText("外村的旺姆");
  await context.close();
});
