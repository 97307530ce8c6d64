// A matter is taken in once: a missing paper stops the limit, two departments finish their parts behind one number, the result is told, and the citizen rates it by the slip.
import type { Page } from "@playwright/test";
import { expect, expectNoViolations, test, textOf } from "./support/app.ts";

const choose = (page: Page, group: string | RegExp, name: string | RegExp) =>
  page
    .getByRole("group", { name: group })
    .getByRole("radio", { name, exact: typeof name === "string" })
    .or(page.getByRole("group", { name: group }).getByRole("checkbox", { name }))
    .check();
const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test("accepted in a few clicks, paused for a paper, handled by two departments, closed in one visit, rated by the slip", async ({
  as,
  page: citizen,
}) => {
  const desk = await as("贡布扎西");
  await desk.setViewportSize({ width: 390, height: 844 });
  await desk.goto("/service-desk");
  await expectNoViolations(desk);
  expect(await sideways(desk)).toBe(0);
  await desk.getByRole("link", { name: "受理", exact: true }).click();
  await desk.waitForURL(/\/new/);
  await desk.getByRole("link", { name: /^临时救助申请/ }).click();

  await test.step("without a name it is told beside the field, and the ticks stay", async () => {
    await choose(desk, "已经交来的材料", "申请书");
    await choose(desk, "已经交来的材料", "户口簿复印件");
    await desk.getByRole("button", { name: "受理并出受理单" }).click();
    await expect(desk.getByText("请填写").first()).toBeVisible();
    await expect(desk.getByRole("checkbox", { name: "申请书" })).toBeChecked();
  });
  await desk.getByLabel("申请人姓名").fill("次仁央宗");
  await desk.getByRole("button", { name: "受理并出受理单" }).click();
  await expect(desk.getByText("已受理。请把受理单打印给群众。")).toBeVisible();
  await expect(desk.getByText(/起等补材料不计/)).toBeVisible();
  const address = new URL(desk.url()).pathname;

  await desk.getByRole("link", { name: "受理单" }).click();
  await desk.waitForURL(/\/slip$/);
  const slip = /\/s\/([0-9a-z]{16})/.exec((await textOf(desk.locator("main"))) ?? "")![1]!;
  await expectNoViolations(desk);

  await test.step("the citizen sees what is missing, and nothing of anybody", async () => {
    await citizen.goto("/s");
    await expectNoViolations(citizen);
    await citizen.getByLabel("查询码").fill("12345");
    await citizen.getByRole("button", { name: "查看进度" }).click();
    await expect(citizen.getByText(/查询码是 16 位/).first()).toBeVisible();
    await citizen.getByLabel("查询码").fill(slip.replace(/(.{4})/g, "$1 "));
    await citizen.getByRole("button", { name: "查看进度" }).click();
    await expect(citizen.getByText("等您补材料")).toBeVisible();
    await expect(citizen.getByText("困难情况证明")).toBeVisible();
    await expect(citizen.getByText("次仁央宗")).toHaveCount(0);
    await expectNoViolations(citizen);
  });

  await test.step("the paper is brought by the village cadre: no way for the citizen, and the limit runs", async () => {
    await desk.goto(address);
    await choose(desk, "这次补交了", "困难情况证明");
    await desk
      .locator("#take")
      .getByRole("radio", { name: /^没有跑/ })
      .check();
    await desk.getByRole("button", { name: "登记补交" }).click();
    await expect(desk.getByText("已登记补交的材料。")).toBeVisible();
    await expect(desk.getByText(/前办结|今天到期/).first()).toBeVisible();
  });

  await desk.getByLabel("县民政局交给谁办").selectOption({ label: "四郎多吉" });
  await desk
    .locator("form", { has: desk.getByLabel("县民政局交给谁办") })
    .getByRole("button")
    .click();
  await expect(desk.getByText("交给 四郎多吉 办")).toBeVisible();
  await expect(desk.getByText(/还有 2 个部门没有办完/)).toBeVisible();

  const township = await as("白玛措姆");
  await township.goto(address);
  await choose(township, "乡镇民政办的意见", "同意");
  await township
    .locator("form", { has: township.getByRole("group", { name: "乡镇民政办的意见" }) })
    .getByRole("button", { name: "办完这部分" })
    .click();
  await expect(township.getByText("这部分已办完。")).toBeVisible();

  const office = await as("四郎多吉");
  await office.goto("/inbox");
  const number = (await textOf(township.getByText(/^编号 \d{6}-\d{6}$/)))!.replace("编号 ", "");
  await office.getByRole("link", { name: new RegExp(`${number} · 县民政局`) }).click();
  await choose(office, "县民政局的意见", "不同意");
  await office.getByRole("button", { name: "办完这部分" }).click();
  await expect(office.getByText("写清原因，至少 4 个字").first()).toBeVisible();
  await choose(office, "县民政局的意见", "同意");
  await office.getByRole("button", { name: "办完这部分" }).click();
  await expect(office.getByText("这部分已办完。")).toBeVisible();

  await desk.goto("/inbox");
  await desk.getByRole("link", { name: new RegExp(`${number} · 临时救助申请`) }).click();
  await choose(desk, /^群众为取结果又跑了没有/, "没有另跑");
  await desk.getByRole("button", { name: "告知并办结" }).click();
  await expect(desk.getByText("已办结。")).toBeVisible();
  await expect(desk.getByText("1 次", { exact: true })).toBeVisible();
  expect(await sideways(desk)).toBe(0);

  await test.step("rated once by the slip", async () => {
    await citizen.goto(`/s/${slip}`);
    await choose(citizen, "对这次办事", "满意");
    await citizen.getByRole("button", { name: "提交评价" }).click();
    await expect(citizen.getByText("谢谢您的评价。")).toBeVisible();
    await expect(citizen.getByRole("button", { name: "提交评价" })).toHaveCount(0);
  });
  await desk.reload();
  await expect(desk.getByText(/扫码评价/).first()).toBeVisible();
});

test("a township opens a window and prints its card; a county settles a matter; both are told what is wrong", async ({
  as,
}) => {
  const county = await as("嘎松曲珍");
  await county.goto("/service-desk/items");
  await expectNoViolations(county);
  await county.getByLabel("事项名称").fill("牲畜保险报案");
  await county.getByLabel("时限").fill("很快");
  await county.getByLabel("办理部门").fill("县农业农村局");
  await county.getByRole("button", { name: "增加事项" }).click();
  await expect(county.getByText("填 0 到 365 的整数，当天办结填 0").first()).toBeVisible();
  await expect(county.getByLabel("办理部门")).toHaveValue("县农业农村局");
  await county.getByLabel("时限").fill("３");
  await county.getByRole("button", { name: "增加事项" }).click();
  await expect(county.getByText("事项已增加。")).toBeVisible();

  const township = await as("向巴泽仁");
  await township.goto("/service-desk/windows");
  await township.getByLabel("窗口名称").fill("流动服务点");
  await township.getByLabel("地点").fill("集市东头");
  await township.getByRole("button", { name: "设立窗口" }).click();
  await expect(township.getByText("请填写").first()).toBeVisible();
  await township.getByLabel("开放时间").fill("赶集日");
  await township.getByRole("button", { name: "设立窗口" }).click();
  await expect(township.getByText("窗口已设立。")).toBeVisible();
  await township.getByRole("link", { name: "流动服务点", exact: true }).click();
  await expect(township.getByRole("cell", { name: "3 个工作日" }).first()).toBeVisible();
  await expect(township.getByRole("rowheader", { name: "牲畜保险报案" })).toBeVisible();
  await expectNoViolations(township);

  await test.step("a leader reads the desk and changes nothing", async () => {
    const leader = await as("洛松平措");
    await leader.goto("/service-desk?view=overdue");
    await expectNoViolations(leader);
    await leader.locator("tbody a").first().click();
    await expect(leader.getByText("经过")).toBeVisible();
    await expect(leader.getByRole("button", { name: /办结|登记补交|交办/ })).toHaveCount(0);
  });
});
