/** The households that the rows of a sheet name by number, and what is told of a row whose household is not to be had. */
import type pg from "pg";
import type { ImportRecord } from "./record.ts";
import { problemIf, stagedTable, tableOf } from "./told.ts";

/** Files that ended: dissolved, or joined with another. Nothing is written into them any more. */
const ENDED = "h.status = 'DISSOLVED'";

/** The table "homes": each staged row (s) with its household (h) and the place where it lives. */
export async function namedHouseholds(
  client: pg.PoolClient,
  record: ImportRecord,
  /** Whether a row without a number may name its household by village and head. */
  byHead = false,
): Promise<void> {
  await stagedTable(client, record.id);
  await tableOf(
    client,
    "homes",
    `select s.*, ${byHead ? "n.heads_found, " : ""}h.id as household_id, h.division_id as lives_in, h.head_name, h.status as now_status, h.member_count, coalesce(${ENDED}, false) as ended, c.node_id is null as outside
     from staged s ${byHead ? BY_HEAD : ""} left join household h on ${byHead ? "h.id = coalesce(b.id, n.id)" : "h.household_no = s.household_no"}
     left join division_closure c on c.ancestor_id = $1::int and c.node_id = h.division_id and c.to_on is null`,
    ["row_no", "household_id"],
    [record.divisionId],
  );
}

const BY_HEAD = `left join household b on b.household_no = s.household_no
  left join lateral (select case when count(*) = 1 then (array_agg(h.id))[1] end as id, count(*)::int as heads_found from household h
    where s.household_no is null and h.division_id = s.division_id and h.head_name = s.name and not ${ENDED}) n on true`;

/** The same of a row that names village and head. */
export const headFindings = [
  problemIf(
    "k.household_id is null and k.household_no is null and k.division_id is not null and k.name <> '' and k.heads_found = 0",
    "headName",
    "householdUnknown",
    "error",
  ),
  problemIf(
    "k.heads_found > 1",
    "householdNo",
    "householdTwice",
    "error",
    "jsonb_build_object('name', k.name)",
  ),
];

/** Of a row (k); `elsewhere` is the parameter with the rows whose household is registered where the requester may not look. */
export const householdFindings = (elsewhere: string) => [
  problemIf(
    `k.household_id is null and k.row_no = any (${elsewhere})`,
    "householdNo",
    "householdElsewhere",
    "error",
  ),
  problemIf(
    `k.household_id is null and k.household_no is not null and not k.row_no = any (${elsewhere})`,
    "householdNo",
    "householdUnknown",
    "error",
  ),
  problemIf("k.household_id is not null and k.outside", "householdNo", "householdOutside", "error"),
  problemIf("k.ended", "householdNo", "householdEnded", "error"),
  problemIf(
    "k.household_id is not null and k.name <> '' and k.head_name <> k.name",
    "headName",
    "headMismatch",
    "error",
    "jsonb_build_object('name', k.head_name)",
  ),
];
