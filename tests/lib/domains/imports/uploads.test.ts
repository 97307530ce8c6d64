// Proves that a posted file arrives whole in whatever pieces it comes, and that files do not outlive their import.
import { createHash, randomBytes } from "node:crypto";
import { existsSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { keepUpload, fileOf as storedFile, uploadFolder } from "#lib/domains/imports/inside/uploads.ts";
import { receiveImport } from "#lib/domains/imports/receive.ts";
import { sweepUploads } from "#lib/domains/imports/sweep.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { readPosted } from "#lib/platform/posted-form.ts";
import type { Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { aTownship, fileOf, type Township } from "./importing.ts";

const database = testDatabase();
let town: Township;
let admin: Session;

beforeAll(async () => {
  town = await aTownship(database);
  admin = await signIn(database, town.admin);
});

const BOUNDARY = "----form42";

function posted(
  fields: Record<string, string>,
  file: { name: string; bytes: Buffer } | null,
  pieces = [65_536],
): Request {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = file
    ? `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
    : "";
  const body = Buffer.concat([
    Buffer.from(parts.join("") + head),
    file?.bytes ?? Buffer.alloc(0),
    Buffer.from(`${file ? "\r\n" : ""}--${BOUNDARY}--\r\n`),
  ]);
  let at = 0;
  let turn = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= body.length) return controller.close();
      const size = Math.max(1, pieces[turn++ % pieces.length]!);
      controller.enqueue(new Uint8Array(body.subarray(at, at + size)));
      at += size;
    },
  });
  return new Request("http://localhost/api/uploads/imports", {
    method: "POST",
    headers: { "content-type": `multipart/form-data; boundary=${BOUNDARY}` },
    body: stream,
    duplex: "half",
  } as RequestInit);
}

test("whatever the pieces, the file is byte for byte what was sent, and the fields before it are known", async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 3_000 }).map((array) => Buffer.from(array)),
    fc.constant(Buffer.from(`x\r\n--${BOUNDARY.slice(0, -1)}\r\n--${BOUNDARY.slice(2)}`)),
  );
  await fc.assert(
    fc.asyncProperty(
      bytes,
      fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 5 }),
      async (content, pieces) => {
        const { fields, file } = await readPosted(
          posted(
            { sheet: "pairings", divisionId: "7" },
            { name: "C:\\表\\花名册.xlsx", bytes: content },
            pieces,
          ),
        );
        expect(Object.fromEntries(fields)).toEqual({ sheet: "pairings", divisionId: "7" });
        expect(file?.name).toBe("花名册.xlsx");
        const got: Uint8Array[] = [];
        for await (const piece of file!.bytes) got.push(Buffer.from(piece));
        expect(Buffer.concat(got).equals(content)).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});

test("12 MB arrive whole and are stored under a random name with their digest", async () => {
  const bytes = randomBytes(12_000_000);
  const { file } = await readPosted(posted({}, { name: "a.xlsx", bytes }));
  const stored = await keepUpload(file!.bytes);
  expect(stored.size).toBe(12_000_000);
  expect(stored.sha256).toEqual(createHash("sha256").update(bytes).digest());
  expect(readFileSync(storedFile(stored.storedAs)).equals(bytes)).toBe(true);
});

test.each<[string, Record<string, string>, { name: string; bytes: Buffer } | null, string]>([
  ["no file", { sheet: "pairings", divisionId: "1" }, null, "noFile"],
  ["an unnamed file", { sheet: "pairings", divisionId: "1" }, { name: "", bytes: Buffer.alloc(0) }, "noFile"],
  [
    "an empty file",
    { sheet: "pairings", divisionId: "1" },
    { name: "a.xlsx", bytes: Buffer.alloc(0) },
    "empty",
  ],
  [
    "a unit that is none",
    { sheet: "pairings", divisionId: "x" },
    { name: "a.xlsx", bytes: Buffer.from("x") },
    "badUnit",
  ],
])("%s: back to the form with the reason, and nothing is kept", async (_what, fields, file, reason) => {
  expect(await receiveImport(admin, posted(fields, file))).toMatchObject({ refused: reason });
});

test("a file cut off on its way is not kept", async () => {
  const whole = posted(
    { sheet: "pairings", divisionId: String(town.township) },
    { name: "a.xlsx", bytes: randomBytes(1_000) },
  );
  const body = Buffer.from(await whole.arrayBuffer()).subarray(0, 700);
  const cut = new Request(whole.url, { method: "POST", headers: whole.headers, body: new Uint8Array(body) });
  await expect(receiveImport(admin, cut)).rejects.toThrow("cut off");
});

test("a week after the end the file goes, unknown files go after a day, all others stay", async () => {
  const bytes = readFileSync(await fileOf([{ 户主: "扎西" }]));
  const [old, young] = await Promise.all(
    [1, 2].map(() =>
      receiveImport(
        admin,
        posted({ sheet: "pairings", divisionId: String(town.township) }, { name: "a.xlsx", bytes }),
      ),
    ),
  );
  const nameOf = async (received: unknown) =>
    (
      await database.look<{ stored_as: string }>("select stored_as from import where id = $1", [
        (received as { id: string }).id,
      ])
    )[0]!.stored_as;
  await database.look("update import set finished_at = now() - interval '8 days' where id = $1", [
    (old as { id: string }).id,
  ]);
  const stray = path.join(uploadFolder(), "stray.part");
  const fresh = path.join(uploadFolder(), "fresh.part");
  for (const file of [stray, fresh]) writeFileSync(file, "x");
  const before = Date.now() / 1_000 - 2 * 86_400;
  utimesSync(stray, before, before);
  const pool = openJobPool(database.job, 1);
  await sweepUploads(pool);
  await pool.end();
  expect(
    [storedFile(await nameOf(old)), stray, storedFile(await nameOf(young)), fresh].map((file) =>
      existsSync(file),
    ),
  ).toEqual([false, false, true, true]);
});
