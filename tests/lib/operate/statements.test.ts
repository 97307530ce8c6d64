// How many statements a page sends to the database: few, and as many for twenty villages or households as for two.
import { beforeAll, expect, test } from "vitest";
import { periodOf, step } from "#lib/base/period.ts";
import { closePast } from "#lib/indicators/closing.ts";
import { foldMarks, rebuildAll } from "#lib/indicators/fold.ts";
import { type HotRead, hotReads } from "#lib/operate/bench/hot.ts";
import { statementsOf } from "#lib/operate/bench/watched.ts";
import { today } from "#lib/platform/clock.ts";
import { openJobPool } from "#lib/platform/db.ts";
import type { Session } from "#lib/platform/scope.ts";
import { aHousehold } from "#tests/build/household.ts";
import { aPairing } from "#tests/build/pairing.ts";
import { aPerson } from "#tests/build/person.ts";
import { aVisit } from "#tests/build/visit.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";

const database = testDatabase();
const ROOT = 800_000;
const SMALL = 800_001;
const LARGE = 800_002;
/** A household of each county. */
const home = new Map<number, string>();

/** A county of its own with so many villages, a household and a visit in each. */
async function plant(county: number, villages: number) {
  await place(county, "COUNTY", [ROOT]);
  for (let nth = 1; nth <= villages; nth++) {
    const village = county * 100 + nth;
    await place(village, "TOWNSHIP", [county, ROOT]);
    const household = await aHousehold(database, { divisionId: village });
    const helper = await aPerson(database, { divisionId: village, name: `帮扶人${nth}` });
    await aPairing(database, { household, helper });
    await aVisit(database, { household, visitors: [helper], visitedOn: "2026-10-10" });
    home.set(county, household.id);
  }
}

async function place(id: number, level: string, above: number[]) {
  await database.look(
    "insert into division (id, name, level, parent_id, opened_on) values ($1, $2, $3, $4, '2014-01-01')",
    [id, `单位${id}`, level, above[0] ?? null],
  );
  for (const [depth, ancestor] of [id, ...above].entries())
    await database.look("insert into division_closure values ($1, $2, $3, '2014-01-01', null)", [
      ancestor,
      id,
      depth,
    ]);
}

beforeAll(async () => {
  await database.look("delete from registry_year");
  await database.look("insert into registry_year (year, status) values (2026, 'OPEN')");
  await place(ROOT, "PREFECTURE", []);
  await plant(SMALL, 2);
  await plant(LARGE, 20);
  for (const [name, county] of [
    ["t-small", SMALL],
    ["t-large", LARGE],
  ] as const) {
    const [account] = await database.look<{ id: number }>(
      "insert into account (username, name, division_id) values ($1, $1, $2) returning id",
      [name, county],
    );
    await database.look(
      "insert into role_grant (account_id, role, division_id) values ($1, 'COUNTY_ORG_DEPT', $2)",
      [account!.id, county],
    );
  }
  const jobs = openJobPool(database.job);
  await rebuildAll(jobs);
  await foldMarks(jobs);
  // As in every office: targets that are not reached, and months that are closed.
  await database.look(
    "insert into target (indicator, division_id, year, value) select i, d, y, 9999 from unnest($1::int[]) d, unnest(array['R2.1', 'R2.3', 'F2.2']) i, unnest(array[2025, 2026]) y",
    [[SMALL, LARGE]],
  );
  await closePast(jobs, step(periodOf(today(), "month"), -1), today());
  await jobs.end();
});

const MOST: Record<string, number> = {
  households: 6,
  "households, poor, by income": 6,
  "households, named": 6,
  visits: 6,
  pairings: 6,
  household: 6,
  "household, visits": 6,
  cockpit: 6,
  "rows behind R2.3": 6,
};

async function numberFor(who: string, county: number, name: string): Promise<number> {
  const reads: HotRead[] = hotReads({ household: home.get(county)!, word: "某户" });
  const session: Session = await signIn(database, who);
  return (await statementsOf(session, reads.find((one) => one.name === name)!.load)).length;
}

for (const [name, most] of Object.entries(MOST))
  test(`${name}: at most ${most} statements, for many as for few`, async () => {
    const few = await numberFor("t-small", SMALL, name);
    const many = await numberFor("t-large", LARGE, name);
    expect(few).toBeGreaterThan(0);
    expect(few).toBeLessThanOrEqual(most);
    expect(many).toBeLessThanOrEqual(most);
    // The cockpit names at most three exceptions, of as many places as there are.
    if (name !== "cockpit") expect(many).toBe(few);
  });
