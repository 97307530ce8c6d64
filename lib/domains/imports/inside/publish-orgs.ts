/** Founds organizations from the top down, each as the change of the Party line that a single founding is, and notes what is reported of those that are there. */
import { may } from "#lib/domains/accounts/roles.ts";
import { nameKeys } from "#lib/domains/people/pinyin.ts";
import { refused } from "#lib/platform/problem.ts";
import type { Publishing } from "./publish.ts";
import type { OrgMeant } from "./resolve-orgs.ts";
import type { OrgValues } from "./staged-values.ts";

type Row = { rowNo: number; divisionId: number; action: "ADD" | "UPDATE"; org: OrgValues; meant: OrgMeant };

export async function publishOrgs({ client, record, viewer, today, step }: Publishing): Promise<void> {
  const { rows } = await client.query<Row>(
    `select row_no as "rowNo", division_id as "divisionId", action, values->'org' as org, values->'meant' as meant from import_row
     where import_id = $1 and action in ('ADD', 'UPDATE') order by (values->'meant'->>'depth')::int, row_no`,
    [record.id],
  );
  for (const { divisionId } of rows) if (!may(viewer, "partyOrg.change", divisionId)) throw refused();
  await step("organizations");
  const fresh = rows.filter(({ action }) => action === "ADD").map(founding);
  const founded = await client.query<{ row_no: number; org_id: number }>(
    "select row_no, org_id from sec.found_party_orgs($1::jsonb, $2)",
    [JSON.stringify(fresh), today],
  );
  const made = new Map(founded.rows.map(({ row_no, org_id }) => [row_no, org_id]));
  const said = rows.map(({ action, rowNo, org, meant }) => ({
    id: meant.orgId ?? made.get(rowNo),
    fresh: action === "ADD",
    secretary: org.secretary,
    members: meant.rostered ? null : org.memberCount,
  }));
  const given = "jsonb_to_recordset($1::jsonb) as n (id int, fresh boolean, secretary text, members int)";
  await client.query(
    `insert into change (account_id, account_name, verb, entity, entity_id, division_id, field, old, new)
     select $2, $3, 'import.published', 'partyOrg', o.id::text, o.division_id, f.field, f.old, f.new
     from ${given} join party_org o on o.id = n.id
     cross join lateral (values ('secretary', case when not n.fresh then o.secretary end, n.secretary),
       ('memberCount', case when not n.fresh then o.member_count::text end, n.members::text)) f (field, old, new)
     where f.new is not null and f.old is distinct from f.new`,
    [JSON.stringify(said), viewer.accountId, viewer.name],
  );
  await client.query(
    `update party_org o set secretary = coalesce(n.secretary, o.secretary), member_count = coalesce(n.members, o.member_count), version = o.version + 1
     from ${given} where o.id = n.id and (n.secretary is not null or n.members is not null)`,
    [JSON.stringify(said.filter(({ fresh }) => !fresh))],
  );
}

/** In the order of the rows, those above before those below them. */
function founding({ rowNo, org, meant, divisionId }: Row) {
  const name = org.name ?? "";
  return {
    ...{
      rowNo,
      divisionId,
      leaderId: meant.leaderId,
      leaderRow: meant.leaderRow,
      documentNo: org.documentNo,
      secretary: org.secretary,
      members: org.memberCount,
    },
    detail: {
      ...{ name, kind: meant.kind, setting: meant.setting, basis: meant.basis },
      ...(meant.coverage ? { coverage: meant.coverage } : {}),
      ...(org.supervisingDept ? { supervisingDept: org.supervisingDept } : {}),
      ...(org.foundedOn ? { foundedOn: org.foundedOn } : {}),
      ...nameKeys(name),
    },
  };
}
