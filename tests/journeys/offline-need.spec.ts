// What a family asks for where there is no network, and what a desk receives there: on its way to the village's list, to a result, and to the family's word.
import { expect, test, textOf } from "./support/app.ts";
import { chip, firstSync, openAgain } from "./support/phone.ts";

test("a family asks for something and a matter is received at the desk where there is no network, as mended; the village settles the need, and the family's word is brought from there again", {
  tag: "@phone",
}, async ({ browser, as }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ ...test.info().project.use });
  const first = await context.newPage();
  await firstSync(first, "邓增罗布");
  await context.setOffline(true);
  await first.close();
  const page = await openAgain(context, "/households");
  const card = page.locator("main li").nth(2).getByRole("link");
  const name = await textOf(card.getByText(/家$/).first());
  await card.click();
  await page.getByRole("link", { name: "提出需求" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${name}的需求` })).toBeVisible();
  await page.getByRole("button", { name: "登记" }).click();
  await expect(page.getByRole("alert").first()).toContainText("请选择");
  await page.locator("label", { hasText: "饮水" }).click();
  await page.locator("label", { hasText: "紧急" }).click();
  await page.getByLabel(/需求内容/).fill("引水管冻裂");
  await page.getByRole("button", { name: "登记" }).click();
  await expect(page.getByText("已保存在本机，联网后自动上传。")).toBeVisible();
  const matter =
    await test.step("at the desk: who asks, what was handed in; the number comes later", async () => {
      await page.goto("/today");
      await page.getByRole("link", { name: "服务台" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "服务台" })).toBeVisible();
      await page.getByRole("link", { name: "受理" }).click();
      const choice = page.getByRole("link", { name: /[2-9] 份材料/ }).first();
      const item = await textOf(choice.locator("span").first());
      await choice.click();
      await page.getByRole("button", { name: "保存", exact: true }).click();
      await expect(page.getByRole("alert").first()).toContainText("请填申请人姓名");
      await page.getByLabel(/申请人姓名/).fill("央金拉");
      await page.locator("fieldset[data-field=papers] label").first().click();
      await page.getByRole("button", { name: "保存", exact: true }).click();
      await expect(page.getByText("已保存在本机，联网后自动上传。编号联网后生成。")).toBeVisible();
      await expect(page.getByRole("link", { name: `${item} · 央金拉` })).toContainText("编号联网后生成");
      await expect(chip(page)).toContainText("2 待上传");
      return item;
    });
  await test.step("both are said otherwise before they are sent, with nothing typed anew", async () => {
    await page.goto("/sync");
    const need = page.getByRole("listitem").filter({ hasText: name });
    await expect(need).toContainText("需求：饮水");
    await need.getByRole("link", { name: "修改" }).click();
    await expect(page.getByText("正在修改还没有上传的需求。")).toBeVisible();
    await expect(page.getByLabel(/需求内容/)).toHaveValue("引水管冻裂");
    await page.getByLabel(/需求内容/).fill("引水管冻裂，要换十米");
    await page.getByRole("button", { name: "登记" }).click();
    await expect(page.getByText("已保存在本机，联网后自动上传。")).toBeVisible();
    await page.goto("/sync");
    const one = page.getByRole("listitem").filter({ hasText: matter });
    await one.getByRole("link", { name: "修改" }).click();
    await expect(page.getByLabel(/申请人姓名/)).toHaveValue("央金拉");
    await expect(page.locator("fieldset[data-field=papers] input").first()).toBeChecked();
    await page.getByLabel(/申请人姓名/).fill("央金拉姆");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page.getByRole("link", { name: `${matter} · 央金拉姆` })).toBeVisible();
    await expect(chip(page)).toContainText("2 待上传");
  });
  await context.setOffline(false);
  await page.goto("/sync");
  await expect(page.getByText(/全部已上传/)).toBeVisible({ timeout: 20_000 });
  await test.step("the number has come; the missing papers are taken in without a network too", async () => {
    const numbered = page.getByRole("link", { name: `${matter} · 央金拉姆` });
    await expect(numbered).toContainText(/\d{6}-\d{6}/);
    const number = /\d{6}-\d{6}/.exec(await textOf(numbered))![0];
    await context.setOffline(true);
    await page.goto("/service-desk");
    await expect(page.getByRole("link", { name: number })).toContainText("等补材料");
    await page.getByRole("link", { name: number }).click();
    await expect(page.getByRole("heading", { level: 1, name: `${matter} · 央金拉姆` })).toBeVisible();
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page.getByRole("alert").first()).toContainText("请勾选这次交来的材料");
    for (const paper of await page.locator("fieldset[data-field=papers] label").all()) await paper.click();
    await page.locator("label", { hasText: "没有跑" }).click();
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page.getByRole("link", { name: number })).toContainText("待上传");
    await context.setOffline(false);
    await page.goto("/sync");
    await expect(page.getByText(/全部已上传/)).toBeVisible({ timeout: 20_000 });
    await page.getByRole("link", { name: number }).click();
    await expect(page.locator("#papers")).not.toContainText("还缺");
    await expect(page.getByText(/前办结/).first()).toBeVisible();
  });
  await page.goto(`/needs?q=${encodeURIComponent("要换十米")}`);
  const row = page
    .locator("main")
    .getByRole("link", { name: /换十米|饮水/ })
    .first();
  await expect(row).toBeVisible();
  await row.click();
  await expect(page.getByText("引水管冻裂，要换十米").first()).toBeVisible();
  await expect(page.getByText("紧急").first()).toBeVisible();
  const need = new URL(page.url()).pathname;

  await test.step("the village cadre tells what was done", async () => {
    const village = await as("贡布扎西");
    await village.goto(`${need}#finish`);
    await village.locator("#finish summary").click();
    await village.locator("#finish textarea[name=result]").fill("换了十二米水管");
    await village.locator("#finish button[type=submit]").click();
    await expect(village.getByText("等群众表态").first()).toBeVisible();
  });

  await test.step("the phone knows that the family is to be asked, without a network too", async () => {
    await page.goto("/sync");
    await page.getByRole("button", { name: "立即同步" }).click();
    await expect(chip(page)).toHaveText(/^\d\d:\d\d$/, { timeout: 20_000 });
    await context.setOffline(true);
    const away = await openAgain(context, "/today");
    await expect(away.getByRole("heading", { name: /请回访 \d+ 件办好的需求/ })).toBeVisible();
    await away.locator(`a[href='${need}']`).click();
    await expect(away.getByText("换了十二米水管")).toBeVisible();
    await away.getByRole("button", { name: "记下群众意见" }).click();
    await expect(away.getByRole("alert").first()).toContainText("请选择");
    await away.locator("label", { hasText: "基本满意" }).click();
    await away.getByLabel(/群众怎么说/).fill("水来了");
    await away.getByRole("button", { name: "记下群众意见" }).click();
    await expect(away.getByText("已记下“基本满意”，联网后自动上传。")).toBeVisible();
    await away.goto("/needs");
    await expect(away.locator(`a[href='${need}']`)).toContainText("已记“基本满意”，待上传");
    await away.goto("/sync");
    const word = away.locator("[data-outbox-state=queued]");
    await expect(word).toContainText("回访：饮水 · 基本满意");
    await word.getByText("修改", { exact: true }).click();
    await word.getByLabel("群众怎么说（可不填）").fill("水来了，比以前大");
    await word.getByRole("button", { name: "保存修改" }).click();
    await expect(word.getByText("回访：饮水 · 基本满意 · 水来了，比以前大")).toBeVisible();
    await away.close();
  });

  await test.step("back in the network the need is closed by the family's word", async () => {
    await context.setOffline(false);
    await page.goto("/sync");
    await expect(page.getByText(/全部已上传/)).toBeVisible({ timeout: 20_000 });
    await page.goto(need);
    await expect(page.getByText("已销号").first()).toBeVisible();
    await expect(page.getByText("水来了，比以前大").first()).toBeVisible();
  });
  await context.close();
});
