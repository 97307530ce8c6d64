// What every journey stands on: a browser that fails on noise, on outside hosts and on what its policy refuses, and quick sign-in.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test as plain } from "@playwright/test";

/** Import `test` and `expect` from here: a journey with an error in the console, a refused style or an outside request fails. */
export const test = plain.extend<{ watched: undefined }>({
  watched: [
    async ({ page }, use) => {
      const noise = await listen(page);
      const outside = await onlyThisHost(page);
      await use(undefined);
      expect.soft(outside, "requests to other hosts").toEqual([]);
      expect.soft(noise, "errors in the browser").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Errors of the page: console, exceptions, and violations of the content security policy. */
async function listen(page: Page): Promise<string[]> {
  const noise: string[] = [];
  await page.exposeFunction("tellViolation", (what: string) => noise.push(`policy: ${what}`));
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", (event) =>
      (window as unknown as { tellViolation(what: string): void }).tellViolation(
        `${event.violatedDirective} ${event.blockedURI} on ${location.pathname} ${event.sample}`,
      ),
    ),
  );
  page.on("console", (message) => {
    if (message.type() === "error" && !isAnswer(message.text())) noise.push(message.text());
  });
  page.on("pageerror", (error) => noise.push(`exception: ${error.message}`));
  return noise;
}

/** Chromium writes every answer of 400 and more into the console; a page that says "not found" in words is no defect. */
const isAnswer = (text: string) =>
  /^Failed to load resource: the server responded with a status of 4\d\d/.test(text);

/** Blocks and remembers every request that leaves the app's own host. */
export async function onlyThisHost(page: Page): Promise<string[]> {
  const outside: string[] = [];
  const home = new URL(test.info().project.use.baseURL ?? "").host;
  await page.context().route(
    (url) => /^(https?|wss?):$/.test(url.protocol) && url.host !== home,
    (route) => {
      outside.push(route.request().url());
      return route.abort();
    },
  );
  return outside;
}

/** The one-click sign-in of the demo, by the person's name as the sign-in page shows it. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("button", { name }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}

/** No accessibility violation as the page stands, in the light and in the dark. */
export async function expectNoViolations(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const told = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(" · ")}`,
    );
    expect.soft(told, `${colorScheme}, ${new URL(page.url()).pathname}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}
