/**
 * Keeps the roll-ups equal to a recount: takes the marks, counts their cells again, sums the ancestors by the tree of the period's day.
 * Runs as app_job. Marks are deleted before counting, in one transaction: a deed that commits later has a mark of its own.
 */
import type pg from "pg";
import type { Period } from "#lib/base/period.ts";
import { today as todayInBeijing } from "#lib/platform/clock.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";
import { INDICATORS } from "./catalog.ts";
import { type Leaf, leavesAtNodes, type Run } from "./count.ts";
import { countedBy, digestOfDeclarations, noteCountedBy } from "./declarations.ts";
import { spanOf } from "./fact.ts";
import type { Ratio } from "./indicator.ts";
import { keptPeriods, type Mark, staleCells } from "./stale.ts";

/** One fold at a time, whatever process runs it. */
const FOLD_LOCK = 334_001;

const runOn =
  (client: pg.ClientBase): Run =>
  async <Row>(fragment: Fragment) =>
    (await client.query(fragment.text, [...fragment.values])).rows as Row[];

async function inFold<T>(pool: pg.Pool, work: (run: Run) => Promise<T>): Promise<T> {
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

/** Counts the cells of one indicator and period again: at the given nodes and all above them, or everywhere. */
async function recount(
  run: Run,
  indicator: Ratio,
  period: Period,
  today: string,
  nodes: number[] | null,
  ask = run,
): Promise<void> {
  await countLeaves(run, indicator, period, today, nodes, ask);
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

/** What hangs on the nodes themselves. */
async function countLeaves(
  run: Run,
  indicator: Ratio,
  period: Period,
  today: string,
  nodes: number[] | null,
  ask: Run,
): Promise<void> {
  const span = spanOf(period, today);
  const counted: Leaf[] = await leavesAtNodes(ask, indicator, span, nodes);
  const here = nodes === null ? sql`true` : sql`division_id = any (${nodes}::int[])`;
  await run(
    sql`delete from rollup_leaf where indicator = ${indicator.id} and period = ${period} and ${here}`,
  );
  await run(sql`insert into rollup_leaf (indicator, period, division_id, numerator, denominator, as_of, waiting_since, never)
    select ${indicator.id}, ${period}, t.node, t.part, t.whole, ${span.asOf}::date, t.since, t.never
    from unnest(${counted.map((one) => one.divisionId)}::int[], ${counted.map((one) => one.part)}::bigint[], ${counted.map((one) => one.whole)}::bigint[],
      ${counted.map((one) => one.since)}::date[], ${counted.map((one) => one.never)}::bigint[]) as t(node, part, whole, since, never)`);
}

/** Sums the leaves of all periods of an indicator at once, of which no sum is there: from each leaf up, and 0 of 0 wherever none hangs. */
async function sumEverywhere(run: Run, indicator: Ratio, periods: Period[], today: string): Promise<void> {
  const days = periods.map((period) => spanOf(period, today).asOf);
  await run(sql`with asked as (select * from unnest(${periods}::text[], ${days}::date[]) as t(period, as_of)),
    sums as (select a.period, c.ancestor_id, sum(l.numerator) as part, sum(l.denominator) as whole
      from asked a join rollup_leaf l on l.indicator = ${indicator.id} and l.period = a.period
      join division_closure c on c.node_id = l.division_id and c.from_on <= a.as_of and (c.to_on is null or c.to_on > a.as_of) group by 1, 2)
    insert into rollup (indicator, period, division_id, numerator, denominator, as_of)
    select ${indicator.id}, a.period, d.id, coalesce(s.part, 0), coalesce(s.whole, 0), a.as_of
    from division d cross join asked a left join sums s on s.period = a.period and s.ancestor_id = d.id order by d.id`);
}

/** The day that this process last folded on: the first marks of a new day find the open periods counted for it. */
let foldedOn: string | null = null;

/** Folds all marks there are; gives how many it took. */
export function foldMarks(pool: pg.Pool, today = todayInBeijing()): Promise<number> {
  return inFold(pool, async (run) => {
    const marks = await run<Mark>(
      sql`delete from rollup_mark returning fact, division_id as "divisionId", from_on::text as "fromOn", to_on::text as "toOn"`,
    );
    if (marks.length === 0) return 0;
    // Else an ancestor would be summed today from leaves of yesterday.
    if (foldedOn !== today) await countNewDay(run, today);
    foldedOn = today;
    const ask = askedOnce(run);
    for (const { indicator, period, nodes } of staleCells(marks, today))
      await recount(run, indicator, period, today, nodes, ask);
    return marks.length;
  });
}

/** At midnight the open periods are a day older: what depends on dates is counted again. Does nothing when that is done. */
export const foldNewDay = (pool: pg.Pool, today = todayInBeijing()): Promise<number> =>
  inFold(pool, (run) => countNewDay(run, today));

async function countNewDay(run: Run, today: string): Promise<number> {
  let counted = 0;
  for (const indicator of INDICATORS) {
    for (const kind of indicator.periods) {
      for (const period of keptPeriods(kind, today).slice(-2)) {
        const { asOf } = spanOf(period, today);
        // A deed of the new day that was folded before has brought its own places up to date, and nobody else's.
        const [kept] = await run<{ n: number; older: number }>(
          sql`select count(*)::int as n, count(*) filter (where as_of <> ${asOf}::date)::int as older from rollup where indicator = ${indicator.id} and period = ${period}`,
        );
        if (kept && kept.n > 0 && kept.older === 0) continue;
        await recount(run, indicator, period, today, null);
        counted += 1;
      }
    }
  }
  return counted;
}

/** Counts every kept cell from rows: after a bulk load, and as the yardstick that folding is held against. */
export const rebuildAll = (pool: pg.Pool, today = todayInBeijing()): Promise<void> =>
  inFold(pool, async (run) => recountAll(run, today, await digestOfDeclarations(run)));

/** Counts everything anew when the roll-ups were counted by other declarations than today's; gives whether it did. */
export function recountIfDeclaredAnew(pool: pg.Pool, today = todayInBeijing()): Promise<boolean> {
  return inFold(pool, async (run) => {
    const digest = await digestOfDeclarations(run);
    if (digest === (await countedBy(run))) return false;
    await recountAll(run, today, digest);
    return true;
  });
}

async function recountAll(run: Run, today: string, digest: string): Promise<void> {
  await run(sql`delete from rollup_mark`);
  await run(sql`delete from rollup`);
  await run(sql`delete from rollup_leaf`);
  const ask = askedOnce(run);
  for (const indicator of INDICATORS) {
    const periods = indicator.periods.flatMap((kind) => keptPeriods(kind, today));
    for (const period of periods) await countLeaves(run, indicator, period, today, null, ask);
    await sumEverywhere(run, indicator, periods, today);
  }
  await noteCountedBy(run, digest, today);
}
