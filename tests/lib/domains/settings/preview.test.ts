// The look before a setting or rule is kept: what changes and from when, counted; nothing is written, and what is wrong is said as in the deed.
import { afterAll, beforeEach, expect, test } from "vitest";
import { addDays } from "#lib/base/calendar.ts";
import { setVisitRule } from "#lib/domains/settings/commands/change-visit-rule.ts";
import { countedFrom, type DatedRule, dueMonths } from "#lib/domains/settings/due-months.ts";
import { previewSetting, previewVisitRule } from "#lib/domains/settings/preview.ts";
import { holdToday, today } from "#lib/platform/clock.ts";
import { reading } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";

const database = testDatabase();
const NOW = today();
beforeEach(() => holdToday(NOW));
afterAll(() => holdToday(null));

const rule = (helperKind: string, more: Partial<DatedRule> = {}): DatedRule => ({
  helperKind,
  period: "MONTH",
  minCount: 1,
  exemptMonths: [],
  fromOn: "2020-01-01",
  toOn: null,
  ...more,
});
const helped = [
  { kinds: ["FIRST_HELPER"], households: 10 },
  { kinds: ["FIRST_HELPER", "KINSHIP"], households: 3 },
  { kinds: ["KINSHIP"], households: 5 },
];

test("months before the new rule's month are not shown; a quarter falls due in its last month; a household of two helpers counts once", () => {
  const rules = [rule("FIRST_HELPER", { exemptMonths: [1] }), rule("KINSHIP", { period: "QUARTER" })];
  expect(dueMonths(helped, rules, rule("KINSHIP", { fromOn: "2026-12-15" })).slice(0, 4)).toEqual([
    { month: "2026-12", before: 18, after: 18 },
    { month: "2027-01", before: 0, after: 8 },
    { month: "2027-02", before: 13, after: 18 },
    { month: "2027-03", before: 18, after: 18 },
  ]);
});

test("none at all frees whoever has no other helper, and the running period is counted by the new rule from its first day", () => {
  const rules = [rule("FIRST_HELPER"), rule("KINSHIP")];
  const [first] = dueMonths(helped, rules, rule("KINSHIP", { minCount: 0, fromOn: "2026-11-26" }));
  expect(first).toEqual({ month: "2026-11", before: 18, after: 13 });
  expect(countedFrom({ fromOn: "2026-11-26", period: "MONTH" })).toBe("2026-11-01");
  expect(countedFrom({ fromOn: "2026-11-26", period: "QUARTER" })).toBe("2026-10-01");
});

test("looking writes nothing, counts the households in the tables, and refuses what the deed would refuse", async () => {
  const admin = await signIn(database, "prefecture-admin");
  const look = (minCount: string, fromOn: string) =>
    reading(admin, (scope) =>
      previewVisitRule(scope, { helperKind: "FIRST_HELPER", period: "MONTH", minCount, fromOn }),
    );
  const { months } = await look("0", NOW);
  expect(months).toHaveLength(6);
  const [counted] = await database.look<{ n: number }>(
    "select count(distinct f.household_id)::int as n from fact_households(beijing_today()) f join pairing p on p.household_id = f.household_id where p.kind in (select helper_kind from visit_rule where period = 'MONTH' and min_count > 0) and p.from_on <= beijing_today() and (p.to_on is null or p.to_on > beijing_today())",
  );
  // Neither the end of a quarter nor one of the winter months in which the world's rules ask nobody to go.
  const plain = months.find(({ month }) => [4, 5, 7, 8, 10, 11].includes(Number(month.slice(5))))!;
  expect(counted!.n).toBeGreaterThan(0);
  expect(plain.before).toBe(counted!.n);
  expect(plain.after).toBeLessThan(plain.before);
  expect(await database.look("select 1 from visit_rule where min_count = 0")).toEqual([]);
  await expect(look("1", addDays(NOW, -1))).rejects.toMatchObject({
    fields: { fromOn: [{ key: "settings.past" }] },
  });
  await setVisitRule(admin, {
    helperKind: "FIRST_HELPER",
    period: "MONTH",
    minCount: "2",
    fromOn: addDays(NOW, 50),
  });
  await expect(look("1", NOW)).rejects.toMatchObject({
    fields: { fromOn: [{ key: "settings.laterRule" }] },
  });
});

test.each([
  ["policy-period-end", addDays(NOW, 30)],
  ["late-days", "0"],
  ["idle-days", "7"],
])("%s says how many it touches before and after", async (key, value) => {
  const admin = await signIn(database, "prefecture-admin");
  const { touched, fromOn } = await reading(admin, (scope) =>
    previewSetting(scope, { key, value, fromOn: NOW }),
  );
  expect(fromOn).toBe(NOW);
  expect(touched).toMatchObject({ before: expect.any(Number), after: expect.any(Number) });
  if (key === "policy-period-end") expect(touched!.after).toBeLessThan(touched!.before);
});

test("a lower load puts more helpers above it; hours touch nothing that can be counted", async () => {
  const admin = await signIn(database, "prefecture-admin");
  const limits = { COUNTY_LEADER: "1", SECTION_LEADER: "1", STAFF: "1", VILLAGE_CADRE: "1", MEMBER: "1" };
  const look = (raw: { key: string; value?: string }) =>
    reading(admin, (scope) => previewSetting(scope, { ...raw, fromOn: NOW }));
  const { touched } = await look({ key: "pairing-load", ...limits });
  expect(touched!.after).toBeGreaterThanOrEqual(touched!.before);
  expect((await look({ key: "digest-at", value: "09:00" })).touched).toBeNull();
});
