// Settings: a value holds from its day on, a county's over the prefecture's; the past is kept; what has not begun is taken back.
import { afterAll, beforeEach, expect, test } from "vitest";
import { addDays } from "#lib/base/calendar.ts";
import { factorNeed } from "#lib/domains/accounts/second-factor.ts";
import { setSetting, takeBackSetting } from "#lib/domains/settings/commands/change-setting.ts";
import { setVisitRule, takeBackVisitRule } from "#lib/domains/settings/commands/change-visit-rule.ts";
import { previewSetting } from "#lib/domains/settings/preview.ts";
import { listSettings } from "#lib/domains/settings/queries.ts";
import { readValue } from "#lib/domains/settings/setting.ts";
import { numberInForce, settingInForce } from "#lib/domains/settings/setting-in-force.ts";
import { holdToday, today } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { world } from "#tests/world/world.ts";

const database = testDatabase();
// What has begun is judged by the database's own today as well, so the test goes by the real one.
const NOW = today();
beforeEach(() => holdToday(NOW));
afterAll(() => holdToday(null));
const { chaya, xuetong, lieda } = world.divisions;
const lateDays = (session: Session, day: string, place: number) =>
  reading(session, ({ sql }) => numberInForce(sql, "late-days", day, place));

test("a value holds from its day on; a county's own goes before the prefecture's; elsewhere the default", async () => {
  const admin = await signIn(database, "prefecture-admin");
  const later = addDays(NOW, 10);
  expect(await lateDays(admin, NOW, xuetong.id)).toBe(7);
  await setSetting(admin, { key: "late-days", value: "10", fromOn: later });
  await setSetting(admin, { key: "late-days", value: "３", unit: String(chaya.id), fromOn: NOW });
  expect(await lateDays(admin, NOW, xuetong.id)).toBe(3);
  expect(await lateDays(admin, NOW, lieda.id)).toBe(7);
  expect(await lateDays(admin, later, lieda.id)).toBe(10);
  await takeBackSetting(admin, { key: "late-days", fromOn: later });
  expect(await lateDays(admin, later, lieda.id)).toBe(7);
  await expect(
    takeBackSetting(admin, { key: "late-days", unit: chaya.id, fromOn: NOW }),
  ).rejects.toMatchObject({
    words: { key: "settings.begun" },
  });
});

test("the past is refused, so is a value that is none, a county for what is one for all, and everybody but the prefecture", async () => {
  const admin = await signIn(database, "prefecture-admin");
  await expect(
    setSetting(admin, { key: "idle-days", value: "60", fromOn: addDays(NOW, -1) }),
  ).rejects.toMatchObject({
    fields: { fromOn: [{ key: "settings.past" }] },
  });
  await expect(setSetting(admin, { key: "idle-days", value: "6", fromOn: NOW })).rejects.toMatchObject({
    fields: { value: [{ key: "settings.number", values: { least: 7, most: 400 } }] },
  });
  await expect(
    setSetting(admin, { key: "digest-at", value: "09:00", unit: chaya.id, fromOn: NOW }),
  ).rejects.toMatchObject({
    fields: { unit: expect.anything() },
  });
  const county = await signIn(database, "county-admin");
  await expect(setSetting(county, { key: "idle-days", value: "60", fromOn: NOW })).rejects.toMatchObject({
    code: "refused",
  });
});

test("“open” is a value, and history says who changed what", async () => {
  const admin = await signIn(database, "prefecture-admin");
  await setSetting(admin, { key: "policy-period-end", value: "2030-12-31", fromOn: addDays(NOW, 1) });
  await setSetting(admin, { key: "policy-period-end", value: "", fromOn: addDays(NOW, 2) });
  const end = (day: string) => reading(admin, ({ sql }) => settingInForce(sql, "policy-period-end", day));
  expect([await end(NOW), await end(addDays(NOW, 1)), await end(addDays(NOW, 2))]).toEqual([
    null,
    "2030-12-31",
    null,
  ]);
  const { history } = await reading(admin, (scope) => listSettings(scope, {}));
  expect(history[0]).toMatchObject({ what: "policy-period-end", old: "2030-12-31", new: null });
  await setSetting(admin, { key: "late-days", value: "4", unit: String(chaya.id), fromOn: addDays(NOW, 3) });
  const ofOne = await reading(admin, (scope) => listSettings(scope, { of: "late-days" }));
  expect(new Set(ofOne.history.map(({ what }) => what))).toEqual(new Set(["late-days"]));
  expect(ofOne.history[0]).toMatchObject({ verb: "setting.set", unit: chaya.name, new: "4" });
  await takeBackSetting(admin, { key: "late-days", unit: chaya.id, fromOn: addDays(NOW, 3) });
  const taken = await reading(admin, (scope) => listSettings(scope, { of: "late-days" }));
  expect(taken.history[0]).toMatchObject({ verb: "setting.takenBack", unit: chaya.name });
});

test("a new visit rule ends the one before on its day; ended periods keep theirs; taken back, the old one goes on", async () => {
  const admin = await signIn(database, "prefecture-admin");
  const from = addDays(NOW, 40);
  await setVisitRule(admin, {
    helperKind: "KINSHIP",
    period: "MONTH",
    minCount: "2",
    exemptMonths: ["2", "1"],
    fromOn: from,
  });
  const rules = () =>
    database.look(
      "select period, min_count, exempt_months, from_on::text, to_on::text from visit_rule where helper_kind = 'KINSHIP' order by from_on",
    );
  expect(await rules()).toMatchObject([
    { period: "QUARTER", to_on: from },
    { period: "MONTH", min_count: 2, exempt_months: [1, 2], from_on: from, to_on: null },
  ]);
  await expect(
    setVisitRule(admin, { helperKind: "KINSHIP", period: "MONTH", minCount: "1", fromOn: NOW }),
  ).rejects.toMatchObject({
    fields: { fromOn: [{ key: "settings.laterRule" }] },
  });
  const [made] = await database.look<{ id: string }>(
    "select id from visit_rule where helper_kind = 'KINSHIP' and period = 'MONTH'",
  );
  await takeBackVisitRule(admin, { id: made!.id });
  expect(await rules()).toMatchObject([{ period: "QUARTER", to_on: null }]);
});

test.each([
  ["quiet-hours", "21:00-08:00", "21:00-08:00"],
  ["quiet-hours", "21:00", undefined],
  ["digest-at", "24:00", undefined],
  ["notice-days", "１８０", 180],
  ["policy-period-end", "2030-02-30", undefined],
] as const)("%s typed as “%s” is read as %s", (key, typed, value) =>
  expect(readValue(key, typed, {})).toBe(value),
);

test("which roles need a second factor, how long a proof holds and how sessions end are settings like the others", () => {
  expect(readValue("second-factor", "", { COUNTY_ADMIN: "yes", HELPER: "no", nonsense: "yes" })).toEqual({
    roles: ["COUNTY_ADMIN"],
  });
  expect(readValue("proof-minutes", "4", {})).toBeUndefined();
  expect(readValue("proof-minutes", "６０", {})).toBe(60);
  expect(readValue("sessions", "", { desk: "20", phone: "720", most: "3" })).toEqual({
    desk: 20,
    phone: 720,
    most: 3,
  });
  expect(readValue("sessions", "", { desk: "20", phone: "720", most: "11" })).toBeUndefined();
});

test("a role put on the list is asked for a second factor at its next sign-in, and the look counts its accounts", async () => {
  const admin = await signIn(database, "prefecture-admin");
  const [one] = await database.look<{ id: number }>(
    "select account_id as id from role_grant where role = 'VILLAGE_CADRE' and (to_at is null or to_at > now()) limit 1",
  );
  const asked = { key: "second-factor", VILLAGE_CADRE: "yes", fromOn: NOW };
  const look = await reading(admin, (scope) => previewSetting(scope, asked));
  expect(look.touched?.after).toBeGreaterThan(0);
  expect(await factorNeed(one?.id ?? 0)).toBe("none");
  await setSetting(admin, asked);
  expect(await factorNeed(one?.id ?? 0)).toBe("enroll");
});
