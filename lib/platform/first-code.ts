/** Plants the one-time code of the first administrator, as the owner and only while there is no account. */
import { openJobPool } from "./db.ts";

export async function plantFirstCode(ownerUrl: string, digest: Buffer, days: number): Promise<boolean> {
  const pool = openJobPool(ownerUrl, 1);
  try {
    // A code that was printed before and lost makes way for the new one.
    const { rowCount } = await pool.query(
      `with gone as (delete from one_time_code where purpose = 'FIRST_ADMIN' and used_at is null)
       insert into one_time_code (digest, purpose, expires_at)
       select $1, 'FIRST_ADMIN', now() + make_interval(days => $2) where not exists (select 1 from account)`,
      [digest, days],
    );
    return rowCount === 1;
  } finally {
    await pool.end();
  }
}
