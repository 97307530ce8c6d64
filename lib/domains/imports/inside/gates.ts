/** Whether the registry takes in today what a sheet brings: files only within the window, and nothing into a frozen year. */
import type pg from "pg";
import { gatesAmong } from "#lib/domains/registry-years/gate.ts";
import { today } from "#lib/platform/clock.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { askerOn } from "./asker.ts";
import type { ImportRecord } from "./record.ts";
import { problemIf, tableOf } from "./told.ts";

/** The table "gate": each of the places (a query of "place") that has a campaign. */
export async function gateTable(
  client: pg.PoolClient,
  { record, viewer, places }: { record: ImportRecord; viewer: Viewer; places: string },
): Promise<void> {
  const { rows } = await client.query<{ place: number }>(
    `select distinct place from (${places}) p where place is not null`,
  );
  const asking = { sql: askerOn(client, viewer).sql, today: today() };
  const gates = await gatesAmong(
    asking,
    record.year,
    rows.map(({ place }) => place),
  );
  await tableOf(
    client,
    "gate",
    `select place, "from", "to", closed, frozen from jsonb_to_recordset($1::jsonb) as g (place int, "from" text, "to" text, closed boolean, frozen text)`,
    ["place"],
    [JSON.stringify(gates)],
  );
}

/** Of a row that would make a file (its gate: g). */
export const windowClosed = (makes: string) =>
  problemIf(
    `g.closed and ${makes}`,
    "householdNo",
    "windowClosed",
    "error",
    `jsonb_build_object('from', g."from", 'to', g."to")`,
  );

/** Of a row that would write into the year (its gate: g); `way`: what is to be done about it. */
export const yearFrozen = (writes: string, key: "yearFrozen" | "yearFrozenFile") =>
  problemIf(
    `case when g.frozen is not null then ${writes} else false end`,
    "householdNo",
    key,
    "error",
    "jsonb_build_object('day', g.frozen)",
  );
