// The file of a phone: sealed there, opened here alone, taken in by its owner alone, and doubled by nothing that the phone sends later.
import { createHash, randomUUID } from "node:crypto";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { sealToServer } from "#components/field/seal-to-server.ts";
import { deliver } from "#lib/domains/sync/deliver.ts";
import { firstSync } from "#lib/domains/sync/queries/first-sync.ts";
import { takeFile } from "#lib/domains/sync/take-file.ts";
import { boxPublicKey, openBox } from "#lib/platform/box-key.ts";
import { today } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { world } from "#tests/world/world.ts";

const database = testDatabase();
let secretary: Session;
let helper: Session;

beforeAll(async () => {
  secretary = await signIn(database, "first-secretary");
  helper = await signIn(database, "paired-helper");
});

const sha256 = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const sealed = async (text: string) =>
  new Uint8Array(await (await sealToServer(boxPublicKey(), text)).arrayBuffer());
const inWords = async () => ({ code: "refused", message: "refused" });
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
    expect(await takeFile(secretary, file, inWords)).toEqual({ accepted: 1, refused: 1 });
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
  expect(await count("visit where id = $1", visit)).toBe(0);
});
