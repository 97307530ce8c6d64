/** Households of a list for publicity against the registry: whether each may go this way now; one whose case runs already is let be. */
import { type HouseholdKind, MOVES } from "#lib/domains/procedures/procedure.ts";
import { householdFindings, namedHouseholds } from "./known-households.ts";
import type { Resolver } from "./resolve.ts";
import { problemIf, tableOf, toldAnd, unlessBad } from "./told.ts";

const KINDS = ["IDENTIFICATION", "EXIT", "RETURN", "REMOVAL"] as const satisfies readonly HouseholdKind[];

const MEANT = `
  select k.*, r.values->'proposal'->>'kind' as kind,
    (select c.kind from procedure_case c where c.household_id = k.household_id and c.status in ('RUNNING', 'OBJECTION')
       and c.kind not in ('MONITORING', 'RISK_ELIMINATION') limit 1) as running
  from homes k join import_row r on r.import_id = $1::uuid and r.row_no = k.row_no`;

const allowed = KINDS.map(
  (kind) =>
    `k.kind = '${kind}' and k.now_status in (${MOVES[kind].from.map((one) => `'${one}'`).join(", ")})`,
).join(" or ");

const JUDGE = `
  with judged as (
    select k.*, ${toldAnd("k.told", [
      ...householdFindings("$2"),
      problemIf("k.running is not null and k.running <> k.kind", "item", "otherCaseRuns", "error"),
      problemIf(
        `k.running is null and k.household_id is not null and not coalesce(k.ended, false) and k.kind is not null and not (${allowed})`,
        "item",
        "statusNotForItem",
        "error",
      ),
    ])} as problems
    from meant k offset 0)
  update import_row r set problems = k.problems, subject_id = k.household_id, division_id = k.lives_in,
    action = ${unlessBad("k.problems", "case when k.running is null then 'ADD' else 'SAME' end")}
  from judged k where r.import_id = $1::uuid and r.row_no = k.row_no`;

export const resolvePublicity: Resolver = async (client, record, elsewhere) => {
  await namedHouseholds(client, record);
  await tableOf(client, "meant", MEANT, null, [record.id]);
  await client.query(JUDGE, [record.id, elsewhere]);
};
