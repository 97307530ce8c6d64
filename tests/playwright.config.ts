// How the journeys run: a built app somebody else started (BASE_URL), a Chinese office's screen, and a phone for what is tagged @phone.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

const scratch = process.env.TEST_SCRATCH;
/** "pages" looks at every page and changes nothing that others look at, so two may look at once; "deeds-…" is a share of the rest, one by one; unset is all. */
const part = process.env.JOURNEYS_PART;
const PAGES = /pages\.spec\.ts$/;
const executablePath =
  process.env.CHROMIUM_PATH ?? ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const hush = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];
const phoneAgent =
  "Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Mobile Safari/537.36";

export default defineConfig({
  testDir: "journeys",
  outputDir: `../test-results/${part ?? "all"}`,
  workers: part === "pages" ? 2 : 1,
  fullyParallel: part === "pages",
  testMatch: part === "pages" ? PAGES : /\.spec\.ts$/,
  testIgnore: part?.startsWith("deeds") ? PAGES : [],
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // On a shared machine a page may be late once; what fails twice is broken.
  retries: process.env.CI === undefined ? 0 : 1,
  forbidOnly: process.env.CI !== undefined,
  reporter: scratch
    ? [["list"], ["json", { outputFile: join(scratch, `playwright-${part}.json`) }]]
    : [["list"]],
  use: {
    baseURL: process.env.BASE_URL ?? "http://127.0.0.1:3000",
    browserName: "chromium",
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    // Recording each journey costs a tenth of the time; a second try is recorded.
    trace: "on-first-retry",
    screenshot: "only-on-failure",
    launchOptions: { executablePath, args: [...asRoot, ...hush, "--disable-quic"] },
  },
  projects: [
    { name: "desktop", grepInvert: /@phone\b/, use: { viewport: { width: 1366, height: 768 } } },
    {
      name: "phone",
      grep: /@phone\b|@everywhere\b/,
      use: {
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: 2,
        isMobile: true,
        hasTouch: true,
        userAgent: phoneAgent,
      },
    },
  ],
});
