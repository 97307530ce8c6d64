// Guessing is slowed, never an office: counted before looked at, per account for strangers, apart for known devices.
import { beforeEach, expect, test } from "vitest";
import { admit, waitAfter } from "#lib/domains/accounts/throttle.ts";
import { rememberOn } from "#lib/platform/known-device.ts";
import { Problem } from "#lib/platform/problem.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();
const stranger = { username: "zhuoma", address: "10.1.1.1", device: undefined };

beforeEach(async () => {
  await database.look("delete from sign_in_throttle");
});

const guess = async (attempt = stranger as Parameters<typeof admit>[0], now = Date.now()) => {
  try {
    await (await admit(attempt, now)).failed();
    return "looked at";
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.words.key;
  }
};

test("of two hundred guesses at once none slips past the counter: counted, or turned away unseen", async () => {
  const answers = await Promise.all(Array.from({ length: 200 }, () => guess()));
  const [row] = await database.look<{ failures: number }>(
    "select failures from sign_in_throttle where bucket like 'account:%'",
  );
  const looked = answers.filter((answer) => answer === "looked at").length;
  expect(looked).toBeGreaterThan(0);
  expect(looked).toBeLessThanOrEqual(6);
  expect(row?.failures).toBeGreaterThanOrEqual(looked);
  // Whoever comes while the others already wait is not even counted, so that hammering cannot prolong the wait for ever.
  expect(row?.failures).toBeLessThanOrEqual(200);
  expect(answers.filter((answer) => answer !== "looked at")).toHaveLength(200 - looked);
});

test("an attacker gets at most ten guesses in a quarter of an hour", async () => {
  const began = Date.now();
  let looked = 0;
  for (let second = 0; second < 900; second += 3) {
    // The database's clock cannot be turned: age what it has written instead.
    if ((await guess()) === "looked at") looked += 1;
    await database.look("update sign_in_throttle set last_at = last_at - interval '3 seconds'");
  }
  expect(looked).toBeGreaterThan(5);
  expect(looked).toBeLessThanOrEqual(10);
  expect(Date.now() - began).toBeLessThan(60_000);
}, 60_000);

test("the owner's own device is not slowed by a stranger's guesses", async () => {
  for (let tries = 0; tries < 10; tries += 1) await guess();
  expect(await guess()).toBe("signIn.waitMinutes");
  const device = rememberOn(undefined, "zhuoma");
  expect(await guess({ ...stranger, device })).toBe("looked at");
  expect(await guess({ ...stranger, device: `${device.slice(0, -3)}xyz` }), "a forged cookie").toBe(
    "signIn.waitMinutes",
  );
  expect(await guess({ ...stranger, username: "other", device }), "known for one, not for another").toBe(
    "looked at",
  );
});

test("a typing error costs no wait, also where the database's clock stands a second ahead of ours", async () => {
  const now = Date.now();
  expect(await guess(stranger, now)).toBe("looked at");
  expect(await guess(stranger, now - 1000)).toBe("looked at");
});

test("a success forgets the failures before it", async () => {
  for (let tries = 0; tries < 5; tries += 1) await guess();
  await (await admit(stranger)).succeeded();
  expect(await guess()).toBe("looked at");
});

test("an office of three hundred behind one address with a few typing errors is not refused", async () => {
  for (let person = 0; person < 300; person += 1) {
    // An address of its own: the failures of the tests before would crowd it.
    const attempt = { ...stranger, address: "10.20.30.40", username: `person${person}` };
    if (person % 20 === 0) expect(await guess(attempt)).toBe("looked at");
    await (await admit(attempt)).succeeded();
  }
});

test("an address with hundreds of failures slows unknown devices, and nobody else", async () => {
  const now = Date.now();
  for (let person = 0; person < 300; person += 1)
    await guess({ ...stranger, username: `spray${person}` }, now);
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, person) => guess({ ...stranger, username: `late${person}` }, now)),
  );
  expect(answers.filter((answer) => answer === "looked at").length).toBeLessThanOrEqual(1);
  expect(await guess({ ...stranger, username: "owner", device: rememberOn(undefined, "owner") }, now)).toBe(
    "looked at",
  );
  expect(await guess({ ...stranger, username: "elsewhere", address: "10.9.9.9" }, now)).toBe("looked at");
});

test("waiting grows and ends at a quarter of an hour", () => {
  expect([5, 6, 7, 9, 10, 50].map(waitAfter)).toEqual([0, 64, 128, 512, 900, 900]);
});

test("the table of failures tells no names", async () => {
  await guess();
  const rows = await database.look<{ bucket: string }>("select bucket from sign_in_throttle");
  expect(rows.length).toBeGreaterThan(0);
  for (const { bucket } of rows) expect(bucket).not.toMatch(/zhuoma|10\.1\.1\.1/);
});
