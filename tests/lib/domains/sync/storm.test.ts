// A bad network, for visits, for what is received at a desk and for lists of a training: sendings that come twice, in any order, cut off before they arrive or after they were stored, or changed on the way. Each is one row.
import { createHash, randomUUID } from "node:crypto";
import { env } from "node:process";
import { beforeAll, expect, test } from "vitest";
import { deliver } from "#lib/domains/sync/deliver.ts";
import { MOST_OPS, newOpId, type Op } from "#lib/domains/sync/op.ts";
import { today } from "#lib/platform/clock.ts";
import type { Problem } from "#lib/platform/problem.ts";
import type { Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { TRAININGS } from "#tests/world/trainings.ts";
import { world } from "#tests/world/world.ts";

const OPS = Number(env.SYNC_OPS ?? 200);
const AT_ONCE = 4;
/** Of a hundred, so many come back changed under the number they had. */
const EDITED = 0.03;
/** Every so manieth is a case of a desk. */
const CASES_ONE_IN = 10;
const SEED = 20_261_126;

const database = testDatabase();
const homes = [world.households.dawa.id, world.households.tashi.id];
let session: Session;
let desk: { windowId: string; itemId: string };

beforeAll(async () => {
  session = await signIn(database, "first-secretary");
  const [one] = await database.look<typeof desk>(
    `select w.id as "windowId", i.id as "itemId" from service_window w, service_item i where w.division_id = $1`,
    [world.divisions.xuetong.id],
  );
  desk = one!;
});

/** The same storm every time (mulberry32). */
function chance(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = chance(SEED);
const shuffled = <T>(all: readonly T[]): T[] =>
  all
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);

const isCase = (at: number) => at % CASES_ONE_IN === 0;
const isList = (at: number) => at % CASES_ONE_IN === 5;
const visit = (at: number) => ({
  id: randomUUID(),
  householdId: homes[at % homes.length],
  visitedOn: today(),
  situation: at % 3 === 0 ? "CHANGED" : "NORMAL",
  note: `第${at}次`,
});
const received = (at: number) => ({
  ...{ id: randomUUID(), ...desk, applicant: `第${at}人`, householdNo: "" },
  ...{ came: "YES", papers: at % 3 === 0 ? ["1"] : ["1", "2"] },
});
/** One name each, which nobody knows: so many stand on the list of the village's training. */
const there = (at: number) => ({ id: TRAININGS.village.id, sheet: randomUUID(), names: `来人${at}` });
function written(at: number) {
  if (isCase(at)) return { kind: "CASE" as const, values: JSON.stringify(received(at)) };
  if (isList(at)) return { kind: "ATTENDANCE" as const, values: JSON.stringify(there(at)) };
  return { values: JSON.stringify(visit(at)) };
}

function ops(count: number): Op[] {
  return Array.from({ length: count }, (_, at) => {
    const { kind, values } = written(at);
    const random10 = Uint8Array.from({ length: 10 }, () => Math.floor(random() * 256));
    return {
      ...(kind ? { kind } : {}),
      op: newOpId(Date.now() + at, random10),
      values,
      sha256: createHash("sha256").update(values).digest("hex"),
      writtenAt: new Date().toISOString(),
    };
  });
}

test(`${OPS} visits, cases and lists through the storm are as many`, {
  timeout: 900_000,
}, async () => {
  const all = ops(OPS);
  const waiting = new Map(all.map((one) => [one.op, one]));
  const told = { batches: 0, cut: 0, lost: 0, repeated: 0 };
  const acknowledged = new Map<string, string>();

  /** One batch as a phone sends it: the road may break before it arrives, or before its answer comes back. */
  async function sendOne(batch: Op[]) {
    told.batches += 1;
    const fate = random();
    if (fate < 0.15) {
      told.cut += 1;
      return;
    }
    const answers = await deliver(session, { device: "phone", ops: batch }, async (error) => {
      throw error;
    });
    if (fate < 0.4) {
      told.lost += 1;
      return;
    }
    for (const answer of answers) {
      expect(answer.state).toBe("accepted");
      const op = batch.find((one) => one.op === answer.op && one.sha256 === answer.sha256);
      expect(op).toBeDefined();
      if (answer.state !== "accepted") continue;
      const before = acknowledged.get(answer.op);
      if (before) told.repeated += 1;
      expect(before ?? answer.seq, "the same sending is answered the same").toBe(answer.seq);
      acknowledged.set(answer.op, answer.seq);
      waiting.delete(answer.op);
    }
  }

  for (let round = 0; waiting.size > 0; round += 1) {
    expect(round, "the storm ends").toBeLessThan(60);
    // Everything twice in the first round, and later some of what was acknowledged long ago comes again.
    const again = round === 0 ? all : shuffled([...acknowledged.keys()]).slice(0, OPS / 10);
    const known = new Map(all.map((one) => [one.op, one]));
    const road = shuffled([
      ...waiting.values(),
      ...again.map((one) => (typeof one === "string" ? known.get(one)! : one)),
    ]);
    const batches: Op[][] = [];
    for (let at = 0; at < road.length; ) {
      const length = 1 + Math.floor(random() * MOST_OPS);
      batches.push(road.slice(at, at + length));
      at += length;
    }
    const roads = Array.from({ length: AT_ONCE }, async () => {
      for (let batch = batches.pop(); batch; batch = batches.pop()) await sendOne(batch);
    });
    await Promise.all(roads);
  }

  // A number that comes back with something else is refused each time, changes nothing, and rings.
  const edited = shuffled(all).slice(0, Math.ceil(OPS * EDITED));
  for (let at = 0; at < edited.length; at += MOST_OPS) {
    const batch = edited.slice(at, at + MOST_OPS).map((one) => {
      const values = JSON.stringify({ ...JSON.parse(one.values), note: "改过的" });
      return { ...one, values, sha256: createHash("sha256").update(values).digest("hex") };
    });
    const answers = await deliver(session, { device: "phone", ops: batch }, async (error) => {
      const { code, words } = error as Problem;
      return { code, message: words.key };
    });
    expect(new Set(answers.map((one) => one.state === "refused" && one.code))).toEqual(new Set(["conflict"]));
  }

  const [stored] = await database.look<Record<string, number>>(
    `select (select count(*)::int from visit where id = any ($1::uuid[])) as visits,
       (select count(*)::int from service_case where id = any ($1::uuid[])) as cases,
       (select count(distinct number)::int from service_case where id = any ($1::uuid[])) as called,
       (select count(*)::int from service_contact where case_id = any ($1::uuid[])) as came,
       (select count(*)::int from training_attendee where training_id = $3 and name like '来人%') as names,
       (select count(distinct name)::int from training_attendee where training_id = $3 and name like '来人%') as people,
       (select count(*)::int from visit_visitor where visit_id = any ($1::uuid[])) as visitors,
       (select count(*)::int from sync_op where op = any ($2::uuid[])) as ops,
       (select count(distinct server_seq)::int from sync_op where op = any ($2::uuid[])) as numbers,
       (select count(*)::int from visit where id = any ($1::uuid[]) and note = '改过的') as changed,
       (select count(*)::int from audit_event where verb = 'sync.twisted') as alarms`,
    [all.map((one) => JSON.parse(one.values).id), all.map((one) => one.op), TRAININGS.village.id],
  );
  const cases = all.filter(({ kind }) => kind === "CASE").length;
  const lists = all.filter(({ kind }) => kind === "ATTENDANCE").length;
  const visits = OPS - cases - lists;
  expect(stored).toEqual({
    ...{ visits, visitors: visits, ops: OPS, numbers: OPS, names: lists, people: lists },
    ...{ cases, called: cases, came: cases },
    ...{ changed: 0, alarms: edited.length },
  });
  expect(Math.min(told.cut, told.lost, told.repeated), JSON.stringify(told)).toBeGreaterThan(0);
});
