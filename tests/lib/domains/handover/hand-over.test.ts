// When somebody leaves: everything open in their name finds another owner, ends or is refused, all at once or not at all; who may do it.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { setAccountStatus } from "#lib/domains/accounts/commands/set-status.ts";
import { carryOutHandOver } from "#lib/domains/handover/commands/hand-over.ts";
import { countHeld, rehearseHandOver } from "#lib/domains/handover/queries/hand-over.ts";
import { listNotices, listWaiting } from "#lib/domains/inbox/queries/list-waiting.ts";
import { holdToday, today } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { anAccount } from "#tests/build/account.ts";
import { aHousehold } from "#tests/build/household.ts";
import { aPairing } from "#tests/build/pairing.ts";
import { aPerson } from "#tests/build/person.ts";
import { aVisit } from "#tests/build/visit.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions } = world;
let township: Session;
let county: Session;
let otherCounty: Session;

type Cast = {
  leaver: { id: number; personId: string };
  heir: { id: number; personId: string; username: string };
  homes: string[];
};
let cast: Cast;

// Pairings, requests and grants are judged by the clock of the database: the day of the machine.
beforeAll(async () => {
  holdToday(null);
  township = await signIn(database, "township-admin");
  county = await signIn(database, "county-admin");
  otherCounty = await signIn(database, "other-county-admin");
});
afterAll(() => holdToday(null));

/** A first secretary with two households and one planned, and a colleague in the same township. */
beforeEach(async () => {
  const who = async (role: "FIRST_SECRETARY" | "TEAM_MEMBER") => {
    const person = await aPerson(database, {
      divisionId: divisions.xuetong.id,
      unitName: "察雅县水利局",
      rank: "STAFF",
    });
    const account = await anAccount(database, {
      divisionId: divisions.xuetong.id,
      personId: person.id,
      role,
    });
    return { ...account, personId: person.id, person };
  };
  const leaver = await who("FIRST_SECRETARY");
  const heir = await who("TEAM_MEMBER");
  const homes: string[] = [];
  for (const fromOn of ["2020-01-10", "2021-03-01", "2099-01-01"]) {
    const home = await aHousehold(database, { divisionId: divisions.xuetong.id });
    await aPairing(database, { household: home, helper: leaver.person, fromOn, kind: "FIRST_HELPER" });
    homes.push(home.id);
  }
  cast = { leaver, heir, homes };
});

const pairingsOf = (personId: string) =>
  database.look<{ id: string; home: string; open: boolean; from: string; reason: string | null }>(
    `select id, household_id as home, (to_on is null or (to_on > beijing_today() and to_on > from_on)) as open, from_on::text as from,
      end_reason as reason from pairing where helper_id = $1 order by from_on, id`,
    [personId],
  );
const openOf = async (personId: string) => (await pairingsOf(personId)).filter(({ open }) => open);
const all = async (fate: string) => (await openOf(cast.leaver.personId)).map(({ id }) => `${id}:${fate}`);
const statusOf = async (id: number) =>
  (await database.look<{ status: string }>("select status from account where id = $1", [id]))[0]?.status;
const handOver = (session: Session, more: Record<string, unknown> = {}) =>
  carryOutHandOver(session, {
    accountId: cast.leaver.id,
    to: cast.heir.personId,
    reason: "TRANSFERRED",
    overCap: "yes",
    ...more,
  });
const anImport = async (account: number, status: string, divisionId = divisions.jitang.id) => {
  const id = randomUUID();
  await database.look(
    `insert into import (id, sheet, account_id, division_id, year, file_name, stored_as, size, sha256, status, published_at)
     values ($1::uuid, 'pairings', $2, $3, 2026, '名册.xlsx', $1::uuid::text, 1, '', $4, case when $4 = 'DONE' then now() end)`,
    [id, account, divisionId, status],
  );
  await database.look(
    "insert into import_row (import_id, row_no, action, values) values ($1, 1, 'ADD', '{}'::jsonb)",
    [id],
  );
  return id;
};
const aReturnedVisit = async () => {
  const household = { id: cast.homes[0] ?? "", divisionId: divisions.xuetong.id };
  const given = { household, visitors: [], visitedOn: "2026-05-05", status: "RETURNED" as const };
  return (await aVisit(database, { ...given, recordedBy: cast.leaver.id })).id;
};
/** Asked in the tables themselves, not by the code under test. */
const openThings = async ({ id, personId }: { id: number; personId: string }) => {
  const [row] = await database.look<Record<string, number>>(
    `select
      (select count(*)::int from pairing where helper_id = $2::uuid and (to_on is null or (to_on > beijing_today() and to_on > from_on))) as pairings,
      (select count(*)::int from import where account_id = $1 and status not in ('DONE', 'TAKEN_BACK', 'CANCELLED', 'FAILED')) as imports,
      (select count(*)::int from import where account_id = $1 and status = 'DONE' and published_at > now() - interval '30 days') as "takeBacks",
      (select count(*)::int from job where account_id = $1 and status in ('QUEUED', 'RUNNING')) as jobs,
      (select count(*)::int from export where account_id = $1 and (status = 'ASKED' or (status = 'APPROVED' and expires_at > clock_timestamp()))) as exports,
      (select count(*)::int from tree_event where account_id = $1 and status = 'SCHEDULED') as changes,
      (select count(*)::int from visit where coalesce(waits_for, recorded_by) = $1 and status = 'RETURNED') as visits,
      (select count(*)::int from role_grant where account_id = $1 and (to_at is null or to_at > clock_timestamp())) as roles,
      (select count(*)::int from account where id = $1 and status = 'ACTIVE') as account`,
    [id, personId],
  );
  return Object.entries(row ?? {}).filter(([, count]) => count > 0);
};
const ownerOf = async (table: "import" | "tree_event", id: string) =>
  (await database.look<{ account_id: number }>(`select account_id from ${table} where id = $1`, [id]))[0]
    ?.account_id;

test("everything goes to the heir from today, the account is closed, and the heir is told; what was done stays theirs", async () => {
  const rehearsed = await reading(township, (scope) =>
    rehearseHandOver(scope, { accountId: cast.leaver.id, to: cast.heir.personId }),
  );
  expect(rehearsed.items.map(({ kind, fate }) => [kind, fate])).toEqual([
    ["pairing", "hand"],
    ["pairing", "hand"],
    ["pairing", "hand"],
    ["role", "end"],
  ]);
  await handOver(township, { pairings: await all("hand"), finish: "yes" });
  expect(await openOf(cast.leaver.personId)).toEqual([]);
  const taken = await openOf(cast.heir.personId);
  expect(new Map(taken.map(({ home, from }) => [home, from]))).toEqual(
    new Map(cast.homes.map((home, nth) => [home, nth < 2 ? today() : "2099-01-01"])),
  );
  expect((await pairingsOf(cast.leaver.personId)).every(({ reason }) => reason === "TRANSFERRED")).toBe(true);
  expect(await statusOf(cast.leaver.id)).toBe("DISABLED");
  const [grant] = await database.look<{ over: boolean }>(
    "select to_at <= clock_timestamp() as over from role_grant where account_id = $1",
    [cast.leaver.id],
  );
  expect(grant?.over).toBe(true);
  const heir = await signIn(database, cast.heir.username);
  const { rows } = await reading(heir, (scope) => listNotices(scope, {}));
  expect(rows[0]).toMatchObject({
    kind: "handedOver",
    details: { households: 3, others: 0 },
    href: "/today",
  });
  const after = await reading(township, (scope) => countHeld(scope, { accountId: cast.leaver.id }));
  expect(after.count).toBe(0);
  const [told] = await database.look<{ facts: object }>(
    "select facts from audit_event where verb = 'account.handedOver' and subject = $1",
    [`account:${cast.leaver.id}`],
  );
  expect(told?.facts).toMatchObject({ finished: true, handed: 3, ended: 1, reason: "TRANSFERRED" });
});

test("while one household has no arrangement, the account is not closed and nothing has changed", async () => {
  const [first, ...others] = await all("hand");
  await expect(handOver(township, { pairings: others, finish: "yes" })).rejects.toMatchObject({
    words: { key: "handover.pairingsLeft", values: { count: 1 } },
  });
  expect(await openOf(cast.leaver.personId)).toHaveLength(3);
  expect(await statusOf(cast.leaver.id)).toBe("ACTIVE");
  expect(first).toBeDefined();
});

test("in rounds: one heir takes one household, another ends, and the last round closes the account; each round has its receipt", async () => {
  const [one, two, three] = await openOf(cast.leaver.personId);
  await handOver(township, { pairings: [`${one?.id}:hand`, `${two?.id}:keep`, `${three?.id}:keep`] });
  expect(await openOf(cast.leaver.personId)).toHaveLength(2);
  expect(await statusOf(cast.leaver.id)).toBe("ACTIVE");
  await handOver(township, { to: "", pairings: [`${two?.id}:end`, `${three?.id}:end`], finish: "yes" });
  expect(await openOf(cast.leaver.personId)).toEqual([]);
  expect(await openOf(cast.heir.personId)).toHaveLength(1);
  const { receipts } = await reading(township, (scope) =>
    rehearseHandOver(scope, { accountId: cast.leaver.id }),
  );
  expect(receipts.map(({ finished, counts }) => [finished, counts])).toEqual([
    [
      true,
      [
        { kind: "pairing", fate: "end", count: 2 },
        { kind: "role", fate: "end", count: 1 },
      ],
    ],
    [false, [{ kind: "pairing", fate: "hand", count: 1 }]],
  ]);
  expect(receipts[1]?.households).toHaveLength(1);
});

test("imports and dated changes go to whoever may do the same there, a returned visit waits for the heir; requests for clear text are refused", async () => {
  const unfinished = await anImport(cast.leaver.id, "CHECKED");
  const published = await anImport(cast.leaver.id, "DONE");
  const elsewhere = await anImport(cast.leaver.id, "READ", divisions.lieda.id);
  const change = randomUUID();
  await database.look(
    "insert into tree_event (id, tree, kind, node_id, effective_on, detail, account_id) select $1, 'PARTY_ORG', 'RENAME', id, '2099-01-01', '{}', $3 from party_org where division_id = $2 limit 1",
    [change, divisions.jitang.id, cast.leaver.id],
  );
  const asked = randomUUID();
  await database.look(
    "insert into export (id, account_id, account_name, division_id, what, unmasked, reason, status) values ($1, $2, '某人', $3, 'households', true, '年终核对数据', 'ASKED')",
    [asked, cast.leaver.id, divisions.jitang.id],
  );
  const beingRead = await anImport(cast.leaver.id, "UPLOADED");
  await database.look(
    "insert into job (kind, payload, account_id) values ('imports.read', jsonb_build_object('importId', $1::text), $2)",
    [beingRead, cast.leaver.id],
  );
  const returned = await aReturnedVisit();
  expect((await openThings(cast.leaver)).map(([kind]) => kind)).toEqual([
    "pairings",
    "imports",
    "takeBacks",
    "jobs",
    "exports",
    "changes",
    "visits",
    "roles",
    "account",
  ]);
  await handOver(township, { pairings: await all("hand"), finish: "yes" });
  const me = world.accounts.townshipCadre.id;
  const [visit] = await database.look<{ recorded_by: number; waits_for: number }>(
    "select recorded_by, waits_for from visit where id = $1",
    [returned],
  );
  expect(visit).toEqual({ recorded_by: cast.leaver.id, waits_for: cast.heir.id });
  const heir = await signIn(database, cast.heir.username);
  const waiting = await reading(heir, (scope) => listWaiting(scope, {}));
  expect(waiting.flatMap(({ rows }) => rows.map(({ id }) => id))).toContain(returned);
  expect(await openThings(cast.leaver)).toEqual([]);
  expect(await reading(township, (scope) => countHeld(scope, { accountId: cast.leaver.id }))).toMatchObject({
    count: 0,
  });
  expect(await ownerOf("import", unfinished)).toBe(me);
  expect(await ownerOf("import", published)).toBe(me);
  expect(await ownerOf("tree_event", change)).toBe(me);
  const [aside] = await database.look<{ status: string; rows: number }>(
    "select status, (select count(*)::int from import_row r where r.import_id = i.id) as rows from import i where id = $1",
    [elsewhere],
  );
  expect(aside).toEqual({ status: "CANCELLED", rows: 0 });
  const [request] = await database.look<{ status: string; decided_by: number }>(
    "select status, decided_by from export where id = $1",
    [asked],
  );
  expect(request).toEqual({ status: "REFUSED", decided_by: me });
});

test("pairings beyond one's reach are counted, named by their county, and stand in the way of closing", async () => {
  const home = await aHousehold(database, { divisionId: divisions.lieda.id });
  await aPairing(database, {
    household: home,
    helper: { id: cast.leaver.personId, name: "某人", unitName: null, post: null, phone: null },
    fromOn: "2021-02-01",
    kind: "FIRST_HELPER",
  });
  const plan = await reading(township, (scope) => rehearseHandOver(scope, { accountId: cast.leaver.id }));
  expect(plan.hindrances).toEqual([{ why: "beyond", place: "左贡县", count: 1 }]);
  expect(plan.items.filter(({ kind }) => kind === "pairing")).toHaveLength(3);
  const near = plan.items.filter(({ kind }) => kind === "pairing").map(({ id }) => `${id}:hand`);
  const words = { key: "handover.beyond", values: { place: "左贡县", count: 1 } };
  await expect(handOver(township, { pairings: near, finish: "yes" })).rejects.toMatchObject({ words });
  expect(await openOf(cast.leaver.personId)).toHaveLength(4);
  expect(await statusOf(cast.leaver.id)).toBe("ACTIVE");
});

test("while an import of theirs is being written, the account stays open", async () => {
  await anImport(cast.leaver.id, "PUBLISHING");
  await expect(handOver(township, { pairings: await all("end"), finish: "yes" })).rejects.toMatchObject({
    words: { key: "handover.busy", values: { name: "名册.xlsx" } },
  });
  expect(await openOf(cast.leaver.personId)).toHaveLength(3);
});

test("roles that are ticked go to the heir, too", async () => {
  const [role] = await database.look<{ id: number }>("select id from role_grant where account_id = $1", [
    cast.leaver.id,
  ]);
  await handOver(township, { pairings: await all("hand"), roles: [String(role?.id)], finish: "yes" });
  const held = await database.look<{ role: string }>(
    "select role from role_grant where account_id = $1 and to_at is null order by id",
    [cast.heir.id],
  );
  expect(held.map((one) => one.role)).toEqual(["TEAM_MEMBER", "FIRST_SECRETARY"]);
});

test("somebody without an account takes the households, but no role", async () => {
  const person = await aPerson(database, {
    divisionId: divisions.xuetong.id,
    unitName: "察雅县水利局",
    rank: "STAFF",
  });
  const [role] = await database.look<{ id: number }>("select id from role_grant where account_id = $1", [
    cast.leaver.id,
  ]);
  const to = { to: person.id, pairings: await all("hand"), finish: "yes" };
  await expect(handOver(township, { ...to, roles: [String(role?.id)] })).rejects.toMatchObject({
    words: { key: "handover.heirWithoutAccount" },
  });
  expect(await openOf(person.id)).toEqual([]);
  await handOver(township, to);
  expect(await openOf(person.id)).toHaveLength(3);
  expect(await openThings(cast.leaver)).toEqual([]);
});

test("an account closed in haste says what is left, and can be handed over afterwards", async () => {
  await setAccountStatus(township, { accountId: cast.leaver.id, status: "DISABLED" });
  const held = await reading(township, (scope) => countHeld(scope, { accountId: cast.leaver.id }));
  expect(held).toEqual({ count: 3, mayHandOver: true });
  await handOver(township, { pairings: await all("hand"), finish: "yes" });
  expect(await openThings(cast.leaver)).toEqual([]);
});

test("the household of a family that dissolved can only be ended, and the rehearsal says why", async () => {
  await database.look("update household set status = 'DISSOLVED' where id = $1", [cast.homes[0]]);
  const { items } = await reading(township, (scope) =>
    rehearseHandOver(scope, { accountId: cast.leaver.id, to: cast.heir.personId }),
  );
  const over = items.find(({ against }) => against !== null);
  expect(over).toMatchObject({ kind: "pairing", fate: "keep", choices: ["end", "keep"] });
  const pairings = (await all("hand")).map((one) =>
    one.startsWith(over?.id ?? "?") ? `${over?.id}:end` : one,
  );
  await handOver(township, { pairings, finish: "yes" });
  expect(await openThings(cast.leaver)).toEqual([]);
});

test("an heir who has the household already is refused there, and the rehearsal says why", async () => {
  const [one] = await openOf(cast.leaver.personId);
  const heirPerson = { id: cast.heir.personId, name: "接任", unitName: null, post: null, phone: null };
  await aPairing(database, {
    household: { id: one?.home ?? "", divisionId: divisions.xuetong.id },
    helper: heirPerson,
    fromOn: "2021-05-01",
    kind: "SECOND_HELPER",
  });
  await database.look("update pairing set kind = 'SECOND_HELPER' where id = $1", [one?.id]);
  const { items } = await reading(township, (scope) =>
    rehearseHandOver(scope, { accountId: cast.leaver.id, to: cast.heir.personId }),
  );
  expect(items.find(({ id }) => id === one?.id)).toMatchObject({
    fate: "keep",
    choices: ["end", "keep"],
    against: { key: "pairing.alreadyWith" },
  });
  await expect(handOver(township, { pairings: await all("hand") })).rejects.toMatchObject({
    words: { key: "pairing.alreadyWith" },
  });
  expect(await openOf(cast.leaver.personId)).toHaveLength(3);
});

test("of two administrators at one moment one carries it out, the other finds nothing left to do", async () => {
  const pairings = await all("hand");
  const both = await Promise.allSettled([
    handOver(township, { pairings, finish: "yes" }),
    handOver(county, { pairings, finish: "yes" }),
  ]);
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const late = both.find((one) => one.status === "rejected")?.reason;
  expect(late).toMatchObject({ code: "conflict", words: { key: "handover.quicker" } });
  expect(await openOf(cast.heir.personId)).toHaveLength(3);
  const [row] = await database.look<{ moved: number }>(
    "select count(*)::int as moved from hand_over, jsonb_array_elements(items) i where account_id = $1 and i->>'kind' = 'pairing'",
    [cast.leaver.id],
  );
  expect(row?.moved).toBe(3);
});

test("nobody hands over what is above or beside them, nor themselves; without an heir nothing is handed", async () => {
  await expect(handOver(otherCounty)).rejects.toMatchObject({ code: "not-found" });
  const { countyAdmin, townshipCadre } = world.accounts;
  await expect(handOver(township, { accountId: countyAdmin.id })).rejects.toMatchObject({
    code: expect.stringMatching(/not-found|refused/),
  });
  await expect(handOver(township, { accountId: townshipCadre.id })).rejects.toMatchObject({
    code: "refused",
  });
  const secretary = await signIn(database, "first-secretary");
  await expect(handOver(secretary)).rejects.toMatchObject({
    code: expect.stringMatching(/not-found|refused/),
  });
  await expect(handOver(township, { to: "", pairings: await all("hand") })).rejects.toMatchObject({
    words: { key: "handover.chooseHeir" },
  });
  await expect(handOver(township, { pairings: await all("keep") })).rejects.toMatchObject({
    words: { key: "handover.nothing" },
  });
});
