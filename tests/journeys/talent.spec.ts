// A post is listed, talent registered and put on it; somebody is sent to teach, refused from another kind of post, begun and checked; also without scripts.
import type { Page } from "@playwright/test";
import { expect, expectNoViolations, signInAs, test } from "./support/app.ts";
import { nameOfRun } from "./support/sheets.ts";

const said = (page: Page, words: string) =>
  expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function someoneNew(page: Page, name: string) {
  await page.getByLabel("找人员").fill(name);
  await press(page, "查找");
  await expect(page.getByText(`没找到“${name}”`)).toBeVisible();
  await expect(page.getByLabel("姓名", { exact: true })).toHaveValue(name);
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a wanted post from the list to the talent that holds it", { tag: "@everywhere" }, async ({
      page,
    }) => {
      test.slow();
      const post = nameOfRun(javaScriptEnabled ? "牧师" : "医师");
      const name = nameOfRun(javaScriptEnabled ? "林" : "周");
      await signInAs(page, "嘎松曲珍");
      await page.goto("/talent/demands");
      await page.getByRole("link", { name: "列出岗位需求" }).click();
      await page.getByLabel("用人单位").fill("察雅县农业农村局");
      await page.locator("[name=post]").fill(post);
      await page.getByLabel("急需紧缺").check();
      await page.getByLabel("所需人数").fill("两个");
      await page.getByLabel("列出日期").first().fill("2026-01-05");
      await press(page, "列出岗位需求");
      // Said at its field, and nothing typed is lost.
      await expect(page.getByLabel("所需人数")).toHaveAccessibleDescription(/1 到 200/);
      await expect(page.locator("[name=post]")).toHaveValue(post);
      await page.getByLabel("所需人数").fill("1");
      await press(page, "列出岗位需求");
      await said(page, "已列出");
      await expect(page.getByRole("heading", { level: 1 })).toContainText(post);
      const demand = page.url().split("?")[0]!;

      await page.goto("/talent");
      await page.getByRole("link", { name: "登记人才" }).click();
      await someoneNew(page, name);
      await page.getByLabel("引进", { exact: true }).check();
      await page.getByLabel("急需紧缺").check();
      await page.getByLabel("服务单位").fill("察雅县农业农村局");
      await page.getByLabel("开始日期").first().fill("2026-01-06");
      await press(page, "登记");
      await said(page, "已登记");
      await expect(page.locator("main")).toContainText("引活水");

      await page.goto(demand);
      await page.locator("[name=talentId]").selectOption({ label: `${name} · 察雅县农业农村局` });
      await page.getByLabel("到岗日期").first().fill("2026-01-07");
      await press(page, "安排到岗");
      await said(page, "已安排到岗");
      await expect(page.locator("#places")).toContainText(name);
      await expect(page.locator("main")).toContainText("已补足");
      if (javaScriptEnabled) await expectNoViolations(page);

      // Whoever ends gives the place back.
      await page.locator("#places").getByRole("link", { name }).click();
      await page.locator("#end").getByLabel("结束日期").first().fill("2026-02-01");
      await press(page, "保存结束日期");
      await said(page, "结束日期已保存");
      await page.goto(demand);
      await expect(page.getByText("缺 1 人").first()).toBeVisible();
      await page.getByText("撤下这项需求").click();
      await page.locator("#close").getByLabel("原因").fill("试填");
      await page.locator("#close").getByRole("button", { name: "撤下" }).click();
      await said(page, "已撤下");
      await page.getByRole("link", { name: "谁改的" }).click();
      await expect(page.locator("main")).toContainText("撤下原因");
    });

    test("somebody is sent to teach, begins, and is on post", async ({ page }) => {
      test.slow();
      const name = nameOfRun(javaScriptEnabled ? "斯郎" : "赤列");
      await signInAs(page, "嘎松曲珍");
      await page.goto("/talent/secondments");
      await page.getByRole("link", { name: "登记选派" }).click();
      await someoneNew(page, name);
      await page.getByLabel("公务员").check();
      await page.getByLabel("原单位").fill("吉塘镇文化服务中心");
      await page.getByLabel("学校所在").selectOption({ label: "吉塘镇" });
      await page.getByLabel("支教学校").fill("吉塘镇中心小学");
      await page.getByLabel("任教学科").selectOption({ label: "数学" });
      await page.getByLabel("计划开始").first().fill("2026-01-04");
      await page.getByLabel("计划结束").first().fill("2031-01-04");
      await press(page, "登记选派");
      await expect(page.getByRole("group", { name: /编制/ })).toContainText("只从乡镇事业编制干部中选派");
      await expect(page.getByLabel("支教学校")).toHaveValue("吉塘镇中心小学");
      await page.getByLabel("乡镇事业编制").check();
      await press(page, "登记选派");
      await said(page, "选派已登记");
      await expect(page.getByText("应到未到")).toBeVisible();
      const own = page.url().split("?")[0]!;
      await page.locator("#start").getByLabel("到校日期").first().fill("2026-01-05");
      await press(page, "保存到校日期");
      await said(page, "到校日期已保存");

      await page.goto("/talent/secondments");
      await page.getByRole("link", { name: "在岗核查", exact: true }).click();
      await page.getByLabel(`${name}是否在岗`).selectOption({ label: "请假" });
      await press(page, "保存核查结果");
      await said(page, "已记录");
      await page.goto(own);
      await expect(page.locator("main")).toContainText("请假");
      await page.locator("#end").getByLabel("原因").fill("试填");
      await page.locator("#end").getByLabel("结束日期").first().fill("2026-01-06");
      await press(page, "保存结束");
      // Checked on a later day: it cannot have ended before.
      await expect(page.locator("#end")).toContainText("起止日期要包含这一天");
    });
  });

test("every number of the three streams opens as many rows", async ({ page }) => {
  await signInAs(page, "格桑德吉");
  await page.goto("/talent");
  const numbers = page.locator("main a[data-metric]");
  const hrefs = await numbers.evaluateAll((links) =>
    links.map((link) => [link.getAttribute("href") ?? "", (link.textContent ?? "").replace(/\D/g, "")]),
  );
  expect(hrefs.length).toBe(3);
  for (const [href = "", n] of hrefs) {
    await page.goto(href);
    await expect(page.getByText(new RegExp(`共 ${n} 人`))).toBeVisible();
  }
});
