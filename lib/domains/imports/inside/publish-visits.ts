/** Writes the visits of a record sheet: for whoever went, by whoever brings it in, late and marked with the import; with the needs that were heard. */
import { isRemote } from "#lib/domains/visits/visit.ts";
import type { Publishing } from "./publish.ts";
import { needLimits, raiseNeeds } from "./raise-needs.ts";

export async function publishVisits(publishing: Publishing): Promise<void> {
  const { client, record, viewer, step } = publishing;
  await step("visits");
  const going = await client.query<{ kind: string }>(
    `create temp table going on commit drop as
     select r.row_no, new_id() as id, (r.values->'meant'->>'householdId')::uuid as household_id, r.division_id, (r.values->'visit'->>'visited_on')::date as visited_on
     from import_row r where r.import_id = $1 and r.action = 'ADD' order by r.row_no`,
    [record.id],
  );
  if (going.rowCount === 0) return;
  await client.query("create index on going (row_no)");
  await client.query("analyze going");
  await client.query(
    `insert into visit (id, household_id, division_id, counted_in, visited_on, kind, situation, topics, met_with, note, stand_in_reason, late, recorded_by, recorded_by_name, import_id, asked, help, goods, goods_fen)
     select g.id, g.household_id, g.division_id, coalesce((select s.division_id from household_spell s where s.household_id = g.household_id and s.from_on <= g.visited_on
         and (s.to_on is null or s.to_on > g.visited_on)), g.division_id),
       g.visited_on, n.kind, n.situation, n.topics, n.met_with, n.note, case when not (r.values->'meant'->>'mine')::boolean then n.stand_in end, true, $2, $3, $1,
       n.asked, n.help, n.goods, n.goods_fen
     from going g join import_row r on r.import_id = $1 and r.row_no = g.row_no
     cross join lateral jsonb_to_record(r.values->'visit') as n (kind text, situation text, topics text[], met_with text, note text, stand_in text, asked text, help text, goods text, goods_fen bigint)
     order by g.row_no`,
    [record.id, viewer.accountId, viewer.name],
  );
  await client.query(
    `insert into visit_visitor (visit_id, person_id, person_name, household_id, division_id, visited_on, remote)
     select g.id, (w->>'id')::uuid, w->>'name', g.household_id, g.division_id, g.visited_on, r.values->'visit'->>'kind' = any ($2::text[])
     from going g join import_row r on r.import_id = $1 and r.row_no = g.row_no cross join lateral jsonb_array_elements(r.values->'meant'->'visitors') w
     order by g.row_no`,
    [record.id, ["PHONE"].filter(isRemote)],
  );
  await client.query(
    `update household h set last_visit_on = v.day from (select household_id, max(visited_on) as day from going group by 1) v
     where h.id = v.household_id and (h.last_visit_on is null or h.last_visit_on < v.day)`,
  );
  await needLimits(publishing);
  await raiseNeeds(publishing, { column: "g.id", join: "join going g on g.row_no = r.row_no" });
}
