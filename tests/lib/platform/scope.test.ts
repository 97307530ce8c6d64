// The scoped transactions: prepared statements keep apart, panels fail alone, and nothing can be written where one only reads.
import { beforeAll, expect, test, vi } from "vitest";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { layGround, PLACES } from "#tests/walls/ground.ts";

const database = testDatabase();
let session: Session;

beforeAll(async () => {
  const ground = await layGround(database);
  session = ground.sessions.get("COUNTY_ADMIN") ?? { token: "" };
}, 60_000);

test("two copies of the program's files share connections without mixing up their statements", async () => {
  for (let copy = 0; copy < 3; copy += 1) {
    const scope = await import("#lib/platform/scope.ts");
    const { raw } = await import("#lib/platform/sql.ts");
    const [row] = await scope.reading(
      session,
      ({ sql }) => sql<{ copy: number }>`select ${raw(String(copy))} as copy`,
    );
    expect(row?.copy).toBe(copy);
    vi.resetModules();
  }
});

test("a panel that fails leaves the rest of the page standing", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const answer = await reading(session, async ({ sql, panel }) => {
    const broken = await panel("broken", () => sql`select 1 / 0 as nothing`);
    const [fine] = await sql<{ id: number }>`select id from division where id = ${PLACES.A.id}`;
    return { broken, fine };
  });
  expect(answer).toEqual({ broken: { ok: false }, fine: { id: PLACES.A.id } });
});

test("a page cannot write", async () => {
  await expect(
    reading(session, ({ sql }) => sql`update household set phone = '1' returning id`),
  ).rejects.toMatchObject({ code: "25006" });
});

test("what one reads is one moment, though others write meanwhile", async () => {
  const count = await reading(session, async ({ sql }) => {
    const ask = async () => (await sql<{ n: number }>`select count(*)::int as n from household`)[0]?.n;
    const before = await ask();
    await database.look(
      "insert into household (household_no, division_id, head_name, status) values ('新来的户', $1, '某', 'POOR')",
      [PLACES.A1x.id],
    );
    return [before, await ask()];
  });
  expect(count[0]).toBe(count[1]);
});
