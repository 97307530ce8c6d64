// The office declares an indicator without code: it sees what it would count, publishes it, a county finds it with its rows, and it is withdrawn.
import { expect, expectNoViolations, test } from "./support/app.ts";

test("an administrator declares an indicator, looks, publishes; a county opens its number; it is withdrawn", async ({
  as,
}) => {
  test.slow();
  const admin = await as("格桑德吉");
  await admin.goto("/admin/indicators");
  await expect(admin.getByRole("link", { name: /^R2\.Z1 贫困户结对率/ })).toBeVisible();
  await admin.getByRole("link", { name: "新建本市指标" }).click();
  await admin.waitForURL(/\/admin\/indicators\/new/);
  await admin.getByLabel("事项").selectOption("R1");
  await admin.getByLabel("数什么").selectOption({ label: "在册的帮扶对象户" });
  await admin.getByRole("button", { name: "下一步" }).click();
  // Without a name it asks for one, and keeps what was chosen.
  const whole = admin.getByRole("group", { name: /^总数/ });
  const part = admin.getByRole("group", { name: /^其中达到的/ });
  await whole.getByLabel("未脱贫", { exact: true }).check();
  await part.getByLabel(/已结对／未结对/).selectOption("yes");
  await admin.getByLabel(/^没达到的叫什么/).fill("没有人帮");
  await admin.getByRole("textbox", { name: /^怎么算的/ }).fill("未脱贫户中有人结对的占多少。");
  await admin.getByLabel(/^是否设灯色/).selectOption("no");
  await admin.getByRole("button", { name: "预览影响" }).click();
  await expect(admin.locator("[data-field=name]")).toContainText("必填");
  await expect(part.getByLabel(/已结对／未结对/)).toHaveValue("yes");
  await expect(whole.getByLabel("未脱贫", { exact: true })).toBeChecked();
  await admin.getByRole("textbox", { name: /^名称/ }).fill("未脱贫户有人帮");
  await admin.getByRole("button", { name: "预览影响" }).click();
  await expect(admin.getByText("其中已结对的 ÷ 在册的帮扶对象户（状态为未脱贫）")).toBeVisible();
  await expect(admin.getByText(/已封账的 \d+ 期不变/)).toBeVisible();
  const preview = admin.getByRole("table").first();
  await expect(preview.getByRole("row")).not.toHaveCount(1);
  await expectNoViolations(admin);
  await admin.setViewportSize({ width: 390, height: 844 });
  expect(await admin.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await admin.setViewportSize({ width: 1366, height: 768 });
  await admin.getByRole("textbox", { name: /^发布理由/ }).fill("本市办公会定");
  await admin.getByRole("button", { name: "发布", exact: true }).click();
  await admin.waitForURL(/\/admin\/indicators\/R1\.Z\d+\?saved=declared/);
  const code = /R1\.Z\d+/.exec(admin.url())![0];
  await expect(admin.getByRole("table", { name: "口径记录" }).getByText("本市办公会定")).toBeVisible();
  await expectNoViolations(admin);

  const county = await as("嘎松曲珍");
  await county.goto("/cockpit/R1");
  await expect(county.getByText(/未脱贫户有人帮/).first()).toBeVisible();
  await county.goto(`/cockpit/rows?i=${code}&part=all`);
  const lead = county.locator("[data-rows-total]");
  const total = Number(await lead.getAttribute("data-rows-total"));
  expect(total).toBeGreaterThan(0);
  await expect(county.getByRole("table").getByRole("row")).toHaveCount(Math.min(total, 50) + 1);
  // Declaring is the prefecture's alone.
  await county.goto("/admin/indicators");
  await expect(county.getByRole("link", { name: "新建本市指标" })).toHaveCount(0);

  await admin.goto(`/admin/indicators/${code}`);
  await admin.getByRole("button", { name: "撤回" }).first().click();
  await expect(admin.getByText("口径已撤回")).toBeVisible();
});
