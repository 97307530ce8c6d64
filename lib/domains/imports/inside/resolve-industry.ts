/**
 * Organizations of the industry chain against the register: known by their credit number, or by name and seat. Their Party coverage is
 * judged by the rule that the page of an entity follows; how their organization is led is compared, and not changed from here.
 */
import type pg from "pg";
import { tidyCreditNumber } from "#lib/domains/industry/credit-number.ts";
import type { PartyCoverage } from "#lib/domains/industry/industry.ts";
import type { Sql } from "#lib/platform/sql.ts";
import type { Problem } from "../sheet.ts";
import { askerOn } from "./asker.ts";
import { judgeCoverage, orgOf, ownedOnce } from "./industry-party.ts";
import {
  allVillages,
  type EntityOrg,
  type EntityRow,
  isBad,
  type KnownEntity,
  tell,
} from "./industry-row.ts";
import { loadPlaces } from "./load-places.ts";
import type { Places } from "./places.ts";
import type { ImportRecord } from "./record.ts";
import type { Resolver } from "./resolve.ts";
import type { EntityValues } from "./staged-values.ts";
import { bareLabel, splitAnswers } from "./text-readings.ts";

/** What publishing must know, kept with the row. */
export type EntityMeant = {
  entityId: string | null;
  villages: number[];
  creditNo: string | null;
  /** Null: the sheet says nothing of it, or nothing new. */
  party: { coverage: PartyCoverage; orgId: number | null } | null;
};

export const resolveIndustry: Resolver = async (client, record, _elsewhere, viewer) => {
  const { sql: ask } = askerOn(client, viewer);
  const places = await loadPlaces(client, record.divisionId);
  const known = await entitiesUnder(ask, record);
  const orgs = await ask<EntityOrg>`
    select o.id, o.name, o.setting, o.division_id as "divisionId", l.name as "leaderName", a.basis, a.document_no as "documentNo"
    from party_org o left join party_org_affiliation a on a.org_id = o.id and a.to_on is null left join party_org l on l.id = a.leading_org_id
    where o.closed_on is null`;
  const staged = await ask<{ rowNo: number; entity: EntityValues; told: Problem[] | null }>`
    select row_no as "rowNo", values->'entity' as entity, values->'told' as told from import_row where import_id = ${record.id}::uuid order by row_no`;
  const rows = staged.map(({ rowNo, entity, told }) => {
    const row = placed({ rowNo, entity, told: told ?? [] }, places, record);
    row.known = whichOf(row, known);
    return row;
  });
  await tellTakenNumbers(ask, rows);
  const owners = new Map<number, string>();
  for (const row of rows) {
    row.org = orgOf(row, orgs);
    if (!isBad(row)) await judgeCoverage(ask, row);
    ownedOnce(row, owners);
  }
  await write(client, record, rows);
};

const entitiesUnder = (ask: Sql, record: ImportRecord) => ask<KnownEntity>`
  select e.id, e.name, e.kind, e.credit_no as "creditNo", e.division_id as "divisionId", e.operator, e.member_count as "memberCount",
    e.party_members as "partyMembers", e.full_members as "fullMembers", coalesce(p.coverage, 'NONE') as form, p.party_org_id as "partyOrgId",
    array(select v.village_id from industry_village v where v.entity_id = e.id order by 1) as villages,
    y.poor_members as "poorMembers", y.output_fen::text as "outputFen", y.raised_fen::text as "raisedFen"
  from industry_entity e join division_closure c on c.node_id = e.division_id and c.ancestor_id = ${record.divisionId} and c.to_on is null
  left join industry_party p on p.entity_id = e.id and p.to_on is null
  left join industry_year y on y.entity_id = e.id and y.year = ${record.year} where e.closed_on is null`;

/** The villages that are named; the seat is what the row says, else the place that holds them all. */
function placed(
  found: Pick<EntityRow, "rowNo" | "entity" | "told">,
  places: Places,
  record: ImportRecord,
): EntityRow {
  const row: EntityRow = { ...found, seat: null, villages: [], known: null, creditNo: null, org: null };
  const { county, township, village, coverage } = row.entity;
  for (const name of splitAnswers(coverage ?? "")) {
    const one = places.find({ county, village: name });
    if ("key" in one)
      tell(row, { column: "coverage", key: one.key, values: one.values, level: "error" }, name);
    else if (!row.villages.includes(one.id)) row.villages.push(one.id);
  }
  if (county || township || village) {
    const seat = places.seat({ county, township, village }, record.divisionId);
    if ("key" in seat) tell(row, { ...seat, level: "error" }, String(row.entity[seat.column] ?? ""));
    else row.seat = seat.id;
  } else if (row.villages.length > 0) {
    const [first, ...others] = row.villages.map((id) => places.upward(id));
    const shared = first?.find(({ id }) => others.every((path) => path.some((node) => node.id === id)));
    row.seat = shared?.id ?? null;
  }
  if (row.seat !== null && !places.upward(row.seat).some(({ id }) => id === record.divisionId))
    tell(row, { column: "coverage", key: "entityBeyond", level: "error" });
  row.villages.sort((one, other) => one - other);
  return row;
}

/** By its credit number; else by its name, at its seat or with a village in common. */
function whichOf(row: EntityRow, known: readonly KnownEntity[]): KnownEntity | null {
  const number = tidyCreditNumber(row.entity.creditNo ?? "");
  row.creditNo = number.length === 18 ? number : null;
  const same = row.creditNo === null ? undefined : known.find(({ creditNo }) => creditNo === row.creditNo);
  if (same) {
    if (row.entity.name && bareLabel(same.name) !== bareLabel(row.entity.name))
      tell(row, { column: "name", key: "entityNameDiffers", values: { name: same.name }, level: "warn" });
    return same;
  }
  const bare = bareLabel(row.entity.name ?? "");
  const alike = known.filter(
    (one) =>
      bareLabel(one.name) === bare &&
      (row.creditNo === null || one.creditNo === null) &&
      (one.divisionId === row.seat || one.villages.some((id) => row.villages.includes(id))),
  );
  if (alike.length > 1) tell(row, { column: "name", key: "entityTwice", level: "error" });
  return alike.length === 1 ? alike[0]! : null;
}

/** Numbers that an entity elsewhere bears; the register is known to everybody signed in. */
async function tellTakenNumbers(ask: Sql, rows: readonly EntityRow[]): Promise<void> {
  const numbers = rows.flatMap(({ creditNo }) => (creditNo === null ? [] : [creditNo]));
  const bearers = await ask<{ id: string; name: string; creditNo: string }>`
    select id, name, credit_no as "creditNo" from industry_entity where credit_no = any (${numbers}::text[])`;
  const bearerOf = new Map(bearers.map((one) => [one.creditNo, one]));
  for (const row of rows) {
    const other = row.creditNo === null ? undefined : bearerOf.get(row.creditNo);
    if (other && other.id !== row.known?.id)
      tell(row, { column: "creditNo", key: "creditTaken", values: { name: other.name }, level: "error" });
  }
}

const FACTS = ["kind", "operator", "memberCount", "partyMembers", "fullMembers", "poorMembers"] as const;

function differs({ entity, known, villages, creditNo, org }: EntityRow): boolean {
  if (!known) return true;
  const fen = (value: number | null) => (value === null ? null : String(value));
  return (
    FACTS.some((key) => entity[key] !== null && entity[key] !== known[key]) ||
    (creditNo !== null && creditNo !== known.creditNo) ||
    villages.some((id) => !known.villages.includes(id)) ||
    (entity.outputFen !== null && fen(entity.outputFen) !== known.outputFen) ||
    (entity.raisedFen !== null && fen(entity.raisedFen) !== known.raisedFen) ||
    partyChanges({ entity, known, org })
  );
}
const partyChanges = ({ entity, known, org }: Pick<EntityRow, "entity" | "known" | "org">) =>
  entity.form !== null &&
  (entity.form !== (known?.form ?? "NONE") || (org?.id ?? null) !== (known?.partyOrgId ?? null));

async function write(client: pg.PoolClient, record: ImportRecord, rows: readonly EntityRow[]) {
  for (const row of rows) {
    if (row.known?.villages.some((id) => !row.villages.includes(id)))
      tell(row, { column: "coverage", key: "villagesKept", level: "warn" });
    if (!row.known && row.entity.kind === null && !row.told.some(({ column }) => column === "kind"))
      tell(row, { column: "kind", key: "required", level: "error" });
  }
  const told = rows.map((row) => {
    const { known, entity, org, creditNo } = row;
    const meant: EntityMeant = {
      entityId: known?.id ?? null,
      villages: allVillages(row),
      creditNo,
      party: partyChanges(row) ? { coverage: entity.form as PartyCoverage, orgId: org?.id ?? null } : null,
    };
    return {
      row_no: row.rowNo,
      division_id: known?.divisionId ?? row.seat,
      problems: row.told,
      action: isBad(row) ? "BAD" : !known ? "ADD" : differs(row) ? "UPDATE" : "SAME",
      meant,
    };
  });
  await client.query(
    `update import_row r set division_id = n.division_id, problems = n.problems, action = n.action, values = r.values || jsonb_build_object('meant', n.meant)
     from jsonb_to_recordset($2::jsonb) as n (row_no int, division_id int, problems jsonb, action text, meant jsonb)
     where r.import_id = $1 and r.row_no = n.row_no`,
    [record.id, JSON.stringify(told)],
  );
}
