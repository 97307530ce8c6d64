// A hint from the visit to the word that closes it: the visitor alone sees it first, the township only when the days are over.
import { randomUUID } from "node:crypto";
import type pg from "pg";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addDays } from "#lib/base/calendar.ts";
import { takeIn } from "#lib/domains/files/take-in.ts";
import { listWaiting } from "#lib/domains/inbox/queries/list-waiting.ts";
import { addPhoto } from "#lib/domains/visits/commands/add-photo.ts";
import { explainHint } from "#lib/domains/visits/commands/explain-hint.ts";
import { recordVisit } from "#lib/domains/visits/commands/record-visit.ts";
import { removePhoto } from "#lib/domains/visits/commands/remove-photo.ts";
import { withdrawVisit } from "#lib/domains/visits/commands/withdraw-visit.ts";
import { alike } from "#lib/domains/visits/inside/hints/photos.ts";
import { hintsOf, myHints } from "#lib/domains/visits/queries/hints.ts";
import { listVisits } from "#lib/domains/visits/queries/list-visits.ts";
import { checkVisits } from "#lib/domains/visits/ticks.ts";
import { today } from "#lib/platform/clock.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { world } from "#tests/world/world.ts";

const database = testDatabase();
const { households } = world;
let jobs: pg.Pool;
let secretary: Session;
let township: Session;
let county: Session;
let leader: Session;

beforeAll(async () => {
  jobs = openJobPool(database.job);
  secretary = await signIn(database, "first-secretary");
  township = await signIn(database, "township-admin");
  county = await signIn(database, "county-admin");
  leader = await signIn(database, "prefecture-viewer");
});
beforeEach(async () => {
  await database.look("delete from stored_file where owner = 'visit'");
  await database.look("delete from visit_hint");
});
afterAll(() => jobs.end());

/** A picture of its own kind: blocks of gray by a seed. */
const picture = (seed: number, side = 900, quality = 90) => {
  const fields = Buffer.from(
    Array.from({ length: 64 }, (_, at) => (at * seed * 37 + ((at * at * seed) % 101)) % 256),
  );
  return sharp(fields, { raw: { width: 8, height: 8, channels: 1 } })
    .resize(side, side, { kernel: "cubic" })
    .jpeg({ quality })
    .toBuffer();
};
async function* once(bytes: Buffer) {
  yield bytes;
}
const taken = async (bytes: Buffer) => takeIn({ name: "", bytes: once(bytes) }, "PHOTO");

async function visited(household: { id: string }, more: Record<string, unknown> = {}): Promise<string> {
  const id = randomUUID();
  await recordVisit(secretary, {
    ...{ id, householdId: household.id, visitedOn: today(), situation: "NORMAL", standInReason: "顶班" },
    ...more,
  });
  return id;
}
const photographed = async (id: string, bytes: Buffer) =>
  (await addPhoto(secretary, { id, photo: await taken(bytes) })).id;
const of = (session: Session, id: string) => reading(session, (scope) => hintsOf(scope, { id }));
const inbox = async (session: Session) =>
  (await reading(session, (scope) => listWaiting(scope, {})))
    .flatMap(({ rows }) => rows)
    .filter(({ kind }) => kind.startsWith("visitHint"));
const daysLater = (days: number) =>
  database.look(
    "update visit_hint set shown_on = shown_on - $1::int, opens_on = opens_on - $1::int, explained_on = explained_on - $1::int",
    [days],
  );

test("the same picture saved anew is asked about: the visitor alone sees it, and a word closes it for good", async () => {
  const yesterday = addDays(today(), -1);
  const first = await visited(households.tashi, { visitedOn: yesterday });
  await photographed(first, await picture(3));
  const second = await visited(households.tashi);
  const other = await picture(3, 620, 55);
  await photographed(second, other);
  expect(await checkVisits(jobs)).toBeGreaterThan(0);
  expect(await checkVisits(jobs)).toBe(0);
  const [hint] = await of(secretary, second);
  expect(hint).toMatchObject({ kind: "PHOTO", own: true, opensOn: addDays(today(), 7), explained: null });
  expect(hint?.like?.id).toBe(first);
  expect(await of(secretary, first)).toEqual([]);
  expect((await reading(secretary, (scope) => myHints(scope, {}))).map(({ visit }) => visit)).toEqual([
    second,
  ]);
  expect(await inbox(secretary)).toMatchObject([{ kind: "visitHint", href: `/visits/${second}#hints` }]);
  for (const session of [township, county, leader]) expect(await of(session, second)).toEqual([]);
  await expect(explainHint(township, { id: hint!.id, words: "问过了，属实" })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(explainHint(secretary, { id: hint!.id, words: "对" })).rejects.toMatchObject({
    code: "invalid",
  });
  await explainHint(secretary, { id: hint!.id, words: "两天都在暖棚前照的" });
  await daysLater(30);
  expect(await of(township, second)).toEqual([]);
  expect((await of(secretary, second))[0]?.explained?.words).toBe("两天都在暖棚前照的");
  // Looked at anew, it stays closed.
  await database.look("insert into visit_look select person_id from visit_visitor where visit_id = $1", [
    second,
  ]);
  await checkVisits(jobs);
  expect(await inbox(secretary)).toEqual([]);
});

test("without a word the township is told after the days, asks, and writes down what it heard", async () => {
  const first = await visited(households.tashi, { visitedOn: addDays(today(), -2) });
  await photographed(first, await picture(5));
  const second = await visited(households.tashi, { visitedOn: addDays(today(), -1) });
  await photographed(second, await picture(5));
  await checkVisits(jobs);
  const listed = async (session: Session) =>
    (await reading(session, (scope) => listVisits(scope, { asks: true }))).rows.map(({ id }) => id);
  expect(await listed(township)).toEqual([]);
  await daysLater(7);
  expect(await listed(township)).toEqual([second]);
  expect(await listed(leader)).toEqual([]);
  expect(await of(leader, second)).toEqual([]);
  expect(await inbox(township)).toMatchObject([{ kind: "visitHintToAsk" }]);
  const [hint] = await of(township, second);
  expect(hint).toMatchObject({ own: false, explained: null });
  await explainHint(township, { id: hint!.id, words: "电话问过，照片传错，已提醒补传" });
  await expect(explainHint(secretary, { id: hint!.id, words: "是我传错了" })).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await listed(township)).toEqual([]);
  expect((await of(secretary, second))[0]?.explained?.by).toBeTruthy();
});

test("what is put right needs no word: without the photo, or with the visit taken back, the hint goes by itself", async () => {
  const first = await visited(households.tashi, { visitedOn: addDays(today(), -3) });
  await photographed(first, await picture(7));
  const [second, third] = [await visited(households.tashi), await visited(households.tashi)];
  const file = await photographed(second, await picture(7));
  await photographed(third, await picture(7));
  await checkVisits(jobs);
  expect([...(await of(secretary, second)), ...(await of(secretary, third))]).toHaveLength(2);
  await removePhoto(secretary, { id: second, photo: file });
  await withdrawVisit(secretary, { id: third });
  await checkVisits(jobs);
  expect([...(await of(secretary, second)), ...(await of(secretary, third))]).toEqual([]);
});

test("how a picture looks survives size and quality, and tells two pictures apart", async () => {
  const [large, small, other] = await Promise.all([picture(3), picture(3, 400, 40), picture(11)]);
  const looks = [await taken(large), await taken(small), await taken(other)].map(({ look }) => look ?? null);
  expect(alike(looks[0]!, looks[1]!)).toBe(true);
  expect(alike(looks[0]!, looks[2]!)).toBe(false);
});
