// A clerk goes on leave: a colleague stands in, sees and does what the role allows, and gives it back; with and without scripts.
import type { Page } from "@playwright/test";
import { expect, test } from "./support/app.ts";

const CLERK = "四郎多吉";
const CADRE = "贡布扎西";
const SHORT = CADRE.slice(0, 2);

/** What an earlier run left is ended first: one stands in at a time. */
async function endAll(page: Page) {
  await page.goto("/me/delegation");
  const ends = page.getByRole("button", { name: "提前结束" });
  const over = page.locator("main li").getByText("已结束", { exact: true });
  while ((await ends.count()) > 0) {
    const before = await over.count();
    await ends.first().click();
    // The button changes its word at once; the line only when it is really over.
    await expect(over).toHaveCount(before + 1);
  }
}

test("a role is lent for some days, opens the county to the colleague, is told in his menu and inbox, and ends", async ({
  as,
}) => {
  const clerk = await as(CLERK);
  await endAll(clerk);
  const cadre = await as(CADRE);
  await cadre.goto("/me");
  await expect(cadre.getByText("县扶贫办")).toHaveCount(0);

  await clerk.goto("/me");
  await clerk.getByRole("link", { name: "休假代办" }).click();
  await clerk.getByRole("searchbox", { name: "姓名" }).fill(SHORT);
  await clerk.getByRole("button", { name: "查找" }).click();
  // Without an end nothing is lent, and what was typed stays.
  await clerk.getByRole("radio", { name: new RegExp(`^${CADRE}`) }).check();
  await clerk.getByLabel(/^事由/).fill("年休假");
  await clerk.getByRole("button", { name: "委托", exact: true }).click();
  await expect(clerk.locator("[data-field=toOn]")).toContainText("请填写");
  await expect(clerk.getByLabel(/^事由/)).toHaveValue("年休假");
  await clerk.getByLabel(/^到（含当天）/).fill("明天");
  await clerk.getByRole("button", { name: "委托", exact: true }).click();
  await expect(clerk.getByText(`${CLERK} → ${CADRE}`).first()).toBeVisible();
  await expect(clerk.getByText("代办中").first()).toBeVisible();

  await cadre.goto("/inbox?view=notices");
  await expect(cadre.getByText(new RegExp(`${CLERK} 请您在 .+ 代办他的岗位`)).first()).toBeVisible();
  await cadre.goto("/me");
  await expect(cadre.locator("main").getByText(`代 ${CLERK}`)).toBeVisible();
  await expect(cadre.locator("header").getByText(`代 ${CLERK}`, { exact: true })).toBeVisible();
  await cadre.getByLabel(/菜单/).first().click();
  await expect(cadre.getByRole("link", { name: new RegExp(`您正代 ${CLERK} 办理`) })).toBeVisible();
  await cadre.goto("/imports");
  await expect(cadre.getByRole("heading", { level: 1 })).toContainText("导入");

  await clerk.reload();
  await endAll(clerk);
  await cadre.goto("/me");
  await expect(cadre.getByText(`代 ${CLERK}`)).toHaveCount(0);
});

test("without scripts plain forms find the colleague, lend and end", async ({ as }) => {
  const clerk = await as("次仁旺堆", { javaScriptEnabled: false });
  await endAll(clerk);
  await clerk.getByRole("searchbox", { name: "姓名" }).fill("白玛");
  await clerk.getByRole("button", { name: "查找" }).click();
  await clerk.getByRole("radio").first().check();
  await clerk.getByLabel(/^到（含当天）/).fill("后天");
  await clerk.getByLabel(/^事由/).fill("外出学习");
  await clerk.getByRole("button", { name: "委托", exact: true }).click();
  await expect(clerk.getByText("代办中").first()).toBeVisible();
  await endAll(clerk);
  await expect(clerk.getByText("代办中")).toHaveCount(0);
});
