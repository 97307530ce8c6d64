// A county's organization department merges two branches and splits one, follows the lineage both ways, and takes each back.
import type { Page } from "@playwright/test";
import { expect, expectNoViolations, signInAs, test, textOf } from "./support/app.ts";
import { nameOfRun } from "./support/sheets.ts";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** A village's branch that has a roster. */
async function openBranch(page: Page): Promise<string> {
  await page.goto(`/orgs?q=${encodeURIComponent("雪通村党")}`);
  const link = page
    .locator("main a[href^='/orgs/']")
    .filter({ hasText: /^雪通村党/ })
    .first();
  const name = (await textOf(link)).trim();
  await link.click();
  await expect(heading(page)).toHaveText(name);
  return name;
}

async function takeBack(page: Page): Promise<void> {
  await page.getByRole("link", { name: "还原这项改动" }).first().click();
  await expect(page.getByText("改动以后没有新的记录，可以还原")).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole("button", { name: "确认还原" }).click();
  await expect(page.getByText("已还原，有关党组织恢复原样")).toBeVisible();
}

test("a township proposes a new name, gets it back, proposes again; its county writes one field otherwise and makes it", async ({
  as,
}) => {
  test.setTimeout(180_000);
  const township = await as("向巴泽仁");
  const name = await openBranch(township);
  const [proposed, decided] = [`${nameOfRun("拟")}党支部`, `${nameOfRun("定")}党支部`];
  await township.getByRole("link", { name: "更名或改设", exact: true }).click();
  await township.getByLabel("新名称").fill(proposed);
  await township.getByRole("button", { name: "看预演" }).click();
  await expect(township.getByText("由县级管理员逐项审定后才生效")).toBeVisible();
  await expect(township.getByRole("button", { name: "确认更名" })).toHaveCount(0);
  await township.getByRole("button", { name: "提交上级审批" }).click();
  await expect(township.getByText("已提交，等待审批")).toBeVisible();
  await expectNoViolations(township);
  const first = new URL(township.url()).pathname;
  const county = await as("次仁旺堆");

  await test.step("returned without a reason is refused beside the field; with one it goes back", async () => {
    await county.goto(first);
    await county.getByRole("button", { name: "退回" }).click();
    await expect(county.getByRole("link", { name: "退回的理由：请填写这一项" })).toBeVisible();
    await county.getByLabel("退回的理由").fill("请写明支部大会日期");
    await county.getByRole("button", { name: "退回" }).click();
    await expect(county.getByText("退回理由：请写明支部大会日期")).toBeVisible();
  });
  await test.step("the township finds it in its inbox, with all it had typed", async () => {
    await township.goto("/inbox");
    await township.locator(`a[href='${first}']`).first().click();
    await township.getByRole("link", { name: "修改后重新提议" }).click();
    await expect(township.getByLabel("新名称")).toHaveValue(proposed);
    await township.getByRole("button", { name: "看预演" }).click();
    await township.getByLabel("理由").fill("11 月 20 日支部大会通过");
    await township.getByRole("button", { name: "提交上级审批" }).click();
    await expect(township.getByText("已提交，等待审批")).toBeVisible();
  });
  const second = new URL(township.url()).pathname;
  await county.goto(second);
  const row = county.getByRole("row").filter({ hasText: proposed });
  await expect(row).toContainText(name);
  await county.getByLabel("审定 名称").fill(decided);
  await expectNoViolations(county);
  await county.getByRole("button", { name: "同意并执行" }).click();
  await expect(heading(county)).toHaveText(decided);
  await township.goto(second);
  await expect(township.getByRole("row").filter({ hasText: proposed })).toContainText(decided);
  await expect(township.getByText("已同意")).toBeVisible();
  await takeBack(county);
  await expect(heading(county)).toHaveText(name);
});

test("two branches become one, the old one leads to the new, and both are there again @everywhere", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signInAs(page, "次仁旺堆");
  const whole = await openBranch(page);
  const address = page.url();
  await page.getByRole("link", { name: "合并", exact: true }).click();
  const sources = page.getByRole("group", { name: "并入本组织的党组织" });

  await test.step("nothing chosen is said beside the choice", async () => {
    await page.getByRole("button", { name: "看预演" }).click();
    await expect(sources).toContainText("请选出要并进来的党组织");
    await expectNoViolations(page);
  });
  const chosen = sources.locator("label").first();
  const source = (await textOf(chosen)).trim();
  await chosen.click();
  await page.getByLabel("批准文号").fill("察组发〔2026〕12号");
  await page.getByRole("button", { name: "看预演" }).click();
  await expect(page.getByRole("row").filter({ hasText: "合并为" })).toContainText(source);
  await expect(page.getByRole("row").filter({ hasText: "在任的任职" })).toContainText("所在党组织撤销");
  await expectNoViolations(page);
  await page.getByRole("button", { name: "确认合并" }).click();
  await expect(page.getByText("已保存并生效")).toBeVisible();
  await expect(page.getByText(`“${source}”并入`).first()).toBeVisible();

  await test.step("the one that ended says where it went on", async () => {
    await page.getByRole("link", { name: source, exact: true }).first().click();
    await expect(heading(page)).toHaveText(source);
    await expect(page.getByText("接续的党组织")).toBeVisible();
    await page.getByRole("link", { name: whole, exact: true }).first().click();
    await expect(heading(page)).toHaveText(whole);
  });
  await takeBack(page);
  await page.goto(address);
  await expect(page.getByText("已还原，如同没有发生").first()).toBeVisible();
});

test("a branch is split, the part tells where it came from, and the whole is as before @everywhere", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signInAs(page, "次仁旺堆");
  const whole = await openBranch(page);
  const address = page.url();
  const name = nameOfRun("分").concat("党支部");
  await page.getByRole("link", { name: "拆分", exact: true }).click();
  await page.getByLabel("新组织的名称").fill(name);
  const members = page.getByRole("group", { name: "划走的党员" });

  await test.step("nothing chosen is said beside the choice, and nothing typed is lost", async () => {
    await page.getByRole("button", { name: "看预演" }).click();
    await expect(members).toContainText("请选出要划走的下级组织或党员");
    await expect(page.getByLabel("新组织的名称")).toHaveValue(name);
    await expectNoViolations(page);
  });
  await members.locator("label").first().click();
  await page.getByRole("button", { name: "看预演" }).click();
  await expect(page.getByRole("row").filter({ hasText: "划走的党员" })).toContainText("1");
  await page.getByRole("button", { name: "确认拆分" }).click();
  await expect(page.getByText("已保存并生效")).toBeVisible();

  await test.step("the part leads back to the whole", async () => {
    await page.getByRole("link", { name, exact: true }).first().click();
    await expect(heading(page)).toHaveText(name);
    await expect(page.getByText(`由“${whole}”拆分设立“${name}”`)).toBeVisible();
    await page.goto(address);
  });
  await takeBack(page);
});
