// Signing in with a password, as it looks from outside: who gets in, and that strangers learn nothing from the answer.
import { beforeAll, expect, test } from "vitest";
import { CHEAP, hashPassword, passwordFits } from "#lib/domains/accounts/password.ts";
import { SignIn, signInWithPassword } from "#lib/domains/accounts/sign-in.ts";
import type { Problem } from "#lib/platform/problem.ts";
import { testDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/sign-in.ts";

const database = testDatabase();
const stranger = { address: "10.2.2.2", agent: "Chrome · Windows", device: undefined };
const PASSWORD = "牦牛奶茶 七十二度";

beforeAll(async () => {
  await database.look(
    "insert into division (id, name, level, opened_on) values (81001, '试市', 'PREFECTURE', '2016-01-01')",
  );
  for (const [username, status] of [
    ["wangdui", "ACTIVE"],
    ["gone", "DISABLED"],
  ])
    await database.look(
      "insert into account (username, name, division_id, status, password_hash) values ($1, '旺堆', 81001, $2, $3)",
      [username, status, await hashPassword(PASSWORD, CHEAP)],
    );
});

const answer = (username: string, password: string) =>
  signInWithPassword({ username, password }, stranger).then(
    () => "in",
    (error: Problem) => JSON.stringify([error.code, error.words, error.fields ?? null]),
  );

test("the right password opens a session that the database knows, with the device in words", async () => {
  const token = await signInWithPassword({ username: "wangdui", password: PASSWORD }, stranger);
  expect(await viewerOf({ token })).toMatchObject({ name: "旺堆" });
  const [row] = await database.look<{ device: string; digest: Buffer }>(
    "select device, digest from session order by created_at desc limit 1",
  );
  expect(row?.device).toBe("Chrome · Windows");
  expect(row?.digest.toString("utf8")).not.toContain(token);
});

test("an unknown name, a wrong password and a closed account get the same answer", async () => {
  const wrong = await answer("wangdui", "not this one");
  expect(await answer("nobody-at-all", "not this one")).toBe(wrong);
  expect(await answer("gone", PASSWORD)).toBe(wrong);
  expect(wrong).toContain("signIn.wrong");
});

test("an unknown name takes as long as a wrong password", async () => {
  const stored = await hashPassword(PASSWORD);
  const took = async (hash: string | null) => {
    const began = performance.now();
    for (let tries = 0; tries < 5; tries += 1) await passwordFits(hash, "not this one");
    return performance.now() - began;
  };
  await took(null);
  const [known, unknown] = [await took(stored), await took(null)];
  expect(unknown).toBeGreaterThan(known / 4);
});

test("full width, capitals and spaces around a name do not matter; a password is taken as it is", () => {
  const { username } = SignIn.parse({ username: "  ＷangDui ", password: " a " });
  expect(username).toBe("wangdui");
  expect(SignIn.safeParse({ username: "a", password: "b", role: "PREFECTURE_ADMIN" }).success).toBe(false);
  expect(SignIn.safeParse({ username: { not: "" }, password: "b" }).success).toBe(false);
});

test("a failed sign-in is in the trail, without what was typed", async () => {
  await answer("this-is-really-my-password", "x");
  const rows = await database.look<{ verb: string; facts: unknown }>(
    "select verb, subject, facts from audit_event",
  );
  expect(rows.some(({ verb }) => verb === "session.refused")).toBe(true);
  expect(JSON.stringify(rows)).not.toContain("really-my-password");
});

test("a session ends with the account, at the next request", async () => {
  const token = await signInWithPassword({ username: "wangdui", password: PASSWORD }, stranger);
  await database.look("update account set status = 'DISABLED' where username = 'wangdui'");
  await expect(viewerOf({ token })).rejects.toMatchObject({ code: "signed-out" });
  await database.look("update account set status = 'ACTIVE' where username = 'wangdui'");
});
