// Paper forms come from the rows alone: one household, or a village in parts; never out of reach, never with what must not be on paper.
import { afterAll, beforeAll, expect, test } from "vitest";
import { printFiles } from "#lib/domains/printing/queries.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const sessions: Record<string, Session> = {};
beforeAll(async () => {
  holdToday(WORLD_TODAY);
  for (const who of ["village-cadre", "other-county-admin", "paired-helper"])
    sessions[who] = await signIn(database, who);
});
afterAll(() => holdToday(null));
const print = (who: string, asked: { households?: string[]; unit?: string; page?: number }) =>
  reading(sessions[who] as Session, (scope) => printFiles(scope, asked));

test("a file on paper has what its rows say, and no number of anybody", async () => {
  const { files, year } = await print("village-cadre", { households: [world.households.dawa.id] });
  expect(year).toBe(2026);
  expect(files).toHaveLength(1);
  expect(files[0]).toMatchObject({
    headName: world.households.dawa.headName,
    memberCount: 4,
    lineFen: 430_000n,
  });
  expect(files[0]?.members.map(({ relation }) => relation)).toEqual(["HEAD", "SPOUSE", "MOTHER", "SON"]);
  expect(files[0]?.measures.map(({ project }) => project)).toEqual(["牦牛养殖到户", "草管员岗位"]);
  expect(files[0]?.incomes).toHaveLength(4);
  const text = JSON.stringify(files, (_key, value) => (typeof value === "bigint" ? String(value) : value));
  expect(text).not.toMatch(/\d{17}[\dX]/);
});

test("a village is printed whole, a township is not, and nobody prints what lies out of reach", async () => {
  const { files, total } = await print("village-cadre", { unit: String(world.divisions.xuetong.id) });
  const [own] = await database.look<{ n: number }>(
    "select count(*)::int as n from household where division_id = $1 and status not in ('REMOVED', 'DISSOLVED')",
    [world.divisions.xuetong.id],
  );
  expect(total).toBe(own?.n);
  expect(files).toHaveLength(total);
  await expect(print("village-cadre", { unit: String(world.divisions.jitang.id) })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(print("other-county-admin", { households: [world.households.dawa.id] })).rejects.toMatchObject(
    {
      code: "not-found",
    },
  );
  await expect(
    print("other-county-admin", { unit: String(world.divisions.xuetong.id) }),
  ).rejects.toMatchObject({ code: "not-found" });
});
