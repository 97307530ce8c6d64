// The office uploads the approved map of its counties, sees it drawn, shows it on the cockpit with its number below, and takes it away again.
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { gridOf } from "#tests/build/boundary.ts";
import { expect, expectNoViolations, test } from "./support/app.ts";

const NUMBER = "藏S（2026）012号";
/** The invented outlines of this test bear the codes of the counties; nobody's boundary looks like this. */
const COUNTIES = [21, 2, 22, 23, 24, 25, 26, 27, 28, 29, 30].map((at) => ({
  adcode: 540300 + at,
}));
const fileOf = (content: string, name = "区县边界.geojson") => ({
  name,
  mimeType: "application/geo+json",
  buffer: Buffer.from(content),
});

async function upload(page: Page, content: string, number: string) {
  await page.getByLabel("审图号").fill(number);
  await page.locator("#file").setInputFiles(fileOf(content));
  await page.getByRole("button", { name: "上传并预览" }).click();
}

test("an approved map is uploaded, shown with its number, and taken away", async ({ as }) => {
  test.setTimeout(120_000);
  const office = await as("格桑德吉");
  await office.goto("/admin/map");

  await test.step("what is wrong is said beside its field, and the number stays", async () => {
    await upload(office, "不是地图", NUMBER);
    await expect(office.locator("#file")).toHaveAccessibleDescription(/不是 JSON/);
    await expect(office.getByLabel("审图号")).toHaveValue(NUMBER);
    await upload(office, gridOf(COUNTIES.slice(1)), NUMBER);
    await expect(office.locator("#file")).toHaveAccessibleDescription(/还缺：江达县。/);
    await upload(office, gridOf(COUNTIES), "2026年012号");
    await expect(office.getByLabel("审图号")).toHaveAccessibleDescription(/如 GS（2023）1234号/);
    await expect(office.getByLabel("审图号")).toHaveValue("2026年012号");
    await expectNoViolations(office);
  });

  await test.step("it is looked at as drawn, with what of the file was left out, before it is used", async () => {
    await upload(office, gridOf([...COUNTIES, { name: "邻市某县" }], { points: 800 }), NUMBER);
    const waiting = office
      .locator("section")
      .filter({ has: office.getByRole("heading", { name: "待启用的地图" }) });
    await expect(waiting.getByRole("figure", { name: "待启用的地图" }).getByText("类乌齐")).toBeVisible();
    await expect(waiting).toContainText("已对上 11 个区县");
    await expect(waiting).toContainText("不画出来的：邻市某县");
    await expect(waiting).toContainText(`审图号：${NUMBER}`);
    await expectNoViolations(office);
    await office.goto("/cockpit");
    await expect(office.getByText(NUMBER)).toHaveCount(0);
    await office.goto("/admin/map");
    await office.getByRole("button", { name: "启用" }).click();
    await expect(office.getByRole("heading", { name: "正在使用的地图" })).toBeVisible();
  });

  const leader = await as("洛松平措");
  await test.step("the leader sees it on the cockpit, with the figures of the tiles, and either by a link", async () => {
    const answer = await leader.request.get("/cockpit");
    expect(gzipSync(await answer.body()).length).toBeLessThanOrEqual(45_000);
    await leader.goto("/cockpit");
    await expect(leader.getByText(`审图号：${NUMBER}`)).toBeVisible();
    const map = leader.getByRole("figure", { name: /^地图/ });
    await expect(map.getByRole("link")).toHaveCount(11);
    const drawn = await map.getByRole("link", { name: /^芒康/ }).getAttribute("aria-label");
    const small = await map.getByRole("link").evaluateAll((links) =>
      links.filter((link) => {
        const { width, height } = link.getBoundingClientRect();
        return Math.min(width, height) < 24;
      }),
    );
    expect(small).toEqual([]);
    await expectNoViolations(leader);
    await leader.getByRole("link", { name: "看方位图" }).click();
    await expect(leader.getByText("区县方位示意图，非行政区划图")).toBeVisible();
    const tile = leader.getByRole("list", { name: /^方位示意图/ }).getByRole("link", { name: /芒康/ });
    const words = (await tile.allInnerTexts()).join("").replace(/\s/g, "");
    expect(words).toBe(drawn?.replace(/\s/g, ""));
    await leader.getByRole("link", { name: "看地图" }).click();
    await map.getByRole("link", { name: /^芒康/ }).focus();
    await leader.keyboard.press("Enter");
    await expect(leader.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(leader).toHaveURL(/\/cockpit\/.+u=/);
    await expect(leader.locator("main")).toContainText("芒康县");
  });

  await test.step("taken away, the tiles are back, and the record tells who had it when", async () => {
    await office.getByRole("button", { name: "撤下" }).click();
    await expect(office.getByRole("heading", { name: "正在使用的地图" })).toHaveCount(0);
    await expect(
      office
        .getByRole("table", { name: "以前的地图" })
        .getByRole("row", { name: /格桑德吉/ })
        .first(),
    ).toContainText(NUMBER);
    await leader.goto("/cockpit");
    await expect(leader.getByText("区县方位示意图，非行政区划图")).toBeVisible();
    await expect(leader.getByText(NUMBER)).toHaveCount(0);
    await expect(leader.getByRole("link", { name: "看地图" })).toHaveCount(0);
  });
});
