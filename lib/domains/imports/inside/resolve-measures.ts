/**
 * Measures against the registry: known by household, year, category and name; by the first day besides where that is not one alone,
 * here or in the file. What was recorded by mistake and withdrawn is not recorded again by a sheet.
 */
import { householdFindings, namedHouseholds } from "./known-households.ts";
import { MEASURE_COLUMNS, MEASURE_TYPES } from "./record-columns.ts";
import type { Resolver } from "./resolve.ts";
import { problemIf, tableOf, toldAnd, unlessBad } from "./told.ts";

const MEANT = `
  select k.*, coalesce(n.year, $2::int) as of_year, n.category, n.project, n.from_on, n.to_on, n.status as said_status,
    count(*) over key as namesakes, first_value(k.row_no) over (partition by k.household_id, coalesce(n.year, $2::int), n.category, n.project, n.from_on order by k.row_no) as first_row
  from homes k join import_row r on r.import_id = $1::uuid and r.row_no = k.row_no
  cross join lateral jsonb_to_record(r.values->'measure') as n (year int, category text, project text, ${MEASURE_TYPES})
  window key as (partition by k.household_id, coalesce(n.year, $2::int), n.category, n.project)`;

/** One alone, here and in the file, is meant whatever its days; among several the first day decides. */
const KNOWN = `
  select k.*, coalesce(cardinality(m.ids), 0) as there, m.withdrawn, m.by_day,
    case when cardinality(m.ids) = 1 and k.namesakes = 1 then m.ids[1] when cardinality(m.by_day) = 1 then m.by_day[1] end as measure_id
  from meant k
  left join lateral (
    select array_agg(m.id) filter (where m.status <> 'WITHDRAWN') as ids,
      array_agg(m.id) filter (where m.status <> 'WITHDRAWN' and m.from_on is not distinct from k.from_on) as by_day, bool_or(m.status = 'WITHDRAWN') as withdrawn
    from measure m where m.household_id = k.household_id and m.year = k.of_year and m.category = k.category and m.project = k.project) m on true`;

/** What is over is not begun again by a sheet that was not kept up. */
const BEGUN_AGAIN = "m.status in ('DONE', 'PARTLY', 'STOPPED') and k.said_status = 'RUNNING'";
/** What the row says otherwise than it stands. */
const DIFFERS = `exists (select 1 from jsonb_each(r.values->'measure') n
  where n.key = any ('{${MEASURE_COLUMNS.join(",")}}'::text[]) and not (n.key = 'status' and ${BEGUN_AGAIN}) and to_jsonb(m)->n.key is distinct from n.value)`;

const JUDGE = `
  with judged as (
    select k.*, ${toldAnd("k.told", [
      ...householdFindings("$2"),
      problemIf(
        "k.household_id is not null and k.project is not null and k.category is not null and k.first_row <> k.row_no",
        "project",
        "duplicateInFile",
        "error",
        "jsonb_build_object('row', k.first_row)",
      ),
      problemIf(
        "k.measure_id is null and k.there > 0 and k.namesakes = 1 or cardinality(k.by_day) > 1 and k.measure_id is null",
        "project",
        "measureTwice",
        "error",
        "jsonb_build_object('count', k.there)",
      ),
      problemIf("k.there = 0 and k.withdrawn", "project", "measureWithdrawn", "error"),
      problemIf(BEGUN_AGAIN, "status", "measureEnded", "warn"),
      problemIf(
        "coalesce(k.to_on, m.to_on) < coalesce(k.from_on, m.from_on) and not k.to_on < k.from_on",
        "days",
        "daysBackward",
        "error",
      ),
    ])} as problems
    from known k left join measure m on m.id = k.measure_id offset 0)
  update import_row r set problems = k.problems, subject_id = k.measure_id, division_id = k.lives_in,
    values = r.values || jsonb_build_object('meant', jsonb_build_object('householdId', k.household_id, 'year', k.of_year)),
    action = ${unlessBad("k.problems", `case when k.measure_id is null then 'ADD' when (select ${DIFFERS} from measure m where m.id = k.measure_id) then 'UPDATE' else 'SAME' end`)}
  from judged k where r.import_id = $1::uuid and r.row_no = k.row_no`;

export const resolveMeasures: Resolver = async (client, record, elsewhere) => {
  await namedHouseholds(client, record);
  await tableOf(client, "meant", MEANT, null, [record.id, record.year]);
  await tableOf(client, "known", KNOWN, ["row_no"]);
  await client.query(JUDGE, [record.id, elsewhere]);
};
