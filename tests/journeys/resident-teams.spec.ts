// The first secretary tells his day on the phone and asks for leave; the township decides, puts a day right and looks who is there.
import { expect, expectNoViolations, test } from "./support/app.ts";

test("a day is told on the phone, leave decided at its level, and a day put right with a reason", async ({
  as,
}) => {
  const secretary = await as("邓增罗布");
  await secretary.setViewportSize({ width: 390, height: 844 });
  await secretary.goto("/today");
  await secretary.getByRole("link", { name: /我的驻村/ }).click();
  await expect(secretary.getByText("今天还没有填")).toBeVisible();
  await secretary.getByRole("radio", { name: "在村" }).check();
  await secretary.locator("#own-day").getByRole("button", { name: "保存" }).click();
  await expect(secretary.getByText("今天已填：在村")).toBeVisible();
  await expectNoViolations(secretary);
  expect(await secretary.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);

  await test.step("leave without a reason is told beside the field, and what was typed stays", async () => {
    await secretary.getByText("请假", { exact: true }).first().click();
    const form = secretary.locator("#ask-leave");
    await form.getByRole("radio", { name: "休假" }).check();
    const day = (ahead: number) =>
      new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(Date.now() + ahead * 86_400_000);
    await form.getByRole("textbox", { name: /^从哪天起/ }).fill(day(3));
    await form.getByRole("textbox", { name: /^到哪天为止/ }).fill(day(4));
    await form.getByRole("button", { name: "提交申请" }).click();
    await expect(form.getByRole("alert").or(form.locator("[id$=-error]")).first()).toBeVisible();
    await expect(form.getByRole("textbox", { name: /^从哪天起/ })).toHaveValue(day(3));
    await form.getByLabel("事由").fill("带孩子看病");
    await form.getByRole("button", { name: "提交申请" }).click();
    await expect(secretary.getByText("请假申请已提交。")).toBeVisible();
    await expect(secretary.getByText("待审批")).toBeVisible();
  });

  const township = await as("向巴泽仁");
  await township.goto("/inbox");
  await township.getByRole("link", { name: /邓增罗布请假/ }).click();
  await township.getByRole("radio", { name: "批准", exact: true }).check();
  await township.getByRole("button", { name: "提交审批" }).click();
  await expect(township.getByText("已审批。")).toBeVisible();
  await expectNoViolations(township);

  await test.step("a day is put right only with a reason, and the sheet shows it", async () => {
    await township.getByText("更正某一天").click();
    const form = township.locator("#desk-day");
    await form.getByLabel("姓名").selectOption({ label: "邓增罗布" });
    await form
      .getByRole("textbox", { name: /^日期/ })
      .fill(new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(Date.now()));
    await form.getByRole("radio", { name: "培训" }).check();
    await form.getByRole("button", { name: "保存更正" }).click();
    await expect(form.locator("[id$=why-error]")).toBeVisible();
    await form.getByLabel("更正原因").fill("镇里培训签到");
    await form.getByRole("button", { name: "保存更正" }).click();
    await expect(township.getByText("考勤已更正。")).toBeVisible();
  });

  await test.step("at a desk the whole month is seen, taken as a sheet, and changes nothing when it is brought back", async () => {
    await township.setViewportSize({ width: 1366, height: 768 });
    const last = await township.locator("#sheet thead th").last().boundingBox();
    expect(last!.x + last!.width).toBeLessThan(1366);
    await township.goto("/teams");
    const coming = township.waitForEvent("download");
    await township.getByRole("link", { name: "导出考勤表" }).click();
    const file = test.info().outputPath("考勤表.xlsx");
    await (await coming).saveAs(file);
    await township.getByRole("link", { name: "导入考勤表" }).click();
    await township.getByLabel("文件", { exact: true }).setInputFiles(file);
    await township.getByRole("button", { name: "上传并读取" }).click();
    await township.getByRole("button", { name: "开始试运行" }).click({ timeout: 60_000 });
    await expect(township.getByText("没有可以写入的行")).toBeVisible({ timeout: 60_000 });
    await expect(township.getByText(/不变的 \d+ 行不写入/)).toBeVisible();
  });
  await secretary.goto("/teams/mine");
  await expect(secretary.getByText("今天已填：培训")).toBeVisible();
  await expect(secretary.getByText("已批准").first()).toBeVisible();
});

test("the county sees the roster, who falls short and which villages have no team, and comes from a name to the team", async ({
  as,
}) => {
  const county = await as("次仁旺堆");
  await county.goto("/teams");
  await expect(county.getByRole("heading", { level: 1, name: "驻村工作队" })).toBeVisible();
  await expectNoViolations(county);
  await county.getByRole("link", { name: /有旷岗/ }).click();
  await county.waitForURL(/show=absent/);
  await expect(county.locator("tbody tr")).toHaveCount(1);
  const name = county.locator("tbody tr").first().getByRole("link").first();
  await expect(name).toBeVisible();
  await name.click();
  await expect(county.getByText(/一般办法：旷岗 1 次/)).toBeVisible();
  await expect(county.getByRole("heading", { name: "抽查记录" })).toBeVisible();
});
