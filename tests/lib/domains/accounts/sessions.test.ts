// Sessions end when nobody sits there, nobody has more than three, and sign-ins are told to oneself and to whoever looks after the account.
import { beforeAll, expect, test } from "vitest";
import { createAccount } from "#lib/domains/accounts/commands/create-account.ts";
import { signOutAccount } from "#lib/domains/accounts/commands/sign-out.ts";
import { suspendAccounts } from "#lib/domains/accounts/commands/suspend-many.ts";
import { hashPassword, isWeaker } from "#lib/domains/accounts/password.ts";
import { accountsToSuspend, listAccounts } from "#lib/domains/accounts/queries/list-accounts.ts";
import { accountSignIns, mySignIns } from "#lib/domains/accounts/queries/sign-ins.ts";
import { setPasswordByCode } from "#lib/domains/accounts/redeem.ts";
import { signInWithPassword } from "#lib/domains/accounts/sign-in.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/sign-in.ts";
import { type Ground, layGround, PLACES } from "#tests/walls/ground.ts";

const database = testDatabase();
const desk = { address: "10.6.6.6", agent: "Chrome · Windows" };
const PASSWORD = "correct horse battery staple";
let ground: Ground;
let account = 0;
const as = (role: string): Session => ground.sessions.get(role) ?? { token: "" };
const signIn = (agent = desk.agent) =>
  signInWithPassword({ username: "zuoxi", password: PASSWORD }, { ...desk, agent, device: undefined });

beforeAll(async () => {
  await database.look("delete from setting where key = 'demo'");
  ground = await layGround(database);
  const made = await createAccount(as("COUNTY_ADMIN"), {
    username: "zuoxi",
    name: "坐席",
    divisionId: PLACES.A1.id,
    role: "TOWNSHIP_REVIEWER",
  });
  account = made.id;
  await setPasswordByCode({ code: made.code, password: PASSWORD }, desk);
}, 60_000);

const idleFor = (minutes: number) =>
  database.look("update session set last_seen_at = now() - make_interval(mins => $1) where account_id = $2", [
    minutes,
    account,
  ]);

test("half an hour without anybody ends a session at the desk, not one on a phone", async () => {
  const [office, phone] = [await signIn(), await signIn("Chrome · Android")];
  await idleFor(31);
  await expect(viewerOf({ token: office })).rejects.toMatchObject({ code: "signed-out" });
  expect(await viewerOf({ token: phone })).toMatchObject({ name: "坐席" });
  await idleFor(721);
  await expect(viewerOf({ token: phone })).rejects.toMatchObject({ code: "signed-out" });
});

test("the fourth session ends the oldest", async () => {
  const tokens = [await signIn(), await signIn(), await signIn(), await signIn()];
  await expect(viewerOf({ token: tokens[0] ?? "" })).rejects.toMatchObject({ code: "signed-out" });
  for (const token of tokens.slice(1)) expect(await viewerOf({ token })).toBeTruthy();
});

test("I see my own sign-ins, my administrator does, nobody else; and he signs me out from afar", async () => {
  const token = await signIn();
  await signInWithPassword(
    { username: "zuoxi", password: "not the right one" },
    { ...desk, device: undefined },
  ).catch(() => null);
  const mine = await reading({ token }, (scope) => mySignIns(scope, {}));
  expect(mine.slice(0, 2).map(({ verb, address, agent }) => [verb, address, agent])).toEqual([
    ["session.refused", desk.address, desk.agent],
    ["session.opened", desk.address, desk.agent],
  ]);
  const seen = (role: string) => reading(as(role), (scope) => accountSignIns(scope, { accountId: account }));
  expect(await seen("TOWNSHIP_ADMIN")).toHaveLength(mine.length);
  await expect(seen("TOWNSHIP_REVIEWER")).rejects.toMatchObject({ code: "refused" });
  await signOutAccount(as("TOWNSHIP_ADMIN"), { accountId: account });
  await expect(viewerOf({ token })).rejects.toMatchObject({ code: "signed-out" });
});

test("nothing ticked is said as such, whether the browser sends no field or an empty one", async () => {
  const fields = { accountIds: [{ key: "account.tick" }] };
  for (const input of [{}, { accountIds: [] }])
    await expect(suspendAccounts(as("COUNTY_ADMIN"), input)).rejects.toMatchObject({ fields });
});

test("who has not signed in for months is listed and suspended together; a weak hash is made anew", async () => {
  await database.look("update account set password_hash = $1 where id = $2", [
    await hashPassword(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 }),
    account,
  ]);
  await signIn();
  const [kept] = await database.look<{ password_hash: string }>(
    "select password_hash from account where id = $1",
    [account],
  );
  expect(isWeaker(kept?.password_hash ?? "")).toBe(false);
  await database.look("update account set last_sign_in_at = now() - interval '91 days' where id = $1", [
    account,
  ]);
  const idle = await reading(as("COUNTY_ADMIN"), (scope) => listAccounts(scope, { idle: 90 }));
  expect(idle.rows.map(({ id }) => id)).toEqual([account]);
  const own = await viewerOf(as("COUNTY_ADMIN"));
  const asked = { accountIds: [account, own.accountId, 99_999_999].map(String) };
  const names = async () => {
    const { hit, spared } = await reading(as("COUNTY_ADMIN"), (scope) => accountsToSuspend(scope, asked));
    return { hit: hit.map(({ id }) => id), spared: spared.map(({ id }) => id) };
  };
  expect(await names(), "the question before it").toEqual({ hit: [account], spared: [own.accountId] });
  await suspendAccounts(as("COUNTY_ADMIN"), { accountIds: [String(account)] });
  expect(await names(), "closed already").toEqual({ hit: [], spared: [account, own.accountId].sort() });
  await expect(signIn()).rejects.toMatchObject({ words: { key: "signIn.wrong" } });
});
