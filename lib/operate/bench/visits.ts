// Saving visits as phones do, ten at once, and whether the roll-ups follow within seconds and equal a recount.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { rebuildAll } from "#lib/indicators/fold.ts";
import { today } from "#lib/platform/clock.ts";
import { race } from "./measure.ts";
import type { Ground } from "./pages.ts";
import { formOn } from "./visitor.ts";

const FOLDED_WITHIN_MS = 5000;
/** A place that is new has no cell yet where nothing hangs on it: 0 of 0 is the same. */
const ALL = `select indicator, period, division_id, numerator::int, denominator::int, as_of::text from rollup
  where numerator <> 0 or denominator <> 0 order by 1, 2, 3`;

export async function measureVisits(ground: Ground, owner: pg.Pool): Promise<void> {
  const { app, thin, askers, report } = ground;
  const { session, accountId, unit } = askers.village;
  const households = (
    await owner.query<{ id: string }>(
      "select id from household where division_id = $1 order by household_no",
      [unit],
    )
  ).rows.map((row) => row.id);
  const page = `/visits/new?household=${households[0]}`;
  const form = formOn((await app.get(page)).text, 'name="situation"');
  let turn = 0;
  const next = () => households[turn++ % households.length]!;
  const typed = () => ({
    ...form,
    id: randomUUID(),
    householdId: next(),
    visitedOn: today(),
    situation: "NORMAL",
    kind: "HOME",
    metWith: "HEAD",
    standInReason: "bench",
  });
  const save = async () => {
    const answer = await app.post(page, typed());
    if (answer.status !== 303) throw new Error(`saving a visit answers ${answer.status}`);
    return undefined;
  };
  const least = async () => {
    const answer = await thin.get(
      `/store?token=${session.token}&id=${randomUUID()}&household=${next()}&on=${today()}&account=${accountId}`,
    );
    if (answer.status !== 200) throw new Error(answer.text);
    return undefined;
  };
  const times = await race(
    [
      { name: "ours", once: save },
      { name: "thin", once: least },
    ],
    { at: 10 },
  );
  report.add({
    goal: "G8",
    what: "visits saved a second, ten phones, to thin inserts",
    ours: times.ours!.perSecond,
    floor: times.thin!.perSecond,
    unit: "/s",
    limit: 0.0725,
    atLeast: true,
    note: `p95 ${times.ours!.p95.toFixed(0)} ms; limit: twice the peer's to its thin (2 × 91.8 / 2531)`,
  });
  await rollUpsFollow(ground, owner);
}

/** Waits until no mark is left, then compares every kept cell with a recount of everything. */
export async function rollUpsFollow({ report }: Pick<Ground, "report">, owner: pg.Pool): Promise<void> {
  const began = performance.now();
  const marks = async () =>
    (await owner.query<{ n: number }>("select count(*)::int as n from rollup_mark")).rows[0]!.n;
  while ((await marks()) > 0 && performance.now() - began < 60_000) await sleep(50);
  const took = performance.now() - began;
  report.add({
    goal: "G8",
    what: "roll-ups current after the last deed",
    ours: took,
    floor: FOLDED_WITHIN_MS,
    unit: "ms",
    limit: 1,
  });
  report.add({
    goal: "G8",
    what: "cells that differ from a recount",
    ours: await cellsApart(owner),
    floor: 1,
    unit: "",
    limit: 0,
  });
}

export async function cellsApart(owner: pg.Pool): Promise<number> {
  const look = async () => new Set((await owner.query(ALL)).rows.map((row) => JSON.stringify(row)));
  const kept = await look();
  await rebuildAll(owner);
  const counted = await look();
  const lacking = (from: Set<string>, rows: Set<string>) => [...rows].filter((row) => !from.has(row)).length;
  return Math.max(lacking(kept, counted), lacking(counted, kept));
}
