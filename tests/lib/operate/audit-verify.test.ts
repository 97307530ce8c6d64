// The trail is tampered with as only a superuser can, and each time the verifier says what is wrong where.
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { latestRoots, readRoots, rootLine, verifyTrail } from "#lib/operate/audit/verify.ts";
import { sealAudit } from "#lib/platform/audit-seal.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();
let pool: pg.Pool;
let client: pg.Client;
const ids: number[] = [];

beforeAll(async () => {
  pool = openJobPool(database.job);
  client = new pg.Client({ connectionString: database.job });
  await client.connect();
  await database.look("delete from audit_seal; delete from audit_event");
  for (const part of ["a", "b", "c"]) {
    const rows = await database.look<{ id: string }>(
      "insert into audit_event (at, verb, subject) select now() - interval '5 minutes', 'visit.recorded', $1 || n from generate_series(1, 40) n returning id",
      [part],
    );
    ids.push(...rows.map(({ id }) => Number(id)));
    await sealAudit(pool);
  }
  await database.look("insert into audit_event (verb) values ('household.opened')");
}, 60_000);
afterAll(async () => {
  await client.end();
  await pool.end();
});

const found = async (roots = "") => (await verifyTrail(client, readRoots(roots) ?? [])).found;
/** Does it, looks, and undoes it. */
async function tampered(spoil: string, mend: string, roots = "") {
  await database.asAdmin(spoil);
  const said = await found(roots);
  await database.asAdmin(mend);
  expect(await found(roots)).toEqual([]);
  return said;
}

test("an untouched trail is whole, and what is not sealed yet is counted apart", async () => {
  const verdict = await verifyTrail(client);
  expect(verdict).toMatchObject({ rows: 121, seals: 3, open: 1, found: [] });
  expect(verdict.upto?.id).toBe(BigInt(ids[119] ?? 0));
});

test("a changed row is named by its number, whichever column was changed", async () => {
  const id = ids[57];
  for (const [column, value, old] of [
    ["subject", "'x'", "'b18'"],
    ["account_name", "'张三'", "null"],
    ["facts", `'{"a":1}'`, "'{}'"],
    ["at", "at + interval '1 second'", "at - interval '1 second'"],
    ["division_id", "1", "null"],
  ])
    expect(
      await tampered(
        `update audit_event set ${column} = ${value} where id = ${id}`,
        `update audit_event set ${column} = ${old} where id = ${id}`,
      ),
      column,
    ).toEqual([expect.stringMatching(`^第 ${id} 条被改动`)]);
});

test("missing rows and rows put in later are named", async () => {
  const [id = 0] = ids.slice(10);
  await database.asAdmin(
    `create table kept as select * from audit_event where id in (${id}, ${id + 1})`,
    `delete from audit_event where id in (${id}, ${id + 1})`,
  );
  expect(await found()).toEqual([
    expect.stringMatching(`^第 ${id} 条不见了`),
    expect.stringMatching(`^第 ${id + 1} 条不见了`),
  ]);
  await database.asAdmin(
    "insert into audit_event overriding system value select * from kept",
    "drop table kept",
  );
  await database.asAdmin(`update audit_event set id = -5 where id = ${id}`);
  expect(await found()).toEqual([
    expect.stringMatching("^第 -5 条是封存之后补进去的"),
    expect.stringMatching(`^第 ${id} 条不见了`),
  ]);
  await database.asAdmin(`update audit_event set id = ${id} where id = -5`);
  expect(await found()).toEqual([]);
});

test("seals that were removed, changed, or made anew over changed rows show, the last only against roots kept elsewhere", async () => {
  const roots = (await latestRoots(pool, 10)).map(rootLine).join("\n");
  expect(roots.split("\n")).toHaveLength(3);
  const middle = ids[79];
  await database.asAdmin(
    `create table kept as select * from audit_seal where upto_id = ${middle}`,
    `delete from audit_seal where upto_id = ${middle}`,
  );
  expect((await found()).length).toBeGreaterThan(0);
  await database.asAdmin("insert into audit_seal select * from kept", "drop table kept");

  // Whoever is root makes all seals anew over a changed trail: whole in itself, and yet not as it was.
  await database.asAdmin(
    "create table kept as select * from audit_seal",
    `update audit_event set subject = 'x' where id = ${ids[100]}`,
    "delete from audit_seal",
  );
  await sealAudit(pool);
  expect(await found()).toEqual([]);
  expect((await found(roots)).length).toBeGreaterThan(0);
  await database.asAdmin(
    `update audit_event set subject = 'c21' where id = ${ids[100]}`,
    "delete from audit_seal",
    "insert into audit_seal select * from kept",
    "drop table kept",
  );
  expect(await found(roots)).toEqual([]);
});

test("a cut tail shows against the roots that left the machine", async () => {
  const roots = (await latestRoots(pool, 1)).map(rootLine).join("\n");
  await database.asAdmin(
    `delete from audit_event where id > ${ids[79]}`,
    `delete from audit_seal where upto_id > ${ids[79]}`,
  );
  expect(await found()).toEqual([]);
  expect(await found(roots)).toEqual([expect.stringMatching(`^审计被截尾：外存的根记到编号 ${ids[119]}`)]);
});

test("a file of roots that is not one is not read as one", () => {
  expect(readRoots("12 abc 2026-01-01")).toBeNull();
  expect(readRoots("# comment\n")).toEqual([]);
});
