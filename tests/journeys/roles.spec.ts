// Who enters lands at the own desk, sees what the role permits and nothing else, and strangers see nothing at all.
import { expect, signInAs, test } from "./support/app.ts";
import { ROUTES } from "./support/pages.ts";

const ALL = [
  "驾驶舱",
  "工作报告",
  "今日",
  "收件箱",
  "批示",
  "户档案",
  "年度与调整",
  "走访",
  "结对",
  "帮扶措施",
  "需求",
  "数据核对",
  "抽查",
  "识别退出",
  "服务台",
  "党组织",
  "培训",
  "产业链组织",
  "党员",
  "党员设岗与承诺",
  "班子干部",
  "人才队伍",
  "驻村工作队",
  "行政区划",
  "导入",
  "导出",
  "自由制表",
  "账号",
  "字典",
  "工作日历",
  "贫困线",
  "指标口径",
  "程序步骤",
  "设置",
  "地图",
  "审计",
  "运行状况",
];
const without = (...words: string[]) => ALL.filter((word) => !words.includes(word));
const OF_THE_WHOLE = ["字典", "工作日历", "贫困线", "指标口径", "程序步骤", "设置", "地图", "运行状况"];
const FIELD = without("工作报告", "导入", "导出", "自由制表", "账号", "审计", ...OF_THE_WHOLE);
const LOOK = without("今日", "导入", "账号", "审计", ...OF_THE_WHOLE);

const PEOPLE: [name: string, role: string, lands: string, sees: string[]][] = [
  ["格桑德吉", "市级管理员", "/cockpit", ALL],
  ["洛松平措", "市级领导", "/cockpit", LOOK.filter((word) => word !== "导出" && word !== "自由制表")],
  ["次仁旺堆", "县委组织部", "/cockpit", without("今日", "账号", "审计", ...OF_THE_WHOLE)],
  ["嘎松曲珍", "县级管理员", "/cockpit", without(...OF_THE_WHOLE)],
  ["四郎多吉", "县扶贫办", "/cockpit", without("账号", "审计", ...OF_THE_WHOLE)],
  ["向巴泽仁", "乡镇管理员", "/cockpit", without(...OF_THE_WHOLE)],
  ["白玛措姆", "乡镇审核员", "/cockpit", LOOK.filter((word) => word !== "工作报告")],
  ["邓增罗布", "第一书记", "/today", FIELD],
  [
    "李雪梅",
    "帮扶责任人",
    "/today",
    ["今日", "收件箱", "户档案", "走访", "结对", "帮扶措施", "需求", "识别退出"],
  ],
  ["贡布扎西", "村干部", "/today", FIELD],
  [
    "德吉央宗",
    "部门用户",
    "/cockpit",
    [
      "驾驶舱",
      "收件箱",
      "批示",
      "需求",
      "服务台",
      "党组织",
      "培训",
      "产业链组织",
      "班子干部",
      "人才队伍",
      "行政区划",
    ],
  ],
  ["王志强", "审计员", "/admin/audit", ["收件箱", "批示", "审计"]],
  ["陈浩", "系统管理员", "/admin/accounts", ["收件箱", "账号", "运行状况"]],
  ["仁青卓嘎", "安全管理员", "/admin/accounts", ["收件箱", "账号", "审计"]],
];

for (const [name, role, lands, sees] of PEOPLE)
  test(`${name}（${role}）lands at ${lands} and every place in the navigation opens`, async ({ page }) => {
    await page.goto("/sign-in");
    await expect(page.getByRole("button", { name })).toContainText(role);
    await signInAs(page, name);
    expect(new URL(page.url()).pathname).toBe(lands);
    const places = page.getByRole("navigation", { name: "主导航" }).getByRole("link");
    // The inbox also says how many things wait there.
    const words = (await places.allInnerTexts()).map((text) => text.trim().split("\n")[0]);
    expect(words).toEqual(sees);
    for (const word of sees) {
      const link = places.filter({ hasText: new RegExp(`^${word}(\\s*\\d|$)`) });
      const href = await link.getAttribute("href");
      const answer = page.waitForResponse((one) => new URL(one.url()).pathname === href);
      await link.click();
      expect((await answer).status(), word).toBe(200);
      await expect(page).toHaveURL(new RegExp(`${href}([?#]|$)`));
      await expect(page.getByRole("heading", { level: 1 }), word).toContainText(word);
      await expect(page.getByText(/没有找到这一页|出错了|您没有这项权限/), word).toHaveCount(0);
    }
  });

/** What is kept from whom: a page of a role one lacks, and rows of a place one has nothing to do with. */
test("what a role may not do is refused in words, wherever the address was learned", async ({ as }) => {
  const refusals: [string, string[]][] = [
    ["洛松平措", ["/imports", "/imports/new", "/households/new", "/admin/accounts", "/pairings/new"]],
    [
      "邓增罗布",
      [
        "/imports",
        "/admin/accounts",
        "/admin/accounts/new",
        "/orgs/new",
        "/cadres/new",
        "/admin/org-chart",
        "/pairings/new",
      ],
    ],
    ["李雪梅", ["/cockpit", "/imports", "/admin/accounts", "/admin/accounts/suspend", "/households/new"]],
    [
      "陈浩",
      [
        "/cockpit",
        "/cockpit/rows?i=R2.1&part=missing",
        "/households/new",
        "/visits",
        "/pairings",
        "/pairings?view=helpers",
        "/imports",
        "/today",
        "/trainings",
        "/talent",
        "/talent/demands",
        "/talent/secondments",
        "/talent/programs",
        "/cadres",
        "/cadres/new",
        "/industry/new",
        "/members/new",
      ],
    ],
  ];
  for (const [name, paths] of refusals) {
    const page = await as(name);
    for (const path of paths) {
      await page.goto(path);
      await expect
        .soft(
          page.getByText(/没有这项权限|的管理员.*权限|您的角色不含|还没有结对户/).first(),
          `${name} ${path}`,
        )
        .toBeVisible();
    }
  }
});

test("a family of another county, and its visits, read as not found", async ({ as }) => {
  const mine = await as("格桑德吉");
  await mine.goto("/divisions");
  const county = mine.getByRole("listitem").filter({ hasText: "卡若区" });
  await county.getByRole("link", { name: /户$/ }).click();
  await mine.locator("main table a[href^='/households/']").first().click();
  await mine.waitForURL(/\/households\/[0-9a-f-]{36}/);
  const household = new URL(mine.url()).pathname;
  for (const name of ["嘎松曲珍", "邓增罗布", "李雪梅", "王志强"]) {
    const page = await as(name);
    for (const path of [
      household,
      `${household}/edit`,
      `${household}/move`,
      `/visits/new?household=${household.split("/")[2]}`,
    ]) {
      const answer = await page.goto(path);
      expect.soft(answer?.status(), `${name} ${path}`).toBe(404);
      await expect.soft(page.getByText("没有找到这一页"), `${name} ${path}`).toBeVisible();
    }
    const nowhere = await page.goto("/households/00000000-0000-7000-8000-000000000000");
    expect.soft(nowhere?.status(), "what does not exist answers the same").toBe(404);
  }
});

test("a stranger is led from every page to the door and, once known, back to it", async ({ page }) => {
  for (const route of ROUTES) {
    const path = route.replace("[item]", "R2").replace("[id]", "1");
    const answer = await page.goto(path);
    expect.soft(new URL(page.url()).pathname, path).toBe("/sign-in");
    expect.soft(answer?.status(), path).toBe(200);
    await expect.soft(page.getByRole("heading", { level: 1 }), path).toHaveText("登录");
  }
  await page.goto("/households?f.paired=no&sort=-income");
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await page.getByRole("button", { name: "嘎松曲珍" }).click();
  await expect(page).toHaveURL(/\/households\?f\.paired=no&sort=-income$/);
  await expect(page.getByRole("combobox", { name: "责任人" })).toHaveValue("no");
});
