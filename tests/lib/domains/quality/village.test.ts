// A village clears its doubts, confirms by name what is true, hands its year in, and gets it back with a reason.
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { confirmFinding } from "#lib/domains/quality/commands/confirm.ts";
import { giveBack } from "#lib/domains/quality/commands/give-back.ts";
import { handIn } from "#lib/domains/quality/commands/hand-in.ts";
import { reopenFinding } from "#lib/domains/quality/commands/reopen.ts";
import { findingsOfHousehold, listFindings } from "#lib/domains/quality/queries/findings.ts";
import { qualityOverview } from "#lib/domains/quality/queries/overview.ts";
import { checkQuality } from "#lib/domains/quality/ticks.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aHousehold, type BuiltHousehold } from "#tests/build/household.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { type Places, plantSmallTree } from "../divisions/small-tree.ts";

const database = testDatabase();
let jobs: pg.Pool;
let at: Places;
let township: Session;
let county: Session;
let elsewhere: Session;
let family: BuiltHousehold;

beforeAll(async () => {
  jobs = openJobPool(database.job);
  at = await plantSmallTree(database);
  await database.look(
    "insert into registry_year (year, status) values (2026, 'OPEN') on conflict do nothing",
  );
  township = await signIn(database, "t-township");
  county = await signIn(database, "t-county");
  elsewhere = await signIn(database, "t-west");
  family = await aHousehold(database, {
    divisionId: at.一村!,
    head: { sex: "M", birthOn: "1980-05-01" },
    years: [2026],
  });
  await database.look(
    "update membership_year set education = 'PRIMARY', labor = 'ORDINARY', school_status = 'NOT_IN_SCHOOL' where household_id = $1",
    [family.id],
  );
  await database.look("update household_year set main_cause = null where household_id = $1", [family.id]);
  await checkQuality(jobs);
});
afterAll(() => jobs.end());

const mine = () => reading(township, (scope) => findingsOfHousehold(scope, { id: family.id }));
const one = async (rule: string) => (await mine()).find((row) => row.rule === rule)!;
const seen = (session: Session, unit = at.一村) =>
  reading(session, (scope) => qualityOverview(scope, { unit: String(unit) }));

test("the numbers of a unit are the rows behind them", async () => {
  const { whole, rows } = await seen(county, at.东乡);
  expect(whole).toMatchObject({ errors: 1, warnings: 1, confirmed: 0, villages: 2, handedIn: 0 });
  expect(rows.find(({ id }) => id === at.一村)).toMatchObject({ households: 1, persons: 1, errors: 1 });
  for (const [severity, count] of [
    ["ERROR", 1],
    ["WARN", 1],
  ] as const) {
    const list = await reading(county, (scope) => listFindings(scope, { unit: String(at.东乡), severity }));
    expect(list.total).toBe(count);
    expect(list.rows).toHaveLength(count);
  }
  await expect(seen(elsewhere)).rejects.toMatchObject({ code: "not-found" });
});

test("an error keeps the village from handing in and cannot be confirmed; a warning needs a sentence", async () => {
  await expect(handIn(township, { divisionId: at.一村 })).rejects.toMatchObject({
    code: "rule",
    words: { key: "quality.notReady", values: { errors: 1, open: 1 } },
  });
  const error = await one("noCause");
  await expect(
    confirmFinding(township, { id: error.id, detail: "", note: "入户看过，属实" }),
  ).rejects.toMatchObject({ code: "rule", fields: { note: [{ key: "quality.errorStays" }] } });
  const warning = await one("noHelper");
  await expect(confirmFinding(township, { id: warning.id, detail: "", note: "属实" })).rejects.toMatchObject({
    code: "invalid",
    fields: { note: [{ key: "quality.note" }] },
  });
  await expect(
    confirmFinding(elsewhere, { id: warning.id, detail: "", note: "入户看过，属实" }),
  ).rejects.toMatchObject({ code: "not-found" });
});

test("mended and confirmed by name, it is handed in once; the confirmation stands in the history", async () => {
  await database.look("update household_year set main_cause = 'LACK_SKILL' where household_id = $1", [
    family.id,
  ]);
  await expect(handIn(township, { divisionId: at.一村 })).rejects.toMatchObject({
    words: { key: "quality.stillChecking" },
  });
  await checkQuality(jobs);
  const warning = await one("noHelper");
  await confirmFinding(township, { id: warning.id, detail: "", note: "帮扶人本周到岗，已谈妥" });
  expect(await one("noHelper")).toMatchObject({ confirmedByName: "t-township" });
  const [told] = await database.look<{ account_name: string; new: string }>(
    "select account_name, new from change where household_id = $1 and field = 'finding'",
    [family.id],
  );
  expect(told).toEqual({ account_name: "t-township", new: "帮扶人本周到岗，已谈妥" });
  expect(await handIn(township, { divisionId: at.一村 })).toMatchObject({ year: 2026, households: 1 });
  await expect(handIn(township, { divisionId: at.一村 })).rejects.toMatchObject({ code: "conflict" });
  expect((await seen(county, at.东乡)).whole).toMatchObject({
    errors: 0,
    warnings: 0,
    confirmed: 1,
    handedIn: 1,
  });
});

test("whoever handed in does not give back; another does, with a reason, and the village hands in again", async () => {
  const { submission } = await seen(township);
  const id = submission!.id;
  await expect(giveBack(township, { id, reason: "再核" })).rejects.toMatchObject({ code: "refused" });
  await expect(giveBack(county, { id, reason: "" })).rejects.toMatchObject({ code: "invalid" });
  await giveBack(county, { id, reason: "请核对帮扶人到岗日期" });
  expect((await seen(township)).submission).toMatchObject({
    ...{ status: "RETURNED", reason: "请核对帮扶人到岗日期", returnedByName: "t-county" },
  });
  await expect(giveBack(county, { id, reason: "再退一次" })).rejects.toMatchObject({ code: "conflict" });
  await reopenFinding(township, { id: (await one("noHelper")).id });
  await expect(handIn(township, { divisionId: at.一村 })).rejects.toMatchObject({
    words: { values: { errors: 0, open: 1 } },
  });
});

test("a confirmation falls with the value that it was given for", async () => {
  await database.look("update household_year set income_per_head_fen = 0 where household_id = $1", [
    family.id,
  ]);
  await checkQuality(jobs);
  const odd = await one("incomeOdd");
  await expect(
    confirmFinding(township, { id: odd.id, detail: "900", note: "入户核对过收入" }),
  ).rejects.toMatchObject({ code: "conflict" });
  await confirmFinding(township, { id: odd.id, detail: odd.detail, note: "今年受灾，没有收入" });
  await database.look("update household_year set income_per_head_fen = -500000 where household_id = $1", [
    family.id,
  ]);
  await checkQuality(jobs);
  expect(await one("incomeOdd")).toMatchObject({ detail: "-5000", confirmedNote: null });
});
