/** Whose right an import rests on when its owner stands in for somebody on leave: named once, and written into every line of the history. */
import type pg from "pg";
import { lenderFor, type Viewer } from "#lib/platform/viewer.ts";
import { mayGoOn } from "../policy.ts";
import type { ImportRecord } from "./record.ts";

/** For the audit. The lines of the history take the name from the transaction (a default of their table), whoever writes them. */
export async function sayOnBehalf(
  client: pg.PoolClient,
  viewer: Viewer,
  record: ImportRecord,
): Promise<{ onBehalfOf?: string }> {
  const lender = lenderFor(viewer, (one) => mayGoOn(one, record));
  if (!lender) return {};
  await client.query("select set_config('app.on_behalf_of', $1, true)", [lender.name]);
  return { onBehalfOf: lender.name };
}
