// A leader asks about an exception of the cockpit with two taps; the county answers on a phone, is asked again, and the leader accepts. Without scripts it goes the same way.
import { expect, expectNoViolations, test, textOf } from "./support/app.ts";

test("what asks for attention becomes an instruction in two taps, and is tracked until its answer is accepted", async ({
  as,
}) => {
  const leader = await as("洛松平措");
  // The home county is the one whose people sign in here.
  const county = "察雅县";
  await leader.goto("/cockpit");
  const line = leader.getByRole("listitem").filter({ hasText: county }).filter({ hasText: "批示" }).first();
  let taps = 0;
  const tap = async (name: string | RegExp, role: "link" | "button") => {
    taps += 1;
    await (role === "link" ? line : leader).getByRole(role, { name, exact: true }).first().click();
  };
  await tap("批示", "link");
  await expect(leader.getByRole("heading", { level: 1 })).toHaveText("作批示");
  await expectNoViolations(leader);
  await tap("发出批示", "button");
  expect(taps, "taps from the exception to the instruction").toBeLessThanOrEqual(3);
  await expect(leader.getByText("批示已发出")).toBeVisible();
  const address = new URL(leader.url()).pathname;
  const stood = await textOf(leader.getByText(/，\d{4}\s*年\s*\d+\s*月）/).first());
  await leader.goto("/cockpit");
  await expect(leader.locator(`main a[href="${address}"]`).first()).toHaveText("已批示 · 待反馈");

  const asked = await as("嘎松曲珍", { viewport: { width: 390, height: 844 } });
  await asked.goto("/inbox");
  await asked.locator(`main a[href="${address}"]`).click();
  await expect(asked.locator("main")).toContainText(stood);
  await asked.getByRole("button", { name: "标为已阅" }).click();
  await expect(asked.getByText("已标为已阅")).toBeVisible();
  await asked.getByRole("button", { name: "提交反馈" }).click();
  await expect(asked.getByText("写几句，至少两个字").first()).toBeVisible();
  expect(await asked.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await expectNoViolations(asked);
  await asked.getByRole("textbox", { name: /^反馈/ }).fill("已分到各乡镇，月底补上");
  await asked.getByRole("button", { name: "提交反馈" }).click();
  await expect(asked.getByText("已反馈，等批示人审阅")).toBeVisible();

  await leader.goto("/inbox");
  await expect(leader.locator(`main a[href="${address}"]`)).toContainText("反馈了您的批示");
  await leader.goto("/cockpit");
  await expect(leader.locator(`main a[href="${address}"]`).first()).toHaveText("已批示 · 已反馈");
  await leader.goto(address);
  await leader.getByText("退回重办", { exact: true }).first().click();
  await leader.locator("#return").getByRole("textbox", { name: /^原因/ }).fill("写明哪几个乡镇");
  await leader.locator("#return").getByRole("button", { name: "退回重办" }).click();
  await expect(leader.getByText("已退回，对方会在收件箱看到")).toBeVisible();
  await leader.getByRole("button", { name: "催办" }).click();
  await expect(leader.getByText(/24 小时内已催办过，\d{4}-\d\d-\d\d \d\d:\d\d 以后可以再催/)).toBeVisible();

  // The same person at a machine that runs no scripts.
  const plain = await as("嘎松曲珍", { javaScriptEnabled: false });
  await plain.goto(address);
  await plain.getByRole("textbox", { name: /^反馈/ }).fill("吉塘镇和荣周乡，已定专人");
  await plain.getByRole("button", { name: "提交反馈" }).click();
  await expect(plain.getByText("已反馈，等批示人审阅")).toBeVisible();

  await leader.goto(address);
  await leader.getByRole("button", { name: "同意，办结" }).click();
  await expect(leader.getByText("已审阅，这条批示办结")).toBeVisible();
  await expect(leader.locator("main")).toContainText("作出批示");
  await expect(leader.locator("main")).toContainText("吉塘镇和荣周乡，已定专人");
  await leader.goto("/cockpit");
  await expect(leader.locator(`main a[href="${address}"]`).first()).toHaveText("已批示 · 已办结");

  // Each count of the list is as many as its rows.
  await leader.goto("/instructions");
  for (const tab of await leader.getByRole("navigation", { name: "批示的分类" }).getByRole("link").all()) {
    const href = (await tab.getAttribute("href")) ?? "";
    const count = Number(/(\d+)$/.exec(await textOf(tab))?.[1]);
    const page = await as("洛松平措");
    await page.goto(href);
    await expect(page.locator("main tbody tr"), href).toHaveCount(Math.min(count, 50));
  }
});
