// What the database refuses whatever the program asks: rows out of reach, records that must not change, rights one gives oneself.
import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/sign-in.ts";
import { type Ground, layGround, PLACES, type Target } from "./ground.ts";

const database = testDatabase();
let ground: Ground;
let rw: pg.Pool;
let job: pg.Pool;

beforeAll(async () => {
  ground = await layGround(database);
  rw = new pg.Pool({ connectionString: database.rw, max: 2 });
  job = new pg.Pool({ connectionString: database.job, max: 2 });
  for (const pool of [rw, job]) pool.on("error", () => {}); // the database may be dropped before the last one has closed
}, 60_000);
afterAll(async () => {
  await Promise.all([rw.end(), job.end()]);
});

const session = (role: string): Session => ground.sessions.get(role) ?? { token: "" };
const at = (place: string): Target => {
  const target = ground.targets.find((one) => one.place === place && !one.paired);
  if (!target) throw new Error(place);
  return target;
};

/** Runs as the runtime role with somebody's token, and takes it back. Answers rows touched, or the code of the refusal. */
async function as(role: string | null, text: string, values: unknown[] = []): Promise<number | string> {
  const client = await rw.connect();
  try {
    await client.query("begin");
    if (role) await client.query("select set_config('app.tok', $1, true)", [session(role).token]);
    return (await client.query(text, values)).rowCount ?? 0;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.query("rollback");
    client.release();
  }
}

const HOUSEHOLDS = "select 1 from household where head_name like '户主标%'";

test("each sees the households of the own place and below, the helper only the paired ones, strangers none", async () => {
  expect(await as("PREFECTURE_ADMIN", HOUSEHOLDS)).toBe(11);
  expect(await as("COUNTY_ADMIN", HOUSEHOLDS)).toBe(6);
  expect(await as("TOWNSHIP_ADMIN", HOUSEHOLDS)).toBe(4);
  expect(await as("VILLAGE_CADRE", HOUSEHOLDS)).toBe(2);
  expect(await as("HELPER", HOUSEHOLDS)).toBe(2);
  expect(await as("AUDITOR", HOUSEHOLDS)).toBe(0);
  expect(await as(null, HOUSEHOLDS)).toBe(0);
});

test("an insert or a move out of reach is refused, an update there touches nothing", async () => {
  const insert =
    "insert into household (household_no, division_id, head_name, status) values ('x', $1, 'x', 'POOR')";
  expect(await as("COUNTY_ADMIN", insert, [PLACES.A1x.id])).toBe(1);
  expect(await as("COUNTY_ADMIN", insert, [PLACES.B1x.id])).toBe("42501");
  expect(
    await as("COUNTY_ADMIN", "update household set phone = '1' where id = $1", [at("B1x").household]),
  ).toBe(0);
  expect(
    await as("COUNTY_ADMIN", "update household set division_id = $2 where id = $1", [
      at("A1x").household,
      PLACES.B1x.id,
    ]),
  ).toBe("42501");
  expect(await as("COUNTY_ADMIN", "delete from household where id = $1", [at("A1x").household])).toBe(
    "42501",
  );
});

test("another's token as text, a forged one and an old one open nothing; nor does the digest that the table holds", async () => {
  const [row] = await database.look<{ digest: string }>(
    "select encode(digest, 'hex') as digest from session limit 1",
  );
  for (const token of ["forged", "", row?.digest ?? "", "PREFECTURE_ADMIN", "1"]) {
    const client = await rw.connect();
    await client.query("begin");
    await client.query("select set_config('app.tok', $1, true)", [token]);
    expect((await client.query(HOUSEHOLDS)).rowCount, token).toBe(0);
    await client.query("rollback");
    client.release();
  }
});

test("no token stays behind on a connection", async () => {
  await reading(session("PREFECTURE_ADMIN"), async ({ sql }) => sql`select 1 as one`);
  const client = await rw.connect();
  expect(
    (await client.query("select nullif(current_setting('app.tok', true), '') as tok")).rows[0].tok,
  ).toBeNull();
  client.release();
});

test("the closures, sessions, roll-ups, codes and roles are not the runtime role's to write", async () => {
  for (const text of [
    "insert into division_closure (ancestor_id, node_id, depth, from_on) values (80002, 80009, 1, current_date)",
    "update division_closure set to_on = current_date",
    "insert into session (digest, account_id, expires_at) values ('x', 1, now() + interval '1 day')",
    "update session set account_id = 1",
    "insert into rollup (division_id) values (80001)",
    "update rollup set division_id = 80001",
    "select 1 from one_time_code",
    "select 1 from sign_in_throttle",
    "update role set reads_registry = true",
    "insert into division (name, level, opened_on) values ('x', 'COUNTY', current_date)",
    "alter table household disable row level security",
    "set role app_owner",
    "create table public.mine (id int)",
  ])
    expect(await as("PREFECTURE_ADMIN", text), text).toBe("42501");
});

test("the audit is written by whoever acts, read by the auditor alone, and changed by nobody", async () => {
  expect(
    await as("COUNTY_ADMIN", "insert into audit_event (account_id, verb) select sec.account_id(), 'tried'"),
  ).toBe(1);
  expect(
    await as(
      "COUNTY_ADMIN",
      "insert into audit_event (account_id, verb) values (1, 'in the name of another')",
    ),
  ).toBe("42501");
  await database.look("insert into audit_event (verb) values ('planted')");
  expect(await as("PREFECTURE_ADMIN", "select 1 from audit_event")).toBe(0);
  expect(await as("AUDITOR", "select 1 from audit_event where verb = 'planted'")).toBe(1);
  for (const text of ["update audit_event set verb = 'x'", "delete from audit_event", "truncate audit_event"])
    expect(await as("AUDITOR", text), text).toBe("42501");
});

test("nobody lifts himself up", async () => {
  const me = "(select sec.account_id())";
  for (const [role, text] of [
    [
      "COUNTY_ADMIN",
      `insert into role_grant (account_id, role, division_id) values (${me}, 'COUNTY_ADMIN', 80002)`,
    ],
    [
      "COUNTY_ADMIN",
      `insert into role_grant (account_id, role, division_id) values (${at("A1x").account}, 'COUNTY_ADMIN', 80003)`,
    ],
    [
      "COUNTY_ADMIN",
      `insert into role_grant (account_id, role, division_id) values (${at("A1x").account}, 'AUDITOR', 80002)`,
    ],
    ["COUNTY_ADMIN", `update role_grant set role = 'PREFECTURE_ADMIN' where account_id = ${me}`],
    ["COUNTY_ADMIN", `update role_grant set division_id = 80001 where account_id = ${me}`],
    ["HELPER", `update account set person_id = '${at("A1x").person}' where id = ${me}`],
    ["HELPER", `update account set division_id = 80001 where id = ${me}`],
    [
      "COUNTY_ADMIN",
      `insert into account (username, name, division_id, person_id) values ('spy', 'x', 80002, '${at("B1x").person}')`,
    ],
    [
      "COUNTY_ADMIN",
      `insert into one_time_code (digest, purpose, expires_at) values ('x', 'FIRST_ADMIN', now() + interval '1 day')`,
    ],
    [
      "COUNTY_ADMIN",
      `insert into one_time_code (digest, purpose, account_id, expires_at) values ('x', 'RESET', ${at("B1x").account}, now() + interval '1 day')`,
    ],
  ] as const)
    expect(await as(role, text), text).toBe("42501");
  expect(
    await as("COUNTY_ADMIN", `update role_grant set to_at = null where account_id = ${me}`),
    "prolonging one's own",
  ).toBe(0);
});

test("an account above me, though it sits in my county, is not mine to change or to reset", async () => {
  const { account } = at("A1y");
  await database.look(
    "insert into role_grant (account_id, role, division_id) values ($1, 'PREFECTURE_VIEWER', 80001)",
    [account],
  );
  expect(await as("COUNTY_ADMIN", "update account set status = 'DISABLED' where id = $1", [account])).toBe(0);
  expect(
    await as(
      "COUNTY_ADMIN",
      "insert into one_time_code (digest, purpose, account_id, expires_at) values ('y', 'RESET', $1, now())",
      [account],
    ),
  ).toBe("42501");
});

test("a grant ends at its minute, a session at the next request, and a closed account with all its sessions", async () => {
  const mine = session("TOWNSHIP_REVIEWER");
  expect((await viewerOf(mine)).reach).toContain(PLACES.A1x.id);
  const grant = "update role_grant set to_at = $1 where role = 'TOWNSHIP_REVIEWER' and division_id = 80004";
  await database.look(grant, [new Date(Date.now() - 1000)]);
  expect((await viewerOf(mine)).grants).toEqual([]);
  expect(await as("TOWNSHIP_REVIEWER", HOUSEHOLDS)).toBe(0);
  await database.look(grant, [new Date(Date.now() + 60_000)]);
  expect(await as("TOWNSHIP_REVIEWER", HOUSEHOLDS)).toBe(4);
  await database.look(
    "update role_grant set from_at = now() + interval '1 minute' where role = 'TOWNSHIP_REVIEWER' and division_id = 80004",
  );
  expect(await as("TOWNSHIP_REVIEWER", HOUSEHOLDS), "not yet begun").toBe(0);

  const closed = session("TEAM_MEMBER");
  await database.look("update account set status = 'DISABLED' where username = 'wall-team_member'");
  await expect(viewerOf(closed)).rejects.toMatchObject({ code: "signed-out" });
  expect(await as("TEAM_MEMBER", HOUSEHOLDS)).toBe(0);

  const over = session("APPRAISER");
  await database.look(
    "update session set expires_at = now() where account_id = (select id from account where username = 'wall-appraiser')",
  );
  await expect(viewerOf(over)).rejects.toMatchObject({ code: "signed-out" });
});

test("the job role borrows the rights of whoever asked, only while the job runs, and the runtime role cannot borrow at all", async () => {
  const [row] = await database.look<{ id: string }>(
    "insert into job (kind, account_id, status) select 'test', id, 'QUEUED' from account where username = 'wall-county_admin' returning id",
  );
  const mint = async () =>
    (await job.query<{ tok: string | null }>("select sec.mint($1) as tok", [row?.id])).rows[0]?.tok;
  expect(await mint(), "queued").toBeNull();
  await database.look("update job set status = 'RUNNING' where id = $1", [row?.id]);
  const token = await mint();
  expect(await viewerOf({ token: token ?? "" })).toMatchObject({ name: "COUNTY_ADMIN" });
  expect(await as("COUNTY_ADMIN", "select sec.mint($1)", [row?.id])).toBe("42501");
  await database.look("update job set status = 'DONE' where id = $1", [row?.id]);
  expect(await mint(), "done").toBeNull();
  await database.look("update account set status = 'DISABLED' where username = 'wall-county_admin'");
  await database.look("update job set status = 'RUNNING' where id = $1", [row?.id]);
  expect(await mint(), "closed account").toBeNull();
  await expect(viewerOf({ token: token ?? "" })).rejects.toMatchObject({ code: "signed-out" });
  await database.look("update account set status = 'ACTIVE' where username = 'wall-county_admin'");
});

test("the job role reads no account, no person's number and no session", async () => {
  for (const text of [
    "select 1 from account",
    "select 1 from session",
    "select 1 from person",
    "select 1 from role_grant",
    "select 1 from one_time_code",
  ]) {
    const outcome = await job.query(text).then(
      ({ rowCount }) => rowCount,
      (error) => error.code,
    );
    expect(["42501", 0], text).toContain(outcome);
  }
});

test("a random token guesses no session", async () => {
  await expect(viewerOf({ token: randomBytes(32).toString("base64url") })).rejects.toMatchObject({
    code: "signed-out",
  });
});
