/**
 * Seals the audit trail in runs: a digest over the rows and over the seal before, so that a changed or missing row shows (trust.md §4.3).
 * Rows are sealed a minute late, when no transaction that took an earlier number can still be open.
 */
import type pg from "pg";

/** Every column of a row, in words that no setting of the server changes (a moment as seconds, not in some time zone). */
export const DIGEST_OF_ROW = `sha256(convert_to(jsonb_build_array(a.id, extract(epoch from a.at), a.account_id, a.account_name,
  a.verb, a.subject, a.division_id, a.facts, a.request_id)::text, 'UTF8'))`;

const SETTLED = "60 seconds";

/** A first seal over years of rows is made in portions. */
const MOST = 100_000;

export async function sealAudit(pool: pg.Pool): Promise<void> {
  await pool.query(`
    with before as (select upto_id, digest from audit_seal order by upto_id desc limit 1),
    -- Up to the first row that is still warm: a long transaction may have brought an older moment with a higher number.
    warm as (select min(id) as id from audit_event where at >= now() - interval '${SETTLED}'),
    settled as (
      select a.id, ${DIGEST_OF_ROW} as digest from audit_event a
      where a.id > coalesce((select upto_id from before), 0) and a.id < coalesce((select id from warm), 9223372036854775807)
      order by a.id limit ${MOST}),
    run as (
      select min(id) as from_id, max(id) as upto_id, count(*)::int as n, string_agg(digest, ''::bytea order by id) as digests,
        string_agg(int8send(id) || substring(digest from 1 for 8), ''::bytea order by id) as leaves from settled)
    insert into audit_seal (upto_id, from_id, rows, digest, leaves)
    select upto_id, from_id, n, sha256(coalesce((select digest from before), ''::bytea) || digests), leaves from run where n > 0`);
}

/** The first seal that its rows do not bear out any more, or null when all hold. */
export async function brokenSeal(pool: pg.Pool): Promise<{ fromId: bigint; uptoId: bigint } | null> {
  const { rows } = await pool.query<{ fromId: bigint; uptoId: bigint }>(`
    select s.from_id as "fromId", s.upto_id as "uptoId" from (
      select *, lag(digest) over (order by upto_id) as before, lag(upto_id) over (order by upto_id) as after_id from audit_seal) s
    left join lateral (
      select count(*)::int as n, string_agg(${DIGEST_OF_ROW}, ''::bytea order by a.id) as digests
      from audit_event a where a.id > coalesce(s.after_id, 0) and a.id <= s.upto_id) r on true
    where r.n <> s.rows or sha256(coalesce(s.before, ''::bytea) || r.digests) is distinct from s.digest
    order by s.upto_id limit 1`);
  return rows[0] ?? null;
}
