/**
 * By which declarations the roll-ups were counted. Digests of all that decides a figure are kept beside them, so that a program
 * with another declaration, another reading of a period or another fact function counts anew what it concerns before it shows anything.
 */
import { createHash } from "node:crypto";
import type { Period } from "#lib/base/period.ts";
import { sql } from "#lib/platform/sql.ts";
import { leafSql, type Run } from "./count.ts";
import { spanOf } from "./fact.ts";
import type { Catalog } from "./version.ts";

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

export type Digests = { facts: string; declared: Record<string, string> };

const digest = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex");

/** One digest of the facts, and one of each indicator with all its versions. */
export async function digestOfDeclarations(run: Run, catalog: Catalog): Promise<Digests> {
  const declared = catalog.ids.map((id) => {
    // Another threshold or other words alone count nothing anew.
    const versions = catalog
      .versionsOf(id)
      .filter(({ digest }, at, all) => digest !== all[at - 1]?.digest)
      .map(({ fromOn, declaration, retired }) => {
        const counted = SAMPLES.map(([period, today]) => leafSql(declaration, spanOf(period, today), null));
        return [
          fromOn,
          retired ? [] : declaration.periods,
          counted.map(({ text, values }) => [text, values]),
        ];
      });
    return [id, digest(versions)] as const;
  });
  const functions = await run<{ source: string }>(FACT_FUNCTIONS);
  return {
    facts: digest(functions.map(({ source }) => source)),
    declared: Object.fromEntries(declared),
  };
}

export async function countedBy(run: Run): Promise<Digests | null> {
  const [noted] = await run<{ value: Partial<Digests> }>(
    sql`select value from setting where key = 'counted-by' order by from_on desc limit 1`,
  );
  return noted?.value.facts && noted.value.declared
    ? { facts: noted.value.facts, declared: noted.value.declared }
    : null;
}

/** Dated like every setting: the rows tell from which day on figures were counted in which way. */
export async function noteCountedBy(run: Run, digests: Digests, today: string): Promise<void> {
  await run(sql`insert into setting (key, from_on, value) values ('counted-by', ${today}::date, ${JSON.stringify(digests)}::jsonb)
    on conflict (key, from_on) do update set value = excluded.value`);
}
