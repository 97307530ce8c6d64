// What a person fills in of how a family lives, farms and moved: every fact goes where it belongs and comes back as it was typed.
import { afterAll, beforeAll, expect, test } from "vitest";
import { correctHousehold } from "#lib/domains/households/commands/correct-household.ts";
import { correctMember } from "#lib/domains/households/commands/correct-member.ts";
import { checkRelocation, openSite } from "#lib/domains/households/commands/relocation.ts";
import { withdrawRelocationCheck } from "#lib/domains/households/commands/withdraw-relocation-check.ts";
import { HOUSEHOLD_FACTS } from "#lib/domains/households/fact-columns.ts";
import { MEMBER_FACTS } from "#lib/domains/households/member-columns.ts";
import { householdFacts } from "#lib/domains/households/queries/household-facts.ts";
import { householdHistory } from "#lib/domains/households/queries/household-parts.ts";
import { memberFacts } from "#lib/domains/households/queries/member-facts.ts";
import { relocationChecks } from "#lib/domains/households/queries/relocation-checks.ts";
import { relocationSites } from "#lib/domains/households/queries/relocation-sites.ts";
import { householdTimeline } from "#lib/domains/households/queries/timeline.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { id } = world.households.gonpo;
let cadre: Session;
beforeAll(async () => {
  holdToday(WORLD_TODAY);
  cadre = await signIn(database, "village-cadre");
});
afterAll(() => holdToday(null));

const texts = async () => (await reading(cadre, (scope) => householdFacts(scope, { id }))).texts;
const correct = async (change: Record<string, string | string[]>) =>
  correctHousehold(cadre, { id, was: JSON.stringify(await texts()), ...change });

const SAMPLE = {
  yesNo: "yes",
  hundredths: "12.5",
  count: "7",
  money: "9800",
  year: "2027",
  day: "2026-11-01",
  phone: "13912345678",
  text: "几个字",
};

test("every declared fact is kept and comes back as it was typed, and can be emptied again", async () => {
  const [site] = await database.look<{ id: string }>(
    "insert into relocation_site (name, division_id) values ('吉塘安置点', $1) returning id",
    [world.divisions.jitang.id],
  );
  const typed = Object.fromEntries(
    HOUSEHOLD_FACTS.map((fact) => {
      if (fact.key === "siteId") return [fact.key, site?.id ?? ""];
      // The other causes are other ones than the main cause.
      const code = fact.key === "otherCauses" ? fact.list?.[0]?.code : fact.list?.at(-1)?.code;
      return [fact.key, code ?? SAMPLE[fact.kind as keyof typeof SAMPLE]];
    }),
  );
  const { fields } = await correct(typed);
  expect(fields.length).toBeGreaterThan(60);
  expect(await texts()).toEqual(typed);
  expect((await correct(typed)).fields).toEqual([]);
  const emptied = Object.fromEntries(HOUSEHOLD_FACTS.map(({ key }) => [key, ""]));
  await correct(emptied);
  expect(await texts()).toEqual(emptied);
  const history = await reading(cadre, (scope) => householdHistory(scope, { id }));
  // A settlement stands in the history by its name, a phone masked.
  expect(history.find(({ field, new: now }) => field === "siteId" && now)?.new).toBe("吉塘安置点");
  expect(
    JSON.stringify(history, (_key, value) => (typeof value === "bigint" ? String(value) : value)),
  ).not.toContain("13912345678");
});

test("what does not agree is said beside its field, and nothing is kept", async () => {
  const before = await texts();
  await expect(correct({ otherCauses: ["ILLNESS", "DISASTER", "OTHER"] })).rejects.toMatchObject({
    fields: { otherCauses: [{ key: "household.otherCauses" }] },
  });
  await expect(correct({ mainCause: "ILLNESS", otherCauses: ["ILLNESS"] })).rejects.toMatchObject({
    fields: { otherCauses: expect.anything() },
  });
  await expect(correct({ keyOn: "2026-11-20", movedOn: "2026-11-10" })).rejects.toMatchObject({
    fields: { movedOn: [{ key: "household.movedBeforeKeys" }] },
  });
  await expect(correct({ movedOn: "2027-01-01" })).rejects.toMatchObject({
    fields: { movedOn: [{ key: "futureDay" }] },
  });
  await expect(correct({ siteId: "01940000-0000-7000-8000-999999999999" })).rejects.toMatchObject({
    fields: { siteId: expect.anything() },
  });
  await expect(correct({ status: "EXITED" })).rejects.toMatchObject({
    fields: { status: [{ key: "unknownField" }] },
  });
  expect(await texts()).toEqual(before);
});

test("income that sources tell is not typed over", async () => {
  await database.look(
    "insert into income_item (household_id, year, code, division_id, amount_fen) values ($1, 2026, 'WAGE.WAGES', $2, 900000)",
    [id, world.divisions.xuetong.id],
  );
  await expect(correct({ income: "20000" })).rejects.toMatchObject({
    fields: { income: [{ key: "household.incomeBySource" }] },
  });
  await correct({ income: "9000", groupName: "三组" });
  expect(await texts()).toMatchObject({ income: "9000", groupName: "三组" });
});

test("the yearly facts of a member are kept one by one, and what does not agree is said", async () => {
  const [head] = await database.look<{ id: string }>(
    "select person_id as id from membership_year where household_id = $1 and year = 2026 and relation = 'HEAD'",
    [id],
  );
  const personId = head?.id ?? "";
  const look = () => reading(cadre, (scope) => memberFacts(scope, { householdId: id, personId }));
  const fill = async (change: Record<string, string | string[]>) =>
    correctMember(cadre, {
      householdId: id,
      personId,
      was: JSON.stringify((await look()).texts),
      ...change,
    });
  for (const fact of MEMBER_FACTS) {
    const typed = fact.list?.at(-1)?.code ?? SAMPLE[fact.kind as keyof typeof SAMPLE];
    // Where one works comes before for how long.
    if (fact.key === "workMonths") await fill({ workStatus: "IN_COUNTY" });
    await fill({ [fact.key]: fact.kind === "choices" ? [typed] : typed });
    expect((await look()).texts[fact.key], fact.key).toBe(typed);
  }
  await expect(fill({ workStatus: "", workPlace: "" })).rejects.toMatchObject({
    fields: { workStatus: [{ key: "household.monthsWithoutWork" }] },
  });
  await expect(fill({ health: ["HEALTHY", "CHRONIC"] })).rejects.toMatchObject({
    fields: { health: [{ key: "household.healthyAndIll" }] },
  });
});

test("the timeline tells visits, measures, states and changes of a household, newest first, one kind at a time", async () => {
  const { id: dawa } = world.households.dawa;
  const tell = (kind: "visit" | "measure" | "status" | null) =>
    reading(cadre, (scope) => householdTimeline(scope, { id: dawa, kind }));
  const all = await tell(null);
  expect(all.map(({ day }) => day)).toEqual(
    all
      .map(({ day }) => day)
      .sort()
      .reverse(),
  );
  expect((await tell("measure")).map(({ what }) => what)).toEqual(["牦牛养殖到户", "草管员岗位"]);
  expect((await tell("status")).map(({ what }) => what)).toEqual(["EXITED", "POOR"]);
  expect((await tell("visit")).length).toBe(all.filter(({ kind }) => kind === "visit").length);
});

test("a moved family is looked for and found, or not; the settlement tells how many live there", async () => {
  const admin = await signIn(database, "county-admin");
  const site = { divisionId: String(world.divisions.xuetong.id), name: "雪通安置点", capacity: "30" };
  const { id: siteId } = await openSite(admin, site);
  await expect(openSite(admin, site)).rejects.toMatchObject({ code: "conflict" });
  await expect(openSite(admin, { ...site, name: "另一个", capacity: "很多" })).rejects.toMatchObject({
    fields: { capacity: [{ key: "facts.count" }] },
  });
  await correct({ siteId, keyOn: "2019-10-01", movedOn: "2019-11-01" });
  const check = { id, on: "2026-11-10", living: "yes" };
  await expect(checkRelocation(cadre, { ...check, on: "2019-10-15" })).rejects.toMatchObject({
    fields: { on: [{ key: "household.beforeMoving" }] },
  });
  await expect(checkRelocation(cadre, { ...check, on: "2027-01-01" })).rejects.toMatchObject({
    fields: { on: [{ key: "futureDay" }] },
  });
  await checkRelocation(cadre, check);
  const there = async () =>
    (await reading(cadre, (scope) => relocationSites(scope, {}))).find((one) => one.id === siteId);
  expect(await there()).toMatchObject({ moved: 1, living: 1, away: 0, capacity: 30 });
  await checkRelocation(cadre, { ...check, on: "2026-11-12", living: "no", note: "在县城务工" });
  expect(await there()).toMatchObject({ moved: 1, living: 0, away: 1 });
  const checks = await reading(cadre, (scope) => relocationChecks(scope, { id }));
  expect(checks.map(({ on, living }) => [on, living])).toEqual([
    ["2026-11-12", false],
    ["2026-11-10", true],
  ]);
  const mistaken = { id: checks[0]?.id, why: "看错了户" };
  await expect(withdrawRelocationCheck(cadre, { ...mistaken, why: " " })).rejects.toMatchObject({
    fields: { why: [{ key: "required" }] },
  });
  await withdrawRelocationCheck(cadre, mistaken);
  expect(await there()).toMatchObject({ moved: 1, living: 1, away: 0 });
  const kept = await reading(cadre, (scope) => relocationChecks(scope, { id }));
  expect(kept.map(({ on, withdrawnBy, withdrawnWhy }) => [on, withdrawnBy, withdrawnWhy])).toEqual([
    ["2026-11-12", "贡布扎西", "看错了户"],
    ["2026-11-10", null, null],
  ]);
  await expect(withdrawRelocationCheck(admin, mistaken)).rejects.toMatchObject({
    words: { key: "household.checkWithdrawn" },
  });
});
