// Whoever takes a leaver's households over is asked about the limit of his rank, as at pairing: once for all of them, and nothing has moved before.
import { afterAll, beforeAll, expect, test } from "vitest";
import { carryOutHandOver } from "#lib/domains/handover/commands/hand-over.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { anAccount } from "#tests/build/account.ts";
import { aHousehold } from "#tests/build/household.ts";
import { aPairing } from "#tests/build/pairing.ts";
import { aPerson } from "#tests/build/person.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { world } from "#tests/world/world.ts";

const database = testDatabase();
const divisionId = world.divisions.xuetong.id;
beforeAll(() => holdToday(null));
afterAll(() => holdToday(null));

const helped = (personId: string) =>
  database.look<{ id: string }>(
    "select id from pairing where helper_id = $1 and (to_on is null or (to_on > beijing_today() and to_on > from_on)) order by from_on",
    [personId],
  );

test("more households than the heir's rank should have are asked once more, and go after a yes", async () => {
  const township = await signIn(database, "township-admin");
  const person = () => aPerson(database, { divisionId, unitName: "察雅县水利局", rank: "STAFF" });
  const [leaver, heir] = [await person(), await person()];
  const { id: accountId } = await anAccount(database, {
    ...{ divisionId, personId: leaver.id, role: "FIRST_SECRETARY" },
  });
  for (const fromOn of ["2020-01-10", "2021-03-01", "2022-05-01"]) {
    const household = await aHousehold(database, { divisionId });
    await aPairing(database, { household, helper: leaver, fromOn, kind: "FIRST_HELPER" });
  }
  const handOver = (pairings: string[], more: Record<string, string> = {}) =>
    carryOutHandOver(township, { accountId, to: heir.id, reason: "TRANSFERRED", pairings, ...more });
  const [first, second, third] = (await helped(leaver.id)).map(({ id }) => `${id}:hand`) as [
    string,
    string,
    string,
  ];

  // Two are within the limit of his rank, three are not.
  const words = { key: "pairing.overCap", values: { name: heir.name, load: 3, limit: 2 } };
  await expect(handOver([first, second, third], { finish: "yes" })).rejects.toMatchObject({
    ...{ words, fields: { overCap: [words] } },
  });
  expect(await helped(leaver.id)).toHaveLength(3);
  await handOver([first, second]);
  expect(await helped(heir.id)).toHaveLength(2);
  await expect(handOver([third])).rejects.toMatchObject({ words });
  await handOver([third], { finish: "yes", overCap: "yes" });
  expect(await helped(heir.id)).toHaveLength(3);
  expect(await helped(leaver.id)).toEqual([]);
});
