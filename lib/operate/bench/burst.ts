// The last evening of a month: twelve thousand visits in ten minutes from five hundred phones, through the door that phones use. Nothing may be lost, nobody may wait.
import { randomUUID } from "node:crypto";
import type pg from "pg";
import { openSession, sealToken, sessionCookie } from "#lib/platform/session.ts";
import { quantile } from "./measure.ts";
import { burstOf, type Phone } from "./phones.ts";
import { forgetPeak, peakOf, processorOf, type Served } from "./processes.ts";
import type { Report } from "./report.ts";
import { rollUpsFollow } from "./visits.ts";

const WHOLE = { phones: 500, visits: 12_000, seconds: 600 };
const MOST_MS = 800;

type Evening = { app: Served; owner: pg.Pool; report: Report; share: number };

/** `share` shortens the evening: fewer phones for a shorter time, as many visits a second. */
export async function measureBurst({ app, owner, report, share }: Evening): Promise<void> {
  const phones = await phonesOf(owner, Math.round(WHOLE.phones * share));
  const wanted = { visits: Math.round(WHOLE.visits * share), seconds: WHOLE.seconds * share };
  forgetPeak(app.pid);
  const before = processorOf(app.pid);
  const { heard, visits, took } = await burstOf(app.origin, phones, { ...wanted, random: Math.random });
  const busyMs = processorOf(app.pid) - before;
  const { rows } = await owner.query<{ visits: number; ops: number }>(
    `select (select count(*)::int from visit where id = any ($1::uuid[])) as visits,
       (select count(*)::int from sync_op where op = any ($2::uuid[])) as ops`,
    [visits, [...heard.accepted]],
  );
  const evening = `${phones.length} phones, ${(took / 1000).toFixed(0)} s`;
  for (const [what, ours, floor] of [
    ["visits of the burst stored and acknowledged", Math.min(rows[0]!.visits, rows[0]!.ops), wanted.visits],
    ["a batch of the burst taken in, p95", quantile(heard.batches, 0.95), MOST_MS],
    ["the registry fetched after it, p95", quantile(heard.fetches, 0.95), MOST_MS],
    ["answers that a phone may not get", heard.wrong.length, 1],
  ] as const)
    report.add({
      ...{ goal: "#6", what, ours, floor, unit: floor === MOST_MS ? "ms" : "" },
      ...(what.startsWith("visits")
        ? { limit: 1, atLeast: true, note: evening }
        : { limit: floor === 1 ? 0 : 1 }),
    });
  for (const words of new Set(heard.wrong)) report.tell(`  ! ${words}`);
  report.tell(
    `  ${heard.batches.length} batches, p50 ${quantile(heard.batches, 0.5).toFixed(0)} ms, longest ${Math.max(...heard.batches).toFixed(0)} ms; ${heard.busy} times asked for time, ${heard.lost} answers lost; a coming p95 ${quantile(heard.waits, 0.95).toFixed(0)} ms; the server worked ${(busyMs / wanted.visits).toFixed(1)} ms a visit, at most ${peakOf(app.pid).toFixed(0)} MB`,
  );
  await rollUpsFollow({ report }, owner);
}

/** First secretaries of as many villages, each a person who helps there, with a session of their own. */
async function phonesOf(owner: pg.Pool, count: number): Promise<Phone[]> {
  const { rows } = await owner.query<{ id: number; households: string[] }>(
    `with village as (
       select h.division_id, array_agg(h.id order by h.household_no) as households,
         (select p.helper_id from pairing p where p.household_id = any (array_agg(h.id)) and p.to_on is null
            and p.helper_id not in (select person_id from account where person_id is not null) order by p.helper_id limit 1) as helper
       from household h where h.status not in ('REMOVED', 'DISSOLVED') group by h.division_id),
     chosen as (select *, row_number() over (order by division_id) as nth from village where helper is not null limit $1),
     made as (insert into account (username, name, division_id, person_id)
       select 'bench-phone-' || nth, p.name, c.division_id, c.helper from chosen c join person p on p.id = c.helper
       returning id, division_id),
     granted as (insert into role_grant (account_id, role, division_id) select id, 'FIRST_SECRETARY', division_id from made)
     select made.id, chosen.households from made join chosen using (division_id)`,
    [count],
  );
  if (rows.length === 0) throw new Error("no village has a helper for the burst");
  const phones: Phone[] = [];
  for (const { id, households } of rows) {
    const sealed = await sealToken(await openSession(id, "bench"));
    phones.push({ cookie: `${sessionCookie()}=${sealed}`, device: randomUUID(), households });
  }
  return phones;
}
