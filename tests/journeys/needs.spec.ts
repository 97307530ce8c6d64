// A family asks for something on a visit; the village passes it up, the township names who sees to it, and the first secretary brings the family's word.
import type { Page } from "@playwright/test";
import { expect, expectNoViolations, test } from "./support/app.ts";

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;
const idIn = (url: string) => /\/needs\/([0-9a-f-]{36})/.exec(url)?.[1] ?? "";

test("a need is heard on a visit, goes up, is seen to and closed by the family's word", async ({ as }) => {
  const phone = await as("邓增罗布", PHONE);
  await phone.goto("/today");
  const household = (await phone.locator('main a[href^="/households/"]').first().getAttribute("href")) ?? "";
  await phone.goto(`/visits/new?household=${household.split("/")[2]}`);
  await phone.getByLabel("有困难").check();
  const what = phone.getByRole("group", { name: "什么需求" });
  await expect(what, "nothing is asked before there is a need").toBeHidden();
  await phone.getByRole("group", { name: "需求", exact: true }).getByLabel("有", { exact: true }).check();
  await phone.getByRole("button", { name: "保存", exact: true }).click();
  await expect(phone.getByText("选一下是什么需求").first()).toBeVisible();
  await what.getByLabel("饮水").check();
  await phone.getByLabel("紧急").check();
  await phone.getByLabel(/需求说明/).fill("引水管冻裂");
  await phone.getByRole("button", { name: "保存", exact: true }).click();
  await expect(phone).toHaveURL(/\/today\?saved=/);

  await phone.goto(`${household}?tab=needs`);
  const row = phone.getByRole("row").filter({ hasText: "引水管冻裂" });
  await expect(row).toContainText("待派办");
  await row.getByRole("link", { name: "饮水" }).click();
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("饮水（紧急）");
  await expectNoViolations(phone);
  const need = `/needs/${idIn(phone.url())}`;
  await phone.getByText("上报到乡镇").first().click();
  await phone.getByRole("button", { name: "上报到乡镇" }).click();
  await expect(phone).toHaveURL(/\/needs\?view=waiting/);

  const township = await as("白玛措姆");
  await township.goto("/inbox");
  await expect(township.locator(`main a[href="${need}"]`)).toContainText("的需求等您办");
  await township.goto(need);
  await township.getByLabel("派给").selectOption({ label: (await optionOf(township, "向巴泽仁")) ?? "" });
  await township.getByRole("button", { name: "派办" }).click();
  await expect(township.getByText("办理中").first()).toBeVisible();

  const handler = await as("向巴泽仁");
  await handler.goto("/needs?view=waiting");
  await handler.locator(`main a[href="${need}"]`).click();
  await expect(handler).toHaveURL(new RegExp(need));
  await handler.getByText("报办理结果").first().click();
  await handler.getByRole("button", { name: "报办理结果" }).click();
  await expect(handler.getByText("写一下原因或内容，至少两个字").first()).toBeVisible();
  await handler.getByLabel(/办理结果/).fill("换了保温管，已通水");
  await handler.getByRole("button", { name: "报办理结果" }).click();
  await expect(handler.getByText("结果是您报的，请另一个人回访。")).toBeVisible();

  await phone.goto("/today");
  await expect(phone.getByRole("heading", { name: /请回访/ })).toBeVisible();
  await phone.goto(need);
  await phone.getByLabel("满意", { exact: true }).check();
  await phone.getByRole("button", { name: "记下群众意见" }).click();
  await expect(phone.getByText("已销号").first()).toBeVisible();
  await expect(phone.locator("main ol > li")).toHaveCount(5);
});

test("a county department sees the need that was put into its hands, reports, and nothing else of the family", async ({
  as,
}) => {
  const county = await as("嘎松曲珍");
  const words = `住校生活费有困难 ${Date.now()}`;
  await county.goto("/needs/new");
  await county.getByLabel("选择村").selectOption({ index: 0 });
  await county.getByRole("button", { name: "下一步" }).click();
  await county.getByLabel(/需求内容/).fill(words);
  await county.getByLabel("上学").check();
  await county.getByRole("button", { name: "登记" }).click();
  await expect(county.getByText(words).first()).toBeVisible();
  const need = `/needs/${idIn(county.url())}`;
  for (const step of ["上报到乡镇", "上报到县"]) {
    await county.goto(need);
    await county.getByText(step).first().click();
    await county.getByRole("button", { name: step }).click();
    await expect(county).toHaveURL(/\/needs\?view=waiting/);
  }
  await county.goto(need);
  await county.getByLabel("派给").selectOption({ label: (await optionOf(county, "德吉央宗")) ?? "" });
  await county.getByRole("button", { name: "派办" }).click();
  await expect(county.getByText("办理中").first()).toBeVisible();

  const office = await as("德吉央宗");
  await office.goto("/inbox");
  await office.locator(`main a[href="${need}"]`).click();
  await expect(office).toHaveURL(new RegExp(need));
  await expect(office.locator('main a[href^="/households/"]')).toHaveCount(0);
  await office.getByText("报办理结果").first().click();
  await office.getByLabel(/办理结果/).fill("已列入寄宿生补助，本月发放");
  await office.getByRole("button", { name: "报办理结果" }).click();
  await expect(office.getByText("等群众表态").first()).toBeVisible();

  // Found by its words, and on the ledger of the month.
  await county.goto(`/needs?q=${encodeURIComponent(words)}`);
  await expect(county.locator(`main a[href="${need}"]`)).toBeVisible();
  await county.getByRole("link", { name: "打印台账" }).click();
  await expect(county.getByRole("row").filter({ hasText: words })).toContainText("已列入寄宿生补助");
  await expectNoViolations(county);
});

test("without scripts a need of the village is noted, and what was typed stays when something is missing", async ({
  as,
}) => {
  const plain = await as("贡布扎西", { javaScriptEnabled: false });
  await plain.goto("/needs/new");
  await plain.getByLabel("选择村").selectOption({ index: 0 });
  await plain.getByRole("button", { name: "下一步" }).click();
  await plain.getByLabel(/需求内容/).fill("入村路塌方，车过不去");
  await plain.getByRole("button", { name: "登记" }).click();
  await expect(plain.getByRole("group", { name: /类别/ })).toContainText("请选一项");
  await expect(plain.getByLabel(/需求内容/)).toHaveValue("入村路塌方，车过不去");
  await plain.getByLabel("道路").check();
  await plain.getByRole("button", { name: "登记" }).click();
  await expect(plain.getByRole("heading", { level: 1 })).toHaveText("道路（一般）");
  await expect(plain.getByText("入村路塌方，车过不去").first()).toBeVisible();
});

async function optionOf(page: Page, name: string) {
  return page.getByLabel("派给").locator("option", { hasText: name }).first().textContent();
}
