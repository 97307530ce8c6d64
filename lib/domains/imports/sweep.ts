/** Uploaded files hold ID numbers in clear, so they do not stay: a week after an import ended its file goes, after a month its staged rows. */
import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";
import { dropUpload, uploadFolder } from "./inside/uploads.ts";

const ABANDONED_AFTER_MS = 24 * 3_600_000;

export async function sweepUploads(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ stored_as: string }>(
    `select stored_as from import where coalesce(finished_at + interval '7 days', created_at + interval '30 days') < now()
       and coalesce(finished_at, created_at) > now() - interval '60 days'`,
  );
  for (const { stored_as } of rows) await dropUpload(stored_as);
  await pool.query(
    `delete from import_row r using import i where i.id = r.import_id and coalesce(i.finished_at, i.created_at) < now() - interval '30 days'`,
  );
  // What could still be taken back is kept for as long as it can be.
  await pool.query(
    `delete from import_trace t using import i where i.id = t.import_id and coalesce(i.taken_back_at, i.published_at) < now() - interval '31 days'`,
  );
  await sweepAbandoned(pool);
}

/** Files that no import knows: the server died between storing and telling. Young ones may still be on their way. */
async function sweepAbandoned(pool: pg.Pool): Promise<void> {
  const names = await readdir(uploadFolder()).catch(() => []);
  const { rows } = await pool.query<{ stored_as: string }>(
    "select stored_as from import where stored_as = any ($1)",
    [names],
  );
  const known = new Set(rows.map((row) => row.stored_as));
  for (const name of names.filter((each) => !known.has(each))) {
    const file = path.join(uploadFolder(), name);
    const found = await stat(file).catch(() => null);
    if (found && Date.now() - found.mtimeMs > ABANDONED_AFTER_MS) await rm(file, { force: true });
  }
}
