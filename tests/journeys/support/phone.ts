// A phone in the valley: what journeys without a network share.
import type { BrowserContext, Page } from "@playwright/test";
import { expect, signInAs } from "./app.ts";

export const chip = (page: Page) => page.locator("[data-field-state]");

/** Signs in and waits until the phone holds its households and the shell. */
export async function firstSync(page: Page, name: string) {
  await signInAs(page, name);
  await page.goto("/today");
  await expect(chip(page)).toHaveText(/^\d\d:\d\d$/, { timeout: 20_000 });
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state), {
      timeout: 20_000,
    })
    .toBe("activated");
}

/** Closed and opened again where there is no network: a new page of the same phone. */
export async function openAgain(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

export async function saveHere(page: Page, situation = "正常") {
  await page.locator("label", { hasText: situation }).click();
  await page.getByRole("button", { name: "保存", exact: true }).click();
}

export const idsIn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const open = indexedDB.open("field");
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const all = open.result.transaction("outbox").objectStore("outbox").getAllKeys();
          all.onsuccess = () => resolve(all.result.map(String));
        };
      }),
  );
