// The walls as a browser or an attacker meets them over HTTP: doors, headers, cookies, origins, and where sign-in leads.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import {
  type APIRequestContext,
  type APIResponse,
  type Browser,
  expect,
  request as requests,
  test,
} from "@playwright/test";

const APP = join(import.meta.dirname, "../../app");
const OPEN = [
  "/sign-in",
  "/login",
  "/one-time-code",
  "/first-administrator",
  "/public/notices/12",
  "/s",
  "/s/12",
  // The empty shell of a phone: words and forms with nobody in them.
  "/offline",
];
/** The program that keeps that shell. */
const OPEN_ROUTES = ["/sw.js"];

/** Every page and route as an address, with a number for each part that is one. */
const addresses = (file: string) =>
  readdirSync(APP, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(`/${file}`) || name === file)
    .map((name) => `/${name.slice(0, -file.length)}`)
    .map(
      (path) =>
        path
          .replace(/\/\([^)]+\)/g, "")
          .replace(/\[[^\]]+\]/g, "12")
          .replace(/\/+$/, "") || "/",
    );

const HEADERS: Record<string, RegExp> = {
  "x-content-type-options": /^nosniff$/,
  "x-frame-options": /^DENY$/,
  "referrer-policy": /^same-origin$/,
  "cross-origin-opener-policy": /^same-origin$/,
  "permissions-policy": /microphone=\(\)/,
};

test.describe.configure({ timeout: 180_000 });

type Form = Record<string, string>;
const unescaped = (text: string) =>
  text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");

/** The hidden fields of the form that holds this text: what React posts without scripts. */
async function formWith(answer: APIResponse, text: string): Promise<{ fields: Form; html: string }> {
  const page = await answer.text();
  const html =
    [...page.matchAll(/<form[\s\S]*?<\/form>/g)].map(([one]) => one).find((one) => one.includes(text)) ?? "";
  const inputs = [...html.matchAll(/<input[^>]*>/g)].map(([input]) => [
    unescaped(/name="([^"]*)"/.exec(input)?.[1] ?? ""),
    unescaped(/value="([^"]*)"/.exec(input)?.[1] ?? ""),
  ]);
  return { fields: Object.fromEntries(inputs.filter(([name]) => name)), html };
}

async function signedIn(
  base: string,
  name: string,
): Promise<{ http: APIRequestContext; answer: APIResponse }> {
  const http = await requests.newContext({ baseURL: base });
  const { fields, html } = await formWith(await http.get("/sign-in"), name);
  const account = new RegExp(`value="(\\d+)"[^>]*>(?:<[^>]*>)*${name}`).exec(html)?.[1] ?? "";
  const answer = await http.post("/sign-in", {
    multipart: { ...fields, account },
    headers: { origin: base },
    maxRedirects: 0,
  });
  return { http, answer };
}

test("every page leads a stranger to sign in, and keeps the way back", async ({ request }) => {
  for (const path of addresses("page.tsx").filter((one) => !OPEN.includes(one)))
    for (const headers of SHAPES) {
      const { sent, text } = await ask(request, path, headers);
      expect(sent, `${path} ${JSON.stringify(headers)}`).toMatch(/^\/sign-in/);
      expect(text, path).not.toContain("<table");
    }
});

/** As a page, as the payload that Next asks for, and with a header that once let people skip the check. */
const SHAPES: Record<string, string>[] = [{}, { rsc: "1" }, { "x-middleware-subrequest": "middleware" }];

/** Where the answer leads, after Next has put its own mark on the address of a payload. */
async function ask(http: APIRequestContext, path: string, headers: Record<string, string>) {
  let answer = await http.get(path, { maxRedirects: 0, headers });
  const { location } = answer.headers();
  if (location?.includes("_rsc") && !location.startsWith("/sign-in"))
    answer = await http.get(location, { maxRedirects: 0, headers });
  const text = await answer.text();
  const inside = /NEXT_REDIRECT;[^;]*;([^;]+);/.exec(text)?.[1] ?? /url=([^"]+)"/.exec(text)?.[1];
  return { sent: answer.headers().location ?? inside ?? "", text };
}

test("every route refuses a stranger", async ({ request }) => {
  for (const path of addresses("route.ts").filter(
    (one) => !one.startsWith("/api/auth") && !OPEN_ROUTES.includes(one),
  )) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect([401, 404, 405], `${path}: ${answer.status()}`).toContain(answer.status());
  }
});

test("every answer carries the headers, and none but files of the build may be kept", async ({
  request,
  baseURL,
}) => {
  const page = await (await request.get("/sign-in")).text();
  const file = /\/_next\/static\/[^"'\\ ]+\.(?:css|js)/.exec(page)?.[0] ?? "";
  for (const path of [
    "/sign-in",
    "/",
    "/nowhere",
    "/households/12",
    "/api/auth/session",
    "/api/nowhere",
    "/_next/image?url=%2Fx&w=64&q=1",
    file,
  ]) {
    const answer = await request.get(path, { maxRedirects: 0 });
    for (const [name, value] of Object.entries(HEADERS))
      expect(answer.headers()[name] ?? "", `${path} ${name}`).toMatch(value);
    expect(answer.headers()["x-powered-by"], path).toBeUndefined();
    if (path !== file) expect(answer.headers()["cache-control"], path).toContain("no-store");
  }
  expect((await request.get("/sign-in")).headers()["content-security-policy"]).toMatch(
    /default-src 'none'.*frame-ancestors 'none'/,
  );
  expect((await request.get("/_next/image?url=%2Fx&w=64&q=1")).status()).toBe(404);
  expect(baseURL).toBeTruthy();
});

test("a change that comes from elsewhere, or does not say whence, is refused everywhere", async ({
  baseURL,
}) => {
  const base = baseURL ?? "";
  const { http } = await signedIn(base, "嘎松曲珍");
  const paths = [
    "/",
    "/sign-in",
    "/households",
    "/me",
    "/admin/accounts/new",
    "/api/auth/signout",
    "/api/auth/session",
    ...addresses("route.ts"),
  ];
  const forms: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: base.replace("//", "//evil.") },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
    {},
  ];
  for (const path of new Set(paths))
    for (const headers of forms)
      for (const action of [{}, { "next-action": "00".repeat(21) }] as Record<string, string>[]) {
        const answer = await http.post(path, {
          headers: { ...headers, ...action },
          data: "x=1",
          maxRedirects: 0,
        });
        expect(answer.status(), `${path} ${JSON.stringify({ ...headers, ...action })}`).toBe(403);
      }
  expect((await http.get("/me", { maxRedirects: 0 })).status(), "still signed in").toBe(200);
  await http.dispose();
});

test("a form of an administrator, posted by somebody else to any address, does nothing", async ({
  baseURL,
}) => {
  const base = baseURL ?? "";
  const admin = await signedIn(base, "嘎松曲珍");
  const { fields } = await formWith(await admin.http.get("/admin/accounts/new"), "divisionId");
  const username = `harvest-${Date.now()}`;
  const stolen = { ...fields, name: "偷来的", username, role: "COUNTY_FINANCE" };
  const stranger = await requests.newContext({ baseURL: base });
  const village = (await signedIn(base, "邓增罗布")).http;
  for (const http of [stranger, village])
    for (const path of ["/", "/sign-in", "/me", "/households", "/admin/accounts/new"])
      await http.post(path, { multipart: stolen, headers: { origin: base }, maxRedirects: 0 });
  const found = await (await admin.http.get(`/admin/accounts?q=${username}`)).text();
  expect(found).not.toContain(`${username}</td>`);
  await Promise.all([stranger, village, admin.http].map((http) => http.dispose()));
});

test("the session's cookie is out of reach of scripts, fresh at each sign-in, and dead after signing out", async ({
  baseURL,
}) => {
  const base = baseURL ?? "";
  const { http, answer } = await signedIn(base, "嘎松曲珍");
  const cookie =
    answer
      .headersArray()
      .find(({ name, value }) => /^set-cookie$/i.test(name) && value.includes("session-token"))?.value ?? "";
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=lax/i);
  expect(cookie.includes("Secure")).toBe(base.startsWith("https:"));
  expect(cookie.length, "nothing but a token inside").toBeLessThan(500);
  const again = (await signedIn(base, "嘎松曲珍")).answer.headers()["set-cookie"] ?? "";
  expect(again.split(";")[0]).not.toBe(cookie.split(";")[0]);

  const { csrfToken } = await (await http.get("/api/auth/csrf")).json();
  const out = await http.post("/api/auth/signout", {
    form: { csrfToken, callbackUrl: "https://evil.example/" },
    headers: { origin: base },
    maxRedirects: 0,
  });
  expect(new URL(out.headers().location ?? "/", base).origin).toBe(new URL(base).origin);
  const replay = await requests.newContext({
    baseURL: base,
    extraHTTPHeaders: { cookie: cookie.split(";")[0] ?? "" },
  });
  expect((await replay.get("/me", { maxRedirects: 0 })).headers().location).toMatch(/^\/sign-in/);
  await Promise.all([http.dispose(), replay.dispose()]);
});

test("next-auth tells nothing about anybody", async ({ baseURL }) => {
  const base = baseURL ?? "";
  const { http } = await signedIn(base, "嘎松曲珍");
  expect(await (await http.get("/api/auth/session")).text()).not.toMatch(/嘎松|tok|user|email/);
  expect((await http.get("/api/auth/signin", { maxRedirects: 0 })).headers().location).toMatch(/sign-in/);
  await http.dispose();
});

test("sign-in leads nowhere but to our own pages", async ({ baseURL }) => {
  const base = baseURL ?? "";
  for (const to of [
    "//evil.example",
    "/\\evil.example",
    "/%2f%2fevil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "/today\r\nx: y",
    "/api/auth/signout",
    "/households/../..//evil.example",
  ]) {
    const http = await requests.newContext({ baseURL: base });
    const page = await http.get(
      `/sign-in?to=${encodeURIComponent(to)}&callbackUrl=${encodeURIComponent(to)}`,
    );
    const { fields, html } = await formWith(page, "嘎松曲珍");
    const account = /value="(\d+)"/.exec(html)?.[1] ?? "";
    const answer = await http.post("/sign-in", {
      multipart: { ...fields, account, to },
      headers: { origin: base },
      maxRedirects: 0,
    });
    expect(answer.headers().location ?? "", to).toMatch(/^\/(cockpit|today|me)$/);
    const through = await http.get(`/api/auth/signin?callbackUrl=${encodeURIComponent(to)}`, {
      maxRedirects: 0,
    });
    expect(new URL(through.headers().location ?? "/", base).host, to).toBe(new URL(base).host);
    await http.dispose();
  }
});

test("one person's page is never shown to the next on the same browser", async ({ browser }) => {
  const context = await (browser as Browser).newContext();
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "嘎松曲珍" }).click();
  await expect(page).not.toHaveURL(/sign-in/, { timeout: 60_000 });
  await page.goto("/me");
  await expect(page.getByText("demo-county-admin")).toBeVisible();
  await context.clearCookies();
  await page.goto("/admin/accounts");
  await expect(page).toHaveURL(/sign-in/);
  await page.goBack();
  await expect(page.getByText("demo-county-admin")).toHaveCount(0);
  await context.close();
});
