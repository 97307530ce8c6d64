// Papers as an office keeps them: put to an organization, a place or a change, corrected, removed with a reason; who sees and who may; what is turned away.
import { utimesSync } from "node:fs";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { historyOf } from "#lib/domains/audit/queries/history.ts";
import { openDivision } from "#lib/domains/divisions/commands/open.ts";
import { withdrawDivisionChange } from "#lib/domains/divisions/commands/withdraw.ts";
import { getFile } from "#lib/domains/files/queries.ts";
import { sweepFiles } from "#lib/domains/files/sweep.ts";
import { correctPaper } from "#lib/domains/papers/commands/correct-paper.ts";
import { removePaper } from "#lib/domains/papers/commands/remove-paper.ts";
import { papersOf } from "#lib/domains/papers/queries/papers-of.ts";
import { receivePapers } from "#lib/domains/papers/receive-papers.ts";
import { renameOrg } from "#lib/domains/party-orgs/commands/rename.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { isStored, storedFile } from "#lib/platform/files/store.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions, partyOrgs } = world;
const org = String(partyOrgs.xuetong.id);
let admin: Session;
let officer: Session;
let secretary: Session;
let elsewhere: Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  admin = await signIn(database, "county-admin");
  officer = await signIn(database, "county-organization");
  secretary = await signIn(database, "first-secretary");
  elsewhere = await signIn(database, "other-county-admin");
});
afterAll(() => holdToday(null));

const pdf = (words: string) =>
  Buffer.from(`%PDF-1.7\n1 0 obj <</Type /Catalog ${words}>> endobj\ntrailer\n%%EOF\n`);
const scan = (red: number) =>
  sharp({ create: { width: 400, height: 600, channels: 3, background: { r: red, g: 200, b: 200 } } })
    .png()
    .toBuffer();

const EDGE = "----papers7";
function form(subject: string, files: { name: string; bytes: Buffer }[]): Request {
  const parts: Buffer[] = [
    Buffer.from(`--${EDGE}\r\ncontent-disposition: form-data; name="subject"\r\n\r\n${subject}\r\n`),
  ];
  for (const { name, bytes } of files)
    parts.push(
      Buffer.from(`--${EDGE}\r\ncontent-disposition: form-data; name="paper"; filename="${name}"\r\n\r\n`),
      bytes,
      Buffer.from("\r\n"),
    );
  parts.push(Buffer.from(`--${EDGE}--\r\n`));
  const headers = { "content-type": `multipart/form-data; boundary=${EDGE}` };
  return new Request("http://here/", { method: "POST", headers, body: new Uint8Array(Buffer.concat(parts)) });
}
const send = (who: Session, subject: string, name: string, bytes: Buffer) =>
  receivePapers(who, form(subject, [{ name, bytes }]));
const papers = (who: Session, kind: "partyOrg" | "division", id: string | number) =>
  reading(who, (scope) => papersOf(scope, { kind, id: String(id) }));
const open = (who: Session, id: string) => reading(who, (scope) => getFile(scope, { id }));
/** Puts one there and says its line. */
async function put(subject: string, name: string, bytes: Buffer) {
  const { added, refused } = await send(admin, subject, name, bytes);
  expect(refused).toBeNull();
  const [row] = await database.look<{ id: string; fileId: string; version: number }>(
    'select id, file_id as "fileId", version from paper where id = $1',
    [added[0]],
  );
  return row!;
}

test("a paper is read by whoever reaches its place, and elsewhere it is not there", async () => {
  const { id, fileId } = await put(`partyOrg:${org}`, "关于成立支部的批复.pdf", pdf("(reach)"));
  const { papers: mine } = await papers(secretary, "partyOrg", org);
  expect(mine.find((row) => row.id === id)).toMatchObject({
    title: "关于成立支部的批复",
    mediaType: "application/pdf",
    documentNo: null,
    datedOn: null,
  });
  expect(await open(secretary, fileId)).toMatchObject({ name: "关于成立支部的批复.pdf" });
  expect(await papers(elsewhere, "partyOrg", org)).toEqual({ reached: false, papers: [], removed: [] });
  await expect(open(elsewhere, fileId)).rejects.toMatchObject({ code: "not-found" });
  const correction = { id, version: "1", title: "别的", documentNo: "", datedOn: "" };
  await expect(correctPaper(elsewhere, correction)).rejects.toMatchObject({ code: "not-found" });
  await expect(correctPaper(secretary, correction)).rejects.toMatchObject({ code: "refused" });
  await expect(removePaper(secretary, { id, why: "不要" })).rejects.toMatchObject({ code: "refused" });
  await expect(send(secretary, `partyOrg:${org}`, "a.pdf", pdf("(no)"))).rejects.toMatchObject({
    code: "refused",
  });
  await expect(send(elsewhere, `partyOrg:${org}`, "a.pdf", pdf("(no)"))).rejects.toMatchObject({
    code: "refused",
  });
  await expect(send(admin, "partyOrg:99999", "a.pdf", pdf("(no)"))).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(send(admin, "household:1", "a.pdf", pdf("(no)"))).rejects.toMatchObject({ code: "not-found" });
});

test("the organization department keeps papers of organizations, not of places", async () => {
  expect(await send(officer, `partyOrg:${org}`, "通知.pdf", pdf("(officer)"))).toMatchObject({
    refused: null,
  });
  const place = `division:${divisions.jitang.id}`;
  await expect(send(officer, place, "通知.pdf", pdf("(officer)"))).rejects.toMatchObject({ code: "refused" });
});

test("title, number and date are corrected, a day to come is refused, and the history says who and from what", async () => {
  const { id } = await put(`division:${divisions.jitang.id}`, "扫描件.png", await scan(10));
  const correct = (version: number, fields: object) =>
    correctPaper(admin, {
      id,
      version: String(version),
      title: "关于吉塘镇的批复",
      documentNo: "",
      datedOn: "",
      ...fields,
    });
  await expect(correct(1, { datedOn: "2026-11-26" })).rejects.toMatchObject({
    fields: { datedOn: [{ key: "futureDay" }] },
  });
  await expect(correct(1, { datedOn: "某日" })).rejects.toMatchObject({
    fields: { datedOn: [{ key: "day" }] },
  });
  await expect(correct(1, { title: " " })).rejects.toMatchObject({
    fields: { title: [{ key: "required" }] },
  });
  await correct(1, { documentNo: "察政发〔2026〕8号", datedOn: "1120" });
  await expect(correct(1, {}), "an old form").rejects.toMatchObject({ code: "conflict" });
  expect(
    await papers(secretary, "division", divisions.jitang.id),
    "above the secretary's village",
  ).toMatchObject({ reached: false });
  const { papers: seen } = await papers(admin, "division", divisions.jitang.id);
  expect(seen.find((row) => row.id === id)).toMatchObject({
    title: "关于吉塘镇的批复",
    documentNo: "察政发〔2026〕8号",
    datedOn: "2026-11-20",
    mediaType: "image/jpeg",
    version: 2,
  });
  const { changes, deeds } = await reading(admin, (scope) =>
    historyOf(scope, { kind: "division", id: String(divisions.jitang.id) }),
  );
  expect(changes.filter(({ field }) => field === "paper").map(({ old, new: now }) => [old, now])).toEqual([
    ["扫描件", "关于吉塘镇的批复 · 察政发〔2026〕8号 · 2026-11-20"],
    [null, "扫描件"],
  ]);
  expect(deeds.map(({ verb }) => verb)).toEqual(["paper.corrected", "paper.added"]);
});

test("a removed paper stays as a line with who and why, by a colleague too, and its bytes go when they are a day old", async () => {
  const { id, fileId } = await put(`partyOrg:${org}`, "错的.pdf", pdf("(removed)"));
  const kept = await put(`partyOrg:${org}`, "对的.pdf", pdf("(kept)"));
  const { sha256 } = await open(admin, fileId);
  const other = await open(admin, kept.fileId);
  await expect(removePaper(officer, { id, why: " " })).rejects.toMatchObject({
    fields: { why: [{ key: "required" }] },
  });
  await removePaper(officer, { id, why: "传错了文件" });
  await expect(open(admin, fileId)).rejects.toMatchObject({ code: "not-found" });
  await expect(removePaper(officer, { id, why: "再删" })).rejects.toMatchObject({ code: "not-found" });
  const { papers: left, removed } = await papers(secretary, "partyOrg", org);
  expect(left.map((row) => row.id)).not.toContain(id);
  expect(removed.find((row) => row.id === id)).toMatchObject({
    title: "错的",
    removedWhy: "传错了文件",
    fileId: null,
  });
  const old = new Date(Date.now() - 25 * 3_600_000);
  for (const name of [sha256, other.sha256]) utimesSync(storedFile(name), old, old);
  const pool = openJobPool(database.job, 1);
  await sweepFiles(pool);
  await pool.end();
  expect([await isStored(sha256), await isStored(other.sha256)]).toEqual([false, true]);
});

test("the row of its bytes cannot be taken away past the reason, nor a removed line be written over", async () => {
  const { id, fileId } = await put(`partyOrg:${org}`, "墙.pdf", pdf("(walls)"));
  const { writing } = await import("#lib/platform/scope.ts");
  await writing(admin, async ({ tx }) => {
    expect(await tx.storedFile.deleteMany({ where: { id: fileId } })).toEqual({ count: 0 });
  });
  await removePaper(admin, { id, why: "试" });
  await writing(admin, async ({ tx }) => {
    expect(await tx.paper.updateMany({ where: { id }, data: { title: "改写" } })).toEqual({ count: 0 });
  });
});

test("what is put to a change shows on its organization's page with the number of the change; a withdrawn change takes none", async () => {
  const change = await renameOrg(admin, {
    id: org,
    name: "雪通村新党支部",
    effectiveOn: "2026-12-20",
    documentNo: "察组发〔2026〕12号",
  });
  const { id } = await put(`treeChange:${change.eventId}`, "更名批复.pdf", pdf("(change)"));
  const { papers: rows } = await papers(admin, "partyOrg", org);
  expect(rows.find((row) => row.id === id)).toMatchObject({
    changeId: change.eventId,
    documentNo: "察组发〔2026〕12号",
  });
  const opening = await openDivision(admin, {
    parentId: divisions.jitang.id,
    name: "新设村",
    effectiveOn: "2026-12-20",
  });
  await withdrawDivisionChange(admin, { eventId: opening.eventId });
  expect(await send(admin, `treeChange:${opening.eventId}`, "a.pdf", pdf("(late)"))).toMatchObject({
    refused: "changeWithdrawn",
  });
});

test("what is put to an opening that waits moves to the new place on its day", async () => {
  const opening = await openDivision(admin, {
    parentId: divisions.jitang.id,
    name: "明日村",
    effectiveOn: "2026-11-26",
  });
  const { id, fileId } = await put(`treeChange:${opening.eventId}`, "设村批复.pdf", pdf("(opening)"));
  await database.look("update tree_event set node_id = $2, status = 'DONE' where id = $1", [
    opening.eventId,
    divisions.xuetong.id,
  ]);
  const { papers: rows } = await papers(secretary, "division", divisions.xuetong.id);
  expect(rows.map((row) => row.id)).toContain(id);
  expect(await open(secretary, fileId)).toMatchObject({ name: "设村批复.pdf" });
});

test("content decides what is a paper; each refusal has its reason, and the good ones of the same choice stay", async () => {
  const refusedFor = async (name: string, bytes: Buffer) =>
    (await send(admin, `partyOrg:${org}`, name, bytes)).refused;
  expect(await refusedFor("批复.docx", Buffer.from("PK\x03\x04 word/document.xml"))).toBe("office");
  expect(await refusedFor("批复.pdf", Buffer.from("PK\x03\x04 word/vbaProject.bin"))).toBe("office");
  expect(await refusedFor("a.pdf", pdf("/OpenAction << /S /JavaScript >>"))).toBe("activePdf");
  expect(await refusedFor("a.pdf", pdf(">> endobj trailer << /Encrypt 5 0 R "))).toBe("lockedPdf");
  expect(await refusedFor("a.pdf", Buffer.from("%PDF-1.7\n1 0 obj"))).toBe("brokenPdf");
  expect(await refusedFor("a.pdf", Buffer.alloc(0))).toBe("empty");
  expect(await refusedFor("a.pdf", Buffer.concat([pdf("x"), Buffer.alloc(21 * 1_048_576)]))).toBe("tooLarge");
  expect(await refusedFor("", pdf("x"))).toBe("none");
  await put(`partyOrg:${org}`, "同一份.pdf", pdf("(same)"));
  expect(await refusedFor("换个名字.pdf", pdf("(same)"))).toBe("already");
  const both = [
    { name: "坏.pdf", bytes: Buffer.from("%PDF-1.7") },
    { name: "好.png", bytes: await scan(90) },
  ];
  const { added, refused } = await receivePapers(admin, form(`partyOrg:${org}`, both));
  expect([refused, added.length]).toEqual(["brokenPdf", 1]);
  const { papers: rows } = await papers(admin, "partyOrg", org);
  const good = rows.find((row) => row.id === added[0]);
  expect(good).toMatchObject({ title: "好", width: 400, height: 600 });
  expect(await open(admin, good?.fileId ?? "")).toMatchObject({ name: "好.jpg" });
});
