// What happens in families: somebody dies and the family's income is shared by fewer; a son marries and gets a file of his own; both are
// found from each other, and a file that joins another leads to it. At the desk, on a phone, and without scripts.
import type { Page } from "@playwright/test";
import { expect, expectNoViolations, signInAs, test, textOf } from "./support/app.ts";
import { nameOfRun } from "./support/sheets.ts";

const main = (page: Page) => page.locator("main");
const choose = (page: Page, label: string, option: string) =>
  page.getByLabel(new RegExp(`^${label}`)).selectOption({ label: option });

async function register(page: Page, name: string): Promise<string> {
  await page.goto("/households/new");
  await choose(page, "村(?!民)", "雪通村");
  await page.getByLabel("户主姓名").fill(name);
  await choose(page, "状态", "未脱贫");
  await page.getByRole("button", { name: "登记这一户" }).click();
  await page.waitForURL(/\/households\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

async function joins(page: Page, file: string, reason: string, who: string, relation: string) {
  await page.goto(`${file}/members/new`);
  await choose(page, "原因", reason);
  await page.getByLabel("姓名").fill(who);
  await choose(page, "与户主关系", relation);
  await page.getByRole("button", { name: "保存" }).click();
  await page.waitForURL(/\/life$/);
}

async function familyOf(page: Page, head: string): Promise<string> {
  const file = await register(page, head);
  await joins(page, file, "补录（原来就是本户人）", "央金卓玛", "配偶");
  await joins(page, file, "补录（原来就是本户人）", "嘎玛次旺", "之子");
  await page.goto(`${file}/edit`);
  await page.getByLabel("人均纯收入").fill("12000");
  await page.getByRole("button", { name: "保存" }).click();
  await page.waitForURL(file);
  return file;
}

for (const scripts of [true, false])
  test(`a member dies: one fewer, and the income of this year is shared anew${scripts ? "" : ", without scripts"}`, async ({
    as,
  }) => {
    const page = await as("向巴泽仁", { javaScriptEnabled: scripts });
    const head = nameOfRun(scripts ? "多吉" : "次旺");
    const file = await familyOf(page, head);
    await page.goto(`${file}/life`);
    await page.getByRole("link", { name: "减少成员" }).click();
    // The head is not offered: he passes the file on first.
    await expect(page.getByLabel("是谁").locator("option")).toHaveText([
      "请选择",
      "央金卓玛（配偶）",
      "嘎玛次旺（之子）",
    ]);
    await choose(page, "是谁", "央金卓玛（配偶）");
    await page.getByLabel("变动日期").fill("明年");
    await page.getByRole("button", { name: "保存" }).click();
    await expect(page.getByLabel("原因")).toHaveAccessibleDescription(/请选/);
    await choose(page, "原因", "婚出");
    await page.getByRole("button", { name: "保存" }).click();
    await expect(page.getByLabel("变动日期")).toHaveAccessibleDescription(/日期/);
    await expect(page.getByLabel("是谁")).toContainText("央金卓玛");
    expect(await page.getByLabel("是谁").inputValue()).not.toBe("");
    if (scripts) await expectNoViolations(page);
    await choose(page, "原因", "死亡");
    await page.getByLabel("变动日期").fill("今天");
    await page.getByRole("button", { name: "保存" }).click();
    await page.waitForURL(/\/life$/);
    await expect(main(page)).toContainText("3 人 → 2 人 · 人均纯收入 12,000.00元 → 18,000.00元");
    await expect(main(page)).toContainText("央金卓玛 走（配偶）");
    if (scripts) await expectNoViolations(page);
    await page.goto(`${file}?tab=members`);
    await expect(main(page)).not.toContainText("央金卓玛");

    await page.goto(`${file}/members/out`);
    await page.getByRole("link", { name: "换户主" }).click();
    await page.getByRole("link", { name: /嘎玛次旺/ }).click();
    await choose(page, "原因", "原户主年老");
    await choose(page, `${head} 是 嘎玛次旺 的`, "之父");
    await page.getByRole("button", { name: "保存" }).click();
    await page.waitForURL(/\/life$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("嘎玛次旺家 · 成员与分合");
    await page.getByRole("button", { name: "撤销这次登记" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${head}家 · 成员与分合`);
    await expect(main(page)).toContainText("已由 向巴泽仁 撤销");
  });

test("a son marries and gets a file of his own, seen from both; when the families join again the old number leads on", async ({
  page,
}) => {
  await signInAs(page, "向巴泽仁");
  const head = nameOfRun("扎西");
  const file = await familyOf(page, head);
  await joins(page, file, "补录（原来就是本户人）", "次仁央金", "之儿媳");
  await page.goto(`${file}/split`);
  await page.getByRole("button", { name: "看看会怎样" }).click();
  await expect(main(page)).toContainText("请选分出去的人");
  await page.getByRole("checkbox", { name: "嘎玛次旺（之子）" }).check();
  await page.getByRole("checkbox", { name: "次仁央金（之儿媳）" }).check();
  await choose(page, "新户的户主", "嘎玛次旺（之子）");
  await choose(page, "原因", "结婚");
  await page.getByRole("button", { name: "看看会怎样" }).click();
  await expect(page.getByRole("heading", { name: "会怎样" })).toBeVisible();
  await expect(main(page)).toContainText("还没有写入任何数据");
  await expect(main(page)).toContainText(
    /2 人：(嘎玛次旺（之子）、次仁央金（之儿媳）|次仁央金（之儿媳）、嘎玛次旺（之子）)/,
  );
  await expectNoViolations(page);
  await page.getByRole("button", { name: "分户" }).click();
  await page.waitForURL((url) => url.pathname.endsWith("/life") && !url.pathname.startsWith(file));
  const made = new URL(page.url()).pathname.replace("/life", "");
  await expect(main(page)).toContainText(`从这户分出： ${head}家`);
  const madeNo = (await textOf(main(page).locator("header").first())).match(/L\d{4}[0-9A-F]{8}/)![0];
  await page.getByRole("link", { name: new RegExp(`${head}家（`) }).click();
  await page.waitForURL(new RegExp(file));
  await expect(main(page)).toContainText("2 人");
  await page.goto(`${file}/life`);
  await expect(main(page)).toContainText(madeNo);

  await page.goto(`${made}/merge`);
  await page.getByLabel("并入哪一户").selectOption({ label: await optionWith(page, head) });
  await choose(page, "原因", "合家");
  await page.getByRole("button", { name: "看看会怎样" }).click();
  await expect(page.getByRole("heading", { name: "会怎样" })).toBeVisible();
  await choose(page, `嘎玛次旺 是 ${head} 的`, "之子");
  await choose(page, `次仁央金 是 ${head} 的`, "之儿媳");
  await page.getByRole("button", { name: "并户" }).click();
  await page.waitForURL(`${file}/life`);
  await expect(main(page)).toContainText("4 人");
  await page.goto(made);
  await page.waitForURL((url) => url.pathname === file);
  await expect(main(page)).toContainText(`旧档案（${madeNo}）`);
  await page.getByRole("link", { name: "看旧档案" }).click();
  await page.waitForURL((url) => url.pathname === made);
  await expect(main(page)).toContainText("注销");
});

const optionWith = async (page: Page, head: string): Promise<string> =>
  (await page.getByLabel("并入哪一户").locator("option").allTextContents()).find((one) =>
    one.startsWith(`${head}家`),
  )!;
