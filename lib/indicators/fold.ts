/**
 * Keeps the roll-ups equal to a recount: takes the marks, counts their cells again, sums the ancestors by the tree of the period's day.
 * Runs as app_job. Marks are deleted before counting, in one transaction: a deed that commits later has a mark of its own.
 */
import type pg from "pg";
import type { Period } from "#lib/base/period.ts";
import { today as todayInBeijing } from "#lib/platform/clock.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";
import { dropLeavesOfClosed } from "./closed-leaves.ts";
import { type Leaf, leavesAtNodes, type Run } from "./count.ts";
import { countedBy, digestOfDeclarations, noteCountedBy } from "./declarations.ts";
import { spanOf } from "./fact.ts";
import type { Ratio } from "./indicator.ts";
import { type Cause, keptCells, keptPeriods, type Mark, staleCells } from "./stale.ts";
import type { Catalog } from "./version.ts";
import { readCatalog, registerDeclarations } from "./versions.ts";

/** One fold at a time, whatever process runs it. */
const FOLD_LOCK = 334_001;

const runOn =
  (client: pg.ClientBase): Run =>
  async <Row>(fragment: Fragment) =>
    (await client.query(fragment.text, [...fragment.values])).rows as Row[];

/** Works alone on the figures, in one transaction. */
export async function inFold<T>(pool: pg.Pool, work: (run: Run) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock($1)", [FOLD_LOCK]);
    const value = await work(runOn(client));
    await client.query("commit");
    return value;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/**
 * Asks each question once: a stock as of today is the same in the running month, quarter and year. For the cells of one fold alone,
 * whose marks are gone before it counts; what is written in between marks its cells anew.
 */
function askedOnce(run: Run): Run {
  const answers = new Map<string, Promise<unknown[]>>();
  return <Row>(fragment: Fragment) => {
    const question = JSON.stringify([fragment.text, fragment.values], (_key, value) =>
      typeof value === "bigint" ? String(value) : value,
    );
    const known = answers.get(question) ?? run(fragment);
    answers.set(question, known);
    return known as Promise<Row[]>;
  };
}

/** One indicator in one period, to be counted again for a reason. */
type Cell = { indicator: Ratio; period: Period; closed: boolean; causes: Cause[] };

/** Counts a cell again: at the given nodes and all above them, or everywhere. */
async function recount(
  run: Run,
  cell: Cell,
  today: string,
  nodes: number[] | null,
  ask = run,
): Promise<void> {
  const { indicator, period } = cell;
  await countLeaves(run, cell, today, nodes, ask);
  const { asOf } = spanOf(period, today);
  const above =
    nodes === null
      ? sql`select id from division`
      : sql`select distinct ancestor_id as id from division_closure where node_id = any (${nodes}::int[]) and from_on <= ${asOf}::date and (to_on is null or to_on > ${asOf}::date)`;
  await run(sql`insert into rollup (indicator, period, division_id, numerator, denominator, as_of)
    select ${indicator.id}, ${period}, a.id, coalesce(sum(l.numerator), 0), coalesce(sum(l.denominator), 0), ${asOf}::date
    from (${above}) a
    left join division_closure c on c.ancestor_id = a.id and c.from_on <= ${asOf}::date and (c.to_on is null or c.to_on > ${asOf}::date)
    left join rollup_leaf l on l.division_id = c.node_id and l.indicator = ${indicator.id} and l.period = ${period}
    group by a.id
    on conflict (indicator, division_id, period) do update
      set numerator = excluded.numerator, denominator = excluded.denominator, as_of = excluded.as_of`);
}

/** What hangs on the nodes themselves; of a closed period what has changed is written beside what was told. */
async function countLeaves(
  run: Run,
  { indicator, period, closed, causes }: Cell,
  today: string,
  nodes: number[] | null,
  ask: Run,
): Promise<void> {
  const span = spanOf(period, today);
  const counted: Leaf[] = await leavesAtNodes(ask, indicator, span, nodes);
  const here = nodes === null ? sql`true` : sql`division_id = any (${nodes}::int[])`;
  const old = sql`delete from rollup_leaf where indicator = ${indicator.id} and period = ${period} and ${here}`;
  await run(closed ? dropLeavesOfClosed(old, { indicator: indicator.id, period, counted, causes }) : old);
  await run(sql`insert into rollup_leaf (indicator, period, division_id, numerator, denominator, as_of, waiting_since, never)
    select ${indicator.id}, ${period}, t.node, t.part, t.whole, ${span.asOf}::date, t.since, t.never
    from unnest(${counted.map((one) => one.divisionId)}::int[], ${counted.map((one) => one.part)}::bigint[], ${counted.map((one) => one.whole)}::bigint[],
      ${counted.map((one) => one.since)}::date[], ${counted.map((one) => one.never)}::bigint[]) as t(node, part, whole, since, never)`);
}

/** Sums the leaves of all periods of an indicator at once, of which no sum is there: from each leaf up, and 0 of 0 wherever none hangs. */
async function sumEverywhere(run: Run, indicator: string, periods: Period[], today: string): Promise<void> {
  const days = periods.map((period) => spanOf(period, today).asOf);
  await run(sql`with asked as (select * from unnest(${periods}::text[], ${days}::date[]) as t(period, as_of)),
    sums as (select a.period, c.ancestor_id, sum(l.numerator) as part, sum(l.denominator) as whole
      from asked a join rollup_leaf l on l.indicator = ${indicator} and l.period = a.period
      join division_closure c on c.node_id = l.division_id and c.from_on <= a.as_of and (c.to_on is null or c.to_on > a.as_of) group by 1, 2)
    insert into rollup (indicator, period, division_id, numerator, denominator, as_of)
    select ${indicator}, a.period, d.id, coalesce(s.part, 0), coalesce(s.whole, 0), a.as_of
    from division d cross join asked a left join sums s on s.period = a.period and s.ancestor_id = d.id order by d.id`);
}

/** The day that this process last folded on: the first marks of a new day find the open periods counted for it. */
let foldedOn: string | null = null;

/** Folds all marks there are; gives how many it took. */
export const foldMarks = (pool: pg.Pool, today = todayInBeijing()): Promise<number> =>
  inFold(pool, (run) => foldWithin(run, today));

export async function foldWithin(run: Run, today: string): Promise<number> {
  const marks = await run<Mark>(
    sql`delete from rollup_mark returning fact, division_id as "divisionId", from_on::text as "fromOn", to_on::text as "toOn"`,
  );
  if (marks.length === 0) return 0;
  const catalog = await readCatalog(run);
  // Else an ancestor would be summed today from leaves of yesterday.
  if (foldedOn !== today) await countNewDay(run, today, catalog);
  foldedOn = today;
  const ask = askedOnce(run);
  for (const { indicator, period, nodes, causes } of staleCells(marks, today, catalog))
    await recount(
      run,
      { indicator, period, closed: catalog.isClosed(indicator.id, period), causes },
      today,
      nodes,
      ask,
    );
  return marks.length;
}

/** At midnight the open periods are a day older: what depends on dates is counted again. Does nothing when that is done. */
export const foldNewDay = (pool: pg.Pool, today = todayInBeijing()): Promise<number> =>
  inFold(pool, async (run) => countNewDay(run, today, await readCatalog(run)));

/** Counts a cell where its roll-up is not there, or true for another day than its last. */
export async function bringUpToDate(
  run: Run,
  indicator: Ratio,
  period: Period,
  today: string,
  closed: boolean,
) {
  const { asOf } = spanOf(period, today);
  // A deed of the new day that was folded before has brought its own places up to date, and nobody else's.
  const [kept] = await run<{ n: number; older: number }>(
    sql`select count(*)::int as n, count(*) filter (where as_of <> ${asOf}::date)::int as older from rollup where indicator = ${indicator.id} and period = ${period}`,
  );
  if (kept && kept.n > 0 && kept.older === 0) return false;
  const causes = [{ fact: "newDay", node: null }];
  await recount(run, { indicator, period, closed, causes }, today, null);
  return true;
}

/** Counts the last two periods of each kind as of today, where they are not yet. */
export async function countNewDay(run: Run, today: string, catalog: Catalog): Promise<number> {
  const latest = new Set(
    (["month", "quarter", "year"] as const).flatMap((kind) => keptPeriods(kind, today).slice(-2)),
  );
  let counted = 0;
  for (const { indicator, period } of keptCells(today, catalog)) {
    if (!latest.has(period)) continue;
    if (await bringUpToDate(run, indicator, period, today, catalog.isClosed(indicator.id, period)))
      counted += 1;
  }
  return counted;
}

/** Counts every kept cell from rows: after a bulk load, and as the yardstick that folding is held against. */
export const rebuildAll = (pool: pg.Pool, today = todayInBeijing()): Promise<void> =>
  inFold(pool, async (run) => {
    await registerDeclarations(run, today);
    const catalog = await readCatalog(run);
    await recountAll(run, today, catalog, null);
    await noteCountedBy(run, await digestOfDeclarations(run, catalog), today);
  });

/** Counts anew what was counted by other declarations or facts than today's; gives whether there was any. */
export function recountIfDeclaredAnew(pool: pg.Pool, today = todayInBeijing()): Promise<boolean> {
  return inFold(pool, async (run) => {
    await registerDeclarations(run, today);
    const catalog = await readCatalog(run);
    const [now, before] = [await digestOfDeclarations(run, catalog), await countedBy(run)];
    const all = before === null || before.facts !== now.facts;
    const ids = new Set([...Object.keys(now.declared), ...Object.keys(before?.declared ?? {})]);
    const other = [...ids].filter((id) => before?.declared[id] !== now.declared[id]);
    if (!all && other.length === 0) return false;
    await recountAll(run, today, catalog, all ? null : other);
    await noteCountedBy(run, now, today);
    return true;
  });
}

/** `only` null = every indicator there is, and nothing of one that is there no more. */
async function recountAll(run: Run, today: string, catalog: Catalog, only: string[] | null): Promise<void> {
  const cells = keptCells(
    today,
    catalog,
    only?.filter((id) => catalog.ids.includes(id)),
  ).map((cell) => ({
    ...cell,
    closed: catalog.isClosed(cell.indicator.id, cell.period),
    causes: [{ fact: "program", node: null }],
  }));
  const mine = only ? sql`indicator = any (${only}::text[])` : sql`true`;
  if (!only) await run(sql`delete from rollup_mark`);
  await run(sql`delete from rollup where ${mine}`);
  // What hangs below a closed figure stays until it is counted again, so that the difference is seen.
  const held = cells.filter(({ closed }) => closed);
  await run(sql`delete from rollup_leaf l where ${mine} and not exists (
    select 1 from unnest(${held.map(({ indicator }) => indicator.id)}::text[], ${held.map(({ period }) => period)}::text[]) as h(indicator, period)
    where h.indicator = l.indicator and h.period = l.period)`);
  const ask = askedOnce(run);
  for (const cell of cells) await countLeaves(run, cell, today, null, ask);
  for (const id of new Set(cells.map(({ indicator }) => indicator.id)))
    await sumEverywhere(
      run,
      id,
      cells.filter(({ indicator }) => indicator.id === id).map(({ period }) => period),
      today,
    );
}
