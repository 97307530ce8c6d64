/**
 * The demo's divisions in time, besides the move and the renaming of its ground: a village that was merged into its neighbor more than
 * a year ago, and one that was divided this year, whose new part has no leadership yet. Each stands in the figures of its days.
 */
import type pg from "pg";
import { addMonths } from "#lib/base/calendar.ts";
import { nameKeys } from "#lib/domains/people/pinyin.ts";
import { FIRST_DAY } from "../ground/divisions.ts";
import { HOME } from "./story.ts";

const MERGED_MONTHS_AGO = 14;
const DIVIDED_MONTHS_AGO = 4;

type Village = { id: number; parent: number; name: string };

/** After the rows, whose places it changes; before the roll-ups, which count them. */
export async function addTreeHistory(client: pg.ClientBase, today: string): Promise<void> {
  const [divided, merged] = await largestVillages(client);
  if (!divided || !merged) return;
  const monthBegan = `${today.slice(0, 7)}-01`;
  await actAsPrefecture(client);
  const into = await divide(client, merged, `${merged.name.replace(/村$/, "")}二村`, FIRST_DAY);
  await forgetDivision(client, merged, into);
  await carryOut(client, "MERGE", into, merged.id, addMonths(monthBegan, -MERGED_MONTHS_AGO), {});
  const on = addMonths(monthBegan, -DIVIDED_MONTHS_AGO);
  await divide(client, divided, `${divided.name.replace(/村$/, "")}新村`, on);
  // Nothing is left by which anybody else could come in.
  await client.query("delete from session where device = 'demo'");
  await client.query("select set_config('app.tok', '', true)");
}

/** Of the county in which the demo's people work, each the largest of its township; not their own. */
async function largestVillages(client: pg.ClientBase): Promise<Village[]> {
  const { rows } = await client.query<Village>(
    `select distinct on (v.parent_id) v.id, v.parent_id as parent, v.name, count(h.id) as homes from division v
     join division t on t.id = v.parent_id join division k on k.id = t.parent_id join household h on h.division_id = v.id
     where v.level = 'VILLAGE' and k.name = $1 and t.name <> $2 and v.name like '%村'
     group by v.id having count(h.id) > 1 order by v.parent_id, count(h.id) desc, v.id`,
    [HOME.county, HOME.township],
  );
  return rows.slice(0, 2);
}

/** What changes the tree asks who does it: the administrator of the prefecture, for as long as this transaction. */
async function actAsPrefecture(client: pg.ClientBase): Promise<void> {
  await client.query(
    `with token as (select 'demo-tree-history'::text as word),
       opened as (insert into session (digest, account_id, kind, device, expires_at)
         select sha256(convert_to(word, 'UTF8')), a.id, 'WEB', 'demo', now() + interval '1 minute' from token, account a where a.username = 'demo-prefecture-admin')
     select set_config('app.tok', word, true) from token`,
  );
}

/** Half of its households go to the new village from that day on, with what is theirs; deeds of later days count there. */
async function divide(client: pg.ClientBase, village: Village, name: string, on: string): Promise<number> {
  const { rows: homes } = await client.query<{ id: string }>(
    "select id from (select id, row_number() over (order by household_no desc) as nth, count(*) over () as n from household where division_id = $1) h where nth <= n / 2",
    [village.id],
  );
  const households = homes.map(({ id }) => id);
  const made = await carryOut(client, "SPLIT", village.id, village.parent, on, {
    ...{ name, households, ...nameKeys(name) },
  });
  for (const [table, place, day] of [
    ["visit", "counted_in", "visited_on"],
    ["need", "counted_in", "raised_on"],
    ["measure", "counted_in", "from_on"],
    ["household_spell", "division_id", "from_on"],
  ])
    await client.query(
      `update ${table} set ${place} = $2 where household_id = any ($1::uuid[]) and ${day} >= $3`,
      [households, made, on],
    );
  return made;
}

/** Gives the village that the change made, or the one that it ended. */
async function carryOut(
  client: pg.ClientBase,
  kind: "SPLIT" | "MERGE",
  village: number,
  target: number,
  on: string,
  detail: object,
): Promise<number> {
  const { rows } = await client.query<{ id: string }>(
    `insert into tree_event (tree, kind, node_id, target_id, effective_on, document_no, detail, account_id, created_at)
     select 'DIVISION', $1, $2, $3, $4::date, $5, $6, a.id, $4::date - 20 from account a where a.username = 'demo-prefecture-admin' returning id`,
    [
      kind,
      village,
      target,
      on,
      `察政发〔${on.slice(0, 4)}〕${kind === "MERGE" ? 18 : 27}号`,
      JSON.stringify(detail),
    ],
  );
  await client.query("select sec.apply_tree_event($1)", [rows[0]!.id]);
  const { rows: told } = await client.query<{ made: number | null }>(
    "update tree_event set done_at = effective_on::timestamptz where id = $1 or detail->>'along' = $1::text returning (detail->>'madeId')::int as made",
    [rows[0]!.id],
  );
  return told.find(({ made }) => made !== null)?.made ?? village;
}

/** The village that ended had stood from the first day on: nobody divided anything then. */
async function forgetDivision(client: pg.ClientBase, old: Village, made: number): Promise<void> {
  await client.query(
    "delete from tree_event where tree = 'DIVISION' and (node_id = $1 and kind = 'SPLIT' or node_id = $2)",
    [old.id, made],
  );
  await client.query("delete from change where verb = 'divisions.split' and division_id = $1", [old.id]);
}
