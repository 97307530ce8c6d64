// Before the door opens: figures that were counted by other declarations than this program's are counted anew.
import { recountIfDeclaredAnew } from "#lib/indicators/fold.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { env } from "#lib/platform/env.ts";

export async function recountIfNeeded(): Promise<void> {
  const pool = openJobPool(env.DATABASE_JOB_URL, 1);
  try {
    await recountIfDeclaredAnew(pool);
  } finally {
    await pool.end();
  }
}
