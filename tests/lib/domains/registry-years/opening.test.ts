// A new year is opened for all villages: prepared where nobody sees it, turned at once, killed halfway and gone on with, cancelled without a trace.
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { getHousehold } from "#lib/domains/households/queries/get-household.ts";
import { householdMembers, householdYears } from "#lib/domains/households/queries/household-parts.ts";
import { householdOn } from "#lib/domains/lives/queries/on-day.ts";
import { cancelOpening } from "#lib/domains/registry-years/commands/cancel-opening.ts";
import { openYear } from "#lib/domains/registry-years/commands/open-year.ts";
import { registryJobs } from "#lib/domains/registry-years/jobs.ts";
import { registryYears } from "#lib/domains/registry-years/queries/years.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { workOnce } from "#lib/platform/jobs.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { households } = world;
const quiet = { info: () => undefined, error: () => undefined };
const sessions: Record<string, Session> = {};
const as = (who: string): Session => sessions[who] as Session;
let pool: pg.Pool;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  pool = openJobPool(database.job);
  for (const who of ["prefecture-admin", "county-admin", "village-cadre"])
    sessions[who] = await signIn(database, who);
});
afterAll(async () => {
  holdToday(null);
  await pool.end();
});
/** Back to 2026, so that each test opens 2027 anew. */
afterEach(() => closeAgain());
async function closeAgain() {
  await database.look("delete from job");
  for (const table of ["household_year", "membership_year", "living_year", "production_year", "livestock"])
    await database.look(`delete from ${table} where year = 2027`);
  await database.look("delete from year_opening_village");
  await database.look("delete from year_opening");
  await database.look("delete from registry_year where year = 2027");
  await database.look("update registry_year set status = 'OPEN' where year = 2026");
  await database.look(
    "update household h set income_per_head_fen = y.income_per_head_fen from household_year y where y.household_id = h.id and y.year = 2026",
  );
}

const ask = () => openYear(as("prefecture-admin"), { year: "2027", sure: "yes" });
const work = (handlers = registryJobs) => workOnce(pool, handlers, quiet);
const years = () => reading(as("prefecture-admin"), (scope) => registryYears(scope, {}));
const open = (id: string) => reading(as("village-cadre"), (scope) => getHousehold(scope, { id }));
const counts = async () =>
  (
    await database.look(
      `select (select count(*)::int from household_year where year = 2027) as homes, (select count(*)::int from membership_year where year = 2027) as people`,
    )
  )[0] as { homes: number; people: number };
const kept = async () =>
  (
    await database.look(
      `select count(distinct h.id)::int as homes, count(m.person_id)::int as people from household h
       join household_year y on y.household_id = h.id and y.year = 2026 left join membership_year m on m.household_id = h.id and m.year = 2026
       where h.status not in ('REMOVED', 'DISSOLVED')`,
    )
  )[0] as { homes: number; people: number };

test("all files that are kept go into the new year with their members; incomes are told anew; the old year stays as it was", async () => {
  const before = await database.look("select * from household_year where year = 2026 order by household_id");
  await ask();
  expect((await years()).opening).toMatchObject({ status: "PREPARING", year: 2027, mine: true });
  await work();
  const all = await years();
  expect(all.openYear).toBe(2027);
  expect(all.opening).toMatchObject({ status: "DONE", ...{ households: (await kept()).homes } });
  expect(await counts()).toEqual(await kept());
  expect(await database.look("select * from household_year where year = 2026 order by household_id")).toEqual(
    before,
  );
  const dawa = await open(households.dawa.id);
  expect(dawa).toMatchObject({ openYear: 2027, incomePerHeadFen: null, memberCount: 4, housingGrade: "A" });
  const roll = await reading(as("village-cadre"), (scope) =>
    householdMembers(scope, { id: households.dawa.id }),
  );
  expect(roll.map(({ relation }) => relation)).toEqual(["HEAD", "SPOUSE", "MOTHER", "SON"]);
  expect(await counts()).toMatchObject({ homes: (await kept()).homes });
  expect(
    await database.look(
      "select household_id from household_year where year = 2027 and household_id = any ($1)",
      [[households.yeshe.id, households.kelsang.id]],
    ),
  ).toEqual([]);
});

/** Stops where a process would have died: after so many villages. */
const dyingAfter = (villages: number): typeof registryJobs => {
  const handler = registryJobs["registry.openYear"]!;
  let left = villages;
  return {
    "registry.openYear": (job) =>
      handler({
        ...job,
        pool: new Proxy(job.pool, {
          get: (target, name) => {
            if (name !== "query") return Reflect.get(target, name);
            return (text: string, values: unknown[]) => {
              if (text.includes("prepare_village") && left-- <= 0) throw new Error("killed");
              return target.query(text, values);
            };
          },
        }),
      }),
  };
};

test("killed halfway nobody sees anything of it; the next worker goes on where it was, and what was written meanwhile comes along", async () => {
  await ask();
  await work(dyingAfter(2));
  expect(await database.look("select division_id from year_opening_village")).toHaveLength(2);
  expect((await counts()).homes).toBeGreaterThan(0);
  const { id } = households.dawa;
  // Half is there, and is not there for anybody.
  expect((await years()).openYear).toBe(2026);
  expect(await open(id)).toMatchObject({ openYear: 2026, memberCount: 4 });
  const seen = await reading(as("village-cadre"), (scope) => householdYears(scope, { id }));
  expect(seen.map(({ year }) => year)).not.toContain(2027);
  // Meanwhile the grandmother of a prepared village is written off, and a neighbor gets an address.
  await database.look(
    "delete from membership_year where household_id = $1 and year = 2026 and relation = 'MOTHER'",
    [id],
  );
  await database.look(
    "update household_year set member_count = 3, address = '新址' where household_id = $1 and year = 2026",
    [id],
  );

  await database.look("update job set run_after = now() - interval '1 second'");
  await work();
  expect(await counts()).toEqual(await kept());
  const [row] = await database.look(
    "select member_count, address from household_year where household_id = $1 and year = 2027",
    [id],
  );
  expect(row).toEqual({ member_count: 3, address: "新址" });
  expect(
    await database.look(
      "select relation from membership_year where household_id = $1 and year = 2027 order by relation",
      [id],
    ),
  ).toEqual([{ relation: "HEAD" }, { relation: "SON" }, { relation: "SPOUSE" }]);
  const then = await reading(as("village-cadre"), (scope) =>
    householdOn(scope, { household: id, on: "2026-06-01" }),
  );
  expect(then).toMatchObject({ year: 2026, place: "雪通村" });
});

/** Everything that a year that was opened leaves behind, but for when and by which job. */
const opened = () =>
  Promise.all([
    ...["household_year", "membership_year", "living_year", "production_year", "livestock"].map((table) =>
      database.look(
        `select to_jsonb(t) as row from ${table} t where year >= 2026 order by to_jsonb(t)::text`,
      ),
    ),
    database.look("select year, status from registry_year order by year"),
    database.look("select id, income_per_head_fen, member_count, status from household order by id"),
    database.look("select year, division_id, households, members from year_opening_village order by 1, 2"),
    database.look("select year, status, households, members from year_opening"),
  ]);

/** Another transaction stands in the way, so that the job is caught in the middle of a statement; then its connection is ended. */
async function endedWhile(statement: string, standingInTheWay: string) {
  const other = new pg.Client({ connectionString: database.owner });
  await other.connect();
  await other.query("begin");
  await other.query(standingInTheWay);
  const working = work();
  const caught = () =>
    database.look<{ pid: number }>(
      "select pid from pg_locks l where not granted and exists (select 1 from pg_stat_activity a where a.pid = l.pid and a.datname = current_database())",
    );
  await expect.poll(async () => (await caught()).length, { timeout: 20_000, interval: 20 }).toBe(1);
  const [{ pid } = { pid: 0 }] = await caught();
  await database.asAdmin(
    `do $$ begin if not exists (select 1 from pg_stat_activity where pid = ${pid} and query like '%${statement}%') then raise exception 'something else waits'; end if; end $$`,
    `select pg_terminate_backend(${pid}, 5000)`,
  );
  await working;
  await other.end();
  await database.look("update job set run_after = now() - interval '1 second'");
}

test("its connection ended in the middle of a village, and again in the middle of the turn: the year that is opened in the end is the same, row by row", {
  timeout: 60_000,
}, async () => {
  await ask();
  await work();
  const whole = await opened();
  expect(whole[0].some(({ row }) => row.year === 2027)).toBe(true);
  await closeAgain();

  await ask();
  const villages = await database.look<{ id: number }>(
    "select distinct division_id as id from household order by 1",
  );
  const third = villages[2]?.id;
  await endedWhile("prepare_village", `insert into year_opening_village values (2027, ${third}, 0, 0)`);
  expect(await database.look("select division_id from year_opening_village order by 1")).toEqual(
    villages.slice(0, 2).map(({ id }) => ({ division_id: id })),
  );
  expect((await years()).openYear).toBe(2026);

  await endedWhile(
    "turn_year",
    "select 1 from household where income_per_head_fen is not null for no key update",
  );
  expect(await database.look("select division_id from year_opening_village")).toHaveLength(villages.length);
  expect((await years()).openYear).toBe(2026);
  expect(await open(households.dawa.id)).toMatchObject({ openYear: 2026 });

  await work();
  expect(await opened()).toEqual(whole);
});

test("cancelled it leaves nothing but the line that says so, and can be asked for again", async () => {
  await ask();
  await work(dyingAfter(1));
  await cancelOpening(as("prefecture-admin"), { year: "2027" });
  await database.look("update job set run_after = now() - interval '1 second'");
  await work();
  expect(await counts()).toEqual({ homes: 0, people: 0 });
  expect((await years()).opening).toMatchObject({ status: "CANCELLED" });
  expect(await database.look("select year from registry_year where year = 2027")).toEqual([]);
  await ask();
  await work();
  expect((await years()).openYear).toBe(2027);
});

test("only the prefecture opens a year, the next one, once, after the autumn began, and having read what it means", async () => {
  for (const [input, key] of [
    [{ year: "2028", sure: "yes" }, "registry.notNext"],
    [{ year: "2026", sure: "yes" }, "registry.notNext"],
  ] as const)
    await expect(openYear(as("prefecture-admin"), input)).rejects.toMatchObject({ words: { key } });
  await expect(openYear(as("prefecture-admin"), { year: "2027" })).rejects.toMatchObject({
    fields: { sure: expect.anything() },
  });
  await expect(openYear(as("county-admin"), { year: "2027", sure: "yes" })).rejects.toMatchObject({
    code: "not-found",
  });
  holdToday("2026-09-30");
  await expect(ask()).rejects.toMatchObject({ words: { key: "registry.tooEarly" } });
  holdToday(WORLD_TODAY);
  await ask();
  await expect(ask()).rejects.toMatchObject({ words: { key: "registry.openingAlready" } });
});

test("whoever lost the right meanwhile opens nothing", async () => {
  await ask();
  await database.look("update role_grant set to_at = now() where role = 'PREFECTURE_ADMIN'");
  await work();
  await database.look("update role_grant set to_at = null where role = 'PREFECTURE_ADMIN'");
  expect((await years()).openYear).toBe(2026);
  expect(await counts()).toEqual({ homes: 0, people: 0 });
});
