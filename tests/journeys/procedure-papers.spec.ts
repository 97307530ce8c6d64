// The office asks for the minutes at the meeting; a village cannot go on without them, and whoever reads the case finds them there.
import { expect, expectNoViolations, test } from "./support/app.ts";
import { nameOfRun } from "./support/sheets.ts";
import { apply, check, meet, openApplication, register } from "./support/steps.ts";

test("the minutes of the meeting are asked for, put to the case, and found by the reviewer", async ({
  as,
}) => {
  const office = await as("格桑德吉");
  await office.goto("/admin/procedures?change=REMOVAL");
  const form = office.locator("#plan-REMOVAL");
  await form.getByRole("group", { name: "民主评议" }).getByLabel("附材料").selectOption({ label: "要求" });
  await expectNoViolations(office);
  await form.getByRole("button", { name: "保存为新版本" }).click();
  await office.waitForURL(/saved=1/);
  await expect(office.locator("#REMOVAL")).toContainText("民主评议（附材料）");

  const clerk = await as("向巴泽仁");
  const file = await register(clerk, nameOfRun("旺扎"), "未脱贫");
  const one = await apply(clerk, await openApplication(clerk, file, "清退"), "当初识别有误");
  await check(clerk, one);
  await expect(clerk.locator("main")).toContainText("这一步要附材料");
  await meet(clerk, one);
  await expect(clerk.locator("#meeting")).toContainText("请先在本页“文件”里上传");
  await expect(clerk.locator("#meeting").getByLabel(/^会议地点/)).toHaveValue("村委会会议室");
  const name = nameOfRun("会议记录");
  const buffer = Buffer.from(`%PDF-1.7\n1 0 obj <</Type /Catalog /Run (${name})>> endobj\ntrailer\n%%EOF\n`);
  await clerk
    .getByLabel("选择文件")
    .setInputFiles([{ name: `${name}.pdf`, mimeType: "application/pdf", buffer }]);
  await clerk.getByRole("button", { name: "上传文件" }).click();
  await expect(clerk.locator("#papers")).toContainText("已上传。请核对标题");
  await expect(clerk.locator("main")).not.toContainText("这一步要附材料");
  await expectNoViolations(clerk);
  await meet(clerk, one);
  await clerk.waitForURL(/saved=1/);

  const reviewer = await as("白玛措姆");
  await reviewer.goto(one.path);
  await expect(reviewer.locator("#papers")).toContainText(name);
});
