// The household list: every row once under every order, the filters one by one, the reach of the reader, and an export that equals it.
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { exportHouseholds } from "#lib/domains/households/commands/export-households.ts";
import { HOUSEHOLD_SORTS, PAGE_SIZE } from "#lib/domains/households/household.ts";
import { HouseholdFilter, householdFilterOf } from "#lib/domains/households/input.ts";
import {
  allHouseholds,
  type HouseholdRow,
  listHouseholds,
} from "#lib/domains/households/queries/list-households.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { streaming } from "#lib/platform/streaming.ts";
import { aHousehold } from "#tests/build/household.ts";
import { aPairing } from "#tests/build/pairing.ts";
import { aVisit } from "#tests/build/visit.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions, households, people } = world;
let admin: Session;
let countyAdmin: Session;

const NAMES = ["扎西", "尼玛", "泥玛", "次仁", "德吉", "卓玛", "边巴"];

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  admin = await signIn(database, "prefecture-admin");
  countyAdmin = await signIn(database, "county-admin");
  // Twice a page and more, with equal names, equal incomes, and some that are missing.
  for (let at = 0; at < 2 * PAGE_SIZE + 7; at++) {
    const home = await aHousehold(database, {
      divisionId: divisions.renda.id,
      headName: NAMES[at % NAMES.length],
      incomePerHeadFen: at % 5 === 0 ? null : BigInt((at % 9) * 100_000),
      status: at % 3 === 0 ? "POOR" : "EXITED",
      attribute: at % 4 === 0 ? "LOW_ALLOWANCE" : "GENERAL",
      mainCause: at % 2 === 0 ? "ILLNESS" : "LACK_SKILL",
    });
    if (at % 6 === 0) await aPairing(database, { household: home, helper: people.townshipHelper });
    if (at % 4 === 1)
      await aVisit(database, {
        household: home,
        visitors: [people.townshipHelper],
        visitedOn: `2026-${at % 8 === 1 ? "11" : "05"}-${String(1 + (at % 20)).padStart(2, "0")}`,
      });
  }
}, 60_000);
afterAll(() => holdToday(null));

const list = (session: Session, address: string, more: object = {}) =>
  reading(session, (scope) =>
    listHouseholds(scope, { ...householdFilterOf(new URLSearchParams(address)), ...more }),
  );

async function allPages(session: Session, address: string): Promise<HouseholdRow[][]> {
  const pages: HouseholdRow[][] = [];
  let after = "";
  for (;;) {
    const page = await list(session, `${address}${after}`);
    pages.push(page.rows);
    if (!page.next) return pages;
    after = `&after=${page.next}`;
  }
}

const ORDERS = HOUSEHOLD_SORTS.flatMap((field) => [field, `-${field}`]);

test.each(ORDERS)("ordered by %s, turning the pages shows every household exactly once", async (order) => {
  const pages = await allPages(admin, `sort=${order}`);
  const ids = pages.flat().map((row) => row.id);
  const { total } = await list(admin, `sort=${order}`);
  expect(pages.length).toBeGreaterThan(2);
  expect(ids).toHaveLength(total);
  expect(new Set(ids).size).toBe(total);
});

test.each(ORDERS)("ordered by %s, turning back shows the page before as it was", async (order) => {
  const [first = [], second = [], third = []] = await allPages(admin, `sort=${order}`);
  const back = await list(admin, `sort=${order}&before=${third[0]?.id}`);
  expect(back.rows.map((row) => row.id)).toEqual(second.map((row) => row.id));
  const start = await list(admin, `sort=${order}&before=${second[0]?.id}`);
  expect(start.rows.map((row) => row.id)).toEqual(first.map((row) => row.id));
  expect(start.previous).toBeNull();
});

test("income rises and falls as asked, and households without one come last both ways", async () => {
  for (const order of ["income", "-income"]) {
    const incomes = (await allPages(admin, `sort=${order}`)).flat().map((row) => row.incomePerHeadFen);
    const known = incomes.filter((income) => income !== null);
    const missing = incomes.slice(known.length);
    expect(missing.every((income) => income === null)).toBe(true);
    const sorted = [...known].sort((a, b) => Number(a - b));
    expect(known).toEqual(order === "income" ? sorted : sorted.reverse());
  }
});

test("whoever was never visited stands first among those longest not visited", async () => {
  const days = (await allPages(admin, "sort=visit")).flat().map((row) => row.lastVisitOn ?? "");
  expect(days[0]).toBe("");
  expect(days).toEqual([...days].sort());
});

test("any mix of conditions shows what a plain look at the rows would", async () => {
  const everybody = (await allPages(admin, "")).flat();
  const choice = <T>(...values: T[]) => fc.constantFrom<T | undefined>(undefined, ...values);
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        status: choice("POOR", "EXITED", "POOR,EXITED"),
        attribute: choice("GENERAL", "LOW_ALLOWANCE"),
        cause: choice("ILLNESS"),
        paired: choice("yes", "no"),
        visited: choice("30", "over90", "never"),
      }),
      async (wanted) => {
        const address = new URLSearchParams();
        for (const [field, value] of Object.entries(wanted)) if (value) address.set(`f.${field}`, value);
        const shown = (await allPages(admin, address.toString())).flat();
        const meant = everybody.filter(
          (row) =>
            (!wanted.status || wanted.status.split(",").includes(row.status)) &&
            (!wanted.attribute || wanted.attribute === row.attribute) &&
            (!wanted.cause || wanted.cause === row.mainCause) &&
            (!wanted.paired || (wanted.paired === "yes") === (row.helperName !== null)) &&
            (!wanted.visited || visitedAsMeant(wanted.visited, row.lastVisitOn)),
        );
        expect(shown.map((row) => row.id)).toEqual(meant.map((row) => row.id));
      },
    ),
    { numRuns: 40 },
  );
});

function visitedAsMeant(wanted: string, last: string | null): boolean {
  if (wanted === "never") return last === null;
  if (wanted === "30") return last !== null && last >= "2026-10-26";
  return last === null || last < "2026-08-27";
}

test("a household is found by name, by initials, by pinyin and by the beginning of its number", async () => {
  const heads = async (q: string) =>
    (await list(admin, `q=${encodeURIComponent(q)}`)).rows.map((row) => row.id);
  expect(await heads("泽仁永宗")).toEqual([households.tsering.id]);
  expect(await heads("zryz")).toEqual([households.tsering.id]);
  expect(await heads("zerenyongz")).toEqual([households.tsering.id]);
  expect(await heads(households.tsering.householdNo)).toEqual([households.tsering.id]);
  expect(await heads("永宗")).toEqual([households.tsering.id]);
  expect(await heads("没有这个人")).toEqual([]);
});

test("a county sees its own households, a helper exactly the paired ones, and another county's unit is not found", async () => {
  const rows = (await allPages(countyAdmin, "")).flat();
  const [count] = await database.look<{ n: number }>(
    "select count(*)::int as n from household where division_id = any ($1)",
    [[divisions.xuetong.id, divisions.dabu.id, divisions.laxi.id, divisions.renda.id]],
  );
  expect(rows).toHaveLength(count?.n ?? -1);
  expect(rows.some((row) => row.id === households.tsering.id)).toBe(false);

  const helper = await signIn(database, "paired-helper");
  const own = await list(helper, "");
  expect(own.rows.map((row) => row.id).sort()).toEqual([households.drolma.id, households.gonpo.id].sort());

  await expect(list(countyAdmin, `u=${divisions.zuogong.id}`)).rejects.toMatchObject({ code: "not-found" });
});

test("a unit of the address narrows the list, also for somebody with paired households elsewhere", async () => {
  const { rows } = await list(await signIn(database, "first-secretary"), `u=${divisions.xuetong.id}`);
  expect(new Set(rows.map((row) => row.place))).toEqual(new Set(["雪通村"]));
});

test("the export holds the rows that the pages show, in their order, and is told with their number", async () => {
  const address = `u=${divisions.xiangdui.id}&f.status=POOR&sort=-income`;
  const seen = (await allPages(countyAdmin, address)).flat();
  const filter = HouseholdFilter.parse(
    householdFilterOf(new URLSearchParams(`${address}&after=${seen[0]?.id}`)),
  );
  const { total } = await exportHouseholds(countyAdmin, { ...filter, note: "f.status=POOR" });
  const rows = await streaming(countyAdmin, async (stream) => {
    const found: HouseholdRow[] = [];
    const place = await listPlace(stream, filter.unit);
    for await (const row of stream.rows<HouseholdRow>(allHouseholds(stream, place, filter))) found.push(row);
    return found;
  });
  expect(total).toBe(seen.length);
  expect(seen.length).toBeGreaterThan(10);
  expect(rows).toEqual(seen);
  const [told] = await database.look<{ facts: { rows: number } }>(
    "select facts from audit_event where verb = 'household.exported' order by id desc limit 1",
  );
  expect(told?.facts).toMatchObject({ rows: seen.length, filter: "f.status=POOR" });
});

test("who may not export is refused by name; a unit out of reach is not found", async () => {
  const viewer = await signIn(database, "prefecture-viewer");
  await expect(exportHouseholds(viewer, {})).rejects.toMatchObject({ code: "refused" });
  await expect(exportHouseholds(countyAdmin, { unit: String(divisions.geru.id) })).rejects.toMatchObject({
    code: "not-found",
  });
});
