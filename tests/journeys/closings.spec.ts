// A closed month: the leader finds it in his inbox, sees what was told and what was corrected since, and signs; late visits change no told number.
import { expect, expectNoViolations, test } from "./support/app.ts";

test("a closed month waits for the leader, shows told and corrected, and is signed once", async ({ as }) => {
  const leader = await as("洛松平措");
  await leader.goto("/inbox");
  const waiting = leader.locator("main a[href*='/cockpit/closings/']");
  await expect(waiting).toHaveCount(1);
  await waiting.click();
  await expect(leader.getByRole("heading", { level: 1 })).toContainText("封账");
  const lines = leader.getByRole("table", { name: "各项指标" });
  const visits = lines.getByRole("row", { name: /走访达标率/ });
  const [told = "", corrected = "", , now = ""] = (await visits.getByRole("cell").allTextContents()).slice(
    -4,
  );
  expect(corrected).toMatch(/^\+\d+\/0$/);
  expect(told).not.toBe(now);
  await expect(
    leader.getByRole("table", { name: "更正" }).getByRole("row", { name: /走访/ }).first(),
  ).toBeVisible();
  await expectNoViolations(leader);
  // The rows of today say what was told of them.
  await visits.getByRole("link").click();
  await expect(leader.getByText(`封账时 ${told.trim()}`)).toBeVisible();
  await expect(leader.locator("[data-rows-total]")).toHaveAttribute(
    "data-rows-total",
    /\/([\d,]+)）/.exec(now)?.[1]?.replaceAll(",", "") ?? "none",
  );
  await leader.goBack();
  await leader.setViewportSize({ width: 390, height: 844 });
  expect(await leader.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await leader.getByRole("textbox", { name: /^说明/ }).fill("已逐项核对");
  await leader.getByRole("button", { name: "核签" }).click();
  await expect(leader.getByRole("table", { name: "核签" }).getByText("洛松平措")).toBeVisible();
  await expect(leader.getByRole("button", { name: "核签" })).toHaveCount(0);
  // The board of that month tells that it is closed.
  await leader.getByRole("link", { name: "看当期驾驶舱" }).click();
  await expect(leader.getByRole("link", { name: "已封账" })).toBeVisible();
  await leader.goto("/inbox");
  await expect(waiting).toHaveCount(0);
});
