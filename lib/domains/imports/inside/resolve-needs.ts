/**
 * Needs against the registry: known by household (or village), category, day and words. What is known only goes on from where it stands: a ledger names
 * a handler, reports a result, brings the household's word, and turns nothing back.
 */
import { headFindings, householdFindings, namedHouseholds } from "./known-households.ts";
import type { Resolver } from "./resolve.ts";
import { problemIf, tableOf, toldAnd, unlessBad } from "./told.ts";

const MEANT = `
  select k.*, n.*, first_value(k.row_no) over (partition by k.household_id, case when k.household_id is null then k.division_id end, n.category, n.raised_on, n.words order by k.row_no) as first_row,
    k.household_no is null and k.name = '' and k.division_id is not null as whole_village
  from homes k join import_row r on r.import_id = $1::uuid and r.row_no = k.row_no
  cross join lateral jsonb_to_record(r.values->'need') as n (category text, words text, raised_on date, unit text, result text, done_on date, verdict text)`;

const KNOWN = `
  select k.*, m.id as need_id, m.status as stands_at, m.paused_on,
    coalesce(k.unit is not null and k.result is null and m.status = 'OPEN'
      and not exists (select 1 from need_deed d where d.need_id = m.id and d.kind = 'ASSIGNED' and d.to_unit = k.unit), false) as assigns,
    coalesce(k.result is not null and m.status in ('OPEN', 'HANDLING')
      and not exists (select 1 from need_deed d where d.need_id = m.id and d.kind = 'RESULT' and d.on_day = k.done_on), false) as finishes,
    coalesce(k.verdict is not null and (m.status = 'DONE' or m.status in ('OPEN', 'HANDLING')
      and not exists (select 1 from need_deed d where d.need_id = m.id and d.kind = 'RESULT' and d.on_day = k.done_on)), false) as judges
  from meant k
  left join lateral (select m.* from (
      select m.* from need m where m.household_id = k.household_id
      union all select m.* from need m where k.whole_village and m.household_id is null and m.division_id = k.division_id) m
    where m.category = k.category and m.raised_on = k.raised_on and m.words = k.words order by m.status = 'WITHDRAWN', m.id limit 1) m on true`;

const JUDGE = `
  with judged as (
    select k.*, ${toldAnd("k.told", [
      ...householdFindings("$2"),
      ...headFindings,
      problemIf(
        "(k.household_id is not null or k.whole_village) and k.words is not null and k.category is not null and k.first_row <> k.row_no",
        "words",
        "duplicateInFile",
        "error",
        "jsonb_build_object('row', k.first_row)",
      ),
      problemIf("k.stands_at = 'WITHDRAWN'", "words", "needWithdrawn", "error"),
      problemIf("k.finishes and k.paused_on is not null", "result", "needPaused", "error"),
    ])} as problems from known k offset 0)
  update import_row r set problems = k.problems, subject_id = k.need_id, division_id = coalesce(k.lives_in, k.division_id),
    values = r.values || jsonb_build_object('meant', jsonb_build_object('householdId', k.household_id, 'place', case when k.whole_village then (select d.name from division d where d.id = k.division_id) end, 'assigns', case when k.need_id is null then k.unit is not null else k.assigns end,
      'finishes', case when k.need_id is null then k.result is not null else k.finishes end, 'judges', case when k.need_id is null then k.verdict is not null else k.judges end)),
    action = ${unlessBad("k.problems", "case when k.need_id is null then 'ADD' when k.assigns or k.finishes or k.judges then 'UPDATE' else 'SAME' end")}
  from judged k where r.import_id = $1::uuid and r.row_no = k.row_no`;

export const resolveNeeds: Resolver = async (client, record, elsewhere) => {
  await namedHouseholds(client, record, true);
  await tableOf(client, "meant", MEANT, null, [record.id]);
  await tableOf(client, "known", KNOWN, ["row_no"]);
  await client.query(JUDGE, [record.id, elsewhere]);
};
