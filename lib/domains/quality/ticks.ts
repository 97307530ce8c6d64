/** In the background: households that changed are looked over within seconds, and at midnight those whose help begins or ends that day. */
import type pg from "pg";
import { today } from "#lib/platform/clock.ts";
import { checkMarked } from "./inside/check.ts";

const AT_ONCE = 500;
/** A whole prefecture is spread over several turns, so that nobody else's tick waits behind it. */
const TURNS = 20;

/** Answers how many households were looked over. */
export async function checkQuality(pool: pg.Pool): Promise<number> {
  let looked = 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    // Mostly nothing waits: then forty rules need not even be planned.
    if ((await pool.query("select 1 from quality_mark limit 1")).rowCount === 0) break;
    const { text, values } = checkMarked(today(), AT_ONCE);
    const { rows } = await pool.query<{ looked: number }>(text, [...values]);
    const now = rows[0]?.looked ?? 0;
    looked += now;
    if (now < AT_ONCE) break;
  }
  return looked;
}

/** Whose pairing begins or ends today is another household than yesterday, though no row changed. */
export async function markNewDay(pool: pg.Pool): Promise<void> {
  await pool.query(
    `insert into quality_mark select household_id from pairing p where p.from_on = $1::date or p.to_on = $1::date
     union select q.household_id from quality_finding q join pairing p on p.household_id = q.household_id
       where q.gone_on is null and q.rule = 'noHelper' and p.from_on <= $1::date and (p.to_on is null or p.to_on > $1::date)
     on conflict do nothing`,
    [today()],
  );
}
