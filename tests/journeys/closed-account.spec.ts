// Somebody's account is closed while the phone in the valley still holds a visit: the office is warned, nothing is lost, and nothing counts unseen.
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect, sessionsEnded, signInAs, test } from "./support/app.ts";

const chip = (page: Page) => page.locator("[data-field-state]");
const SAID = "账号停用前写的";

/** How many rows wait on the phone, and how many of them can still be read there. */
const onPhone = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ kept: number; readable: boolean[]; held: boolean[]; ids: string[] }>((resolve) => {
        const open = indexedDB.open("field");
        open.onsuccess = () => {
          const found = { kept: 0, readable: [] as boolean[], held: [] as boolean[], ids: [] as string[] };
          const transaction = open.result.transaction(["kept", "outbox"]);
          transaction.objectStore("kept").count().onsuccess = ({ target }) => {
            found.kept = (target as IDBRequest<number>).result;
          };
          transaction.objectStore("outbox").getAll().onsuccess = ({ target }) => {
            const rows = (target as IDBRequest<{ id: string; box: unknown; held?: boolean }[]>).result;
            found.readable = rows.map(({ box }) => box !== null);
            found.ids = rows.map(({ id }) => id);
            found.held = rows.map(({ held }) => held === true);
          };
          transaction.oncomplete = () => {
            open.result.close();
            resolve(found);
          };
        };
      }),
  );

test("an account is closed while one visit is unsent: the office is warned, the phone hands it over sealed, the township takes it in", {
  tag: "@phone",
}, async ({ browser, as }) => {
  test.setTimeout(150_000);
  const context = await browser.newContext({ ...test.info().project.use, serviceWorkers: "block" });
  const phone = await context.newPage();
  await signInAs(phone, "邓增罗布");
  await phone.goto("/today");
  await expect(chip(phone)).toHaveText(/^\d\d:\d\d$/, { timeout: 20_000 });
  await phone.locator("main a[href^='/households/']").first().click();
  await phone.getByRole("link", { name: "记录走访" }).first().click();
  // The visits do not get through, the rest of the server does.
  await phone.route("**/api/sync", (route) => route.abort("connectionreset"));
  const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#576" } })
    .jpeg()
    .toBuffer();
  await phone
    .locator("input[name=photos]")
    .setInputFiles({ name: "1.jpg", mimeType: "image/jpeg", buffer: picture });
  await phone.locator("textarea[name=note]").fill(SAID);
  await phone.locator("label", { hasText: "正常" }).click();
  const toldWaiting = phone.waitForResponse((answer) => answer.url().endsWith("/api/sync/waiting"));
  await phone.getByRole("button", { name: "保存", exact: true }).click();
  await phone.waitForURL(/kept=1/);
  await toldWaiting;
  const [id] = (await onPhone(phone)).ids;

  const office = await as("向巴泽仁");
  await test.step("the office sees that something waits on the phone, and closes the account all the same", async () => {
    await office.goto("/admin/accounts");
    await office.getByRole("link", { name: "邓增罗布" }).first().click();
    await expect(office.getByText("此人的手机上还有 1 条走访没有上传")).toBeVisible();
    await office.getByRole("button", { name: "停用账号" }).click();
    sessionsEnded("邓增罗布");
    await expect(office.getByRole("button", { name: "恢复使用" })).toBeVisible();
  });

  await test.step("at its next word the phone hands the visit over sealed, then forgets all that can be read", async () => {
    await phone.unroute("**/api/sync");
    // Opened anew, it comes to the door, and even there it does what it must.
    await phone.goto("/today");
    await expect(phone).toHaveURL(/sign-in/);
    await expect(phone.getByText("未上传的 1 条已封存交乡镇核实")).toBeVisible({ timeout: 20_000 });
    await expect
      .poll(() => onPhone(phone), { timeout: 20_000 })
      .toMatchObject({ kept: 0, readable: [false], held: [true] });
  });

  await test.step("the township looks at it and takes it in under the writer's name, with its photo", async () => {
    await office.goto("/inbox");
    await office.getByRole("link", { name: "邓增罗布手机上封存的记录等您核实" }).click();
    const row = office.getByRole("listitem").filter({ hasText: SAID });
    await expect(row).toContainText("邓增罗布（账号已停用）写于");
    await expect(row).toContainText("照片 1 张");
    await row.getByRole("button", { name: "核实属实，收下" }).click();
    await expect(office.getByText("已收下，记在写的人名下。")).toBeVisible();
    await expect(office.getByText(SAID)).toHaveCount(0);
  });

  await test.step("opened again, the phone hears that it is there: one visit, one photo", async () => {
    await office.goto("/admin/accounts?f.status=DISABLED");
    await office.getByRole("link", { name: "邓增罗布" }).first().click();
    await office.getByRole("button", { name: "恢复使用" }).click();
    await expect(office.getByRole("button", { name: "停用账号" })).toBeVisible();
    // What was open when the account was closed stays ended.
    await phone.goto("/sync");
    await expect(phone).toHaveURL(/sign-in/);
    await signInAs(phone, "邓增罗布");
    await phone.goto("/sync");
    await expect(phone.getByText(/全部已上传/)).toBeVisible({ timeout: 20_000 });
    await phone.goto(`/visits/${id}`);
    await expect(phone.getByText(SAID)).toBeVisible();
    await expect(phone.locator("#photos img")).toHaveCount(1);
    await phone.getByRole("button", { name: "撤回这次走访" }).click();
    await expect(phone.getByText(/已撤回/).first()).toBeVisible();
  });
  await context.close();
});
