// Whatever is listed, filled, given back, corrected and ended: on no day more places are filled than wanted, and every number equals its rows.
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "#lib/base/calendar.ts";
import { endTalent } from "#lib/domains/talent/commands/end-talent.ts";
import { fillPlace, releasePlace } from "#lib/domains/talent/commands/fill-place.ts";
import { correctDemand, listDemand } from "#lib/domains/talent/commands/list-demand.ts";
import { registerTalent } from "#lib/domains/talent/commands/register-talent.ts";
import { listTalents } from "#lib/domains/talent/queries/list-talents.ts";
import { talentOverview } from "#lib/domains/talent/queries/overview.ts";
import { CHANNELS, STREAM_OF, STREAMS, TALENT_KINDS } from "#lib/domains/talent/talent.ts";
import { indicatorById } from "#lib/indicators/catalog.ts";
import { readFigures } from "#lib/indicators/figures.ts";
import { foldMarks } from "#lib/indicators/fold.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { Problem } from "#lib/platform/problem.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const jobs: pg.Pool = openJobPool(database.job, 1);
const { divisions: at, accounts } = world;
const RUNS = Number(process.env.TALENT_RUNS ?? 8);
const FIRST = addDays(WORLD_TODAY, -60);
let keeper: Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  keeper = await signIn(database, accounts.organizer.username);
});
afterAll(async () => {
  holdToday(null);
  await jobs.end();
});

const ago = fc.nat({ max: 60 }).map((days) => addDays(WORLD_TODAY, -days));
const nth = fc.nat({ max: 5 });
const place = fc.constantFrom(at.jitang.id, at.chaya.id, at.wangda.id);
const deed = fc.oneof(
  fc.record({
    do: fc.constant("serve" as const),
    place,
    channel: fc.constantFrom(...CHANNELS),
    kind: fc.constantFrom(...TALENT_KINDS),
    day: ago,
  }),
  fc.record({ do: fc.constant("list" as const), place, wanted: fc.integer({ min: 1, max: 3 }), day: ago }),
  fc.record({ do: fc.constant("fill" as const), demand: nth, talent: nth, day: ago }),
  fc.record({ do: fc.constant("fill" as const), demand: nth, talent: nth, day: ago }),
  fc.record({ do: fc.constant("release" as const), filling: nth, day: ago }),
  fc.record({ do: fc.constant("want" as const), demand: nth, wanted: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant("end" as const), talent: nth, day: ago }),
  fc.record({ do: fc.constant("fold" as const) }),
);
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never;
type Row = { id: string; version: number; from: string };

async function perform(one: Deed, said: { names: number }): Promise<unknown> {
  const pick = async (table: string, at: number) => {
    const rows = await database.look<Row>(
      `select id, ${table === "talent_filling" ? "1" : "version"} as version, from_on::text as "from" from ${table} order by created_at desc, id limit 6`,
    );
    return rows[at % rows.length]!;
  };
  switch (one.do) {
    case "serve":
      said.names += 1;
      return registerTalent(keeper, {
        id: randomUUID(),
        divisionId: one.place,
        personId: "NEW",
        newName: `来人${said.names}`,
        newUnit: `单位${said.names}`,
        channel: one.channel,
        kind: one.kind,
        unitName: "某单位",
        fromOn: one.day,
      });
    case "list":
      return listDemand(keeper, {
        id: randomUUID(),
        divisionId: one.place,
        unitName: "某单位",
        post: "某岗位",
        kind: "URGENT",
        wanted: String(one.wanted),
        fromOn: one.day,
      });
    case "fill": {
      const [demand, talent] = [await pick("talent_demand", one.demand), await pick("talent", one.talent)];
      return fillPlace(keeper, { id: demand.id, talentId: talent.id, fromOn: one.day });
    }
    case "release": {
      const filling = await pick("talent_filling", one.filling);
      return releasePlace(keeper, { filling: filling.id, toOn: one.day, why: "调走" });
    }
    case "want": {
      const demand = await pick("talent_demand", one.demand);
      return correctDemand(keeper, {
        id: demand.id,
        version: demand.version,
        unitName: "某单位",
        post: "某岗位",
        kind: "URGENT",
        wanted: String(one.wanted),
        fromOn: demand.from,
      });
    }
    case "end": {
      const talent = await pick("talent", one.talent);
      return endTalent(keeper, { id: talent.id, version: talent.version, toOn: one.day });
    }
    case "fold":
      return foldMarks(jobs, WORLD_TODAY);
  }
}

test("on no day more places than wanted; streams add up to rows; figures to a recount, folded or not", {
  timeout: RUNS * 30_000,
}, async () => {
  const said = { names: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 8, maxLength: 30 }), ago, async (deeds, day) => {
      for (const one of deeds)
        await perform(one, said).catch((error: unknown) => {
          // A rule may say no, and nothing else may.
          if (!(error instanceof Problem && ["rule", "invalid", "conflict"].includes(error.code)))
            throw error;
        });
      const over = await database.look(
        `select d.id, day::date from generate_series($1::date, $2::date, interval '1 day') day
         join talent_demand d on true join talent_filling f on f.demand_id = d.id and f.from_on <= day and (f.to_on is null or f.to_on > day)
         group by 1, 2, d.wanted having count(*) > d.wanted`,
        [FIRST, WORLD_TODAY],
      );
      expect(over).toEqual([]);
      await everyNumberIsItsRows(day);
      await figuresAreRecounts();
      await foldMarks(jobs, WORLD_TODAY);
      await figuresAreRecounts();
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
});

async function everyNumberIsItsRows(on: string) {
  await reading(keeper, async (scope) => {
    const { counts } = await talentOverview(scope, { on });
    for (const stream of STREAMS)
      for (const channel of CHANNELS) {
        const { total, rows } = await listTalents(scope, { on, stream, channel });
        const told = counts
          .filter((one) => one.stream === stream && one.channel === channel)
          .reduce((sum, { n }) => sum + n, 0);
        expect([stream, channel, told]).toEqual([stream, channel, total]);
        expect(rows.every((row) => row.program !== null || STREAM_OF[row.channel] === row.stream)).toBe(true);
      }
  });
}

/** By plain loops over the raw rows, sharing no line with the engine. */
async function figuresAreRecounts() {
  const days = `from_on::text as "from", coalesce(to_on::text, '9999') as "to"`;
  type Spell = { id: string; of: string; at: number; n: number; from: string; to: string };
  const on = (row: Spell) => row.from <= WORLD_TODAY && row.to > WORLD_TODAY;
  const talents = await database.look<Spell>(
    `select id, '' as of, division_id as at, 1 as n, ${days} from talent`,
  );
  const demands = await database.look<Spell>(
    `select id, '' as of, division_id as at, wanted as n, ${days} from talent_demand`,
  );
  const fillings = await database.look<Spell>(
    `select id, demand_id::text as of, division_id as at, 1 as n, ${days} from talent_filling`,
  );
  const under: Record<number, number[]> = {
    [at.jitang.id]: [4, 8, 9],
    [at.chaya.id]: [2, 4, 5, 8, 9, 10, 11],
    [at.prefecture.id]: Object.values(at).map(({ id }) => id),
  };
  const indicators = [indicatorById("F3.3")!, indicatorById("F3.6")!];
  const units = Object.keys(under).map(Number);
  const figures = await reading(keeper, (scope) =>
    readFigures(scope, { indicators, units, periods: ["2026-11"] }),
  );
  for (const unit of units) {
    const here = (row: Spell) => on(row) && under[unit]!.includes(row.at);
    const listed = demands.filter(here);
    const filled = fillings.filter((row) => here(row) && listed.some(({ id }) => id === row.of)).length;
    expect({ unit, ...figures.of("F3.3", unit, "2026-11") }).toEqual({
      unit,
      part: filled,
      whole: listed.reduce((sum, { n }) => sum + n, 0),
    });
    const serving = talents.filter(here).length;
    expect({ unit, ...figures.of("F3.6", unit, "2026-11") }).toEqual({ unit, part: serving, whole: serving });
  }
}
