// How many statements a delivered visit costs: on the last evening of a month twelve thousand of them arrive within minutes.
import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { deliver } from "#lib/domains/sync/deliver.ts";
import { newOpId, type Op } from "#lib/domains/sync/op.ts";
import { today } from "#lib/platform/clock.ts";
import type { Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { world } from "#tests/world/world.ts";

/** Begin and commit, who asks, and the audit of both deeds are among them. */
const MOST = 14;

const database = testDatabase();
let session: Session;
const sent: string[] = [];
const query = pg.Client.prototype.query;

beforeAll(async () => {
  session = await signIn(database, "first-secretary");
  vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (this: pg.Client, ...given: unknown[]) {
    const [first] = given as [string | { text: string }];
    sent.push(typeof first === "string" ? first : first.text);
    return (query as (...all: unknown[]) => unknown).apply(this, given);
  } as typeof query);
});
afterAll(() => vi.restoreAllMocks());

function visit(nth: number): Op {
  const values = JSON.stringify({
    ...{ id: randomUUID(), householdId: world.households.dawa.id, visitedOn: today(), situation: "NORMAL" },
    ...{ kind: "HOME", metWith: "HEAD", note: `第${nth}次` },
  });
  return {
    op: newOpId(Date.now() + nth, crypto.getRandomValues(new Uint8Array(10))),
    values,
    sha256: createHash("sha256").update(values).digest("hex"),
    writtenAt: new Date().toISOString(),
  };
}

async function statementsFor(ops: Op[]): Promise<string[]> {
  sent.length = 0;
  const answers = await deliver(session, { device: "phone", ops }, async (error) => {
    throw error;
  });
  expect(answers.map(({ state }) => state)).toEqual(ops.map(() => "accepted"));
  return [...sent];
}

test("a delivered visit costs few statements, and the twentieth of a batch as many as the first", async () => {
  await statementsFor([visit(0)]); // what is asked once and kept
  const one = await statementsFor([visit(1)]);
  expect(one.length, one.join("\n")).toBeLessThanOrEqual(MOST);
  const twenty = await statementsFor(Array.from({ length: 20 }, (_, nth) => visit(2 + nth)));
  expect(twenty.length).toBeLessThanOrEqual(20 * one.length);
});

test("a visit that comes again costs fewer than the first time", async () => {
  const op = visit(30);
  const first = await statementsFor([op]);
  const again = await statementsFor([op]);
  expect(again.length).toBeLessThan(first.length);
});
