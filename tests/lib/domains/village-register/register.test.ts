// What a person does with the register of a village: fills it in by year; what other rows tell is counted, never typed.
import { afterAll, beforeAll, expect, test } from "vitest";
import { saveRegister } from "#lib/domains/village-register/commands/save-register.ts";
import { villageRegister } from "#lib/domains/village-register/queries.ts";
import { VILLAGE_FACTS } from "#lib/domains/village-register/village-columns.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { xuetong, jitang, chaya } = world.divisions;
const sessions: Record<string, Session> = {};
const as = (who: string): Session => sessions[who] as Session;
beforeAll(async () => {
  holdToday(WORLD_TODAY);
  for (const who of ["county-admin", "other-county-admin", "village-cadre", "first-secretary"])
    sessions[who] = await signIn(database, who);
});
afterAll(() => holdToday(null));

const look = (who: string, id: number, year: number | null = null) =>
  reading(as(who), (scope) => villageRegister(scope, { id, year }));
const SAMPLE = { yesNo: "yes", hundredths: "12.5", count: "7", money: "9800", text: "几个字" };

test("every fact of the register is kept for its year alone and comes back as it was typed", async () => {
  const typed = Object.fromEntries(
    VILLAGE_FACTS.map((fact) => [fact.key, fact.list?.[0]?.code ?? SAMPLE[fact.kind as keyof typeof SAMPLE]]),
  );
  await saveRegister(as("village-cadre"), { id: xuetong.id, year: 2026, version: 0, ...typed });
  expect((await look("village-cadre", xuetong.id)).texts).toEqual(typed);
  expect((await look("village-cadre", xuetong.id, 2025)).texts.households).toBe("");
  const { below, facts } = await look("county-admin", jitang.id);
  expect(below.find(({ id }) => id === xuetong.id)?.filled).toBe(facts);
  expect(below.find(({ id }) => id !== xuetong.id)?.filled).toBe(0);
});

test("what other rows tell agrees with them", async () => {
  const { counted, party } = await look("county-admin", xuetong.id);
  const [households] = await database.look<{ poor: number; exited: number }>(
    `select count(*) filter (where status in ('POOR','PRE_EXIT','RETURNED'))::int as poor, count(*) filter (where status = 'EXITED')::int as exited
     from household where division_id = $1`,
    [xuetong.id],
  );
  expect(counted).toMatchObject(households ?? {});
  const [members] = await database.look<{ n: number }>(
    "select count(*)::int as n from party_membership where division_id = $1 and to_on is null",
    [xuetong.id],
  );
  expect(party.members).toBe(members?.n);
});

test("two at once: the second is told; wrong facts are said beside their fields; strangers find nothing", async () => {
  const sent = { id: xuetong.id, year: 2024, version: 0 };
  await saveRegister(as("village-cadre"), { ...sent, households: "100" });
  await expect(saveRegister(as("county-admin"), { ...sent, households: "101" })).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(
    saveRegister(as("county-admin"), { ...sent, version: 1, households: "很多" }),
  ).rejects.toMatchObject({
    fields: { households: [{ key: "facts.count" }] },
  });
  await expect(saveRegister(as("county-admin"), { ...sent, year: 2027 })).rejects.toMatchObject({
    fields: { year: [{ key: "village.yearAhead" }] },
  });
  await expect(saveRegister(as("first-secretary"), { ...sent, version: 1 })).rejects.toMatchObject({
    code: "refused",
  });
  await expect(saveRegister(as("other-county-admin"), { ...sent, version: 1 })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(look("other-county-admin", chaya.id)).rejects.toMatchObject({ code: "not-found" });
});
