// Every page that exists, found in the source so that a new one is covered by itself, with an address that shows it full of demo rows.
import { readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { signInAs } from "./app.ts";
import { householdNumber, nameOfRun } from "./sheets.ts";

const WORK = join(import.meta.dirname, "../../../app/(work)");

/** Routes as the folders spell them, "/households/[id]/edit". */
export const ROUTES = readdirSync(WORK, { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|\/)page\.tsx$/.test(file))
  .map((file) => `/${file.replace(/\/?page\.tsx$/, "")}`.replace(/\/\([^)]+\)/g, ""))
  .sort();

const ID = {
  households: /^\/households\/([0-9a-f-]{36})$/,
  requests: /^\/registry\/requests\/([0-9a-f-]{36})$/,
  campaigns: /^\/visits\/campaigns\/([0-9a-f-]{36})$/,
  visits: /^\/visits\/([0-9a-f-]{36})$/,
  unitVillages: /^\/pairings\/villages\/([0-9a-f-]{36})$/,
  plans: /^\/pairings\/plan\/([0-9a-f-]{36})$/,
  pairings: /^\/pairings\/([0-9a-f-]{36})$/,
  members: /^\/members\/([0-9a-f-]{36})$/,
  posts: /^\/cadres\/posts\/([0-9a-f-]{36})$/,
  tenures: /^\/cadres\/tenures\/([0-9a-f-]{36})$/,
  cadres: /^\/cadres\/([0-9a-f-]{36})$/,
  proposals: /^\/divisions\/proposals\/([0-9a-f-]{36})$/,
  orgProposals: /^\/orgs\/proposals\/([0-9a-f-]{36})$/,
  findings: /^\/quality\/([0-9a-f-]{36})$/,
  weak: /^\/orgs\/weak\/([0-9a-f-]{36})$/,
  orgs: /^\/orgs\/(\d+)$/,
  draws: /^\/sample-checks\/draws\/([0-9a-f-]{36})$/,
  dutyPosts: /^\/duties\/posts\/([0-9a-f-]{36})$/,
  dutyMembers: /^\/duties\/members\/([0-9a-f-]{36})$/,
  teams: /^\/teams\/([0-9a-f-]{36})$/,
  "sample-checks": /^\/sample-checks\/([0-9a-f-]{36})$/,
  notices: /^\/procedures\/notices\/([0-9a-f-]{36})$/,
  procedures: /^\/procedures\/([0-9a-f-]{36})$/,
  cases: /^\/service-desk\/cases\/([0-9a-f-]{36})$/,
  windows: /^\/service-desk\/windows\/([0-9a-f-]{36})$/,
  industry: /^\/industry\/([0-9a-f-]{36})$/,
  instructions: /^\/instructions\/([0-9a-f-]{36})$/,
  tables: /^\/tables\/([0-9a-f-]{36})$/,
  reports: /^\/reports\/([0-9a-f-]{36})$/,
  reportDrafts: /^\/reports\/([0-9a-f-]{36})$/,
  needs: /^\/needs\/([0-9a-f-]{36})$/,
  measures: /^\/measures\/([0-9a-f-]{36})$/,
  demands: /^\/talent\/demands\/([0-9a-f-]{36})$/,
  secondments: /^\/talent\/secondments\/([0-9a-f-]{36})$/,
  programs: /^\/talent\/programs\/([0-9a-f-]{36})$/,
  talent: /^\/talent\/([0-9a-f-]{36})$/,
  divisions: /^\/divisions\/(\d+)$/,
  trainings: /^\/trainings\/([0-9a-f-]{36})$/,
  accounts: /^\/admin\/accounts\/(\d+)$/,
};
type Kind = keyof typeof ID;
const LIST: Record<Kind, string> = {
  households: "/households",
  requests: "/registry/requests?all=1",
  campaigns: "/visits/campaigns",
  visits: "/visits",
  unitVillages: "/pairings/villages",
  plans: "/pairings/plan",
  pairings: "/pairings",
  members: "/members",
  posts: "/cadres",
  // From the page of a post, which is looked up first.
  tenures: "/cadres/posts/",
  cadres: "/cadres",
  weak: "/orgs/weak",
  orgs: "/orgs",
  proposals: "/divisions/proposals",
  orgProposals: "/orgs/proposals",
  findings: "/quality?view=list",
  // From the page of a check, which is looked up first.
  draws: "/sample-checks/",
  dutyPosts: "/duties?view=posts",
  dutyMembers: "/duties",
  teams: "/teams",
  "sample-checks": "/sample-checks",
  notices: "/procedures/notices",
  procedures: "/procedures?view=all",
  cases: "/service-desk",
  windows: "/service-desk/windows",
  industry: "/industry",
  instructions: "/instructions?view=all",
  tables: "/tables",
  reports: "/reports?f.status=ISSUED",
  reportDrafts: "/reports?f.status=DRAFT",
  needs: "/needs",
  measures: "/measures",
  demands: "/talent/demands",
  secondments: "/talent/secondments",
  programs: "/talent/programs",
  talent: "/talent",
  divisions: "/divisions",
  trainings: "/trainings",
  accounts: "/admin/accounts",
};

/** What an address needs besides its path to show something. */
const ASKS: Record<string, (of: (kind: Kind) => Promise<string>) => Promise<string>> = {
  "/admin/org-chart": async (of) => `?sel=${await of("orgs")}`,
  "/cockpit/divide": async () => "?i=F3.1",
  "/cockpit/rows": async () => "?i=R2.1&part=missing",
  "/divisions": async () => "?q=jitang",
  "/divisions/[id]/change": async () => "?kind=rename",
  "/households/print": async (of) => `?household=${await of("households")}`,
  "/imports/new/upload": async () => "?sheet=household-roster",
  "/members/[id]/change": async () => "?kind=flag",
  "/members/new": async (of) => `?org=${await of("orgs")}&q=ciren`,
  "/orgs/[id]/change": async () => "?kind=rename",
  "/pairings/new": async (of) => `?household=${await of("households")}&q=ciren`,
  "/teams/[id]/change": async () => "?kind=join&q=ciren",
  "/search": async () => "?q=ciren",
  "/visits/new": async (of) => `?household=${await of("households")}`,
};

/** Ids of rows that this person sees, each looked up once. */
class Ids {
  private readonly found = new Map<string, Promise<string>>();

  of(kind: Kind | keyof typeof IMPORTS, page: Page): Promise<string> {
    if (!this.found.has(kind))
      this.found.set(
        kind,
        kind in IMPORTS ? IMPORTS[kind as keyof typeof IMPORTS](page) : look(kind as Kind, page),
      );
    return this.found.get(kind)!;
  }
}

async function look(kind: Kind, page: Page): Promise<string> {
  const within = kind === "tenures" ? "posts" : kind === "draws" ? "sample-checks" : null;
  await page.goto(LIST[kind] + (within ? await look(within, page) : ""));
  // Of drafts the own unit's stand first; those of others are theirs to issue.
  const drafts = kind === "reportDrafts";
  const hrefs = await page
    .locator(drafts ? "main table a" : "main a")
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  const ids = hrefs.map((href) => ID[kind].exec(href)?.[1]);
  const id = drafts ? ids.find(Boolean) : ids.findLast(Boolean);
  if (!id) throw new Error(`the demo shows nothing at ${LIST[kind]}`);
  return id;
}

/** An import of one's own that has been tried out, with a good row and bad ones. */
const importOfMine = (page: Page, number = "5403259700001") =>
  triedOut(
    page,
    "household-roster",
    `村,户编号,户主姓名,身份证号,脱贫属性\n雪通村,${number},多吉次旺,,未脱贫\n无此村,${number}2,多吉次旺,5403E+17,未脱贫\n`,
  );

async function triedOut(page: Page, sheet: string, list: string): Promise<string> {
  const file = test.info().outputPath("花名册.csv");
  await writeFile(file, `\ufeff${list}`);
  await page.goto(`/imports/new/upload?sheet=${sheet}`);
  await page.getByLabel("文件", { exact: true }).or(page.locator("#file")).first().setInputFiles(file);
  await page.locator("main form:has(input[type=file]) button[type=submit]").click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}\/columns/);
  const id = /\/imports\/([0-9a-f-]{36})/.exec(page.url())![1]!;
  await page
    .locator("form", { has: page.locator("select[name^='column.']") })
    .locator("[type=submit]")
    .click();
  await page.waitForURL(/\/check/);
  await expect(page.locator("#rows")).toBeVisible({ timeout: 30_000 });
  return id;
}

let published = 0;

/** An import of accounts that has been published: a helper of one's own unit, who still needs his slip. */
async function accountsOfMine(page: Page): Promise<string> {
  const name = nameOfRun("甲乙丙丁戊己"[(test.info().workerIndex * 3 + published) % 6] ?? "庚");
  published += 1;
  const id = await triedOut(
    page,
    "accounts",
    `姓名,登录名,单位,角色\n${name},,,帮扶责任人\n无单位,,无此单位,村干部\n`,
  );
  await page.getByRole("button", { name: /^(提交 1 行|Submit 1 row)$/ }).click();
  await page.waitForURL(/\/done/, { timeout: 30_000 });
  await expect(page.locator("main a[href$='/slips']")).toBeVisible({ timeout: 30_000 });
  return id;
}

/** The same with its good row written, so that it can be taken back: a household of its own for each person and worker. */
async function publishedOfMine(page: Page): Promise<string> {
  const { workerIndex } = test.info();
  const id = await importOfMine(page, householdNumber(900 + ((workerIndex * 3 + published) % 99)));
  published += 1;
  await page.getByRole("button", { name: /^(提交 1 行|Submit 1 row)$/ }).click();
  await page.waitForURL(/\/done/, { timeout: 30_000 });
  await expect(page.locator("main a[href$='/take-back']")).toBeVisible({ timeout: 30_000 });
  return id;
}

/** A change that was carried out, as its county's administrator finds it: a township sees none of divisions that it may take back. */
async function changeOf(page: Page, list: "/divisions" | "/orgs", name: string): Promise<string> {
  const { baseURL, locale } = test.info().project.use;
  const county = await page.context().browser()!.newPage({ baseURL, locale });
  await signInAs(county, "嘎松曲珍");
  await county.goto(`${list}?q=${encodeURIComponent(name)}`);
  await county.locator(`main a[href^='${list}/']`).filter({ hasText: name }).first().click();
  const link = county.locator(`main a[href^='${list}/changes/']`).first();
  const href = await link.getAttribute("href", { timeout: 15_000 });
  await county.close();
  return href!.split("/").at(-1)!;
}

/** The month before the last is closed on every day. */
export function closedMonth(): string {
  const now = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(Date.now());
  return new Date(Date.UTC(Number(now.slice(0, 4)), Number(now.slice(5, 7)) - 3, 1))
    .toISOString()
    .slice(0, 7);
}

const lookedUp = new Map<string, Ids>();

/** Where this person finds the page of a route, full of rows. */
export async function addressOf(route: string, page: Page, who: string): Promise<string> {
  const ids = lookedUp.get(who) ?? new Ids();
  lookedUp.set(who, ids);
  let path = route
    .replace("[item]", "R2")
    .replace("[indicator]", "R2.1")
    .replace("indicators/[id]", "indicators/R2.1")
    .replace("[kind]", "household")
    .replace("[period]", closedMonth());
  if (path.includes("[id]")) {
    const kind =
      (route.startsWith("/divisions/changes/") ? "changed" : undefined) ??
      (route.startsWith("/pairings/villages/") ? "unitVillages" : undefined) ??
      (route.startsWith("/pairings/plan/") ? "plans" : undefined) ??
      (route === "/reports/[id]/issue" ? "reportDrafts" : undefined) ??
      (route.startsWith("/orgs/changes/") ? "changedOrg" : undefined) ??
      (route.startsWith("/orgs/proposals/") ? "orgProposals" : undefined) ??
      (route.startsWith("/visits/campaigns/") ? "campaigns" : undefined) ??
      (route.startsWith("/duties/posts/") ? "dutyPosts" : undefined) ??
      (route.startsWith("/duties/members/") ? "dutyMembers" : undefined) ??
      (route.startsWith("/quality/") ? "findings" : undefined) ??
      (Object.keys(ID) as Kind[]).find((one) => route.includes(`/${one}/`)) ??
      (route.startsWith("/history/") ? "households" : undefined);
    if (!kind && !route.startsWith("/imports/")) throw new Error(`tell ${import.meta.filename} of ${route}`);
    path = path.replace("[id]", await ids.of(kind ?? importKind(route), page));
  }
  if (path.includes("[")) throw new Error(`tell ${import.meta.filename} how to fill ${route}`);
  return path + ((await ASKS[route]?.((kind) => ids.of(kind, page))) ?? "");
}

const IMPORTS = {
  imports: (page: Page) => importOfMine(page),
  published: publishedOfMine,
  seeded: accountsOfMine,
  changed: (page: Page) => changeOf(page, "/divisions", "香堆镇"),
  changedOrg: (page: Page) => changeOf(page, "/orgs", "香堆镇委员会"),
};

const importKind = (route: string): keyof typeof IMPORTS =>
  route.endsWith("/take-back") ? "published" : route.endsWith("/slips") ? "seeded" : "imports";
