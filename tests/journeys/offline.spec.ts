// The valley: what a first secretary sees and writes without a network, and what becomes of it when there is one again.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect, numberOf, signInAs, test, textOf } from "./support/app.ts";
import { chip, firstSync, idsIn, openAgain, saveHere } from "./support/phone.ts";

async function signOut(page: Page) {
  const leave = page.getByRole("button", { name: "退出登录" });
  await expect(async () => {
    if (!(await leave.isVisible())) await page.locator("summary[aria-label^='我的菜单']").click();
    await leave.click({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
}

test.describe("without a network", { tag: "@phone" }, () => {
  // Each of these has a context of its own, whose noise is what the network's absence writes into the console.
  test("my day stands there, a visit with a photo is written down, and reaches the county once", async ({
    browser,
    as,
  }) => {
    test.setTimeout(120_000);
    const leader = await as("洛松平措");
    const before = await numberOf(leader, "R2.3");
    const context = await browser.newContext({ ...test.info().project.use });
    const first = await context.newPage();
    await firstSync(first, "邓增罗布");
    const goal = first.getByText(/本月联户走访 \d+ \/ \d+/);
    const done = Number(/(\d+) \//.exec(await textOf(goal))![1]);
    await context.setOffline(true);
    await first.close();

    const page = await openAgain(context, "/today");
    await expect(page.getByRole("heading", { level: 1, name: "今日" })).toBeVisible({ timeout: 5_000 });
    await expect(page.getByText("离线中。可以记录走访，联网后自动上传。")).toBeVisible();
    const due = page.locator("section", { hasText: /逾期|本月应走访/ }).first();
    const card = due.getByRole("link").first();
    const name = await textOf(card.getByText(/家$/).first());
    await card.click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(page.getByRole("heading", { name: "家庭成员" })).toBeVisible();
    await page.getByRole("link", { name: "记录走访" }).click();
    await expect(page.getByRole("heading", { level: 1, name: `走访 ${name}` })).toBeVisible();
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page.getByRole("alert").first()).toContainText("请选一项情况");
    const picture = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: "#486" } })
      .jpeg()
      .toBuffer();
    await page
      .locator("input[name=photos]")
      .setInputFiles({ name: "1.jpg", mimeType: "image/jpeg", buffer: picture });
    await saveHere(page, "有困难");
    await expect(page.getByText("已保存在本机，联网后自动上传。")).toBeVisible();
    await expect(chip(page)).toContainText("1 待上传");
    await expect(page.getByRole("link", { name: new RegExp(name) }).first()).toContainText("已记在本机");
    await expect(page.getByText(`本月联户走访 ${done + 1} /`), "what waits counts already").toBeVisible();

    const ids = await idsIn(page);
    const [id] = ids;
    await test.step("still there after closing, with the same number; other pages say what they need", async () => {
      expect(ids).toHaveLength(1);
      await page.reload();
      await page.close();
      const again = await openAgain(context, "/sync");
      await expect(again.getByText("离线中。1 条待上传，内容都在本机。")).toBeVisible();
      await expect(again.getByRole("listitem").filter({ hasText: name })).toContainText("待上传");
      expect(await idsIn(again)).toEqual(ids);
      await again.goto("/cockpit");
      await expect(again.getByText("这一页要联网才能打开")).toBeVisible();
      await again.getByRole("link", { name: "户档案" }).click();
      await expect(again.getByRole("heading", { level: 1, name: "户档案" })).toBeVisible();
      await again.getByLabel("查找").fill(name.replace(/家$/, ""));
      await expect(again.locator("main li").first()).toContainText(name);
      await again.getByRole("link", { name: "走访记录" }).click();
      await expect(again.locator("main li").first()).toContainText("待上传");
      expect(await again.locator("main li").count(), "and the latest visits").toBeGreaterThan(3);
      await again.locator("main li").first().getByRole("link").click();
      await expect(again.getByRole("heading", { level: 1, name: `走访 ${name}` })).toBeVisible();
      await expect(again.locator("[data-visit-state=queued]")).toHaveText("待上传");
      await expect(again.getByText("有困难")).toBeVisible();
      const photo = again.getByRole("img", { name: "走访照片 1" });
      await expect
        .poll(() => photo.evaluate((img: HTMLImageElement) => img.naturalWidth))
        .toBeGreaterThan(100);
      await expect(again.getByRole("link", { name: "修改" })).toBeVisible();
      await again.close();
    });

    await test.step("back in the network it goes by itself, and the county's number grows by one", async () => {
      const back = await context.newPage();
      await back.goto("/sync");
      await context.setOffline(false);
      await back.goto("/sync");
      await expect(back.getByText(/全部已上传/)).toBeVisible({ timeout: 20_000 });
      await back.goto("/today");
      await expect(back.getByText(`本月联户走访 ${done + 1} /`)).toBeVisible();
      expect(await numberOf(leader, "R2.3")).toEqual({ met: before.met + 1, all: before.all });
    });

    await test.step("the visit that was sent is read in the valley, and words are added to it there", async () => {
      await context.setOffline(true);
      const away = await openAgain(context, `/visits/${id}`);
      await expect(away.locator("[data-visit-state=sent]")).toHaveText("已上传");
      await expect(away.getByText("1 张已上传，联网后可以看")).toBeVisible();
      await away.getByRole("button", { name: "保存补充" }).click();
      await expect(away.getByRole("alert").first()).toContainText("至少 2 个字");
      await away.getByLabel(/补充什么/).fill("后来打电话说，牛棚也要修");
      await away.getByRole("button", { name: "保存补充" }).click();
      await expect(away.getByText("已保存在本机，联网后自动上传。")).toBeVisible();
      await expect(away.getByRole("listitem").filter({ hasText: "牛棚也要修" })).toContainText("待上传");
      await expect(chip(away)).toContainText("1 待上传");
      await away.close();
    });

    await test.step("at the county it stands behind the visit, which is as it was", async () => {
      const back = await context.newPage();
      await back.goto("/sync");
      await context.setOffline(false);
      await back.goto("/sync");
      await expect(back.getByText(/全部已上传/)).toBeVisible({ timeout: 20_000 });
      await back.goto(`/visits/${id}`);
      await expect(back.locator("#photos img")).toHaveCount(1);
      await expect(back.locator("#additions li")).toHaveCount(1);
      await expect(back.locator("#additions li")).toContainText("邓增罗布");
      await expect(back.locator("#additions li")).toContainText("后来打电话说，牛棚也要修");
      await back.getByRole("button", { name: "撤回这次走访" }).click();
      await expect(back.getByText(/已撤回/).first()).toBeVisible();
    });
    await context.close();
  });

  test("an answer that was lost, five times: one row", async ({ browser }) => {
    test.setTimeout(90_000);
    const context = await browser.newContext({ ...test.info().project.use, serviceWorkers: "block" });
    const page = await context.newPage();
    await signInAs(page, "邓增罗布");
    await page.goto("/today");
    await expect(chip(page)).toHaveText(/^\d\d:\d\d$/, { timeout: 20_000 });
    let lost = 0;
    await page.route("**/api/sync", async (route) => {
      const answer = await route.fetch();
      expect(answer.status()).toBe(200);
      lost += 1;
      if (lost <= 5) await route.abort("connectionreset");
      else await route.fulfill({ response: answer });
    });
    await page.locator("main a[href^='/households/']").nth(1).click();
    await page.getByRole("link", { name: "记录走访" }).first().click();
    const sent = page.waitForURL(/kept=1/);
    await saveHere(page);
    await sent;
    const [id] = await idsIn(page);
    await page.goto("/sync");
    await expect(async () => {
      await page.getByRole("button", { name: /立即同步|正在同步/ }).click();
      expect(lost).toBeGreaterThan(5);
    }).toPass({ timeout: 40_000 });
    await expect(page.getByText(/全部已上传/)).toBeVisible();
    await page.goto("/visits?f.mine=yes&f.since=7");
    await expect(page.locator(`a[href*='${id}']`).first()).toBeVisible();
    await page.goto(`/visits/${id}`);
    await page.getByRole("button", { name: "撤回这次走访" }).click();
    await expect(page.getByText(/已撤回/).first()).toBeVisible();
    await context.close();
  });

  test("a session that ran out or was ended: what waits stays on the phone and goes after signing in again", async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ ...test.info().project.use });
    const page = await context.newPage();
    await firstSync(page, "李雪梅");
    await context.setOffline(true);
    await page.goto("/visits/new");
    await page.locator("main a[href*='household=']").first().click();
    await saveHere(page);
    await expect(page.getByText("已保存在本机，联网后自动上传。")).toBeVisible();
    const [id] = await idsIn(page);
    await page.goto("/sync");
    await expect(page.getByText(/\d+ 户，\d+ KB/)).toBeVisible();

    await test.step("ended from elsewhere: the households leave the phone, the visit does not", async () => {
      const elsewhere = await browser.newContext({
        ...test.info().project.use,
        storageState: await context.storageState(),
      });
      const other = await elsewhere.newPage();
      await other.goto("/today");
      await expect(chip(other)).toBeVisible();
      await signOut(other);
      await expect(other).toHaveURL(/sign-in/);
      await elsewhere.close();
      await context.setOffline(false);
      await page.getByRole("button", { name: "立即同步" }).click();
      await expect(page.getByText("这台设备上的登录已被结束")).toBeVisible({ timeout: 15_000 });
      await expect(page.getByText(/\d+ 户，\d+ KB/)).toHaveCount(0);
      expect(await idsIn(page)).toEqual([id]);
    });

    await test.step("run out: it says so, and leads to signing in", async () => {
      await context.clearCookies();
      await page.getByRole("button", { name: "立即同步" }).click();
      await expect(page.getByText("登录已过期，1 条都还在本机")).toBeVisible();
      await page.getByRole("link", { name: "去登录" }).click();
      await page.getByRole("button", { name: "李雪梅" }).click();
      await expect(page).not.toHaveURL(/sign-in/);
      await page.goto("/sync");
      await expect(page.getByText(/全部已上传/)).toBeVisible({ timeout: 20_000 });
      await page.goto(`/visits/${id}`);
      await page.getByRole("button", { name: "撤回这次走访" }).click();
      await expect(page.getByText(/已撤回/).first()).toBeVisible();
    });
    await context.close();
  });

  test("one cannot sign out while something waits; the way out is a file, and nothing is left on the phone", async ({
    browser,
    as,
  }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ ...test.info().project.use });
    const page = await context.newPage();
    await firstSync(page, "李雪梅");
    await page.goto("/visits/new");
    await page.locator("main a[href*='household=']").first().click();
    await page.waitForURL(/household=/);
    await context.setOffline(true);
    await saveHere(page);
    await expect(page.getByText("已保存在本机，联网后自动上传。")).toBeVisible();
    await page.goto("/sync");
    const [id] = await idsIn(page);
    const downloaded = page.waitForEvent("download");
    await page.getByRole("button", { name: "导出到文件" }).click();
    // It goes with the phone's browser: read while that is open.
    const download = await downloaded;
    expect(download.suggestedFilename()).toMatch(/\.qamdo334$/);
    const buffer = await readFile(await download.path());
    const file = { name: download.suggestedFilename(), mimeType: "application/octet-stream", buffer };
    await page.route("**/api/sync", (route) => route.abort());
    await context.setOffline(false);
    await page.goto("/today");
    await expect(chip(page)).toContainText("1 待上传");
    await signOut(page);
    await expect(page.getByText("还有 1 条没有上传，先不能退出登录")).toBeVisible();
    await page.getByRole("button", { name: "删除", exact: true }).click();
    await page.getByRole("button", { name: "确定删除，不能恢复" }).click();
    await expect(chip(page)).not.toContainText("待上传");
    await signOut(page);
    await expect(page).toHaveURL(/sign-in\?out=1/);
    await expect
      .poll(() =>
        page.evaluate(
          () =>
            new Promise((resolve) => {
              const open = indexedDB.open("field");
              open.onsuccess = () => {
                const stores = ["kept", "keys", "outbox", "about"];
                const transaction = open.result.transaction(stores);
                const counts: number[] = [];
                for (const name of stores)
                  transaction.objectStore(name).count().onsuccess = (event) =>
                    counts.push((event.target as IDBRequest<number>).result);
                transaction.oncomplete = () => resolve(counts);
              };
            }),
        ),
      )
      .toEqual([0, 0, 0, 0]);
    await context.setOffline(true);
    await page.goto("/today");
    await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("main").getByRole("paragraph")).toBeVisible();
    await context.close();

    const desk = await as("李雪梅");
    await desk.goto("/sync");
    for (const _twice of [1, 2]) {
      await desk.getByLabel("选择文件").setInputFiles(file);
      await desk.getByRole("button", { name: "导入", exact: true }).click();
      await expect(desk.getByText("已收下 1 条，0 条没有收下")).toBeVisible();
    }
    await desk.goto(`/visits/${id}`);
    await desk.getByRole("button", { name: "撤回这次走访" }).click();
    await expect(desk.getByText(/已撤回/).first()).toBeVisible();
  });
});
