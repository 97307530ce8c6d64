// Photos of a visit as a person adds them: written anew without position, three at most, kept and served by reach, swept when nobody names them; and what is turned away.
import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { getFile } from "#lib/domains/files/queries.ts";
import { sweepFiles } from "#lib/domains/files/sweep.ts";
import { takeIn } from "#lib/domains/files/take-in.ts";
import { recordVisit } from "#lib/domains/visits/commands/record-visit.ts";
import { removePhoto } from "#lib/domains/visits/commands/remove-photo.ts";
import { getVisit } from "#lib/domains/visits/queries/list-visits.ts";
import { receivePhotos } from "#lib/domains/visits/receive-photos.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { filesFolder, isStored, storedFile } from "#lib/platform/files/store.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { world } from "#tests/world/world.ts";

const database = testDatabase();
const { households } = world;
let secretary: Session;
let otherCounty: Session;

beforeAll(async () => {
  secretary = await signIn(database, "first-secretary");
  otherCounty = await signIn(database, "other-county-admin").catch(() => signIn(database, "auditor"));
});

/** As a phone makes it: lying on its side, with a position and the name of the camera. */
const phonePhoto = (seed: number, width = 3000, height = 2000) =>
  sharp({ create: { width, height, channels: 3, background: { r: seed, g: 90, b: 120 } } })
    .withExif({
      IFD0: { Make: "SECRETPHONE", Software: "x" },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "30/1 39/1 0/1",
        GPSLongitudeRef: "E",
        GPSLongitude: "97/1 34/1 0/1",
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

const EDGE = "----photos7";
function form(id: string, files: { name: string; bytes: Buffer }[]): Request {
  const parts: Buffer[] = [
    Buffer.from(`--${EDGE}\r\ncontent-disposition: form-data; name="id"\r\n\r\n${id}\r\n`),
  ];
  for (const { name, bytes } of files)
    parts.push(
      Buffer.from(`--${EDGE}\r\ncontent-disposition: form-data; name="photo"; filename="${name}"\r\n\r\n`),
      bytes,
      Buffer.from("\r\n"),
    );
  parts.push(Buffer.from(`--${EDGE}--\r\n`));
  const headers = { "content-type": `multipart/form-data; boundary=${EDGE}` };
  return new Request("http://here/", { method: "POST", headers, body: new Uint8Array(Buffer.concat(parts)) });
}

async function aVisit(): Promise<string> {
  const id = randomUUID();
  await recordVisit(secretary, {
    id,
    householdId: households.tashi.id,
    visitedOn: "今天",
    situation: "NORMAL",
  });
  return id;
}
const photosOf = (id: string) => reading(secretary, async (scope) => (await getVisit(scope, { id })).photos);
const bytesOf = async (id: string) => {
  const file = await reading(secretary, (scope) => getFile(scope, { id }));
  return { file, bytes: readFileSync(storedFile(file.sha256)) };
};
const posted = (name: string, bytes: Buffer) => ({
  name,
  bytes: (async function* () {
    yield bytes;
  })(),
});
const taking = (name: string, bytes: Buffer, kind: "PHOTO" | "PAPER" = "PHOTO") =>
  takeIn(posted(name, bytes), kind).then(
    () => "taken",
    (error) => error.reason ?? error,
  );

test("a phone's photo comes back upright, smaller, and knows neither where nor with what it was taken", async () => {
  const id = await aVisit();
  const given = await phonePhoto(1);
  expect(given.includes("SECRETPHONE")).toBe(true);
  expect(await receivePhotos(secretary, form(id, [{ name: "IMG_1.jpg", bytes: given }]))).toEqual({
    visit: id,
    refused: null,
  });
  const [photo] = await photosOf(id);
  expect(photo).toMatchObject({ width: 1067, height: 1600, mine: true });
  const { file, bytes } = await bytesOf(photo?.id ?? "");
  const about = await sharp(bytes).metadata();
  expect(about).toMatchObject({ width: 1067, height: 1600, format: "jpeg" });
  expect([about.exif, about.xmp, about.icc, about.orientation]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(bytes.includes("SECRETPHONE")).toBe(false);
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(file.sha256);
  const preview = await sharp(storedFile(file.previewSha256 ?? "")).metadata();
  expect(preview).toMatchObject({ width: 213, height: 320 });
});

test("three are kept and the fourth is not; one deleted makes room, and its bytes go when they are a day old", async () => {
  const id = await aVisit();
  const four = await Promise.all([11, 12, 13, 14].map((seed) => phonePhoto(seed, 300, 200)));
  const sent = four.map((bytes, at) => ({ name: `${at}.jpg`, bytes }));
  expect(await receivePhotos(secretary, form(id, sent))).toMatchObject({ refused: "tooMany" });
  const kept = await photosOf(id);
  expect(kept).toHaveLength(3);
  const { file } = await bytesOf(kept[0]?.id ?? "");
  await removePhoto(secretary, { id, photo: kept[0]?.id });
  expect(await photosOf(id)).toHaveLength(2);
  const pool = openJobPool(database.job, 1);
  await sweepFiles(pool);
  expect(await isStored(file.sha256), "young bytes may still be on their way to a row").toBe(true);
  const old = new Date(Date.now() - 25 * 3_600_000);
  for (const photo of kept) {
    const { sha256 } = photo.id === kept[0]?.id ? file : (await bytesOf(photo.id)).file;
    utimesSync(storedFile(sha256), old, old);
  }
  await sweepFiles(pool);
  await pool.end();
  expect(await isStored(file.sha256)).toBe(false);
  expect(existsSync(storedFile((await bytesOf(kept[1]?.id ?? "")).file.sha256))).toBe(true);
});

test("out of reach a photo is not there, and nobody adds one to another's visit", async () => {
  const id = await aVisit();
  await receivePhotos(secretary, form(id, [{ name: "a.jpg", bytes: await phonePhoto(21, 300, 200) }]));
  const [photo] = await photosOf(id);
  const asked = reading(otherCounty, (scope) => getFile(scope, { id: photo?.id ?? "" }));
  await expect(asked).rejects.toMatchObject({ code: "not-found" });
  const bytes = await phonePhoto(22, 300, 200);
  await expect(receivePhotos(otherCounty, form(id, [{ name: "b.jpg", bytes }]))).rejects.toMatchObject({
    code: "not-found",
  });
  const county = await signIn(database, "county-admin");
  await expect(receivePhotos(county, form(id, [{ name: "b.jpg", bytes }]))).rejects.toMatchObject({
    code: "refused",
  });
});

test("content decides, not the name: what is not a picture is turned away by its reason, and nothing of it stays", async () => {
  const box = (brand: string) =>
    Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}\0\0\0\0mif1`)]);
  const jpeg = await phonePhoto(31, 900, 600);
  const wide = await sharp({ create: { width: 12_000, height: 6000, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  expect(
    await Promise.all([
      taking("a.jpg", box("heic")),
      taking("a.jpg", box("avif")),
      taking("a.jpg", Buffer.from('<?xml version="1.0"?><svg onload="x"/>')),
      taking("a.jpg", Buffer.from("49492a0008000000", "hex")),
      taking("a.jpg", Buffer.from("PK\x03\x04 word/vbaProject.bin")),
      taking("a.jpg", Buffer.from("GIF89a..........")),
      taking("a.jpg", Buffer.from("%PDF-1.7\n%%EOF")),
      taking("a.jpg", Buffer.from("MZ........")),
      taking("a.jpg", Buffer.alloc(0)),
      taking("a.jpg", jpeg.subarray(0, jpeg.length / 2)),
      taking("a.png", wide),
    ]),
  ).toEqual("heic avif svg tiff office gif notPhoto unknown empty brokenImage tooManyPixels".split(" "));
  expect(await taking("photo.exe", jpeg), "a good photo under a bad name is a good photo").toBe("taken");
  const huge = Buffer.alloc(21 * 1_048_576);
  jpeg.copy(huge);
  expect(await taking("a.jpg", huge)).toBe("tooLarge");
  const left = path.join(filesFolder(), "incoming");
  const { readdirSync } = await import("node:fs");
  expect(readdirSync(left)).toEqual([]);
});

test("one too large in the middle of a choice does not take the next one with it", async () => {
  const id = await aVisit();
  const huge = Buffer.alloc(21 * 1_048_576, 7);
  (await phonePhoto(61, 300, 200)).copy(huge);
  const files = [
    { name: "1.jpg", bytes: huge },
    { name: "2.jpg", bytes: await phonePhoto(62, 300, 200) },
  ];
  expect(await receivePhotos(secretary, form(id, files))).toEqual({ visit: id, refused: "tooLarge" });
  expect(await photosOf(id)).toHaveLength(1);
});

test("a paper may be a PDF that only shows; one that runs, carries files or was cut off is refused", async () => {
  const pdf = (inside: string) => Buffer.from(`%PDF-1.7\n1 0 obj <<${inside}>> endobj\ntrailer\n%%EOF\n`);
  expect(await taking("批复.pdf", pdf("/Type /Catalog"), "PAPER")).toBe("taken");
  expect(await taking("a.pdf", pdf("/OpenAction << /S /JavaScript >>"), "PAPER")).toBe("activePdf");
  expect(await taking("a.pdf", pdf("/S /J#61vaScript"), "PAPER")).toBe("activePdf");
  expect(await taking("a.pdf", pdf("/EmbeddedFiles 2 0 R"), "PAPER")).toBe("activePdf");
  expect(await taking("a.pdf", Buffer.from("%PDF-1.7\n1 0 obj"), "PAPER")).toBe("brokenPdf");
  expect(await taking("a.docm", Buffer.from("PK\x03\x04"), "PAPER")).toBe("office");
  expect(await taking("扫描.jpg", await phonePhoto(41, 300, 200), "PAPER")).toBe("taken");
});

test("a row is never written for bytes that are gone", async () => {
  const id = await aVisit();
  const { addPhoto } = await import("#lib/domains/visits/commands/add-photo.ts");
  const photo = await takeIn(posted("a.jpg", await phonePhoto(51, 300, 200)), "PHOTO");
  rmSync(storedFile(photo.sha256));
  await expect(addPhoto(secretary, { id, photo })).rejects.toMatchObject({ code: "conflict" });
  mkdirSync(path.dirname(storedFile(photo.sha256)), { recursive: true });
  writeFileSync(storedFile(photo.sha256), "");
});
