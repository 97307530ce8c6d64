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
