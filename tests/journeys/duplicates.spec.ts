// Two files of one family: warned of while the second is typed, found in the list, joined into one, and parted again without loss.
import type { Page } from "@playwright/test";
import { expect, expectNoViolations, test, textOf } from "./support/app.ts";
import { nameOfRun } from "./support/sheets.ts";
import { register } from "./support/steps.ts";

const main = (page: Page) => page.locator("main");
const numberOn = async (page: Page) =>
  /L\d{4}[0-9A-F]{8}/.exec(await textOf(main(page).locator("header").first()))?.[0] ?? "";

test("a family put down twice becomes one file and, if that was wrong, two again", async ({ as }) => {
  const clerk = await as("向巴泽仁");
  const [name, spelling] = [nameOfRun("次仁"), nameOfRun("泽仁")];
  const first = await register(clerk, name, "未脱贫");
  await clerk.goto("/households/new");
  await clerk.getByLabel(/^村(?!民)/).selectOption({ label: "雪通村" });
  await clerk.getByLabel("户主姓名").fill(spelling);
  await clerk.getByLabel("户主姓名").blur();
  await expect(main(clerk)).toContainText(name);
  const second = await register(clerk, spelling, "未脱贫");
  const secondNo = await numberOn(clerk);
  expect(secondNo).not.toBe("");

  await clerk.goto("/households/duplicates");
  const pair = main(clerk).getByRole("listitem").filter({ hasText: name }).filter({ hasText: spelling });
  await expect(pair).toHaveCount(1);
  await expectNoViolations(clerk);
  await pair.getByRole("link", { name: "并排核对" }).click();
  await clerk.waitForURL(/\/duplicate\?of=/);
  await expectNoViolations(clerk);
  // Which of the two ends is the reader's choice: the later file is to end.
  if (!clerk.url().includes(second.split("/").at(-1) ?? "-")) throw new Error("another pair was opened");
  if (!new URL(clerk.url()).pathname.startsWith(second))
    await clerk.getByRole("link", { name: /^对调/ }).click();
  await clerk.waitForURL((url) => url.pathname.startsWith(second));
  await clerk.getByRole("button", { name: "合并为一户" }).click();
  await clerk.waitForURL((url) => url.pathname.startsWith(first));

  await test.step("the old number and the old address lead to the file that stayed", async () => {
    await clerk.goto(second);
    await clerk.waitForURL((url) => url.pathname === first);
    await expect(main(clerk)).toContainText(`旧档案（${secondNo}）`);
    await clerk.goto("/households/duplicates");
    await expect(pair).toHaveCount(0);
  });
  await test.step("taken back, both stand as before", async () => {
    await clerk.goto(`${first}/life`);
    await clerk.getByRole("button", { name: "撤销这次登记" }).click();
    await clerk.waitForURL((url) => url.pathname.startsWith(second));
    await expect(main(clerk)).toContainText("已由 向巴泽仁 撤销");
    await clerk.goto(second);
    await expect(clerk.getByRole("heading", { level: 1 })).toHaveText(`${spelling}家`);
    expect(new URL(clerk.url()).pathname).toBe(second);
  });
  await test.step("said to be two, the pair is asked about no more", async () => {
    await clerk.goto("/households/duplicates");
    await pair.getByRole("button", { name: "核实不是同一户" }).click();
    await expect(pair).toHaveCount(0);
  });
});
