// Who helps whom: pairing one household and many, ending, replacing, taking back; the rules, the refusals and what is told.
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "#lib/base/calendar.ts";
import { endPairing, replacePairing, withdrawPairing } from "#lib/domains/pairings/commands/end.ts";
import { pairHousehold, pairMany } from "#lib/domains/pairings/commands/pair.ts";
import { gapsIn } from "#lib/domains/pairings/gaps.ts";
import { pairingFilterOf } from "#lib/domains/pairings/input.ts";
import { findHelpers, helperLoads } from "#lib/domains/pairings/queries/helpers.ts";
import { listPairings, pairingsOfHousehold } from "#lib/domains/pairings/queries/list-pairings.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aHousehold, type BuiltHousehold } from "#tests/build/household.ts";
import { aPerson } from "#tests/build/person.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions, households, people } = world;
let county: Session;
let township: Session;
let viewer: Session;
let elsewhere: Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  county = await signIn(database, "county-admin");
  township = await signIn(database, "township-admin");
  viewer = await signIn(database, "prefecture-viewer");
  elsewhere = await signIn(database, "other-county-admin");
});
afterAll(() => holdToday(null));

const home = (headName: string, more = {}) =>
  aHousehold(database, { divisionId: divisions.xuetong.id, headName, ...more });
const history = (household: string) => reading(county, (scope) => pairingsOfHousehold(scope, { household }));
const lastTold = async (verb: string) =>
  (
    await database.look<{ subject: string; division_id: number; facts: Record<string, unknown> }>(
      "select subject, division_id, facts from audit_event where verb = $1 order by id desc limit 1",
      [verb],
    )
  )[0];
const first = (householdId: string, helperId: string, fromOn = WORLD_TODAY) => ({
  householdId,
  helperId,
  kind: "FIRST_HELPER",
  fromOn,
  // These three have many in this file; the limit has a test of its own.
  overCap: "yes",
});

test("a township cadre pairs a household with somebody found by name; the household is covered from that day on", async () => {
  const made = await home("土登");
  const { ids } = await pairHousehold(township, first(made.id, people.firstSecretary.id, "11-20"));
  const [pairing] = await history(made.id);
  expect(pairing).toMatchObject({
    id: ids[0],
    helperName: "邓增罗布",
    helperUnit: "察雅县农业农村局",
    fromOn: "2026-11-20",
    toOn: null,
  });
  const covered = await database.look<{ paired: boolean }>(
    "select paired from (select * from fact_households('2026-11-19') union all select * from fact_households('2026-11-20')) f where household_id = $1",
    [made.id],
  );
  expect(covered.map((row) => row.paired)).toEqual([false, true]);
  expect(await lastTold("pairing.begun")).toMatchObject({
    subject: `pairing:${ids[0]}`,
    division_id: divisions.xuetong.id,
    facts: { kind: "FIRST_HELPER", household: made.id },
  });
});

test("people of the same name are told apart by their unit and post", async () => {
  await aPerson(database, {
    name: "李雪梅",
    divisionId: divisions.chaya.id,
    unitName: "察雅县医院",
    post: "护士",
  });
  const found = await reading(county, (scope) => findHelpers(scope, { q: "李雪梅" }));
  expect(found.map((one) => `${one.unit} ${one.post}`).sort()).toEqual([
    "察雅县医院 护士",
    "察雅县教育局 科员",
  ]);
  const byInitials = await reading(county, (scope) => findHelpers(scope, { q: "lxm" }));
  expect(byInitials).toHaveLength(2);
  expect(await reading(elsewhere, (scope) => findHelpers(scope, { q: "李雪梅" }))).toEqual([]);
  await expect(reading(viewer, (scope) => findHelpers(scope, { q: "李" }))).rejects.toMatchObject({
    code: "refused",
  });
});

test("a helper who stands in no list is registered with name, unit and phone on the way", async () => {
  const made = await home("阿旺");
  const asked = { householdId: made.id, kind: "LEADER_CONTACT", fromOn: WORLD_TODAY, newName: "赵志远" };
  await expect(pairHousehold(county, asked)).rejects.toMatchObject({
    fields: { newUnit: expect.anything() },
  });
  await pairHousehold(county, { ...asked, newUnit: "天津市援藏工作组", newPhone: "13911113333" });
  expect((await history(made.id))[0]).toMatchObject({ helperName: "赵志远", helperUnit: "天津市援藏工作组" });
  const found = await reading(county, (scope) => findHelpers(scope, { q: "zzy" }));
  expect(found).toMatchObject([{ name: "赵志远", unit: "天津市援藏工作组", load: 1 }]);
});

test("a member of the household and a registered poor person cannot help; a second first helper cannot begin", async () => {
  const made = await home("罗追");
  await expect(pairHousehold(county, first(made.id, made.headId))).rejects.toMatchObject({
    words: { key: "pairing.helperIsPoor" },
  });
  const exited = await home("江措", { status: "EXITED" });
  await expect(
    pairHousehold(county, { ...first(exited.id, exited.headId), kind: "PARTY_MEMBER_LINK" }),
  ).rejects.toMatchObject({ words: { key: "pairing.helperIsMember" } });
  await pairHousehold(county, { ...first(made.id, exited.headId), kind: "PARTY_MEMBER_LINK" });

  await pairHousehold(county, first(made.id, people.firstSecretary.id, "2026-11-01"));
  await expect(pairHousehold(county, first(made.id, people.villageCadre.id))).rejects.toMatchObject({
    words: { key: "pairing.hasFirstHelper", values: { name: "邓增罗布", from: "2026-11-01" } },
  });
  await pairHousehold(county, { ...first(made.id, people.villageCadre.id), kind: "SECOND_HELPER" });
});

test("more households than the limit of the rank are said and wait for a yes; without a rank there is no limit", async () => {
  const staff = await aPerson(database, {
    name: "索朗",
    divisionId: divisions.chaya.id,
    unitName: "察雅县水利局",
    rank: "STAFF",
  });
  const [one, two, three] = [await home("强久"), await home("晋美"), await home("格列")];
  const ask = { householdId: "", helperId: staff.id, kind: "FIRST_HELPER", fromOn: WORLD_TODAY };
  await pairHousehold(county, { ...ask, householdId: one.id });
  // A second helper of the same household is no further household.
  await pairHousehold(county, { ...ask, householdId: one.id, kind: "KINSHIP" });
  await pairHousehold(county, { ...ask, householdId: two.id });
  const asked = pairHousehold(county, { ...ask, householdId: three.id });
  await expect(asked).rejects.toMatchObject({
    words: { key: "pairing.overCap", values: { name: "索朗", load: 3, limit: 2 } },
    fields: { overCap: [{ key: "pairing.overCap" }] },
  });
  expect(await history(three.id)).toEqual([]);
  await pairHousehold(county, { ...ask, householdId: three.id, overCap: "yes" });
  expect(await history(three.id)).toHaveLength(1);
  const nobody = await aPerson(database, {
    name: "巴桑",
    divisionId: divisions.chaya.id,
    unitName: "察雅县林业局",
  });
  const many = [one, two, three].map((each) => each.id);
  await pairMany(county, { households: many, helperId: nobody.id, kind: "KINSHIP", fromOn: WORLD_TODAY });
});

test("many are paired at once or none: each household that cannot be is named with its reason", async () => {
  const free = [await home("多布杰"), await home("拉巴"), await home("白珍")];
  const taken = await home("普布");
  await pairHousehold(county, first(taken.id, people.firstSecretary.id));
  const ask = (homes: BuiltHousehold[]) => ({
    households: homes.map((one) => one.id),
    helperId: people.villageCadre.id,
    kind: "FIRST_HELPER",
    fromOn: WORLD_TODAY,
    overCap: "yes",
  });
  const gone = await home("旺姆", { status: "REMOVED" });
  await expect(pairMany(county, ask([...free, taken, gone]))).rejects.toMatchObject({
    words: { key: "pairing.someCannot", values: { count: 2 } },
    fields: {
      households: expect.arrayContaining([
        { key: "pairing.hasFirstHelper", values: expect.objectContaining({ household: "普布" }) },
        { key: "pairing.householdEnded", values: expect.objectContaining({ household: "旺姆" }) },
      ]),
    },
  });
  for (const one of free) expect(await history(one.id)).toEqual([]);
  const done = await pairMany(county, ask(free));
  expect(done.ids).toHaveLength(3);
  for (const one of free) expect(await history(one.id)).toMatchObject([{ helperName: "贡布扎西" }]);
  expect(await lastTold("pairing.begunMany")).toMatchObject({
    facts: { households: expect.arrayContaining(free.map((one) => one.id)) },
  });
});

test("a helper leaves on the 15th and another begins on the 20th: five uncovered days stay visible", async () => {
  const made = await home("曲扎");
  const { ids } = await pairHousehold(county, first(made.id, people.firstSecretary.id, "2026-03-01"));
  const replacement = {
    id: ids[0],
    toOn: "2026-11-15",
    reason: "TRANSFERRED",
    fromOn: "2026-11-20",
    helperId: people.villageCadre.id,
    overCap: "yes",
  };
  await expect(replacePairing(county, { ...replacement, fromOn: "2026-11-10" })).rejects.toMatchObject({
    fields: { fromOn: [{ key: "pairing.successorTooEarly" }] },
  });
  await replacePairing(county, replacement);
  const rows = await history(made.id);
  expect(rows.map((row) => [row.helperName, row.fromOn, row.toOn])).toEqual([
    ["贡布扎西", "2026-11-20", null],
    ["邓增罗布", "2026-03-01", "2026-11-15"],
  ]);
  expect(gapsIn(rows, WORLD_TODAY)).toEqual([{ from: "2026-11-15", to: "2026-11-20", days: 5 }]);
  const [days] = await database.look<{ n: number }>(
    `select count(*)::int as n from generate_series(date '2026-11-01', date '2026-11-25', interval '1 day') d(day)
     cross join lateral fact_households(d.day::date) f where f.household_id = $1 and not f.paired`,
    [made.id],
  );
  expect(days?.n).toBe(5);
  expect(await lastTold("pairing.replaced")).toMatchObject({
    facts: { toOn: "2026-11-15", fromOn: "2026-11-20", reason: "TRANSFERRED" },
  });
});

test("a pairing ends on a day after it began, once, and with a reason", async () => {
  const made = await home("仓决");
  const { ids } = await pairHousehold(county, first(made.id, people.firstSecretary.id, "2026-10-01"));
  const end = { id: ids[0], toOn: "2026-11-01", reason: "RETIRED" };
  await expect(endPairing(county, { ...end, reason: "" })).rejects.toMatchObject({
    fields: { reason: expect.anything() },
  });
  await expect(endPairing(county, { ...end, toOn: "2026-10-01" })).rejects.toMatchObject({
    fields: { toOn: [{ key: "pairing.endsBeforeItBegins" }] },
  });
  await expect(endPairing(county, { ...end, toOn: "哪天" })).rejects.toMatchObject({
    fields: { toOn: [{ key: "day" }] },
  });
  await endPairing(county, end);
  expect((await history(made.id))[0]).toMatchObject({ toOn: "2026-11-01", endReason: "RETIRED" });
  await expect(endPairing(county, end)).rejects.toMatchObject({ words: { key: "pairing.endedAlready" } });
  expect(await lastTold("pairing.ended")).toMatchObject({ facts: { toOn: "2026-11-01", reason: "RETIRED" } });
});

test("what was entered by mistake is taken back the same day by whoever entered it, and never was", async () => {
  const made = await home("加措");
  const { ids } = await pairHousehold(county, first(made.id, people.firstSecretary.id, "2026-11-01"));
  await expect(withdrawPairing(township, { id: ids[0] })).rejects.toMatchObject({ code: "refused" });
  await withdrawPairing(county, { id: ids[0] });
  expect(await history(made.id)).toEqual([]);
  const [row] = await database.look<{ paired: boolean }>(
    "select paired from fact_households('2026-11-10') where household_id = $1",
    [made.id],
  );
  expect(row?.paired).toBe(false);
  await pairHousehold(county, first(made.id, people.villageCadre.id, "2026-11-01"));
  await expect(withdrawPairing(county, { id: ids[0] })).rejects.toMatchObject({
    words: { key: "pairing.endedAlready" },
  });
});

test("who may not pair is refused by name; a household or a pairing of another county is not found", async () => {
  const made = await home("云旦");
  await expect(pairHousehold(viewer, first(made.id, people.firstSecretary.id))).rejects.toMatchObject({
    code: "refused",
  });
  await expect(pairHousehold(elsewhere, first(made.id, people.otherHelper.id))).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(
    pairMany(county, {
      households: [made.id, households.sonam.id],
      helperId: people.firstSecretary.id,
      kind: "KINSHIP",
      fromOn: WORLD_TODAY,
    }),
  ).rejects.toMatchObject({ code: "not-found" });
  const { ids } = await pairHousehold(county, first(made.id, people.firstSecretary.id));
  await expect(
    endPairing(elsewhere, { id: ids[0], toOn: WORLD_TODAY, reason: "RETIRED" }),
  ).rejects.toMatchObject({ code: "not-found" });
});

test("whatever is paired, ended and replaced, no household ever has two first helpers on one day", async () => {
  const made = await home("平措");
  const helpers = [people.firstSecretary.id, people.villageCadre.id, people.pairedHelper.id];
  const day = fc.integer({ min: 0, max: 60 }).map((at) => addDays("2026-09-20", at));
  const step = fc.record({
    what: fc.constantFrom("pair", "end", "replace", "withdraw"),
    helper: fc.constantFrom(...helpers),
    day,
    other: day,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 8 }), async (steps) => {
      for (const { what, helper, day: on, other } of steps) {
        const [last] = await history(made.id);
        const id = last?.id ?? made.id;
        const deed =
          what === "pair"
            ? pairHousehold(county, first(made.id, helper, on))
            : what === "end"
              ? endPairing(county, { id, toOn: on, reason: "ROTATED" })
              : what === "replace"
                ? replacePairing(county, {
                    id,
                    toOn: on,
                    reason: "ROTATED",
                    fromOn: other,
                    helperId: helper,
                    overCap: "yes",
                  })
                : withdrawPairing(county, { id });
        await deed.catch((problem: { code?: string }) =>
          expect(["rule", "not-found", "conflict"]).toContain(problem.code),
        );
      }
      const twice = await database.look(
        `select d.day from generate_series(date '2026-09-01', date '2026-12-31', interval '1 day') d(day)
         join pairing p on p.household_id = $1 and p.kind = 'FIRST_HELPER' and p.from_on <= d.day and (p.to_on is null or p.to_on > d.day)
         group by 1 having count(*) > 1`,
        [made.id],
      );
      expect(twice).toEqual([]);
    }),
    { numRuns: 12 },
  );
}, 60_000);

test("the register shows what holds today under a unit, how many are uncovered, and each helper's load", async () => {
  const list = await reading(county, (scope) =>
    listPairings(scope, pairingFilterOf(new URLSearchParams(`u=${divisions.dabu.id}`))),
  );
  expect(list.rows.map((row) => [row.headName, row.helperName])).toEqual([["洛松泽仁", "央金卓嘎"]]);
  expect(list).toMatchObject({ total: 1, uncovered: 1 });
  const ended = await reading(county, (scope) =>
    listPairings(
      scope,
      pairingFilterOf(new URLSearchParams(`u=${divisions.xuetong.id}&f.state=ended&q=陈浩`)),
    ),
  );
  expect(ended.rows.every((row) => row.helperName === "陈浩" && row.toOn !== null)).toBe(true);
  expect(ended.rows.length).toBeGreaterThan(0);
  const loads = await reading(county, (scope) => helperLoads(scope, { unit: String(divisions.dabu.id) }));
  expect(loads.rows).toMatchObject([{ name: "央金卓嘎", load: 1 }]);
});

test("what is written down now says now, whatever the time zone of the database", async () => {
  const made = await home("西绕");
  const { ids } = await pairHousehold(county, first(made.id, people.firstSecretary.id));
  const [row] = await database.look<{ pairing: number; change: number }>(
    `select abs(extract(epoch from now() - p.created_at))::int as pairing,
       (select abs(extract(epoch from now() - c.at))::int from change c where c.entity_id = $1::text) as change from pairing p where p.id = $1::uuid`,
    [ids[0]],
  );
  expect(row?.pairing).toBeLessThan(60);
  expect(row?.change).toBeLessThan(60);
});
