// A household comes onto the register and leaves poverty, by the people whose steps these are: nothing is skipped, shortened or approved by
// whoever asked for it. Between two steps days go by as support/days.ts tells.
import type { Page } from "@playwright/test";
import { expect, expectNoViolations, test } from "./support/app.ts";
import { daysPass } from "./support/days.ts";
import { nameOfRun } from "./support/sheets.ts";
import {
  apply,
  approve,
  CAME,
  type Case,
  check,
  close,
  compareAllClear,
  mark,
  meet,
  openApplication,
  post,
  register,
} from "./support/steps.ts";

const main = (page: Page) => page.locator("main");
const current = (page: Page) => page.locator("main [aria-current=step]");

/** The list still hangs: the day is told, and there is no button to end it. */
async function cannotBeClosed(page: Page, { path }: Case) {
  await page.goto(path);
  await expect(main(page)).toContainText(/公示要到 \S+ 才能结束/);
  await expect(page.getByRole("button", { name: "结束公示" })).toHaveCount(0);
}

const dueOf = async (page: Page, { path }: Case): Promise<string> => {
  await page.goto(path);
  return /公示要到 (\S+) 才能结束/.exec((await main(page).textContent()) ?? "")?.[1] ?? "";
};

test("a household comes onto the register: two lists, an objection on the fifth day, three levels, and no shorter way", async ({
  as,
}) => {
  test.slow();
  const clerk = await as("向巴泽仁");
  const cadre = await as("贡布扎西");
  const reviewer = await as("白玛措姆");
  const office = await as("四郎多吉");
  const name = nameOfRun("土登");
  const file = await register(clerk, name, "非建档立卡");
  const one = await test.step("the village applies; what is missing is said beside its field", async () => {
    const form = await openApplication(cadre, file, "识别纳入");
    await form.getByLabel(/^事由/).fill("儿子外出务工受伤，收入中断");
    await form.getByRole("button", { name: "提交" }).click();
    await expect(form.getByLabel(/^主要致贫原因/)).toHaveAccessibleDescription(/请选/);
    await expect(form.getByLabel(/^事由/)).toHaveValue("儿子外出务工受伤，收入中断");
    await form.getByLabel(/^贫困户属性/).selectOption({ label: "一般贫困户" });
    await form.getByLabel(/^主要致贫原因/).selectOption({ label: "缺劳力" });
    await form.getByLabel(/^识别标准/).selectOption({ label: "国家标准" });
    return apply(cadre, form, "儿子外出务工受伤，收入中断");
  });
  await test.step("two people go there", async () => {
    await cadre
      .locator("#check")
      .getByLabel(/^核实人一/)
      .fill("贡布扎西");
    await cadre
      .locator("#check")
      .getByLabel(/^核实情况/)
      .fill("属实");
    await cadre.locator("#check").getByRole("button", { name: "提交" }).click();
    await expect(cadre.getByLabel(/^核实人二/)).toHaveAccessibleDescription(/至少两人/);
    await check(cadre, one);
  });
  await test.step("the meeting needs its quorum and a majority", async () => {
    await meet(cadre, one, { ...CAME, 实到人数: "21" });
    await expect(cadre.getByLabel(/^实到人数/)).toHaveAccessibleDescription(/至少要 22 人/);
    await meet(cadre, one, { ...CAME, 同意: "13", 反对: "13" });
    await expect(cadre.locator("#meeting").getByLabel(/^同意/)).toHaveAccessibleDescription(/至少要 14 票/);
    await meet(cadre, one);
    await cadre.waitForURL(/saved=1/);
    await expect(main(cadre)).toContainText("应到 32 人，实到 27 人；同意 24、反对 2、弃权 1");
  });
  await test.step("the first list hangs; nobody can end it early", async () => {
    await cadre
      .locator("#post")
      .getByLabel(/^监督电话/)
      .fill("13908951234");
    await cadre.locator("#post").getByRole("button", { name: "发出公示" }).click();
    await expect(cadre.getByLabel(/^监督电话/)).toHaveAccessibleDescription(/座机/);
    await post(cadre, one);
    await cannotBeClosed(cadre, one);
    await expectNoViolations(cadre);
    await daysPass(one.id, 4);
    await cannotBeClosed(cadre, one);
  });
  await test.step("an objection on the fifth day stops the clock until the township has looked into it", async () => {
    const due = await dueOf(cadre, one);
    await cadre.getByText("登记异议", { exact: true }).first().click();
    await cadre
      .locator("#object")
      .getByLabel(/^反映内容/)
      .fill("他家在县城有一间铺面");
    await cadre.locator("#object").getByRole("button", { name: "登记异议" }).click();
    await cadre.waitForURL(/saved=1/);
    await expect(main(cadre)).toContainText("异议核查中");
    await expect(main(cadre)).toContainText(/等有“.+”权限的人办理/);
    await daysPass(one.id, 3);
    await reviewer.goto(one.path);
    await reviewer
      .locator("#settle")
      .getByLabel(/^核查结果/)
      .fill("铺面是他弟弟租的，与他家无关");
    await reviewer.locator("#settle").getByRole("radio", { name: "异议不成立，继续公示" }).check();
    await reviewer.locator("#settle").getByRole("button", { name: "提交" }).click();
    await reviewer.waitForURL(/saved=1/);
    await expect(main(reviewer)).toContainText("扣除核查的天数后");
    // Seen from the same day: three days have gone by for the case, and its list ends as many later.
    expect(await dueOf(cadre, one)).toBe(due);
    await cannotBeClosed(cadre, one);
    await daysPass(one.id, 2);
    await cannotBeClosed(cadre, one);
    await daysPass(one.id, 1);
    await close(cadre, one);
  });
  await test.step("whoever drafted it and whoever approved it below approve nothing further", async () => {
    await cadre.goto(one.path);
    await expect(cadre.locator("#approve")).toHaveCount(0);
    await approve(reviewer, one, "材料齐全，同意上报");
  });
  await test.step("the second list, the comparison, the county, the announcement", async () => {
    await post(reviewer, one);
    await cannotBeClosed(reviewer, one);
    await daysPass(one.id, 7);
    await close(reviewer, one);
    await compareAllClear(reviewer, one);
    await approve(office, one, "符合标准，同意");
    await office.goto(file);
    await expect(main(office)).toContainText("非建档立卡");
    await post(office, one, "发布公告");
    await mark(office, one);
    await expect(main(office)).toContainText("已办结");
    await expectNoViolations(office);
  });
  await cadre.goto(file);
  await expect(main(cadre)).toContainText("未脱贫");
  await cadre.goto(`${file}/process`);
  await expect(main(cadre)).toContainText("识别纳入");
  await expect(main(cadre)).toContainText(/起生效/);
  await expectNoViolations(cadre);
});

test("a household leaves poverty by its own word; its drafter approves it at no level; a review sends it back first", async ({
  as,
}) => {
  test.slow();
  const drafter = await as("向巴泽仁");
  const reviewer = await as("白玛措姆");
  const office = await as("四郎多吉");
  const file = await register(drafter, nameOfRun("央宗"), "未脱贫");
  const one = await apply(drafter, await openApplication(drafter, file, "脱贫退出"), "收入稳定超过标准");
  await test.step("without the family's signature it does not go on", async () => {
    await drafter.goto(one.path);
    await drafter
      .locator("#check")
      .getByLabel(/^核实人一/)
      .fill("贡布扎西");
    await drafter
      .locator("#check")
      .getByLabel(/^核实人二/)
      .fill("邓增罗布");
    await drafter
      .locator("#check")
      .getByLabel(/^核实情况/)
      .fill("收入和住房达到标准");
    await drafter.locator("#check").getByRole("button", { name: "提交" }).click();
    await expect(drafter.getByRole("link", { name: /请先取得签字/ })).toBeVisible();
  });
  await check(drafter, one, true);
  await meet(drafter, one);
  await drafter.waitForURL(/saved=1/);
  await post(drafter, one);
  await daysPass(one.id, 7);
  await close(drafter, one);
  await test.step("the drafter is told to leave it to another", async () => {
    await expect(main(drafter)).toContainText("申请是您提出的，请另一个人审核。");
    await expect(drafter.locator("#approve")).toHaveCount(0);
    await expect(drafter.locator("#send-back")).toHaveCount(0);
  });
  await test.step("sent back to the meeting, all from there is done anew", async () => {
    await reviewer.goto(one.path);
    await reviewer
      .locator("#send-back")
      .getByLabel(/^退回到/)
      .selectOption({ label: "民主评议" });
    await reviewer.locator("#send-back").getByLabel(/^理由/).fill("会议记录没有写明票数来源");
    await reviewer.locator("#send-back").getByRole("button", { name: "退回更正" }).click();
    await reviewer.waitForURL(/saved=1/);
    await drafter.goto("/inbox");
    await expect(main(drafter)).toContainText(nameOfRun("央宗"));
    await meet(drafter, one);
    await drafter.waitForURL(/saved=1/);
    await post(drafter, one);
    await cannotBeClosed(drafter, one);
    await daysPass(one.id, 7);
    await close(drafter, one);
  });
  await approve(reviewer, one, "同意上报");
  await approve(office, one, "符合退出标准");
  await office.goto(file);
  await expect(main(office)).toContainText("预脱贫");
  await post(office, one, "发布公告");
  await expect(current(office)).toContainText("系统标注");
  await mark(office, one);
  await office.goto(file);
  await expect(main(office)).toContainText("脱贫");
  await expect(main(office)).not.toContainText("预脱贫");
});
