// A village and a county leave poverty as wholes; a household is watched for a return to poverty and let go when the risk is over. Between two
// steps days go by as support/days.ts tells.
import type { Page } from "@playwright/test";
import { expect, expectNoViolations, test } from "./support/app.ts";
import { daysPass } from "./support/days.ts";
import { nameOfRun } from "./support/sheets.ts";
import {
  apply,
  approve,
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
const head = (page: Page) => page.locator("main header").first();

/** The page of a unit's exit, found as its name is searched, with the form that begins one. */
async function openExit(page: Page, name: string): Promise<string> {
  await page.goto(`/divisions?q=${encodeURIComponent(name)}`);
  await main(page)
    .getByRole("link", { name: new RegExp(`^${name}`) })
    .first()
    .click();
  await page.waitForURL(/\/divisions\/\d+$/);
  await page.getByRole("link", { name: "整体退出" }).click();
  await page.waitForURL(/\/exit$/);
  return new URL(page.url()).pathname;
}

async function beginExit(page: Page, typed: Record<string, string>): Promise<Case> {
  const form = page.locator("#start-unit");
  for (const [name, value] of Object.entries(typed))
    await form.getByLabel(new RegExp(`^${name}`)).fill(value);
  return apply(page, form, "基础设施、产业和集体收入都达到退出要求");
}

test("a village leaves poverty: what stands against it is said, the township publishes, the county decides", async ({
  as,
}) => {
  const township = await as("向巴泽仁");
  const county = await as("四郎多吉");
  await test.step("with too many poor it cannot even begin", async () => {
    await openExit(township, "雪通村");
    const form = township.locator("#start-unit");
    await form.getByLabel(/^事由/).fill("申请退出");
    await form.getByLabel(/^农村户籍人口/).fill("20");
    await form.getByRole("button", { name: "提交" }).click();
    await expect(form.getByLabel(/^农村户籍人口/)).toHaveAccessibleDescription(/达不到退出标准|不少于/);
    await expect(form.getByLabel(/^事由/)).toHaveValue("申请退出");
    await expectNoViolations(township);
  });
  const exit = await openExit(township, "莫东村");
  const one = await beginExit(township, { 农村户籍人口: "60000" });
  await post(township, one);
  await expect(main(township)).toContainText(/公示要到 \S+ 才能结束/);
  await expect(township.getByRole("button", { name: "结束公示" })).toHaveCount(0);
  await daysPass(one.id, 7);
  await close(township, one);
  await approve(county, one, "核查属实，同意退出");
  await post(county, one, "发布公告");
  await mark(county, one);
  await township.goto(exit);
  await expect(head(township)).toContainText("已退出");
  await expect(township.locator("#start-unit")).toHaveCount(0);
  await expectNoViolations(township);
});

test("a county leaves poverty on its own word, looked at by the prefecture, within the bounds of what checks found", async ({
  as,
}) => {
  const county = await as("四郎多吉");
  const prefecture = await as("格桑德吉");
  const exit = await openExit(county, "察雅县");
  const within = { 农村户籍人口: "900000", 漏评率: "0.8", 错退率: "0.5", 群众认可度: "95.2" };
  await test.step("a share out of bounds is said beside its field", async () => {
    const form = county.locator("#start-unit");
    for (const [name, value] of Object.entries({ ...within, 漏评率: "2", 群众认可度: "90" }))
      await form.getByLabel(new RegExp(`^${name}`)).fill(value);
    await form.getByLabel(/^事由/).fill("申请退出");
    await form.getByRole("button", { name: "提交" }).click();
    await expect(form.getByLabel(/^漏评率/)).toHaveAccessibleDescription(/低于 2%/);
    await expect(form.getByLabel(/^群众认可度/)).toHaveAccessibleDescription(/高于 90%/);
  });
  const one = await beginExit(county, within);
  await expect(main(county)).toContainText(/等有“.+”权限的人办理/);
  await approve(prefecture, one, "初审合格");
  await post(prefecture, one);
  await daysPass(one.id, 7);
  await close(prefecture, one);
  await post(prefecture, one, "发布公告");
  await mark(prefecture, one);
  await county.goto(exit);
  await expect(head(county)).toContainText("已退出");
});

test("a household is watched after a sudden blow, and let go when the risk is over", async ({ as }) => {
  test.slow();
  const cadre = await as("贡布扎西");
  const clerk = await as("向巴泽仁");
  const reviewer = await as("白玛措姆");
  const office = await as("四郎多吉");
  const file = await register(clerk, nameOfRun("其美"), "脱贫");
  const watched = await test.step("without a signed authorization nothing is compared", async () => {
    const form = await openApplication(cadre, file, "纳入监测");
    // Exited households are unstable or struck suddenly; marginal are others.
    await expect(form.getByRole("radio", { name: "边缘易致贫户" })).toHaveCount(0);
    await form.getByRole("radio", { name: "突发严重困难户" }).check();
    await form.getByRole("checkbox", { name: "因病" }).check();
    await form.getByLabel(/^事由/).fill("家人住院，支出骤增");
    await form.getByRole("button", { name: "提交" }).click();
    await expect(form.getByLabel(/^资产查询授权书/)).toHaveAccessibleDescription(/没有授权不能比对/);
    await expect(form.getByRole("checkbox", { name: "因病" })).toBeChecked();
    await form.getByLabel(/^资产查询授权书/).fill("今天");
    return apply(cadre, form, "家人住院，支出骤增");
  });
  await check(cadre, watched);
  await compareAllClear(reviewer, watched);
  await meet(cadre, watched);
  await cadre.waitForURL(/saved=1/);
  await post(cadre, watched);
  await daysPass(watched.id, 7);
  await close(cadre, watched);
  await approve(reviewer, watched, "同意上报");
  await approve(office, watched, "同意纳入");
  await post(office, watched, "发布公告");
  await mark(office, watched);
  await cadre.goto(`${file}/process`);
  await expect(main(cadre)).toContainText(/突发严重困难户，\S+ 起/);
  // The status of the register is another matter and stays.
  await expect(head(cadre)).toContainText("脱贫");

  await daysPass(watched.id, 60);
  const form = await openApplication(cadre, file, "风险消除");
  await form.getByRole("radio", { name: "风险稳定消除" }).check();
  const free = await apply(cadre, form, "收入稳定，病已治好，没有新的风险");
  await check(cadre, free);
  await meet(cadre, free);
  await cadre.waitForURL(/saved=1/);
  await post(cadre, free);
  await daysPass(free.id, 7);
  await close(cadre, free);
  await approve(reviewer, free, "同意上报");
  await approve(office, free, "风险已消除");
  await post(office, free, "发布公告");
  await mark(office, free);
  await cadre.goto(`${file}/process`);
  await expect(main(cadre)).toContainText(/突发严重困难户，\S+ 至 \S+，风险稳定消除/);
  await expectNoViolations(cadre);
});
