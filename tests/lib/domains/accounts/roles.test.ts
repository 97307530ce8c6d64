// Who may give which role where: never above the own rank and reach; and the roles here are those the database knows.
import { expect, test } from "vitest";
import { ROLE_WORDS, roleNamed } from "#lib/domains/accounts/list-labels.ts";
import { isField, mayGrant, mayManage, ROLES } from "#lib/domains/accounts/roles.ts";
import english from "#lib/i18n/messages/en/accounts.json" with { type: "json" };
import chinese from "#lib/i18n/messages/zh-CN/accounts.json" with { type: "json" };
import type { Viewer } from "#lib/platform/viewer.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();
const COUNTY = { id: 2, level: "COUNTY" };
const OTHER_COUNTY = { id: 3, level: "COUNTY" };
const TOWNSHIP = { id: 4, level: "TOWNSHIP" };
const VILLAGE = { id: 5, level: "VILLAGE" };
const PREFECTURE = { id: 1, level: "PREFECTURE" };
const NODES: Record<string, number[] | null> = {
  PREFECTURE: null,
  COUNTY: [2, 4, 5],
  TOWNSHIP: [4, 5],
  VILLAGE: [5],
};

const as = (role: string, level: keyof typeof NODES): Viewer =>
  ({
    accountId: 1,
    grants: [{ role, divisionId: 1, readsRegistry: true, nodes: NODES[level] ?? null }],
    households: [],
  }) as unknown as Viewer;

test.each([
  ["PREFECTURE_ADMIN", "PREFECTURE", "PREFECTURE_ADMIN", PREFECTURE, true],
  ["PREFECTURE_ADMIN", "PREFECTURE", "COUNTY_ADMIN", OTHER_COUNTY, true],
  ["PREFECTURE_ADMIN", "PREFECTURE", "COUNTY_ADMIN", PREFECTURE, false],
  ["PREFECTURE_ADMIN", "PREFECTURE", "AUDITOR", COUNTY, false],
  ["PREFECTURE_ADMIN", "PREFECTURE", "AUDITOR", PREFECTURE, true],
  ["COUNTY_ADMIN", "COUNTY", "COUNTY_POVERTY_OFFICE", COUNTY, true],
  ["COUNTY_ADMIN", "COUNTY", "COUNTY_ADMIN", OTHER_COUNTY, false],
  ["COUNTY_ADMIN", "COUNTY", "PREFECTURE_ADMIN", COUNTY, false],
  ["COUNTY_ADMIN", "COUNTY", "PREFECTURE_ADMIN", PREFECTURE, false],
  ["COUNTY_ADMIN", "COUNTY", "TOWNSHIP_ADMIN", TOWNSHIP, true],
  ["COUNTY_ADMIN", "COUNTY", "AUDITOR", COUNTY, false],
  ["TOWNSHIP_ADMIN", "TOWNSHIP", "COUNTY_ADMIN", COUNTY, false],
  ["TOWNSHIP_ADMIN", "TOWNSHIP", "COUNTY_FINANCE", TOWNSHIP, false],
  ["TOWNSHIP_ADMIN", "TOWNSHIP", "TOWNSHIP_REVIEWER", TOWNSHIP, true],
  ["TOWNSHIP_ADMIN", "TOWNSHIP", "VILLAGE_CADRE", VILLAGE, true],
  ["COUNTY_POVERTY_OFFICE", "COUNTY", "VILLAGE_CADRE", VILLAGE, false],
  ["VILLAGE_CADRE", "VILLAGE", "HELPER", VILLAGE, false],
  ["AUDITOR", "PREFECTURE", "AUDITOR", PREFECTURE, false],
  ["PREFECTURE_ADMIN", "PREFECTURE", "ROOT", PREFECTURE, false],
] as const)("%s at %s giving %s at %o: %s", (own, level, role, place, expected) => {
  expect(mayGrant(as(own, level), role, place)).toBe(expected);
});

test("an account with a role above mine is not mine to reset or close", () => {
  const county = as("COUNTY_ADMIN", "COUNTY");
  expect(mayManage(county, 2, [{ role: "VILLAGE_CADRE", divisionId: 5 }])).toBe(true);
  expect(mayManage(county, 2, [{ role: "PREFECTURE_ADMIN", divisionId: 2 }])).toBe(false);
  expect(mayManage(county, 2, [{ role: "VILLAGE_CADRE", divisionId: 9 }])).toBe(false);
  expect(mayManage(as("TOWNSHIP_ADMIN", "TOWNSHIP"), 4, [{ role: "COUNTY_ADMIN", divisionId: 4 }])).toBe(
    false,
  );
});

test("only people who have nothing but a field role start from the phone", () => {
  expect(isField(as("VILLAGE_CADRE", "VILLAGE"))).toBe(true);
  expect(isField(as("TOWNSHIP_ADMIN", "TOWNSHIP"))).toBe(false);
  expect(isField({ grants: [] } as unknown as Viewer)).toBe(false);
});

test("the database knows the same roles, and opens the registry and accounts to those whose verbs say so", async () => {
  const rows = await database.look<{
    code: string;
    reads_registry: boolean;
    manages_accounts: boolean;
    reads_audit: boolean;
    makes_accounts: boolean;
    grants_roles: boolean;
  }>("select * from role");
  const verbs = (code: string): readonly string[] => ROLES[code as keyof typeof ROLES];
  expect(rows.map(({ code }) => code).sort()).toEqual(Object.keys(ROLES).sort());
  for (const { code, reads_registry, manages_accounts, reads_audit, makes_accounts, grants_roles } of rows) {
    expect([code, reads_registry]).toEqual([code, verbs(code).includes("household.view")]);
    expect([code, manages_accounts]).toEqual([code, verbs(code).includes("account.manage")]);
    expect([code, makes_accounts]).toEqual([code, verbs(code).includes("account.make")]);
    expect([code, grants_roles]).toEqual([code, verbs(code).includes("account.grant")]);
    expect([code, reads_audit]).toEqual([code, verbs(code).includes("audit.view")]);
  }
});

test("lists call roles as the screens do, and no other name means two of them", () => {
  for (const [role, words] of Object.entries(ROLE_WORDS))
    expect([role, words["zh-CN"], words.en]).toEqual([
      role,
      chinese.roles[role as keyof typeof ROLES],
      english.roles[role as keyof typeof ROLES],
    ]);
  const said = Object.values(ROLE_WORDS).flatMap((words) => [words["zh-CN"], ...words.aliases]);
  expect(said.length).toBe(new Set(said).size);
  expect(roleNamed("驻村第一书记")).toBe("FIRST_SECRETARY");
});
