// R2.2 by what people do: a link begins and ends, a member goes away, becomes a full one, changes the branch, and the office counts otherwise.
import type pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { addDays } from "#lib/base/calendar.ts";
import { viewRows } from "#lib/domains/cockpit/queries.ts";
import { flagMember, unflagMember } from "#lib/domains/members/commands/flag.ts";
import { transferMember } from "#lib/domains/members/commands/transfer.ts";
import { getMember } from "#lib/domains/members/queries/get-member.ts";
import { endPairing } from "#lib/domains/pairings/commands/end.ts";
import { pairHousehold } from "#lib/domains/pairings/commands/pair.ts";
import { setSetting } from "#lib/domains/settings/commands/change-setting.ts";
import { indicatorById } from "#lib/indicators/catalog.ts";
import { readFigures } from "#lib/indicators/figures.ts";
import { foldMarks } from "#lib/indicators/fold.ts";
import { longestWaits } from "#lib/indicators/rows.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { members } from "#tests/world/members.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions, households, people, partyOrgs } = world;
const R22 = indicatorById("R2.2")!;
const NOW = "2026-11";
let jobs: pg.Pool;
let admin: Session;
let county: Session;
let township: Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  jobs = openJobPool(database.job);
  admin = await signIn(database, "prefecture-admin");
  county = await signIn(database, "county-admin");
  township = await signIn(database, "township-admin");
});
afterAll(() => jobs.end());
afterEach(() => foldMarks(jobs));

const read = (session: Session, unit: number, period: string) =>
  reading(session, async (scope) => {
    const figures = await readFigures(scope, {
      indicators: [R22],
      units: [unit],
      periods: [period as typeof NOW],
    });
    const { part, whole } = figures.of("R2.2", unit, period as typeof NOW);
    return `${part}/${whole}`;
  });
/** The same before the fold and after it, for whoever reaches the place. */
async function figure(unit: number, period = NOW) {
  const live = await read(admin, unit, period);
  if (unit === divisions.jitang.id)
    expect(await read(township, unit, period), "the township's own").toBe(live);
  await foldMarks(jobs);
  expect(await read(admin, unit, period), "folded").toBe(live);
  return live;
}
const link = (household: { id: string }, helper: { id: string }, fromOn: string) =>
  pairHousehold(admin, {
    ...{ householdId: household.id, helperId: helper.id, fromOn, kind: "PARTY_MEMBER_LINK", overCap: "yes" },
  });
const rows = (part: string) =>
  reading(township, (scope) =>
    viewRows(scope, { u: String(divisions.jitang.id), indicator: "R2.2", p: NOW, part }),
  );

test("a link begins with its day and ends with it, and counts wherever the household lives, also for who does not reach it", async () => {
  const { jitang } = divisions;
  expect(await figure(jitang.id)).toBe("1/6");
  // Of 吉塘镇's committee, with a family in another township.
  const { ids } = await link(households.nima, people.townshipCadre, "2026-11-02");
  expect(await figure(jitang.id)).toBe("2/6");
  expect(await figure(jitang.id, "2026-10")).toBe("1/6");
  const met = await rows("met");
  expect(met.people?.map(({ name, links, lastOn }) => ({ name, links, lastOn }))).toEqual([
    { name: "向巴泽仁", links: 1, lastOn: null },
    { name: "贡布扎西", links: 1, lastOn: null },
  ]);
  await endPairing(admin, { id: ids[0], toOn: "2026-11-20", reason: "ROTATED" });
  expect(await figure(jitang.id)).toBe("1/6");
  const missing = await rows("missing");
  expect(missing.people).toHaveLength(5);
  expect(missing.people?.find(({ name }) => name === "向巴泽仁")).toMatchObject({
    links: 0,
    lastOn: "2026-11-20",
  });
  const [wait] = await reading(admin, (scope) =>
    longestWaits(scope, NOW, [{ indicator: R22, unit: jitang.id }]),
  );
  expect(wait).toEqual({ days: 5, never: 4 });
});

test("another kind of pairing is no link", async () => {
  await pairHousehold(admin, {
    ...{ householdId: households.pema.id, helperId: people.reviewer.id, fromOn: "2026-11-03" },
    ...{ kind: "KINSHIP", overCap: "yes" },
  });
  expect(await figure(divisions.jitang.id)).toBe("1/6");
});

test("who is away or incapable owes nothing from that day until it is over; who is only old does", async () => {
  const { xuetong } = divisions;
  const { id } = members.dawa;
  await flagMember(county, { id, flag: "FRAIL", fromOn: "2026-11-01", whereTo: "" });
  expect(await figure(xuetong.id)).toBe("1/3");
  await flagMember(county, { id, flag: "MOBILE", fromOn: "2026-11-04", whereTo: "拉萨市城关区" });
  expect(await figure(xuetong.id)).toBe("1/2");
  expect(await figure(xuetong.id, "2026-10")).toBe("1/3");
  const { flags } = await reading(county, (scope) => getMember(scope, { id }));
  const away = flags.find(({ flag }) => flag === "MOBILE");
  await unflagMember(county, { flagId: away!.id, toOn: "2026-11-21" });
  expect(await figure(xuetong.id)).toBe("1/3");
  await flagMember(county, {
    id: members.villageCadre.id,
    flag: "DISABLED",
    fromOn: "2026-11-22",
    whereTo: "",
  });
  expect(await figure(xuetong.id)).toBe("0/2");
});

test("a transfer takes the link along; probationary members count from the day on which the office says so", async () => {
  const { xuetong, xiangdui } = divisions;
  await link(households.sonam, people.firstSecretary, "2026-11-05");
  expect(await figure(xuetong.id)).toBe("1/2");
  const { version } = await reading(admin, (scope) => getMember(scope, { id: members.firstSecretary.id }));
  await transferMember(admin, {
    ...{
      id: members.firstSecretary.id,
      version: String(version),
      toOrgId: String(partyOrgs.xiangdui.id),
      on: WORLD_TODAY,
    },
  });
  expect([await figure(xuetong.id), await figure(xiangdui.id)]).toEqual(["0/1", "1/3"]);
  await setSetting(admin, { key: "link-probation", value: "yes", fromOn: WORLD_TODAY });
  expect(await figure(xuetong.id)).toBe("0/2");
  expect(await figure(xuetong.id, "2026-10")).toBe("1/3");
  await expect(
    setSetting(admin, { key: "link-probation", value: "perhaps", fromOn: addDays(WORLD_TODAY, 1) }),
  ).rejects.toMatchObject({ fields: { value: [{ key: "settings.choice" }] } });
});
