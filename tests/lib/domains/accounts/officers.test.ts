// System, security and audit administrators are three people: one makes accounts, one gives roles, one reads; each lands on his own desk.
import { beforeAll, expect, test } from "vitest";
import { createAccount } from "#lib/domains/accounts/commands/create-account.ts";
import { giveRole } from "#lib/domains/accounts/commands/give-role.ts";
import { resetPassword } from "#lib/domains/accounts/commands/reset-password.ts";
import { homeOf } from "#lib/domains/accounts/return-path.ts";
import { listHouseholds } from "#lib/domains/households/queries/list-households.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/sign-in.ts";
import { type Ground, layGround, PLACES } from "#tests/walls/ground.ts";

const database = testDatabase();
let ground: Ground;
const as = (role: string): Session => ground.sessions.get(role) ?? { token: "" };
const top = PLACES.top.id;

beforeAll(async () => {
  ground = await layGround(database);
}, 60_000);

test("the system administrator makes an account without a role, and only the security administrator gives it one", async () => {
  const form = { username: "sanyuan", name: "某甲", divisionId: PLACES.A1.id };
  const role = "TOWNSHIP_REVIEWER";
  await expect(createAccount(as("SYSTEM_ADMIN"), { ...form, role })).rejects.toMatchObject({
    code: "refused",
  });
  const { id } = await createAccount(as("SYSTEM_ADMIN"), form);
  const grant = { accountId: id, role, divisionId: PLACES.A1.id };
  await expect(giveRole(as("SYSTEM_ADMIN"), grant)).rejects.toMatchObject({ code: "refused" });
  await expect(giveRole(as("AUDITOR"), grant)).rejects.toMatchObject({ code: "not-found" });
  await expect(createAccount(as("SECURITY_ADMIN"), { ...form, username: "sanyuan2" })).rejects.toMatchObject({
    code: "refused",
  });
  await giveRole(as("SECURITY_ADMIN"), grant);
});

test("nobody holds two of the three, one officer appoints no other, and resets no other's password", async () => {
  const made = await createAccount(as("PREFECTURE_ADMIN"), {
    username: "officer",
    name: "某乙",
    divisionId: top,
    role: "SYSTEM_ADMIN",
  });
  const second = { accountId: made.id, role: "SECURITY_ADMIN", divisionId: top };
  await expect(giveRole(as("PREFECTURE_ADMIN"), second)).rejects.toMatchObject({
    words: { key: "account.twoOfficers" },
  });
  await expect(
    database.look("insert into role_grant (account_id, role, division_id) values ($1, 'AUDITOR', $2)", [
      made.id,
      top,
    ]),
    "by any other way",
  ).rejects.toThrow("two-officers");
  await expect(resetPassword(as("SECURITY_ADMIN"), { accountId: made.id })).rejects.toMatchObject({
    code: "refused",
  });
  const plain = await createAccount(as("PREFECTURE_ADMIN"), {
    username: "plain",
    name: "某丙",
    divisionId: top,
    role: "PREFECTURE_VIEWER",
  });
  await expect(
    giveRole(as("SECURITY_ADMIN"), { ...second, accountId: plain.id, role: "SYSTEM_ADMIN" }),
  ).rejects.toMatchObject({ code: "refused" });
});

test("each lands on his own desk, and the register is refused by name to whom no role opens it", async () => {
  const home = async (role: string) => homeOf(await viewerOf(as(role)));
  expect(await home("AUDITOR")).toBe("/admin/audit");
  expect(await home("SYSTEM_ADMIN")).toBe("/admin/accounts");
  expect(await home("SECURITY_ADMIN")).toBe("/admin/accounts");
  await expect(reading(as("AUDITOR"), (scope) => listHouseholds(scope, {}))).rejects.toMatchObject({
    code: "refused",
  });
});
