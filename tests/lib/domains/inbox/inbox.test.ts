// The inbox: a reminder reaches the helper and leaves with the visit, once in 24 hours; notices, red dot, digest and hours of quiet.
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readAllNotices, setQuietHours } from "#lib/domains/inbox/commands/read-notices.ts";
import { remindVisit } from "#lib/domains/inbox/commands/remind-visit.ts";
import { inboxJobs } from "#lib/domains/inbox/jobs.ts";
import { countWaiting } from "#lib/domains/inbox/queries/count-waiting.ts";
import { listNotices, listWaiting } from "#lib/domains/inbox/queries/list-waiting.ts";
import { remindersOfHousehold } from "#lib/domains/inbox/queries/reminders.ts";
import { isQuiet } from "#lib/domains/inbox/quiet.ts";
import { startDigests, tellWhatEnded } from "#lib/domains/inbox/ticks.ts";
import { recordVisit } from "#lib/domains/visits/commands/record-visit.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { workOnce } from "#lib/platform/jobs.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY } from "#tests/world/world.ts";

const database = testDatabase();
let pool: pg.Pool;
beforeAll(() => {
  pool = new pg.Pool({ connectionString: database.job, max: 2 });
  pool.on("error", () => {});
});
beforeEach(() => holdToday(WORLD_TODAY));
afterAll(async () => {
  holdToday(null);
  await pool.end();
});

const quietLog = { info: () => {}, error: () => {} };
const waiting = (session: Session) => reading(session, (scope) => listWaiting(scope, {}));
const count = (session: Session) => reading(session, (scope) => countWaiting(scope, {}));
const notices = async (session: Session) => (await reading(session, (scope) => listNotices(scope, {}))).rows;
const household = async (name: string) =>
  (await database.look<{ id: string }>("select id from household where head_name = $1", [name]))[0]!.id;

test("who is reminded finds it in the inbox and on the red dot; the household says so; the visit takes it away", async () => {
  const officer = await signIn(database, "county-admin");
  const helper = await signIn(database, "first-secretary");
  const id = await household("扎西次仁");
  const before = await count(helper);
  expect(await remindVisit(officer, { household: id })).toMatchObject({ told: 1, byPhone: [] });

  const [group] = await waiting(helper);
  expect(group).toMatchObject({
    deed: "visit",
    rows: [{ kind: "reminded", name: "扎西次仁", href: `/visits/new?household=${id}` }],
  });
  expect(await count(helper)).toMatchObject({ waiting: before.waiting + 1, unread: before.unread + 1 });
  expect((await notices(helper))[0]).toMatchObject({
    kind: "reminded",
    name: "扎西次仁 · 雪通村",
    read: false,
  });
  const seen = await reading(officer, (scope) => remindersOfHousehold(scope, { household: id }));
  expect(seen).toMatchObject([{ receiverName: "邓增罗布" }]);

  // It was sent on the world's today, whatever the real one is.
  await database.look("update reminder set sent_at = $1, again_at = $1::timestamptz + interval '24 hours'", [
    `${WORLD_TODAY}T09:00:00+08:00`,
  ]);
  await recordVisit(helper, {
    id: "01940000-0000-7000-8000-00990000aa01",
    householdId: id,
    visitedOn: WORLD_TODAY,
    kind: "HOME",
    situation: "NORMAL",
  });
  expect(await waiting(helper)).toEqual([]);
});

test("a second reminder within 24 hours is refused with the time from which on it is possible, also when two press at once", async () => {
  const officers = [await signIn(database, "county-admin"), await signIn(database, "prefecture-admin")];
  const id = await household("尼玛顿珠");
  const pressed = await Promise.allSettled(officers.map((one) => remindVisit(one, { household: id })));
  expect(pressed.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(remindVisit(officers[0]!, { household: id })).rejects.toMatchObject({
    words: { key: "inbox.tooSoon", values: { when: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/) } },
  });
  const once =
    "select receiver, count(*)::int as n from reminder where subject = $1 group by 1 having count(*) > 1";
  expect(await database.look(once, [`visit:${id}`])).toEqual([]);
});

test("nothing due is not reminded, a helper reminds nobody, and another county's household is not there", async () => {
  const officer = await signIn(database, "county-admin");
  await expect(remindVisit(officer, { household: await household("达瓦扎西") })).rejects.toMatchObject({
    words: { key: "inbox.nothingDue" },
  });
  const helper = await signIn(database, "first-secretary");
  await expect(remindVisit(helper, { household: await household("扎西次仁") })).rejects.toMatchObject({
    code: "refused",
  });
  await expect(remindVisit(officer, { household: await household("泽仁永宗") })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("a notice's subject has no name for whoever cannot reach it, and no one else reads it", async () => {
  const id = await household("泽仁永宗");
  const officer = await signIn(database, "county-admin");
  const [account] = await database.look<{ id: number }>(
    "select id from account where username = 'county-admin'",
  );
  await database.look(
    "insert into notice (addressee, kind, subject, key) values ($1, 'reminded', $2, 'far')",
    [`account:${account?.id}`, `household:${id}`],
  );
  const [row] = await notices(officer);
  expect(row).toMatchObject({ kind: "reminded", name: null, href: null });
  expect(JSON.stringify(await notices(await signIn(database, "first-secretary")))).not.toContain(
    '"id":"far"',
  );
  expect(await notices(await signIn(database, "auditor"))).toEqual([]);
});

test("a notice to a role at a place finds whoever holds it there, and no other place's", async () => {
  await database.look(
    "insert into notice (addressee, kind, key) select g.role || '@' || g.division_id, 'digest', 'role' from role_grant g join account a on a.id = g.account_id where a.username = 'county-admin' limit 1",
  );
  expect((await notices(await signIn(database, "county-admin"))).some(({ kind }) => kind === "digest")).toBe(
    true,
  );
  expect(
    (await notices(await signIn(database, "prefecture-admin"))).some(({ kind }) => kind === "digest"),
  ).toBe(false);
});

test("read notices are no longer called; the red dot is silent in one's own hours of quiet", async () => {
  const officer = await signIn(database, "county-admin");
  expect((await count(officer)).unread).toBeGreaterThan(0);
  await readAllNotices(officer, {});
  expect((await count(officer)).unread).toBe(0);
  await setQuietHours(officer, { from: "00:00", to: "23:59" });
  expect(await count(officer)).toMatchObject({ quiet: true, from: "00:00" });
  await setQuietHours(officer, { from: "00:00", to: "00:00" });
  expect((await count(officer)).quiet).toBe(false);
  await expect(setQuietHours(officer, { from: "25:00", to: "08:00" })).rejects.toMatchObject({
    fields: { from: expect.anything() },
  });
});

test.each([
  ["21:00", "08:00", "20:59", false],
  ["21:00", "08:00", "21:00", true],
  ["21:00", "08:00", "03:00", true],
  ["21:00", "08:00", "08:00", false],
  ["12:00", "14:00", "13:00", true],
  ["12:00", "14:00", "14:00", false],
])("quiet from %s to %s at %s: %s", (from, to, now, quiet) => expect(isQuiet({ from, to }, now)).toBe(quiet));

test("one digest a morning for who has something waiting, none for who has not, and a second tick adds nothing", async () => {
  const helper = await signIn(database, "first-secretary");
  await database.look("delete from notice");
  await database.look(
    "insert into notice (addressee, kind, key) select 'account:' || id, 'jobDone', 'waits' from account where username = 'county-admin'",
  );
  await database.look(
    "update reminder set sent_at = '2026-11-25T10:00:00+08:00', again_at = '2026-11-26T10:00:00+08:00' where subject = $1",
    [`visit:${await household("尼玛顿珠")}`],
  );
  await database.look("update account set last_sign_in_at = now()");
  const at = await database.look<{ at: string }>(
    "select to_char(now() at time zone 'Asia/Shanghai', 'HH24:MI') as at",
  );
  await database.look(
    "insert into setting (key, from_on, value) values ('digest-at', '2020-01-01', to_jsonb($1::text))",
    [at[0]?.at],
  );
  const started = await startDigests(pool);
  expect(started).toBeGreaterThan(3);
  expect(await startDigests(pool)).toBe(0);
  await database.look("update job set run_after = now() where kind = 'inbox.digest'");
  while (await workOnce(pool, inboxJobs, quietLog));
  const told = await database.look<{ addressee: string; details: object }>(
    "select addressee, details from notice where kind = 'digest'",
  );
  expect(told.length).toBeGreaterThan(0);
  expect(told.length).toBeLessThan(started);
  expect(told.every(({ details }) => JSON.stringify(details).match(/^\{"unread":\d+,"waiting":\d+\}$/))).toBe(
    true,
  );
  expect((await notices(helper)).filter(({ kind }) => kind === "digest").length).toBeLessThanOrEqual(1);
});

test("a job that ended is told to whoever started it, once", async () => {
  const [account] = await database.look<{ id: number }>(
    "select id from account where username = 'county-admin'",
  );
  await database.look(
    "insert into job (kind, account_id, status, finished_at, payload) values ('imports.publish', $1, 'DONE', now(), jsonb_build_object('importId', new_id()))",
    [account?.id],
  );
  await tellWhatEnded(pool);
  await tellWhatEnded(pool);
  const told = await database.look("select kind from notice where key like 'job:%'");
  expect(told).toEqual([{ kind: "jobDone" }]);
});
