// A phone that several people hold: the password of digits, the wipe, and what waits behind it and still reaches the county.
import type { Page } from "@playwright/test";
import { expect, signInAs, test } from "./support/app.ts";

const PIN = "270519";
const chip = (page: Page) => page.locator("[data-field-state]");
const lock = (page: Page) => page.getByRole("dialog", { name: "已锁定" });

async function firstSync(page: Page, name: string) {
  await signInAs(page, name);
  await page.goto("/today");
  await expect(chip(page)).toHaveText(/^\d\d:\d\d$/, { timeout: 20_000 });
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state), {
      timeout: 20_000,
    })
    .toBe("activated");
}

async function type(page: Page, pin: string) {
  for (const digit of pin) await lock(page).getByRole("button", { name: digit, exact: true }).click();
  await lock(page).getByRole("button", { name: "打开", exact: true }).click();
}

async function setPin(page: Page, pin: string, again = pin) {
  await page.getByLabel(/^新密码/).fill(pin);
  await page.getByLabel("再填一次").fill(again);
  await page.getByRole("button", { name: "保存密码" }).click();
}

/** How many rows each store of the phone holds, and whether what waits can still be read there. */
const onPhone = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{
        kept: number;
        keys: number;
        sealed: number;
        photos: number;
        readable: boolean[];
        ids: string[];
      }>((resolve) => {
        const open = indexedDB.open("field");
        open.onsuccess = () => {
          const found = {
            kept: 0,
            keys: 0,
            sealed: 0,
            photos: 0,
            readable: [] as boolean[],
            ids: [] as string[],
          };
          const transaction = open.result.transaction(["kept", "keys", "sealed", "photos", "outbox"]);
          for (const name of ["kept", "keys", "sealed", "photos"] as const)
            transaction.objectStore(name).count().onsuccess = ({ target }) => {
              found[name] = (target as IDBRequest<number>).result;
            };
          transaction.objectStore("outbox").getAll().onsuccess = ({ target }) => {
            const rows = (target as IDBRequest<{ id: string; box: unknown }[]>).result;
            found.readable = rows.map(({ box }) => box !== null);
            found.ids = rows.map(({ id }) => id);
          };
          transaction.oncomplete = () => {
            open.result.close();
            resolve(found);
          };
        };
      }),
  );

async function writeVisit(page: Page) {
  await page.goto("/visits/new");
  await page.locator("main a[href*='household=']").first().click();
  await page.locator("label", { hasText: "正常" }).click();
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByText("已保存在本机，联网后自动上传。")).toBeVisible();
}

test("locked when opened anew and after five minutes; ten wrong ones wipe the phone, and the visit still arrives", {
  tag: "@phone",
}, async ({ browser }) => {
  test.setTimeout(150_000);
  const context = await browser.newContext({ ...test.info().project.use });
  const first = await context.newPage();
  await firstSync(first, "李雪梅");
  await first.goto("/sync");
  await first.getByRole("button", { name: "设密码" }).click();
  for (const [pin, again, said] of [
    ["12345", "12345", "请填 6 到 12 位数字"],
    ["123456", "123456", "这个密码太好猜"],
    [PIN, "270518", "两次填的不一样"],
  ] as const) {
    await setPin(first, pin, again);
    await expect(first.getByRole("alert").filter({ hasText: said })).toBeVisible();
  }
  await setPin(first, PIN);
  await expect(first.getByText("密码已保存")).toBeVisible();
  await context.setOffline(true);
  await first.close();

  const page = await context.newPage();
  let id: string | undefined;
  await test.step("opened anew without a network: nothing is shown before the password", async () => {
    await page.goto("/today");
    await expect(lock(page)).toBeVisible();
    expect((await onPhone(page)).keys).toBe(0);
    await expect(page.getByText("离线中。可以记录走访")).toHaveCount(0);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect(lock(page)).toBeVisible();
    await type(page, "000000");
    await expect(lock(page).getByRole("alert")).toHaveText("密码不对，还可以试 9 次");
    await type(page, PIN);
    await expect(lock(page)).toHaveCount(0);
    await expect(page.getByText("离线中。可以记录走访")).toBeVisible();
  });

  await test.step("another page of it needs no password; left alone for five minutes it does", async () => {
    await writeVisit(page);
    await expect(chip(page)).toContainText("1 待上传");
    [id] = (await onPhone(page)).ids;
    // The page that goes says that somebody was there; what was left alone for five minutes said nothing.
    await page.addInitScript(() => {
      if (!sessionStorage.getItem("left-alone")) return;
      sessionStorage.removeItem("left-alone");
      localStorage.setItem("field-seen", String(Date.now() - 301_000));
    });
    await page.evaluate(() => sessionStorage.setItem("left-alone", "yes"));
    await page.reload();
    await expect(lock(page)).toBeVisible();
    await type(page, PIN);
    await expect(lock(page)).toHaveCount(0);
  });

  await test.step("ten wrong ones, ever slower: what is readable goes, what waits stays sealed", async () => {
    await page.goto("/sync");
    await page.getByRole("button", { name: "现在锁上" }).click();
    await page.clock.install();
    for (let tries = 1; tries <= 10; tries += 1) {
      await type(page, "999999");
      if (tries < 10)
        await expect(lock(page).getByRole("alert")).toContainText(`还可以试 ${10 - tries} 次`, {
          timeout: 15_000,
        });
      if (tries === 5) {
        await expect(lock(page).getByRole("alert")).toContainText("请等 30 秒再试");
        await type(page, PIN);
        await expect(lock(page).getByRole("alert")).toContainText("再试，还可以试 5 次");
      }
      if (tries >= 5) await page.clock.fastForward(30_000 * 2 ** (tries - 5) + 1_000);
    }
    await expect(page.getByRole("heading", { name: "请重新登录" })).toBeVisible({ timeout: 15_000 });
    await expect(page.getByText("未上传的 1 条已封存")).toBeVisible();
    expect(await onPhone(page)).toMatchObject({ kept: 0, keys: 0, sealed: 1, photos: 0, readable: [false] });
    await page.getByRole("button", { name: "去登录" }).click();
    await expect(page.getByText("现在没有网络。请到有网络的地方再按一次。")).toBeVisible();
  });

  await test.step("signed in again, the sealed visit arrives, once, and the phone holds its households anew", async () => {
    await context.setOffline(false);
    await page.getByRole("button", { name: "去登录" }).click();
    await page.waitForURL(/sign-in/);
    await page.getByRole("button", { name: "李雪梅" }).click();
    await expect(page).not.toHaveURL(/sign-in/);
    await page.goto("/sync");
    await expect(page.getByText(/全部已上传/)).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText(/\d+ 户，\d+ KB/)).toBeVisible();
    expect(await onPhone(page)).toMatchObject({ kept: 1, keys: 1, sealed: 0, readable: [] });
    await page.goto(`/visits/${id}`);
    await page.getByRole("button", { name: "撤回这次走访" }).click();
    await expect(page.getByText(/已撤回/).first()).toBeVisible();
  });

  await test.step("seven days without a word: the households and the readable visit go by themselves", async () => {
    await page.goto("/sync");
    await expect(page.getByText(/\d+ 户，\d+ KB/)).toBeVisible();
    await context.setOffline(true);
    await writeVisit(page);
    expect(await onPhone(page)).toMatchObject({ kept: 1, sealed: 1, readable: [true] });
    await page.clock.setSystemTime(Date.now() + 7.1 * 86_400_000);
    await page.goto("/sync");
    await expect(page.getByRole("listitem").filter({ hasText: "加密的走访" })).toBeVisible();
    expect(await onPhone(page)).toMatchObject({ kept: 0, keys: 0, sealed: 1, photos: 0, readable: [false] });
    await page.goto("/today");
    await expect(page.getByText("本机还没有存下资料")).toBeVisible();
    await context.setOffline(false);
    await page.goto("/sync");
    await page.getByRole("button", { name: /立即同步|正在同步/ }).click();
    await expect.poll(async () => (await onPhone(page)).readable, { timeout: 20_000 }).toEqual([]);
  });
  await context.close();
});
