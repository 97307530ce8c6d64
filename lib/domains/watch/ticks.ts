/** In the background: families that the data checks have looked over are looked over for the watch list, within seconds. */
import type pg from "pg";
import { settingOf } from "#lib/domains/settings/setting.ts";
import { today } from "#lib/platform/clock.ts";
import { lookOver } from "./inside/check.ts";
import type { Thresholds } from "./inside/record.ts";

const AT_ONCE = 500;
/** A whole prefecture is spread over several turns, so that nobody else's tick waits behind it. */
const TURNS = 20;
const KEY = "watch-after-exit";

/** Answers how many families were looked over. */
export async function checkWatch(pool: pg.Pool): Promise<number> {
  let looked = 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    // Mostly nothing waits.
    if ((await pool.query("select 1 from watch_mark limit 1")).rowCount === 0) break;
    const { text, values } = lookOver(today(), await thresholds(pool), AT_ONCE);
    const { rows } = await pool.query<{ looked: number }>(text, [...values]);
    const now = rows[0]?.looked ?? 0;
    looked += now;
    if (now < AT_ONCE) break;
  }
  return looked;
}

/** On the day on which other thresholds begin, everybody who is out of poverty is looked over anew. */
export async function markNewThresholds(pool: pg.Pool): Promise<void> {
  await pool.query(
    `insert into watch_mark select id from household where status = 'EXITED' and exists (select 1 from setting where key = $1 and from_on = $2::date)
     on conflict do nothing`,
    [KEY, today()],
  );
}

async function thresholds(pool: pg.Pool): Promise<Thresholds> {
  const { rows } = await pool.query<{ value: Record<string, number> }>(
    "select value from setting where key = $1 and from_on <= $2::date order by from_on desc limit 1",
    [KEY, today()],
  );
  const { watchDrop, watchLine } = rows[0]?.value ?? (settingOf(KEY).usual as Record<string, number>);
  return { drop: watchDrop!, line: watchLine! };
}
