/**
 * By which declarations the roll-ups were counted. A digest of all that decides a figure is kept beside them, so that a program
 * with another declaration, another reading of a period or another fact function counts anew before it shows anything.
 */
import { createHash } from "node:crypto";
import type { Period } from "#lib/base/period.ts";
import { sql } from "#lib/platform/sql.ts";
import { INDICATORS } from "./catalog.ts";
import { leafSql, type Run } from "./count.ts";
import { spanOf } from "./fact.ts";

/** Ended, running in its first month, running later: each is read in its own way. */
const SAMPLES: [Period, string][] = [
  ["2026-06", "2026-11-25"],
  ["2026-11", "2026-11-25"],
  ["2026Q4", "2026-10-10"],
  ["2026Q4", "2026-11-25"],
  ["2026", "2026-11-25"],
];

/** The facts are functions of the database and change by migrations. */
const FACT_FUNCTIONS = sql`select proname || ' ' || prosrc as source from pg_proc
  where pronamespace in ('public'::regnamespace, 'sec'::regnamespace) and (proname like 'fact\\_%' or proname like 'roster\\_%' or proname in ('visit_dues', 'policy_period_end', 'trained_of', 'village_on', 'population_year', 'quality_since'))
  order by proname collate "C", prosrc collate "C"`;

export async function digestOfDeclarations(run: Run): Promise<string> {
  const declared = INDICATORS.map((indicator) => {
    const counted = SAMPLES.map(([period, today]) => leafSql(indicator, spanOf(period, today), null));
    return [indicator.id, indicator.periods, counted.map(({ text, values }) => [text, values])];
  });
  const functions = await run<{ source: string }>(FACT_FUNCTIONS);
  return createHash("sha256")
    .update(JSON.stringify([declared, functions.map(({ source }) => source)]))
    .digest("hex");
}

export async function countedBy(run: Run): Promise<string | null> {
  const [noted] = await run<{ digest: string | null }>(
    sql`select value ->> 'digest' as digest from setting where key = 'counted-by' order by from_on desc limit 1`,
  );
  return noted?.digest ?? null;
}

/** Dated like every setting: the rows tell from which day on figures were counted in which way. */
export async function noteCountedBy(run: Run, digest: string, today: string): Promise<void> {
  await run(sql`insert into setting (key, from_on, value) values ('counted-by', ${today}::date, jsonb_build_object('digest', ${digest}::text))
    on conflict (key, from_on) do update set value = excluded.value`);
}
