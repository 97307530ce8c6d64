// The main jobs without a mouse: nothing is out of reach of Tab, Enter, Space and arrows, and one always sees where one is.
import { writeFile } from "node:fs/promises";
import type { Locator } from "@playwright/test";
import { expect, signInAs, test, textOf } from "./support/app.ts";
import { tabTo } from "./support/keys.ts";
import { householdNumber } from "./support/sheets.ts";

test("a family without a helper is found, opened and paired by keys", async ({ page }) => {
  // A whole county: other journeys pair the families of its first township.
  await signInAs(page, "嘎松曲珍");
  await page.goto("/households?f.paired=no");
  const box = page.getByRole("checkbox", { name: /^选择 / }).first();
  const name = (await box.getAttribute("aria-label"))!.replace(/^选择 | 家$/g, "");

  await page.waitForLoadState("networkidle");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "搜索户、人、组织" })).toBeFocused();
  await page.keyboard.type(name);
  await expect(page.getByRole("option", { name: new RegExp(name) }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);

  await page.goto("/households?f.paired=no");
  await page.waitForLoadState("networkidle");
  await tabTo(page, box);
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("button", { name: "为所选的户结对" }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/pairings\/new/);
  // The demo draws its names: the first of these that somebody in reach bears, and nobody who signs in elsewhere.
  for (const letters of ["buga", "gama", "silangqu", "yuzhen", "gongqiu", "chilai", "luosang", "duoji"]) {
    await tabTo(page, page.getByLabel("找责任人"));
    await page.keyboard.press("Control+a");
    await page.keyboard.type(letters);
    await page.keyboard.press("Enter");
    await page.waitForURL(new RegExp(`q=${letters}`));
    await page.waitForLoadState("networkidle");
    if ((await page.getByRole("radio").count()) > 0) break;
  }
  await tabTo(page, page.getByRole("radio").first());
  await page.keyboard.press("Space");
  const save = page.getByRole("button", { name: "为 1 户结对" });
  await tabTo(page, save);
  await page.keyboard.press("Enter");
  // Whoever the demo draws may have as many as his rank should: then the form asks once more.
  const sure = page.getByLabel("确认超过上限也这样结对");
  await expect(page.getByText("已为 1 户结对").or(sure)).toBeVisible();
  if (await sure.isVisible()) {
    await tabTo(page, sure);
    await page.keyboard.press("Space");
    await tabTo(page, save);
    await page.keyboard.press("Enter");
  }
  await expect(page.getByText("已为 1 户结对")).toBeVisible();
});

test("a visit is recorded by keys, and the missing answer takes one to its place", async ({ page }) => {
  await signInAs(page, "李雪梅");
  await page.waitForLoadState("networkidle");
  await tabTo(page, page.locator("main a[href^='/households/']").first());
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/households\//);
  await tabTo(page, page.getByRole("link", { name: "记录走访" }).first());
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/visits\/new/);
  await page.waitForLoadState("networkidle");
  await tabTo(page, page.getByRole("button", { name: "保存", exact: true }));
  await page.keyboard.press("Enter");
  const summary = page.locator("[id$='-summary']");
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^错误：/);
  await tabTo(page, summary.getByRole("link").first());
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("正常")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByLabel("有变化")).toBeChecked();
  await tabTo(page, page.locator("textarea[name=note]"));
  await page.keyboard.type("房顶漏雨");
  await tabTo(page, page.getByRole("button", { name: "保存", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(/已保存走访/)).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "撤销" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(/已撤回走访/)).toBeVisible();
});

test("a village is moved by keys, with its rehearsal", async ({ page }) => {
  await signInAs(page, "嘎松曲珍");
  await page.goto(`/divisions?q=${encodeURIComponent("新卡乡")}`);
  await page.waitForLoadState("networkidle");
  await tabTo(page, page.getByRole("link", { name: /新卡乡/ }).first());
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/divisions\/\d+/);
  const village = page.getByRole("row").nth(1).getByRole("link").first();
  const name = await textOf(village);
  await tabTo(page, village);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await tabTo(page, page.getByRole("link", { name: "改隶" }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/kind=move/);
  await page.waitForLoadState("networkidle");
  await tabTo(page, page.getByLabel("新的上级"));
  await page.keyboard.press("ArrowDown");
  await tabTo(page, page.getByRole("button", { name: "看预演" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "预演" })).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "确认改隶" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("已保存并生效")).toBeVisible();
});

test("an account is made by keys, and its one-time code is shown once", async ({ page }) => {
  await signInAs(page, "嘎松曲珍");
  await page.goto("/admin/accounts");
  await page.waitForLoadState("networkidle");
  await tabTo(page, page.getByRole("link", { name: "新建账号" }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/admin\/accounts\/new/);
  await page.waitForLoadState("networkidle");
  await tabTo(page, page.getByLabel("姓名"));
  await page.keyboard.type("尼玛扎西");
  await tabTo(page, page.getByLabel("账号", { exact: false }).and(page.getByRole("textbox")).first());
  await page.keyboard.type(`nima-${Date.now().toString(36)}`);
  await tabTo(page, page.getByLabel("岗位"));
  await page.keyboard.press("ArrowDown");
  await tabTo(page, page.getByRole("button", { name: "建立账号" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("请把一次性代码告诉本人")).toBeVisible();
});

test("a roster is imported by keys alone, from the kind of sheet to the result", async ({ page }) => {
  await signInAs(page, "四郎多吉");
  const file = test.info().outputPath("花名册.csv");
  await writeFile(
    file,
    `\ufeff村,户编号,户主姓名,脱贫属性\n嘎查村,${householdNumber(801)},多吉次旺,未脱贫\n无此村,${householdNumber(802)},多吉次旺,未脱贫\n`,
  );
  const press = async (control: Locator) => {
    await page.waitForLoadState("networkidle");
    await tabTo(page, control);
    await page.keyboard.press("Enter");
  };
  await page.goto("/imports");
  await press(page.getByRole("link", { name: "新导入" }).first());
  await page.waitForURL(/\/imports\/new$/);
  await press(
    page
      .locator("section", { has: page.getByRole("heading", { name: "贫困户花名册" }) })
      .last()
      .getByRole("link", { name: "用这种表" }),
  );
  await page.waitForURL(/\/imports\/new\/upload/);
  await page.waitForLoadState("networkidle");
  await tabTo(page, page.locator("input[type=file]"));
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
  await chooser.setFiles(file);
  await press(page.getByRole("button", { name: "上传并读取" }));
  await page.waitForURL(/\/columns/);
  await press(page.getByRole("button", { name: "开始试运行" }));
  await expect(page.getByText("还没有写入任何数据")).toBeVisible({ timeout: 30_000 });
  await press(page.getByRole("button", { name: "提交 1 行" }));
  await expect(page.getByRole("heading", { level: 1, name: "导入完成" })).toBeVisible({ timeout: 30_000 });
  await press(page.getByRole("link", { name: "查看户档案" }));
  await expect(page.getByRole("heading", { level: 1, name: "户档案" })).toBeVisible();
});
