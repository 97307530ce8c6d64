// Plants what a prefecture at its largest would have: a township of 5,000 places above 50,000 households, a village of 300 households,
// a Party committee above 5,000 organizations, and 20,000 organizations in all to look through.
import type pg from "pg";
import { nameKeys } from "#lib/domains/people/pinyin.ts";

export const NODES = 5_000;
export const HOUSEHOLDS = 50_000;
export const VILLAGE_HOUSEHOLDS = 300;
export const ORGS = 20_000;

export type BigTree = {
  /** The counties between which the big township goes. */
  counties: [number, number];
  township: number;
  /** A township of the second county, in which the big one ends. */
  into: number;
  village: number;
  /** The committees of both counties, and the one with 5,000 below that goes between them. */
  leaders: [number, number];
  committee: number;
};

const DAY = "2020-01-01";

export async function plantBigTree(owner: pg.Pool): Promise<BigTree> {
  const idOf = async (text: string, values: unknown[]): Promise<number> =>
    (await owner.query<{ id: number }>(text, values)).rows[0]!.id;
  const first = await idOf(
    "select g.division_id as id from account a join role_grant g on g.account_id = a.id where a.username = $1",
    ["demo-county-admin"],
  );
  const second = await idOf(
    "select id from division where level = 'COUNTY' and closed_on is null and id <> $1 order by id limit 1",
    [first],
  );
  const into = await idOf(
    "select id from division where level = 'TOWNSHIP' and closed_on is null and parent_id = $1 order by id limit 1",
    [second],
  );
  const leaderOf = (county: number) =>
    idOf(
      `select id from party_org where division_id = $1 and setting = 'TERRITORIAL' and kind = 'COMMITTEE'
       and closed_on is null order by id limit 1`,
      [county],
    );
  const leaders: [number, number] = [await leaderOf(first), await leaderOf(second)];
  const [township] = await openDivisions(owner, "TOWNSHIP", first, ["大沟乡"]);
  const villages = await openDivisions(owner, "VILLAGE", township!, numbered(NODES - 1, "大沟", "村"));
  await settle(owner, villages, HOUSEHOLDS, "大沟");
  const [village] = await openDivisions(owner, "VILLAGE", into, ["大坝村"]);
  await settle(owner, [village!], VILLAGE_HOUSEHOLDS, "大坝");
  const [committee] = await openOrgs(owner, "COMMITTEE", first, leaders[0], ["大沟产业党委"]);
  await openOrgs(owner, "BRANCH", first, committee!, numbered(NODES - 1, "大沟", "党支部"));
  await openOrgs(owner, "BRANCH", second, leaders[1], await namesOfPlaces(owner, ORGS - NODES));
  // As they sit in truth: a few in each village.
  await owner.query(
    `with seats as (select id, row_number() over (order by id) - 1 as at, count(*) over () as places from division where level = 'VILLAGE' and closed_on is null),
       seated as (update party_org o set division_id = s.id from seats s where o.setting = 'AGENCY' and o.kind = 'BRANCH' and o.opened_on = $1 and s.at = o.id % s.places returning o.id, s.id as seat)
     update search_entry e set division_id = seated.seat from seated where e.kind = 'party_org' and e.subject_id = seated.id::text`,
    [DAY],
  );
  await owner.query("vacuum (analyze)");
  return {
    counties: [first, second],
    township: township!,
    into,
    village: village!,
    leaders,
    committee: committee!,
  };
}

/** Names as branches bear them: each place's own, counted through. */
async function namesOfPlaces(owner: pg.Pool, count: number): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    "select regexp_replace(name, '(村|镇|乡|县|区|居委会|村委会)+$', '') as name from division where code is not null order by id",
  );
  return Array.from(
    { length: count },
    (_, at) => `${rows[at % rows.length]!.name}第${Math.floor(at / rows.length) + 1}党支部`,
  );
}

const numbered = (count: number, before: string, after: string) =>
  Array.from({ length: count }, (_, at) => `${before}${at + 1}${after}`);

async function openDivisions(owner: pg.Pool, level: string, parent: number, names: string[]) {
  const { rows } = await owner.query<{ id: number; name: string }>(
    "insert into division (name, level, parent_id, opened_on) select name, $2, $3, $4 from unnest($1::text[]) name returning id, name",
    [names, level, parent, DAY],
  );
  await hang(owner, "division_closure", rows, parent);
  await index(owner, "division", rows, null);
  return rows.map(({ id }) => id);
}

async function openOrgs(owner: pg.Pool, kind: string, division: number, leader: number, names: string[]) {
  const { rows } = await owner.query<{ id: number; name: string }>(
    `insert into party_org (name, kind, setting, division_id, opened_on)
     select name, $2, 'AGENCY', $3, $4 from unnest($1::text[]) name returning id, name`,
    [names, kind, division, DAY],
  );
  const ids = rows.map(({ id }) => id);
  await owner.query(
    `insert into party_org_affiliation (org_id, leading_org_id, basis, from_on) select id, $2, 'LINE', $3 from unnest($1::int[]) id`,
    [ids, leader, DAY],
  );
  await hang(owner, "party_org_closure", rows, leader);
  await index(owner, "party_org", rows, division);
  return ids;
}

const hang = (owner: pg.Pool, closure: string, rows: { id: number }[], parent: number) =>
  owner.query(
    `insert into ${closure} (ancestor_id, node_id, depth, from_on)
     select up.ancestor_id, id, up.depth + 1, $3::date from unnest($1::int[]) id join ${closure} up on up.node_id = $2 and up.to_on is null
     union all select id, id, 0, $3::date from unnest($1::int[]) id`,
    [rows.map(({ id }) => id), parent, DAY],
  );

/** The place is the organization's, or the division itself. */
async function index(
  owner: pg.Pool,
  kind: string,
  rows: { id: number; name: string }[],
  division: number | null,
) {
  const entries = rows.map(({ id, name }) => ({ id, name, ...nameKeys(name) }));
  await owner.query(
    `insert into search_entry (kind, subject_id, division_id, title, pinyin, initials, grams)
     select $1, e.id::text, coalesce($3, e.id), e.name, e.pinyin, e.initials, e.grams
     from jsonb_to_recordset($2) as e(id int, name text, pinyin text, initials text, grams text[])`,
    [kind, JSON.stringify(entries), division],
  );
}

async function settle(owner: pg.Pool, villages: number[], count: number, name: string): Promise<void> {
  await owner.query(
    `with come as (
       insert into household (household_no, division_id, head_name, status, member_count)
       select $4 || at, ($1::int[])[1 + at % cardinality($1::int[])], '次仁' || at, 'POOR', 4 from generate_series(1, $2) at
       returning id, division_id, status)
     insert into household_spell (household_id, division_id, status, from_on) select id, division_id, status, $3 from come`,
    [villages, count, DAY, name],
  );
}
