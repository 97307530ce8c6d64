/**
 * targets.settle: what a merger, a move or a split left behind in the targets of a year is settled in one deed. Carried along: a number
 * goes with its cases, up to the nearest unit above both places; a share of what was merged away ends, one of what was split holds for both.
 */
import { may } from "#lib/domains/accounts/roles.ts";

import { isCount } from "#lib/indicators/indicator.ts";
import { catalogOf } from "#lib/indicators/versions.ts";
import { command } from "#lib/platform/command.ts";
import type { Work } from "#lib/platform/scope.ts";
import { SettleTargets } from "../input.ts";
import { type Drift, driftOf } from "../inside/drift.ts";
import { apportion } from "../target.ts";

export const settleTargets = command({
  name: "targets.settle",
  tells: "target.settled",
  input: SettleTargets,
  subject: (work, { event, year }) => driftOf(work, event, year),
  may: (viewer, drift) => may(viewer, "target.edit", drift.top),
  run: async (work, { event, year, deed }, drift) => {
    if (deed === "CARRIED") for (const goal of drift.goals) await carry(work, drift, year, goal);
    await work.sql`insert into target_settlement (event_id, year, division_id, deed, account_id, account_name)
      values (${event}::uuid, ${year}, ${drift.top}, ${deed}, ${work.viewer.accountId}, ${work.viewer.name})`;
    return { unit: drift.top, year, carried: deed === "CARRIED" };
  },
  fact: ({ unit, year, carried }, { event }) => ({
    ...{ subject: `target:${event}`, division: unit, year, carried },
  }),
});

async function carry(work: Work, drift: Drift, year: number, goal: { indicator: string; value: number }) {
  const { indicator, value } = goal;
  const counts = isCount((await catalogOf(work)).known(indicator) ?? {});
  const put = (unit: number, now: number | null) => write(work, { indicator, unit, year }, now);
  const { node, other, kind } = drift;
  if (kind === "SPLIT") {
    const [kept, made] = counts ? apportion(value, await householdsOf(work, [node, other])) : [value, value];
    await put(node, kept ?? null);
    await put(other, made ?? null);
    return;
  }
  if (kind === "MERGE") {
    await put(node, null);
    if (counts) await put(other, ((await goalNow(work, indicator, other, year)) ?? 0) + value);
  }
  if (!counts) return;
  for (const unit of await between(work, drift.from, drift.top))
    await add(work, { indicator, unit, year }, -value);
  for (const unit of await between(work, drift.to, drift.top))
    await add(work, { indicator, unit, year }, value);
}

type Key = { indicator: string; unit: number; year: number };

async function goalNow({ sql }: Work, indicator: string, unit: number, year: number): Promise<number | null> {
  const [row] = await sql<{ value: number }>`
    select value::int as value from target where indicator = ${indicator} and division_id = ${unit} and year = ${year} for update`;
  return row?.value ?? null;
}

/** A unit that has no number of its own gets none. */
async function add(work: Work, key: Key, by: number) {
  const before = await goalNow(work, key.indicator, key.unit, key.year);
  if (before !== null) await write(work, key, Math.max(0, before + by));
}

async function write(work: Work, { indicator, unit, year }: Key, now: number | null) {
  const before = await goalNow(work, indicator, unit, year);
  if (before === now) return;
  if (now === null)
    await work.sql`delete from target where indicator = ${indicator} and division_id = ${unit} and year = ${year}`;
  else
    await work.sql`insert into target (indicator, division_id, year, value, account_id) values (${indicator}, ${unit}, ${year}, ${now}, ${work.viewer.accountId})
      on conflict (indicator, division_id, year) do update set value = excluded.value, account_id = excluded.account_id, set_at = now()`;
  work.note({
    ...{ entity: "target", entityId: `${indicator}:${unit}:${year}`, divisionId: unit },
    ...{
      field: "value",
      old: before === null ? null : String(before),
      new: now === null ? null : String(now),
    },
  });
}

/** A unit and those above it, below the top. */
async function between({ sql }: Work, unit: number, top: number): Promise<number[]> {
  const rows = await sql<{ id: number }>`
    select c.ancestor_id as id from division_closure c where c.node_id = ${unit} and c.to_on is null
      and exists (select 1 from division_closure u where u.node_id = c.ancestor_id and u.ancestor_id = ${top} and u.to_on is null and u.depth > 0)`;
  return rows.map(({ id }) => id);
}

async function householdsOf({ sql }: Work, units: number[]): Promise<number[]> {
  const rows = await sql<{ id: number; n: number }>`
    select c.ancestor_id as id, count(h.id)::int as n from division_closure c join household h on h.division_id = c.node_id
    where c.ancestor_id = any (${units}::int[]) and c.to_on is null group by c.ancestor_id`;
  return units.map((unit) => rows.find(({ id }) => id === unit)?.n ?? 0);
}
