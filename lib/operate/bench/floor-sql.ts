// The least that the same answers cost: the best SQL we know for each, by raw pg as the runtime role, under the same token and policies.
import pg from "pg";

export type FloorSql = ReturnType<typeof floorSql>;

const ENTER = `with s as materialized (select set_config('app.tok', $1, true)) select v.account_id from s, lateral (select * from sec.viewer() where s is not null) v`;

const ROWS = `select h.id, h.household_no, h.head_name, d.name as place, h.group_name, h.status, h.attribute, h.main_cause, h.member_count,
    h.income_per_head_fen, h.phone, h.last_visit_on::text, p.helper_name, p.helper_unit
  from (select * from household where division_id = any ($1) order by household_no, id limit 50) h join division d on d.id = h.division_id
  left join lateral (select helper_name, helper_unit from pairing where household_id = h.id and from_on <= current_date
    and (to_on is null or to_on > current_date) order by kind limit 1) p on true order by h.household_no, h.id`;
const TOTAL = "select count(*)::int as total from household where division_id = any ($1)";
const NODES =
  "select array_agg(node_id) as nodes from division_closure where ancestor_id = $1 and to_on is null";

const BOARD = `select r.indicator, r.division_id, r.period, r.numerator::int, r.denominator::int, d.name
  from rollup r join division d on d.id = r.division_id
  where r.period = any ($2) and (r.division_id = $1 or r.division_id in
    (select node_id from division_closure where ancestor_id = $1 and depth = 1 and to_on is null))`;

const HOUSEHOLD = `select h.*, (select json_agg(m) from membership_year m where m.household_id = h.id
    and m.year = (select max(year) from registry_year where status = 'OPEN')) as members,
  (select json_agg(v) from (select * from visit where household_id = h.id order by visited_on desc limit 10) v) as visits,
  (select json_agg(p) from pairing p where p.household_id = h.id) as pairings from household h where h.id = $1`;

const FIND = "select * from sec.search($1, $2, '', array['household', 'person'], 12)";

const STORE = `with made as (insert into visit (id, household_id, division_id, counted_in, visited_on, kind, situation, recorded_by)
    select $1, h.id, h.division_id, h.division_id, $3::date, 'HOME', 'NORMAL', $4 from household h where h.id = $2 returning id, household_id, division_id),
  went as (insert into visit_visitor (visit_id, person_id, person_name, household_id, division_id, visited_on, remote)
    select id, sec.person_id(), 'bench', household_id, division_id, $3::date, false from made),
  told as (insert into audit_event (account_id, account_name, verb, subject, facts) values ($4, 'bench', 'visit.recorded', 'visit:' || $1, '{}'))
  update household set last_visit_on = greatest(last_visit_on, $3::date) where id = $2`;

/** One transaction under a session's rights; every statement prepared once per connection. */
export function floorSql(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const as = async <T>(token: string, begin: string, work: (ask: Ask) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    const ask: Ask = async (name, text, values) => (await client.query({ name, text, values })).rows;
    try {
      await client.query(begin);
      await ask("enter", ENTER, [token]);
      const value = await work(ask);
      await client.query("commit");
      return value;
    } catch (error) {
      await client.query("rollback").catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  };
  const READ = "begin isolation level repeatable read read only";
  return {
    list: (token: string, unit: number) =>
      as(token, READ, async (ask) => {
        const [found] = await ask("nodes", NODES, [unit]);
        const rows = await ask("rows", ROWS, [found?.nodes]);
        const [count] = await ask("total", TOTAL, [found?.nodes]);
        return { rows, total: count?.total };
      }),
    board: (token: string, unit: number, periods: string[]) =>
      as(token, READ, (ask) => ask("board", BOARD, [unit, periods])),
    household: (token: string, id: string) => as(token, READ, (ask) => ask("household", HOUSEHOLD, [id])),
    find: (token: string, word: string, grams: string[]) =>
      as(token, READ, (ask) => ask("find", FIND, [word, grams])),
    /** As it would be without the index of grams: only the owner may ask so, and the policies do not slow it. */
    store: (token: string, visit: { id: string; household: string; on: string; account: number }) =>
      as(token, "begin", (ask) => ask("store", STORE, [visit.id, visit.household, visit.on, visit.account])),
    close: () => pool.end(),
  };
}

type Ask = (name: string, text: string, values: unknown[]) => Promise<Record<string, unknown>[]>;
