// The file of a phone: sealed there, opened here alone, taken in by its owner or by the township for him, and doubled by nothing that the phone sends later.
import { createHash, randomUUID } from "node:crypto";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { sealToServer } from "#lib/base/seal-to-server.ts";
import { ROLES } from "#lib/domains/accounts/roles.ts";
import { dropHeld } from "#lib/domains/sync/commands/drop-held.ts";
import { takeHeld } from "#lib/domains/sync/commands/take-held.ts";
import { deliver } from "#lib/domains/sync/deliver.ts";
import { hold } from "#lib/domains/sync/hold.ts";
import { FILE_MARK } from "#lib/domains/sync/op.ts";
import { firstSync } from "#lib/domains/sync/queries/first-sync.ts";
import { heldCopies } from "#lib/domains/sync/queries/held.ts";
import { takeFile } from "#lib/domains/sync/take-file.ts";
import { boxPublicKey, openBox } from "#lib/platform/box-key.ts";
import { today } from "#lib/platform/clock.ts";
import { Problem } from "#lib/platform/problem.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { closeSession } from "#lib/platform/session.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { world } from "#tests/world/world.ts";

const database = testDatabase();
let secretary: Session;
let helper: Session;
let township: Session;

beforeAll(async () => {
  secretary = await signIn(database, "first-secretary");
  helper = await signIn(database, "paired-helper");
  township = await signIn(database, "township-admin");
});

const sha256 = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const sealed = async (text: string) =>
  new Uint8Array(await (await sealToServer(boxPublicKey(), text)).arrayBuffer());
const inWords = async (error: unknown) =>
  error instanceof Problem ? { code: error.code, message: error.words.key } : Promise.reject(error);
const count = async (sql: string, ...values: unknown[]) =>
  (await database.look<{ n: number }>(`select count(*)::int as n from ${sql}`, values))[0]!.n;

function anOp(visitedOn = today()) {
  const visit = { id: randomUUID(), householdId: world.households.tashi.id, visitedOn, situation: "NORMAL" };
  const values = JSON.stringify(visit);
  return {
    visit: visit.id,
    op: randomUUID(),
    sha256: sha256(values),
    values,
    writtenAt: new Date().toISOString(),
  };
}

async function aFile(...ops: object[]) {
  const { account } = await reading(secretary, (scope) => firstSync(scope, {}));
  const withPhotos = ops.map((one) => ({ photos: [], ...one }));
  return sealed(JSON.stringify({ form: 1, account, device: "phone", ops: withPhotos }));
}

test("what the phone seals, only this installation opens; touched, it opens for nobody", async () => {
  const box = await sealed("走访 达娃家");
  expect(openBox(box)).toBe("走访 达娃家");
  expect(Buffer.from(box).includes("走访")).toBe(false);
  for (const at of [3, 70, box.length - 1]) {
    const touched = box.slice();
    touched[at]! ^= 1;
    expect(openBox(touched)).toBeNull();
  }
  expect(openBox(new Uint8Array(10))).toBeNull();
});

test("a file is taken in with its photo, once, and the phone that sends the same later hears that it is there", async () => {
  const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: "#684" } })
    .jpeg()
    .toBuffer();
  const good = anOp();
  const bad = anOp("2099-01-01");
  const photo = { id: randomUUID(), sha256: sha256(picture), bytes: picture.toString("base64") };
  const file = await aFile({ ...good, photos: [photo] }, bad);
  for (const _twice of [1, 2])
    expect(await takeFile(secretary, file, inWords)).toMatchObject({ accepted: 1, refused: 1 });
  const { visit, ...op } = good;
  const [answer] = await deliver(secretary, { device: "phone", ops: [op] }, inWords);
  expect(answer).toMatchObject({ state: "accepted" });
  expect(await count("visit where id = $1", visit)).toBe(1);
  expect(await count("stored_file where owner = 'visit' and owner_id = $1", visit)).toBe(1);
  expect(await count("visit where id = $1", bad.visit)).toBe(0);
});

test("somebody else's file, and what is no such file, are turned away by name; nothing is stored", async () => {
  const { visit, ...op } = anOp();
  const file = await aFile({ ...op, visit });
  await expect(takeFile(helper, file, inWords)).rejects.toMatchObject({ words: { key: "sync.notYours" } });
  for (const other of [
    Buffer.from("PK.."),
    await sealed(JSON.stringify({ form: 2 })),
    await sealed("no JSON"),
  ])
    await expect(takeFile(helper, other, inWords)).rejects.toMatchObject({
      words: { key: "sync.noPhoneFile" },
    });
  // One of ours that was cut off on its way is told apart: it is to be exported again.
  const length = Buffer.alloc(4);
  length.writeUInt32BE(file.length);
  const cut = Buffer.concat([Buffer.from(FILE_MARK, "latin1"), length, file]).subarray(0, -7);
  await expect(takeFile(helper, cut, inWords)).rejects.toMatchObject({ words: { key: "sync.brokenFile" } });
  expect(await count("visit where id = $1", visit)).toBe(0);
});

/** The file of the helper's phone, with one photo to its first visit. */
async function helpersFile(...ops: object[]) {
  const { account } = await reading(helper, (scope) => firstSync(scope, {}));
  return sealed(JSON.stringify({ form: 1, account, device: "phone", ops }));
}
const written = (householdId: string, more: object = {}, writtenAt = new Date().toISOString()) => {
  const visit = { id: randomUUID(), householdId, visitedOn: today(), situation: "NORMAL", ...more };
  const values = JSON.stringify(visit);
  return {
    visit: visit.id,
    op: randomUUID(),
    sha256: sha256(values),
    values,
    writtenAt,
    photos: [] as object[],
  };
};

test("the township takes in somebody's file: stored as the writer's, told as the taker's, and not doubled by the phone", async () => {
  const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: "#846" } })
    .jpeg()
    .toBuffer();
  const good = written(world.households.drolma.id, {
    ...{
      need: "YES",
      needId: randomUUID(),
      needCategory: "NEED_WATER",
      needUrgency: "NORMAL",
      needWords: "要水",
    },
  });
  good.photos = [{ id: randomUUID(), sha256: sha256(picture), bytes: picture.toString("base64") }];
  const beyond = written(world.households.dawa.id, { standInReason: "代走访" });
  const nowhere = written(randomUUID());
  const broken = { ...written(world.households.drolma.id), sha256: sha256("else") };
  const file = await helpersFile(good, beyond, nowhere, broken);
  for (const _twice of [1, 2]) {
    const { answers, accepted, refused } = await takeFile(township, file, inWords);
    expect({ accepted, refused }).toEqual({ accepted: 1, refused: 3 });
    expect(answers.map((one) => (one.state === "refused" ? one.message : one.state))).toEqual([
      "accepted",
      "sync.beyondWriter",
      "sync.elsewhere",
      "sync.damaged",
    ]);
  }
  const [stored] = await database.look<object>(
    `select a.name as writer, w.person_name as visitor, (select count(*)::int from need n where n.visit_id = v.id and n.raised_by = v.recorded_by) as needs,
       (select count(*)::int from stored_file f where f.owner = 'visit' and f.owner_id = v.id::text) as photos
     from visit v join account a on a.id = v.recorded_by join visit_visitor w on w.visit_id = v.id where v.id = $1`,
    [good.visit],
  );
  const [writer, taker] = await Promise.all(
    [helper, township].map((one) => reading(one, async ({ viewer }) => viewer.name)),
  );
  expect(stored).toEqual({ writer, visitor: writer, needs: 1, photos: 1 });
  const told = await database.look<{ verb: string; by: string; for: string }>(
    `select verb, account_name as by, facts->>'onBehalfOf' as for from audit_event where subject = $1 and not coalesce((facts->>'repeated')::boolean, false) order by id`,
    [`visit:${good.visit}`],
  );
  expect(told.map(({ verb }) => verb)).toEqual(
    expect.arrayContaining(["visit.recorded", "sync.takenIn", "visit.photoAdded", "sync.photoTakenIn"]),
  );
  for (const one of told) expect(one).toMatchObject({ by: taker, for: writer });
  const { visit, photos: _photos, ...op } = good;
  const [answer] = await deliver(helper, { device: "phone", ops: [op] }, inWords);
  expect(answer).toMatchObject({ state: "accepted" });
  expect(await count("visit where id = $1", visit)).toBe(1);
});

/** Anything else than a visit, as the phone puts it into its file. */
function said(kind: "FACT" | "NEED" | "CASE" | "ATTENDANCE", told: object) {
  const values = JSON.stringify(told);
  const writtenAt = new Date().toISOString();
  return { kind, visit: "", op: randomUUID(), sha256: sha256(values), values, writtenAt, photos: [] };
}
const aNeed = (householdId: string) => ({
  id: randomUUID(),
  ...{ householdId, category: "NEED_WATER", words: "水管冻裂了", raisedOn: today() },
});
const waterOf = async (id: string) =>
  (
    await database.look<{ safe: string }>(
      "select coalesce(water_safe::text, '') as safe from household_year where household_id = $1 and year = (select max(year) from registry_year where status = 'OPEN')",
      [id],
    )
  )[0]?.safe ?? "";

test("the township takes in facts and needs too: in the writer's name, once, by the writer's rights, and what was changed meanwhile is not laid over", async () => {
  const drolma = world.households.drolma.id;
  const stood = ({ true: "yes", false: "no" } as Record<string, string>)[await waterOf(drolma)] ?? "";
  const [now, next] = stood === "no" ? ["yes", "no"] : ["no", "yes"];
  const fact = said("FACT", { householdId: drolma, field: "waterSafe", was: stood, value: now });
  const late = said("FACT", { householdId: drolma, field: "waterSafe", was: next, value: next });
  const need = said("NEED", aNeed(drolma));
  const beyond = said("NEED", aNeed(world.households.dawa.id));
  const desk = said("CASE", { id: randomUUID() });
  const list = said("ATTENDANCE", { id: randomUUID(), sheet: randomUUID(), names: "人甲" });
  const file = await helpersFile(fact, late, need, beyond, desk, list);
  for (const _twice of [1, 2]) {
    const { answers } = await takeFile(township, file, inWords);
    expect(answers.map((one) => (one.state === "refused" ? one.message : one.state))).toEqual([
      "accepted",
      "household.changedMeanwhile",
      "accepted",
      "sync.beyondWriter",
      "sync.deskByWriter",
      "sync.deskByWriter",
    ]);
  }
  expect(await waterOf(drolma)).toBe(now === "yes" ? "true" : "false");
  const [writer, taker] = await Promise.all(
    [helper, township].map((one) => reading(one, async ({ viewer }) => viewer.name)),
  );
  const { id } = JSON.parse(need.values) as { id: string };
  expect(await database.look("select raised_by_name as by, words from need where id = $1", [id])).toEqual([
    { by: writer, words: "水管冻裂了" },
  ]);
  expect(
    await database.look(
      "select account_name as by, on_behalf_of as for from change where household_id = $1 and field = 'waterSafe' order by id desc limit 1",
      [drolma],
    ),
  ).toEqual([{ by: taker, for: writer }]);
  const told = await database.look<{ verb: string; by: string; for: string }>(
    `select verb, account_name as by, facts->>'onBehalfOf' as for from audit_event where facts->>'op' = any ($1::text[]) and not coalesce((facts->>'repeated')::boolean, false) order by id`,
    [[fact.op, need.op]],
  );
  expect(told).toEqual([
    { verb: "sync.factTakenIn", by: taker, for: writer },
    { verb: "sync.needTakenIn", by: taker, for: writer },
  ]);
  // A reviewer looks over visits, and records nothing of a family.
  const reviewer = await signIn(database, "township-reviewer");
  const [answer] = (await takeFile(reviewer, await helpersFile(said("NEED", aNeed(drolma))), inWords))
    .answers;
  expect(answer).toMatchObject({ state: "refused", message: "sync.takerMayNot" });
});

test("the phone was quicker, or the visit was written when the writer still had the right: taken in all the same", async () => {
  const quick = written(world.households.drolma.id);
  const { visit, photos: _photos, ...op } = quick;
  await deliver(helper, { device: "phone", ops: [op] }, inWords);
  expect(await takeFile(township, await helpersFile(quick), inWords)).toMatchObject({
    accepted: 1,
    refused: 0,
  });
  expect(await count("visit where id = $1", visit)).toBe(1);
});

test("a sealed copy of an ended sign-in waits for the township's look, opens for nobody else, and counts once it is taken in", async () => {
  const { account } = await reading(helper, (scope) => firstSync(scope, {}));
  const gone = await signIn(database, "paired-helper");
  const [true_, untrue] = [written(world.households.drolma.id), written(world.households.drolma.id)];
  const copyOf = (one: object) => sealed(JSON.stringify({ form: 1, account, device: "phone", ops: [one] }));
  await closeSession(gone.token);
  const need = said("NEED", aNeed(world.households.drolma.id));
  expect(await hold(gone.token, await copyOf(need))).toMatchObject({ op: need.op });
  const shown = await reading(township, (scope) => heldCopies(scope, {}));
  expect(shown.rows.find(({ op }) => op === need.op)).toMatchObject({ kind: "NEED", asked: "水管冻裂了" });
  await takeHeld(township, { op: need.op });
  expect(await count("need where words = '水管冻裂了' and id = $1", JSON.parse(need.values).id)).toBe(1);
  for (const one of [true_, true_, untrue])
    expect(await hold(gone.token, await copyOf(one))).toEqual({ op: one.op, sha256: one.sha256 });
  await expect(hold("forged", await copyOf(true_))).rejects.toMatchObject({ code: "not-found" });
  await expect(
    hold(secretary.token, await copyOf(written(world.households.drolma.id))),
  ).rejects.toMatchObject({
    code: "not-found",
  });
  expect(await count("visit where id = $1", true_.visit)).toBe(0);
  const waits = async () =>
    (await reading(township, (scope) => heldCopies(scope, {}))).rows.map(({ op }) => op);
  expect(await waits()).toEqual(expect.arrayContaining([true_.op, untrue.op]));
  await expect(reading(secretary, (scope) => heldCopies(scope, {}))).rejects.toMatchObject({
    code: "refused",
  });
  await expect(takeHeld(secretary, { op: true_.op })).rejects.toMatchObject({ code: "not-found" });
  await dropHeld(township, { op: untrue.op, why: "没有去过" });
  await takeHeld(township, { op: true_.op });
  expect(await waits()).not.toEqual(expect.arrayContaining([true_.op]));
  expect(await waits()).not.toEqual(expect.arrayContaining([untrue.op]));
  expect(await count("visit where id = any ($1::uuid[])", [true_.visit, untrue.visit])).toBe(1);
});

test("who may look over visits is the same in the database and in the program", async () => {
  const [{ body } = { body: "" }] = await database.look<{ body: string }>(
    "select prosrc as body from pg_proc where proname = 'review_reach'",
  );
  const named = [...body.matchAll(/'([A-Z_]+)'/g)].map(([, role]) => role).sort();
  const may = Object.entries(ROLES).filter(([, verbs]) => (verbs as string[]).includes("visit.review"));
  expect(named).toEqual(may.map(([role]) => role).sort());
});
