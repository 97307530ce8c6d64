// One roster through the whole engine by the app's own worker: as somebody uploads it, agrees to the columns and lets it go in.
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { checkImport } from "#lib/domains/imports/commands/check-import.ts";
import { publishImport } from "#lib/domains/imports/commands/publish-import.ts";
import { startImport } from "#lib/domains/imports/commands/start-import.ts";
import type { Session } from "#lib/platform/scope.ts";
import { openSession } from "#lib/platform/session.ts";
import type { Upload, Village } from "./rosters.ts";

export type Clerk = { session: Session; unit: number; year: number };
export type Imported = { id: string; ms: number; told: string };

const WITHIN_MS = 20 * 60_000;
const LOOK_EVERY_MS = 10;

export async function clerkOf(owner: pg.Pool): Promise<Clerk> {
  const { rows } = await owner.query<{ id: number; unit: number; year: number }>(
    `select a.id, g.division_id as unit, (select max(year) from registry_year where status = 'OPEN') as year
     from account a join role_grant g on g.account_id = a.id where a.username = 'demo-county-admin'`,
  );
  const { id, unit, year } = rows[0]!;
  return { session: { token: await openSession(id, "bench") }, unit, year };
}

export async function villagesUnder(owner: pg.Pool, unit: number): Promise<Village[]> {
  const { rows } = await owner.query<Village>(
    `select c.name as county, t.name as township, v.name as village from division v join division t on t.id = v.parent_id
     join division c on c.id = t.parent_id join division_closure k on k.node_id = v.id and k.ancestor_id = $1 and k.to_on is null
     where v.level = 'VILLAGE' and v.closed_on is null order by v.id`,
    [unit],
  );
  return rows;
}

/** From the moment the file is there until its rows are in and counted; what people take to look at it is left out. */
export async function importRoster(
  owner: pg.Pool,
  { session, unit }: Clerk,
  sheet: string,
  upload: Upload,
): Promise<Imported> {
  const began = performance.now();
  const marks: number[] = [];
  const { id } = await startImport(session, { sheet, divisionId: unit, ...upload });
  const reached = async (status: string) => {
    for (;;) {
      const { rows } = await owner.query(
        "select status, failure, mapping, counts from import where id = $1",
        [id],
      );
      if (rows[0].status === status) {
        marks.push(performance.now());
        return rows[0];
      }
      if (rows[0].status === "FAILED" || rows[0].failure || performance.now() - began > WITHIN_MS)
        throw new Error(`the import stopped at ${rows[0].status}: ${rows[0].failure}`);
      await sleep(LOOK_EVERY_MS);
    }
  };
  const { mapping } = await reached("READ");
  const columns = Object.entries(mapping).map(([key, index]) => [`column.${index}`, key]);
  await checkImport(session, { id, ...Object.fromEntries(columns) });
  await reached("CHECKED");
  await publishImport(session, { id });
  const { counts } = await reached("DONE");
  await rolledUp(owner);
  const ended = performance.now();
  const [read, checked, done] = marks as [number, number, number];
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  const { added = 0, bad = 0 } = counts;
  return {
    id,
    ms: ended - began,
    told: `read ${seconds(read - began)}, check ${seconds(checked - read)}, publish ${seconds(done - checked)}, roll up ${seconds(ended - done)}; ${added} added, ${bad} bad`,
  };
}

/** Until the roll-ups know of all that was written. */
export async function rolledUp(owner: pg.Pool): Promise<void> {
  while ((await owner.query("select 1 from rollup_mark limit 1")).rowCount) await sleep(LOOK_EVERY_MS);
}
