// The first sync over a thin line: two hundred households, with all that one wants to know at the door, in at most 400 KB.
import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { addDays } from "#lib/base/calendar.ts";
import { type FirstSync, firstSync } from "#lib/domains/sync/queries/first-sync.ts";
import { today } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aHousehold } from "#tests/build/household.ts";
import { insert } from "#tests/build/owner.ts";
import { aPairing } from "#tests/build/pairing.ts";
import { aVisit } from "#tests/build/visit.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { world } from "#tests/world/world.ts";

const MANY = 200;
const MOST_BYTES = 400_000;
const database = testDatabase();
const { pairedHelper } = world.people;
let helper: Session;
let secretary: Session;

beforeAll(async () => {
  const divisionId = world.divisions.xuetong.id;
  for (let at = 0; at < MANY; at += 1) {
    const members = ["配偶", "长子", "次子", "女儿"].map((name) => ({
      name: `${name}${at}`,
      birthOn: `19${60 + (at % 40)}-03-05`,
    }));
    const household = await aHousehold(database, { divisionId, headName: `户主${at}`, members });
    await aPairing(database, { household, helper: pairedHelper });
    for (const visitedOn of ["2026-08-04", "2026-09-07", "2026-10-12"])
      await aVisit(database, { household, visitors: [pairedHelper], visitedOn });
  }
  // A village that trains its people: a dozen lists of thirty may still be completed.
  for (let nth = 0; nth < 12; nth += 1) {
    const id = randomUUID();
    const day = addDays(today(), -nth);
    await insert(database, "training", {
      ...{
        id,
        division_id: divisionId,
        title: `实用技术培训第${nth}期`,
        mode: "ON_SITE",
        audience: "VILLAGERS",
      },
      ...{ topic: "PRACTICAL", level: "VILLAGE", from_on: day, to_on: day, hours: 6 },
      ...{ status: "HELD", recorded_by: world.accounts.countyAdmin.id },
    });
    await database.look(
      `insert into training_attendee (training_id, host_id, person_id, division_id, name, standing)
       select $1, $2, id, division_id, name, 'KNOWN' from person where division_id = $2 order by id limit 30`,
      [id, divisionId],
    );
  }
  // As a database that has stood for a while knows its tables: a plan made for empty ones takes many seconds.
  await database.look("analyze");
  helper = await signIn(database, "paired-helper");
  secretary = await signIn(database, "first-secretary");
}, 120_000);

test("two hundred households fit into 400 KB, unpacked as well", async () => {
  const first = await reading(helper, (scope) => firstSync(scope, {}));
  expect(first.households.length).toBeGreaterThanOrEqual(MANY);
  const [one] = first.households.filter(({ head }) => head === "户主7");
  expect(one?.members).toHaveLength(5);
  expect(one?.visits.map(({ on }) => on)).toEqual(["2026-10-12", "2026-09-07", "2026-08-04"]);
  fits(first);
});

test("so do they for whoever works in the village, with its desk and the lists of its trainings", async () => {
  const first = await reading(secretary, (scope) => firstSync(scope, {}));
  expect(first.households.length).toBeGreaterThanOrEqual(MANY);
  expect(first.trainings?.sessions).toHaveLength(12);
  expect(first.trainings?.sessions[0]?.there).toHaveLength(30);
  fits(first);
});

function fits(first: FirstSync) {
  const text = JSON.stringify(first);
  expect(gzipSync(text).length).toBeLessThanOrEqual(MOST_BYTES / 4);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST_BYTES);
}
