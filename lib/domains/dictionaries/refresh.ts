/** Brings the office's words into this process: at once where they were changed, within ten seconds elsewhere, before every import. */

import type pg from "pg";
import { amendCodes } from "#lib/domains/households/amended-codes.ts";
import type { Sql } from "#lib/platform/sql.ts";
import { storedEntries } from "./queries.ts";

const STALE_AFTER_MS = 10_000;
const kept = globalThis as { qamdoDictionaryReadAt?: number };

export async function readDictionary(sql: Sql): Promise<void> {
  kept.qamdoDictionaryReadAt = Date.now();
  amendCodes(await storedEntries(sql));
}

/** For the shell around every page: asks at most once in ten seconds per process. */
export async function readDictionaryWhenStale(sql: Sql): Promise<void> {
  if (Date.now() - (kept.qamdoDictionaryReadAt ?? 0) > STALE_AFTER_MS) await readDictionary(sql);
}

/** Before an import reads its sheet: the job role asks, and an alias added a moment ago is known. */
export const dictionaryFor = (pool: pg.Pool): Promise<void> =>
  readDictionary(
    async <Row>(strings: TemplateStringsArray) => (await pool.query(strings.join(""))).rows as Row[],
  );
