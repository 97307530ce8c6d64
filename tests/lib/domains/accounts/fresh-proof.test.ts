// A proof of who sits there grows old: then what is dear asks again for the second factor or the password, slowed and told as signing in is.
import { createHash } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { createAccount } from "#lib/domains/accounts/commands/create-account.ts";
import { letProofLapse } from "#lib/domains/accounts/commands/let-proof-lapse.ts";
import { setAccountStatus } from "#lib/domains/accounts/commands/set-status.ts";
import { proveAgain } from "#lib/domains/accounts/prove-again.ts";
import { mySessions } from "#lib/domains/accounts/queries/my-sessions.ts";
import { setPasswordByCode } from "#lib/domains/accounts/redeem.ts";
import { enrollment, proveFactor } from "#lib/domains/accounts/second-factor.ts";
import { proofAsked } from "#lib/platform/fresh-proof.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { openSession, renewSession } from "#lib/platform/session.ts";
import { testDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/sign-in.ts";
import { type Ground, layGround, PLACES } from "#tests/walls/ground.ts";

const database = testDatabase();
const stranger = { address: "10.7.7.7", agent: null };
const PASSWORD = "correct horse battery staple";
let ground: Ground;
let clerk: Session;
let clerkId = 0;
let pupil = 0;
const as = (role: string): Session => ground.sessions.get(role) ?? { token: "" };
const asked = (session: Session) => reading(session, proofAsked);
const digestOf = (token: string) => createHash("sha256").update(token).digest();
const grownOld = (account: number, minutes: number) =>
  database.look("update session set proved_at = now() - make_interval(mins => $1) where account_id = $2", [
    minutes,
    account,
  ]);
const close = () => setAccountStatus(clerk, { accountId: pupil, status: "DISABLED" });

async function made(username: string, role: string) {
  const account = await createAccount(as("PREFECTURE_ADMIN"), {
    username,
    name: username,
    divisionId: PLACES.A.id,
    role,
  });
  const token = await setPasswordByCode({ code: account.code, password: PASSWORD }, stranger);
  return { id: account.id, session: { token } };
}

beforeAll(async () => {
  await database.look("delete from setting where key = 'demo'");
  ground = await layGround(database);
  ({ id: clerkId, session: clerk } = await made("zhanguan", "COUNTY_ADMIN"));
  ({ id: pupil } = await made("xuesheng", "COUNTY_POVERTY_OFFICE"));
}, 60_000);
beforeEach(async () => {
  await database.look("delete from sign_in_throttle");
});

test("a sign-in just made counts; half an hour later the password is asked for, and the deed waits for it", async () => {
  expect(await asked(clerk)).toBeNull();
  await grownOld(clerkId, 29);
  expect(await asked(clerk)).toBeNull();
  await grownOld(clerkId, 31);
  await expect(close()).rejects.toMatchObject({
    code: "proof-password",
    fields: { proof: [{ key: "proof.password" }] },
  });
  const state = await database.look("select status from account where id = $1", [pupil]);
  expect(state, "nothing was done").toEqual([{ status: "ACTIVE" }]);
  await expect(proveAgain(clerk, "not it", stranger)).rejects.toMatchObject({
    code: "proof-password",
    words: { key: "proof.wrongPassword" },
  });
  await proveAgain(clerk, PASSWORD, stranger);
  await close();
  const told = await database.look("select subject from audit_event where verb = 'session.provedAgain'");
  expect(told).toEqual([{ subject: `account:${clerkId}` }]);
});

test("the minutes are the office's, and who leaves the desk is asked at once", async () => {
  await database.look(
    "insert into setting (key, from_on, value) values ('proof-minutes', '2020-01-01', '5')",
  );
  await grownOld(clerkId, 6);
  expect(await asked(clerk)).toBe("proof-password");
  await grownOld(clerkId, 4);
  expect(await asked(clerk)).toBeNull();
  await letProofLapse(clerk, {});
  expect(await asked(clerk)).toBe("proof-password");
});

test("who proved it goes on under a new token: the same session, and what was copied before opens nothing dear, and soon nothing", async () => {
  const device = "Chrome · Windows";
  const token = await openSession(clerkId, device);
  const listed = () => reading(clerk, async (scope) => (await mySessions(scope, {})).map(({ id }) => id));
  const before = await listed();
  const facts = "device, created_at, expires_at, idle_minutes";
  const [was] = await database.look(`select ${facts} from session where digest = $1`, [digestOf(token)]);

  await letProofLapse({ token }, {});
  await proveAgain({ token }, PASSWORD, stranger);
  const next = (await renewSession(token)) ?? "";
  expect(next).not.toBe(token);
  expect(await asked({ token: next })).toBeNull();
  const [is] = await database.look(`select ${facts} from session where digest = $1`, [digestOf(next)]);
  expect(is, "device, beginning and end are those of the sign-in").toEqual(was);
  expect((await listed()).length, "one line in the list of devices").toBe(before.length);

  expect(await viewerOf({ token }), "what is on its way still arrives").toMatchObject({ accountId: clerkId });
  expect(await asked({ token }), "but not what is dear").toBe("proof-password");
  await database.look("update session set expires_at = expires_at - interval '1 minute' where digest = $1", [
    digestOf(token),
  ]);
  await expect(viewerOf({ token })).rejects.toMatchObject({ code: "signed-out" });
  expect(await renewSession(token), "nor is it renewed").toBeNull();
});

test("whose answer was lost presses again and proves it again: the later token holds", async () => {
  const token = await openSession(clerkId, null);
  const lost = (await renewSession(token)) ?? "";
  await proveAgain({ token }, PASSWORD, stranger);
  const kept = (await renewSession(token)) ?? "";
  expect(await viewerOf({ token: kept })).toMatchObject({ accountId: clerkId });
  await expect(viewerOf({ token: lost })).rejects.toMatchObject({ code: "signed-out" });
  const [{ hours } = { hours: 0 }] = await database.look<{ hours: number }>(
    "select round(extract(epoch from expires_at - now()) / 3600)::int as hours from session where digest = $1",
    [digestOf(kept)],
  );
  expect(hours, "not the minute of the old one").toBe(12);
});

test("guessing is slowed as at the door", async () => {
  for (let n = 0; n < 6; n += 1) await proveAgain(clerk, "guess", stranger).catch(() => null);
  await expect(proveAgain(clerk, PASSWORD, stranger)).rejects.toMatchObject({
    code: "proof-password",
    words: { key: expect.stringContaining("signIn.wait") },
  });
});

test("whoever has a second factor is asked for that, not for the password", async () => {
  const key = (await enrollment(clerkId))?.key ?? "";
  const code = (at: number) => new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: at });
  const now = Date.now();
  await proveFactor(clerkId, code(now), stranger, now);
  await grownOld(clerkId, 60);
  expect(await asked(clerk)).toBe("proof-factor");
  await expect(proveAgain(clerk, PASSWORD, stranger, now)).rejects.toMatchObject({ code: "proof-factor" });
  await proveAgain(clerk, code(now + 30_000), stranger, now + 30_000);
  expect(await asked(clerk)).toBeNull();
});

test("without factor and password one signs in anew; in the demo, where nobody has either, nothing is asked", async () => {
  const helper = as("HELPER");
  const { accountId } = await viewerOf(helper);
  await database.look("update account set password_hash = null where id = $1", [accountId]);
  await grownOld(accountId, 60);
  expect(await asked(helper)).toBe("proof-again");
  await database.look("insert into setting (key, from_on, value) values ('demo', '2020-01-01', 'true')");
  expect(await asked(helper)).toBeNull();
});
