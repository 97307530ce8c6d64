/** Income against the registry: a household by its number, its sources of the year one by one; what is frozen takes in nothing. */
import { gateTable, yearFrozen } from "./gates.ts";
import { householdFindings, namedHouseholds } from "./known-households.ts";
import type { Resolver } from "./resolve.ts";
import { problemIf, toldAnd, unlessBad } from "./told.ts";

const JUDGE = `
  with judged as (
    select k.*, ${toldAnd("k.told", [
      ...householdFindings("$3"),
      yearFrozen("true", "yearFrozen"),
      problemIf(
        "k.stated is not null and k.member_count > 0 and k.member_count <> k.stated",
        "memberCount",
        "membersDiffer",
        "warn",
        "jsonb_build_object('members', k.member_count)",
      ),
    ])} as problems
    from homes k left join gate g on g.place = k.lives_in offset 0)
  update import_row r set problems = k.problems, subject_id = k.household_id, division_id = k.lives_in, action = ${unlessBad(
    "k.problems",
    `case when not exists (select 1 from jsonb_each(r.values->'income') n left join income_item t on t.household_id = k.household_id and t.year = $2::int and t.code = n.key
          where t.amount_fen is distinct from (n.value #>> '{}')::bigint) then 'SAME'
        when exists (select 1 from income_item t where t.household_id = k.household_id and t.year = $2::int) then 'UPDATE' else 'ADD' end`,
  )}
  from judged k where r.import_id = $1::uuid and r.row_no = k.row_no`;

export const resolveIncomes: Resolver = async (client, record, elsewhere, viewer) => {
  await namedHouseholds(client, record);
  await gateTable(client, { record, viewer, places: "select lives_in as place from homes" });
  await client.query(JUDGE, [record.id, record.year, elsewhere]);
};
