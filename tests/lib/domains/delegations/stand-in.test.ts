// Standing in while on leave: what is lent opens what it opened for its owner, for its days, never more, and every deed says for whom.
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addDays } from "#lib/base/calendar.ts";
import { endGrant } from "#lib/domains/accounts/commands/end-grant.ts";
import { resetPassword } from "#lib/domains/accounts/commands/reset-password.ts";
import { setAccountStatus } from "#lib/domains/accounts/commands/set-status.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { historyOf } from "#lib/domains/audit/queries/history.ts";
import { endDelegation, lendRoles } from "#lib/domains/delegations/commands/lend.ts";
import { delegationsOf } from "#lib/domains/delegations/queries/delegations.ts";
import { decideExport } from "#lib/domains/exports/commands/decide-export.ts";
import { correctHousehold } from "#lib/domains/households/commands/correct-household.ts";
import { householdFacts } from "#lib/domains/households/queries/household-facts.ts";
import { takeBackImport } from "#lib/domains/imports/commands/take-back.ts";
import { listNotices, listWaiting } from "#lib/domains/inbox/queries/list-waiting.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { type AccountGiven, anAccount } from "#tests/build/account.ts";
import { aHousehold } from "#tests/build/household.ts";
import { importWhole, runJobs } from "#tests/lib/domains/imports/importing.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn, viewerOf } from "#tests/support/sign-in.ts";
import { world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions } = world;
let today: string;
let rw: pg.Pool;
let county: Session;
let township: Session;

type Person = { id: number; session: Session; grant: number };
let owner: Person;
let colleague: Person;

// What holds when is judged by the clock of the database.
beforeAll(async () => {
  holdToday(null);
  rw = new pg.Pool({ connectionString: database.rw, max: 2 });
  rw.on("error", () => {}); // the database may be dropped before the last one has closed
  const [now] = await database.look<{ today: string }>("select beijing_today()::text as today");
  today = now?.today ?? "";
  county = await signIn(database, "county-admin");
  township = await signIn(database, "township-admin");
});
afterAll(async () => {
  await rw.end();
  holdToday(null);
});

async function person(given: AccountGiven): Promise<Person> {
  const { id, username } = await anAccount(database, given);
  const [grant] = await database.look<{ id: number }>("select id from role_grant where account_id = $1", [
    id,
  ]);
  return { id, session: await signIn(database, username), grant: grant?.id ?? 0 };
}
/** The office's clerk of the county, and a cadre of one of its villages. */
beforeEach(async () => {
  owner = await person({ divisionId: divisions.chaya.id, role: "COUNTY_POVERTY_OFFICE" });
  colleague = await person({ divisionId: divisions.xuetong.id, role: "TEAM_MEMBER" });
});

const lend = (from: Person = owner, to: Person = colleague, more: Record<string, unknown> = {}) =>
  lendRoles(from.session, {
    to: to.id,
    grants: [from.grant],
    fromOn: today,
    toOn: addDays(today, 6),
    reason: "年休假",
    ...more,
  });
const rolesOf = async (session: Session) =>
  (await viewerOf(session)).grants.map(({ role, lent }) => [role, lent?.accountId ?? null]);
/** As if so many days had passed since. */
const later = (days: number) =>
  database.look(
    `with d as (update delegation set from_at = from_at - make_interval(days => $1), to_at = to_at - make_interval(days => $1) where ended_at is null returning id)
     update role_grant set from_at = from_at - make_interval(days => $1), to_at = to_at - make_interval(days => $1) where delegation_id in (select id from d)`,
    [days],
  );

test("from the first day to the last the colleague has the role, and then no more", async () => {
  const { id } = await lend(owner, colleague, { fromOn: addDays(today, 2), toOn: addDays(today, 4) });
  expect(await rolesOf(colleague.session)).toEqual([["TEAM_MEMBER", null]]);
  await later(2);
  expect(await rolesOf(colleague.session)).toEqual([
    ["TEAM_MEMBER", null],
    ["COUNTY_POVERTY_OFFICE", owner.id],
  ]);
  await later(3);
  expect(await rolesOf(colleague.session)).toEqual([["TEAM_MEMBER", null]]);
  const mine = await reading(owner.session, (scope) => delegationsOf(scope, {}));
  const roles = [{ role: "COUNTY_POVERTY_OFFICE", place: "察雅县" }];
  expect(mine.given).toMatchObject([{ id, state: "over", mayEnd: false, roles }]);
  const theirs = await reading(colleague.session, (scope) => delegationsOf(scope, {}));
  expect(theirs.received).toMatchObject([{ id, roles }]);
});

test("the registry of the whole county opens, in the program and in the database; the owner keeps his", async () => {
  const home = await aHousehold(database, { divisionId: divisions.renda.id });
  const seen = async () =>
    (await reading(colleague.session, ({ sql }) => sql`select 1 from household where id = ${home.id}::uuid`))
      .length;
  expect(await seen()).toBe(0);
  await lend();
  expect(await seen()).toBe(1);
  expect((await viewerOf(colleague.session)).reach).toContain(divisions.renda.id);
  expect((await viewerOf(owner.session)).reach).toContain(divisions.renda.id);
});

test("a deed by the lent right says for whom, in the field's history and in the audit; one by the own right does not", async () => {
  await lend();
  const far = await aHousehold(database, { divisionId: divisions.renda.id });
  const correction = { overwrite: "yes", was: await wasOf(far.id), phone: "13911112222" };
  await correctHousehold(colleague.session, { id: far.id, ...correction });
  const name = (await viewerOf(owner.session)).name;
  const { changes } = await reading(county, (scope) => historyOf(scope, { kind: "household", id: far.id }));
  expect(changes[0]).toMatchObject({ onBehalfOf: name });
  const [told] = await database.look<{ who: number; facts: Record<string, unknown> }>(
    "select account_id as who, facts from audit_event where subject = $1 order by id desc limit 1",
    [`household:${far.id}`],
  );
  expect(told).toMatchObject({ who: colleague.id, facts: { onBehalfOf: name } });
  // The owner himself, meanwhile, acts for nobody.
  await correctHousehold(owner.session, {
    id: far.id,
    overwrite: "yes",
    was: await wasOf(far.id),
    phone: "13911113333",
  });
  const after = await reading(county, (scope) => historyOf(scope, { kind: "household", id: far.id }));
  expect(after.changes[0]).toMatchObject({ onBehalfOf: null });
});

test("what a stand-in imports, and takes back, says in every line of the history for whom", async () => {
  const helper = await person({ divisionId: divisions.xuetong.id, role: "TOWNSHIP_ADMIN" });
  await lend(owner, helper);
  const name = (await viewerOf(owner.session)).name;
  const far = await aHousehold(database, { divisionId: divisions.renda.id, headName: "次旺" });
  const done = await importWhole(helper.session, "household-roster", divisions.chaya.id, [
    {
      年度: "2026",
      村: divisions.renda.name,
      户编号: far.householdNo,
      户主姓名: far.headName,
      脱贫属性: "未脱贫",
      组: "二组",
    },
  ]);
  expect(done).toMatchObject({ status: "DONE", counts: { updated: 1, bad: 0 } });
  const lines = async () =>
    (await reading(county, (scope) => historyOf(scope, { kind: "household", id: far.id }))).changes;
  expect((await lines())[0]).toMatchObject({ verb: "import.published", onBehalfOf: name });
  await takeBackImport(helper.session, { id: done.id, reason: "传错了" });
  await runJobs();
  expect((await lines())[0]).toMatchObject({ verb: "import.takenBack", onBehalfOf: name });
  const told = await database.look<{ verb: string; for: string }>(
    "select verb, facts->>'onBehalfOf' as for from audit_event where subject = $1 and verb in ('import.published', 'import.takenBack') order by id",
    [`import:${done.id}`],
  );
  expect(told).toEqual([
    { verb: "import.published", for: name },
    { verb: "import.takenBack", for: name },
  ]);
});

async function wasOf(id: string): Promise<string> {
  return JSON.stringify((await reading(owner.session, (scope) => householdFacts(scope, { id }))).texts);
}

test("accounts, roles, settings, the audit and numbers in the clear are not lent with an administrator's role", async () => {
  const admin = await person({ divisionId: divisions.chaya.id, role: "COUNTY_ADMIN" });
  await lend(admin);
  const viewer = await viewerOf(colleague.session);
  for (const verb of [
    "account.manage",
    "account.make",
    "account.grant",
    "export.unmasked",
    "trail.view",
  ] as const)
    expect([verb, may(viewer, verb, divisions.xuetong.id)]).toEqual([verb, false]);
  expect(may(viewer, "household.edit", divisions.xuetong.id)).toBe(true);
  // Nor does the database let him see or touch accounts.
  const walls = await reading(
    colleague.session,
    ({ sql }) =>
      sql<{ reach: number[]; make: number[]; give: number[]; machine: boolean }>`
        select sec.account_reach() as reach, sec.make_reach() as make, sec.grant_reach() as give, sec.tends_machine() as machine`,
  );
  expect(walls).toEqual([{ reach: [], make: [], give: [], machine: false }]);
});

test("nobody passes on what was lent, lends to oneself, or lends an officer's right or a pairing's", async () => {
  await lend();
  const third = await person({ divisionId: divisions.xuetong.id, role: "TEAM_MEMBER" });
  const [lentRow] = await database.look<{ id: number }>(
    "select id from role_grant where account_id = $1 and delegation_id is not null",
    [colleague.id],
  );
  const words = (key: string) => ({ words: { key: `delegation.${key}` } });
  await expect(lend(colleague, third, { grants: [lentRow?.id] })).rejects.toMatchObject(words("notLendable"));
  await expect(lend(owner, owner)).rejects.toMatchObject(words("toOneself"));
  for (const role of ["AUDITOR", "SECURITY_ADMIN", "SYSTEM_ADMIN"] as const) {
    const officer = await person({ divisionId: divisions.prefecture.id, role });
    await expect(lend(officer, third)).rejects.toMatchObject(words("notLendable"));
  }
  const helper = await person({ divisionId: divisions.xuetong.id, role: "HELPER" });
  await expect(lend(helper, third)).rejects.toMatchObject(words("notLendable"));
  // The database by itself: somebody else's grant, an officer's own, one lent already, and a row written or ended by hand.
  const lendAs = (who: Person, giver: number, grant: number | undefined) =>
    alone(who.session, "select sec.lend($1, $2, $3::int[], beijing_today(), beijing_today() + 1, '试试')", [
      giver,
      third.id,
      [grant],
    ]);
  expect(await lendAs(colleague, owner.id, owner.grant)).toBe("42501");
  expect(await lendAs(colleague, colleague.id, lentRow?.id)).toBe("42501");
  const auditor = await person({ divisionId: divisions.prefecture.id, role: "AUDITOR" });
  expect(await lendAs(auditor, auditor.id, auditor.grant)).toBe("42501");
  const free = await person({ divisionId: divisions.chaya.id, role: "COUNTY_POVERTY_OFFICE" });
  expect(await lendAs(free, free.id, free.grant)).toBe(1);
  const byHand = `insert into role_grant (account_id, role, division_id, delegation_id, source_id)
    select $1, role, division_id, $3, id from role_grant where id = $2`;
  const [delegation] = await database.look<{ id: string }>("select id from delegation limit 1");
  expect(await alone(county, byHand, [third.id, owner.grant, delegation?.id])).toBe("42501");
  expect(await alone(county, "update role_grant set to_at = now() where id = $1", [lentRow?.id])).toBe(0);
  expect(await alone(county, "update role_grant set to_at = now() where id = $1", [owner.grant])).toBe(1);
});

/** As the runtime role with this session's token, without the program, and taken back: rows touched, or the code of the refusal. */
async function alone(session: Session, text: string, values: unknown[]): Promise<number | string> {
  const client = await rw.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.tok', $1, true)", [session.token]);
    return (await client.query(text, values)).rowCount ?? 0;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.query("rollback");
    client.release();
  }
}

test("one stand-in at a time, not one who is away, and whoever stands in does not go away meanwhile", async () => {
  const third = await person({ divisionId: divisions.xuetong.id, role: "TEAM_MEMBER" });
  const fourth = await person({ divisionId: divisions.xuetong.id, role: "TEAM_MEMBER" });
  await lend();
  const { name: its } = await viewerOf(colleague.session);
  await expect(lend(owner, third)).rejects.toMatchObject({
    words: { key: "delegation.already", values: { name: its } },
    fields: { fromOn: [{ key: "delegation.already" }] },
  });
  await expect(lend(third, owner)).rejects.toMatchObject({ words: { key: "delegation.takerAway" } });
  await expect(lend(colleague, third)).rejects.toMatchObject({ words: { key: "delegation.giverStandsIn" } });
  // After the days of the first one all three are free.
  const next = { fromOn: addDays(today, 7), toOn: addDays(today, 8) };
  await lend(owner, third, next);
  await lend(colleague, fourth, next);
  // Two at the same moment: one holds.
  const both = await Promise.allSettled([lend(fourth, third), lend(fourth, colleague)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("impossible days are told at their field, nothing is lent", async () => {
  const cases: [Record<string, string>, string, string][] = [
    [{ fromOn: "昨天" }, "fromOn", "delegation.past"],
    [{ fromOn: "哪天" }, "fromOn", "day"],
    [{ fromOn: addDays(today, 181), toOn: addDays(today, 182) }, "fromOn", "delegation.tooFar"],
    [{ fromOn: addDays(today, 3), toOn: addDays(today, 2) }, "toOn", "delegation.endsBefore"],
    [{ toOn: addDays(today, 90) }, "toOn", "delegation.tooLong"],
    [{ toOn: "" }, "toOn", "required"],
    [{ reason: "" }, "reason", "required"],
  ];
  for (const [typed, field, key] of cases)
    await expect(lend(owner, colleague, typed)).rejects.toMatchObject({
      code: "invalid",
      fields: { [field]: [{ key }] },
    });
  await lend(owner, colleague, { toOn: addDays(today, 89) });
  expect(await rolesOf(colleague.session)).toHaveLength(2);
});

test("it ends at once by either side or the owner's administrator, by nobody else, and both are told", async () => {
  const { id } = await lend();
  const stranger = await person({ divisionId: divisions.chaya.id, role: "COUNTY_ADMIN" });
  const away = await signIn(database, "other-county-admin");
  await expect(endDelegation(away, { id })).rejects.toMatchObject({ code: "not-found" });
  await endDelegation(colleague.session, { id });
  expect(await rolesOf(colleague.session)).toHaveLength(1);
  await expect(endDelegation(owner.session, { id })).rejects.toMatchObject({
    words: { key: "delegation.overAlready" },
  });
  const told = await reading(owner.session, (scope) => listNotices(scope, {}));
  expect(told.rows[0]).toMatchObject({ kind: "delegationEnded", href: "/me/delegation" });
  const again = await lend();
  await endDelegation(stranger.session, { id: again.id });
  expect(await rolesOf(colleague.session)).toHaveLength(1);
  const asked = await reading(colleague.session, (scope) => listNotices(scope, {}));
  expect(asked.rows.map(({ kind }) => kind)).toEqual(["delegationEnded", "delegated", "delegated"]);
});

test("it ends with the role it came from, and with the account on either side", async () => {
  const state = async (id: string) =>
    (
      await database.look<{ over: boolean }>(
        "select ended_at is not null as over from delegation where id = $1",
        [id],
      )
    )[0]?.over;
  const first = await lend();
  await endGrant(county, { grantId: owner.grant });
  expect(await rolesOf(colleague.session)).toHaveLength(1);
  expect(await state(first.id)).toBe(true);
  for (const closed of ["taker", "giver"] as const) {
    const giver = await person({ divisionId: divisions.chaya.id, role: "COUNTY_POVERTY_OFFICE" });
    const taker = await person({ divisionId: divisions.jitang.id, role: "TOWNSHIP_REVIEWER" });
    const { id } = await lend(giver, taker);
    await setAccountStatus(county, {
      accountId: closed === "taker" ? taker.id : giver.id,
      status: "DISABLED",
    });
    expect([closed, await state(id)]).toEqual([closed, true]);
    if (closed === "giver") expect(await rolesOf(taker.session)).toHaveLength(1);
  }
});

test("while it holds, a lower administrator can't take the account over, nor end the lent role", async () => {
  await lend();
  await expect(resetPassword(township, { accountId: colleague.id })).rejects.toMatchObject({
    code: "refused",
  });
  const [lentRow] = await database.look<{ id: number }>(
    "select id from role_grant where account_id = $1 and delegation_id is not null",
    [colleague.id],
  );
  await expect(endGrant(county, { grantId: lentRow?.id })).rejects.toMatchObject({ code: "not-found" });
  await later(7);
  await resetPassword(township, { accountId: colleague.id });
});

test("who stands in decides about others' requests, not about his lender's: neither the program nor the database lets it through", async () => {
  const chief = await person({ divisionId: divisions.chaya.id, role: "COUNTY_ADMIN" });
  await lend(chief);
  const ask = async (accountId: number) => {
    const [asked] = await database.look<{ id: string }>(
      `insert into export (account_id, account_name, division_id, what, reason, status, unmasked)
       values ($1, '某人', $2, 'household-roster', '核对名单', 'ASKED', true) returning id`,
      [accountId, divisions.chaya.id],
    );
    return asked?.id ?? "";
  };
  await decideExport(colleague.session, { id: await ask(owner.id), decision: "approve" });
  const its = await ask(chief.id);
  await expect(decideExport(colleague.session, { id: its, decision: "approve" })).rejects.toMatchObject({
    code: "refused",
  });
  const decide = "update export set status = 'APPROVED', decided_by = $2, expires_at = now() where id = $1";
  expect(await alone(colleague.session, decide, [its, colleague.id])).toBe(0);
  expect(await alone(colleague.session, decide, [await ask(owner.id), colleague.id])).toBe(1);
  const waits = await reading(colleague.session, (scope) => listWaiting(scope, {}));
  expect(JSON.stringify(waits)).not.toContain(its);
});

test("an administrator lends for somebody who cannot; one of another county does not see it", async () => {
  await lendRoles(county, {
    accountId: owner.id,
    to: colleague.id,
    grants: [owner.grant],
    fromOn: today,
    toOn: today,
    reason: "住院",
  });
  expect(await rolesOf(colleague.session)).toHaveLength(2);
  const away = await signIn(database, "other-county-admin");
  await expect(reading(away, (scope) => delegationsOf(scope, { accountId: owner.id }))).rejects.toMatchObject(
    { code: "not-found" },
  );
  const rows = await reading(away, ({ sql }) => sql`select 1 from delegation`);
  expect(rows).toEqual([]);
});

test("a colleague is found by name within the county, and nobody of another one", async () => {
  const names = async (session: Session, q: string) =>
    (await reading(session, (scope) => delegationsOf(scope, { q }))).found.map(({ name }) => name);
  const [reviewer, far] = await Promise.all(
    ["township-reviewer", "other-county-admin"].map(
      async (who) => (await viewerOf(await signIn(database, who))).name,
    ),
  );
  expect(await names(owner.session, reviewer?.slice(0, 2) ?? "")).toContain(reviewer);
  expect(await names(owner.session, far ?? "")).toEqual([]);
});
