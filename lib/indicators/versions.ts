/** Reads the versions of declarations, and notes the program's own before the door opens. */
import { firstDay, periodOf, step } from "#lib/base/period.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";
import { INDICATORS } from "./catalog.ts";
import type { Run } from "./count.ts";
import type { Ratio } from "./indicator.ts";
import { Catalog, type Closed, canonical, countingDigest, EPOCH, type Version } from "./version.ts";

/** Of most indicators the program's own declaration is all there is: only the others are fetched; one statement with what is closed. */
export async function readCatalog(run: Run): Promise<Catalog> {
  const [row] = await run<{ versions: Version[] | null; closed: Closed[] | null }>(
    sql`select (select json_agg(x) from (
        select v.indicator, v.from_on::text as "fromOn", v.declaration, v.digest, v.origin, v.retired from indicator_version v
        where v.withdrawn_at is null and exists (select 1 from indicator_version o where o.indicator = v.indicator and o.withdrawn_at is null
          and (o.from_on > ${EPOCH}::date or o.origin = 'OFFICE'))
        order by v.indicator, v.from_on) x) as versions,
      (select json_agg(y) from (select c.period, c.indicators from closing c) y) as closed`,
  );
  return new Catalog(row?.versions ?? [], row?.closed ?? []);
}

const read = new WeakMap<object, Promise<Catalog>>();

/** The catalog of one request, read once. */
export function catalogOf(scope: Pick<Scope, "sql">): Promise<Catalog> {
  const known = read.get(scope) ?? readCatalog(<Row>(fragment: Fragment) => scope.sql<Row>`${fragment}`);
  read.set(scope, known);
  return known;
}

/** The first day of the earliest month that is not closed: no version may begin before it. */
export async function firstOpenDay(run: Run, today: string): Promise<string> {
  const [last] = await run<{ period: string | null }>(
    sql`select max(period) as period from closing where period like '____-__'`,
  );
  const month = periodOf(today, "month");
  const closed = last?.period as typeof month | null;
  return firstDay(closed ? step(closed, 1) : month);
}

/**
 * Notes how this program counts. One that counts an indicator in another way than noted begins a version with the first open month
 * (and keeps the office's threshold); changed words alone take the place of the old ones.
 */
export async function registerDeclarations(run: Run, today: string): Promise<void> {
  const latest = await run<{
    id: string;
    indicator: string;
    fromOn: string;
    digest: string;
    declaration: Ratio;
  }>(
    sql`select distinct on (indicator) id, indicator, from_on::text as "fromOn", digest, declaration from indicator_version
      where withdrawn_at is null order by indicator, from_on desc`,
  );
  const opens = await firstOpenDay(run, today);
  for (const declared of INDICATORS) {
    const before = latest.find(({ indicator }) => indicator === declared.id);
    const digest = countingDigest(declared);
    const watchFrom = before?.declaration.watchFrom ?? declared.watchFrom;
    const words = JSON.stringify(watchFrom === undefined ? declared : { ...declared, watchFrom });
    if (before?.digest === digest) {
      if (canonical(before.declaration) !== canonical(JSON.parse(words)))
        await run(
          sql`update indicator_version set declaration = ${words}::jsonb where id = ${before.id}::uuid`,
        );
    } else {
      const fromOn = !before ? EPOCH : before.fromOn > opens ? before.fromOn : opens;
      await run(sql`insert into indicator_version (indicator, from_on, declaration, digest, origin)
        values (${declared.id}, ${fromOn}::date, ${words}::jsonb, ${digest}, 'PROGRAM')
        on conflict (indicator, from_on) where withdrawn_at is null do update set declaration = excluded.declaration, digest = excluded.digest`);
    }
  }
}
