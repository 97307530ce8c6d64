// The second factor: who must have one is led to set it up, a code opens once, guessing is slowed, recovery codes work once, and a lost phone is reset.
import { Secret, TOTP } from "otpauth";
import { beforeAll, expect, test } from "vitest";
import { makeRecoveryCodes, resetFactor } from "#lib/domains/accounts/commands/recovery-codes.ts";
import { myFactor } from "#lib/domains/accounts/queries/my-factor.ts";
import { enrollment, factorNeed, proveFactor } from "#lib/domains/accounts/second-factor.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/sign-in.ts";
import { type Ground, layGround } from "#tests/walls/ground.ts";

const database = testDatabase();
const stranger = { address: "10.5.5.5", agent: null };
let ground: Ground;
const as = (role: string): Session => ground.sessions.get(role) ?? { token: "" };
const idOf = async (role: string) => (await viewerOf(as(role))).accountId;
const codeAt = (key: string, at: number) =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: at });

beforeAll(async () => {
  ground = await layGround(database);
  await database.look(
    `insert into setting (key, from_on, value) values ('second-factor', '2020-01-01', '{"roles":["COUNTY_ADMIN"]}')`,
  );
}, 60_000);

test("an administrator is led to set one up, a helper is not; a code of the phone switches it on and opens once", async () => {
  expect(await factorNeed(await idOf("HELPER"))).toBe("none");
  const account = await idOf("COUNTY_ADMIN");
  expect(await factorNeed(account)).toBe("enroll");
  const key = (await enrollment(account))?.key ?? "";
  expect((await enrollment(account))?.key, "the same until it is confirmed").toBe(key);
  const [kept] = await database.look<{ secret_sealed: Buffer }>("select secret_sealed from second_factor");
  expect(kept?.secret_sealed.toString()).not.toContain(key);
  const now = Date.now();
  await proveFactor(account, codeAt(key, now), stranger, now);
  expect(await factorNeed(account)).toBe("ask");
  expect(await enrollment(account), "no second key over a confirmed one").toBeNull();
  await expect(proveFactor(account, codeAt(key, now), stranger, now), "again").rejects.toMatchObject({
    words: { key: "factor.wrong" },
  });
  await proveFactor(account, codeAt(key, now + 30_000), stranger, now + 30_000);
});

test("ten recovery codes are shown once, each opens once, and no row tells them", async () => {
  const account = await idOf("COUNTY_ADMIN");
  const { codes } = await makeRecoveryCodes(as("COUNTY_ADMIN"), {});
  expect(new Set(codes).size).toBe(10);
  await proveFactor(account, codes[0]?.toLowerCase() ?? "", stranger);
  await expect(proveFactor(account, codes[0] ?? "", stranger)).rejects.toMatchObject({
    words: { key: "factor.wrong" },
  });
  expect(await reading(as("COUNTY_ADMIN"), (scope) => myFactor(scope, {}))).toMatchObject({ left: 9 });
  expect(JSON.stringify(await database.look("select * from recovery_code"))).not.toContain(codes[1]);
});

test("guessing waits from the sixth failure on, and who gives the roles takes a lost factor off", async () => {
  const account = await idOf("COUNTY_ADMIN");
  for (let n = 0; n < 6; n += 1) await proveFactor(account, "000000", stranger).catch(() => null);
  await expect(proveFactor(account, "000000", stranger)).rejects.toMatchObject({
    words: { key: expect.stringContaining("signIn.wait") },
  });
  await expect(resetFactor(as("COUNTY_ADMIN"), { accountId: account })).rejects.toMatchObject({
    code: "refused",
  });
  await expect(resetFactor(as("SYSTEM_ADMIN"), { accountId: account })).rejects.toMatchObject({
    code: "refused",
  });
  await resetFactor(as("SECURITY_ADMIN"), { accountId: account });
  expect(await factorNeed(account)).toBe("enroll");
});
