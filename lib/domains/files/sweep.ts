/** Takes away stored bytes that no row names and that are a day old, and tells the log of rows whose bytes are missing. */
import type pg from "pg";
import { drop, storedNames } from "#lib/platform/files/store.ts";
import { log } from "#lib/platform/log.ts";

const ABANDONED_AFTER_MS = 24 * 3_600_000;

export async function sweepFiles(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    // Whoever is writing a row holds this lock shared; the next hour is soon enough.
    const { rows } = await client.query("select pg_try_advisory_xact_lock(hashtext('qamdo.files')) as mine");
    if (rows[0].mine) await sweep(client);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function sweep(client: pg.PoolClient) {
  const stored = await storedNames();
  const { rows } = await client.query<{ name: string }>(
    `select encode(sha256, 'hex') as name from stored_file
     union select encode(preview_sha256, 'hex') from stored_file where preview_sha256 is not null`,
  );
  const named = new Set(rows.map(({ name }) => name));
  for (const { name, file, changed } of stored)
    if (!named.has(name) && Date.now() - changed > ABANDONED_AFTER_MS) await drop(file);
  for (const { name } of stored) named.delete(name);
  // An operator must hear of it: the backup has them, or nobody has.
  if (named.size > 0) log.error({ missing: named.size, first: [...named][0] }, "stored files are missing");
}
