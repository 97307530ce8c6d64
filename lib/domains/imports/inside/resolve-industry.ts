/**
 * Organizations of the industry chain against the register: known by their credit number, or by name and seat. Their Party coverage is
 * judged by the rule that the page of an entity follows; how their organization is led is compared, and not changed from here.
 */
import type pg from "pg";
import { tidyCreditNumber } from "#lib/domains/industry/credit-number.ts";
import type { PartyCoverage } from "#lib/domains/industry/industry.ts";
import { judgeParty } from "#lib/domains/industry/party-rule.ts";
import { type Sql, sql } from "#lib/platform/sql.ts";
import type { Problem } from "../sheet.ts";
import { loadPlaces } from "./load-places.ts";
import { bareOrg, branchOf, nearestOrg } from "./org-readings.ts";
import type { Places } from "./places.ts";
import type { ImportRecord } from "./record.ts";
import type { Resolver } from "./resolve.ts";
import type { EntityValues } from "./staged-values.ts";
import { bareLabel, splitAnswers } from "./text-readings.ts";

type Known = {
  id: string;
  name: string;
  kind: string;
  creditNo: string | null;
  divisionId: number;
  operator: string | null;
  memberCount: number | null;
  partyMembers: number | null;
  fullMembers: number | null;
  villages: number[];
  form: PartyCoverage;
  partyOrgId: number | null;
  poorMembers: number | null;
  outputFen: string | null;
  raisedFen: string | null;
};
type Org = {
  id: number;
  name: string;
  setting: string;
  divisionId: number;
  leaderName: string | null;
  basis: string | null;
  documentNo: string | null;
};
type Row = {
  rowNo: number;
  entity: EntityValues;
  told: Problem[];
  seat: number | null;
  villages: number[];
  known: Known | null;
  creditNo: string | null;
  org: Org | null;
};

/** What publishing must know, kept with the row. */
export type EntityMeant = {
  entityId: string | null;
  villages: number[];
  creditNo: string | null;
  /** Null: the sheet says nothing of it, or nothing new. */
  party: { coverage: PartyCoverage; orgId: number | null } | null;
};

const sqlOn =
  (client: pg.PoolClient): Sql =>
  async <T>(strings: TemplateStringsArray, ...values: unknown[]) => {
    const { text, values: given } = sql(strings, ...values);
    return (await client.query(text, [...given])).rows as T[];
  };

export const resolveIndustry: Resolver = async (client, record) => {
  const ask = sqlOn(client);
  const places = await loadPlaces(client, record.divisionId);
  const known = await entitiesUnder(ask, record);
  const orgs = await ask<Org>`
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
    if (!isBad(row)) await judge(ask, row);
    ownedOnce(row, owners);
  }
  await write(client, record, rows);
};

const entitiesUnder = (ask: Sql, record: ImportRecord) => ask<Known>`
  select e.id, e.name, e.kind, e.credit_no as "creditNo", e.division_id as "divisionId", e.operator, e.member_count as "memberCount",
    e.party_members as "partyMembers", e.full_members as "fullMembers", coalesce(p.coverage, 'NONE') as form, p.party_org_id as "partyOrgId",
    array(select v.village_id from industry_village v where v.entity_id = e.id order by 1) as villages,
    y.poor_members as "poorMembers", y.output_fen::text as "outputFen", y.raised_fen::text as "raisedFen"
  from industry_entity e join division_closure c on c.node_id = e.division_id and c.ancestor_id = ${record.divisionId} and c.to_on is null
  left join industry_party p on p.entity_id = e.id and p.to_on is null
  left join industry_year y on y.entity_id = e.id and y.year = ${record.year} where e.closed_on is null`;

/** The villages that are named; the seat is what the row says, else the place that holds them all. */
function placed(found: Pick<Row, "rowNo" | "entity" | "told">, places: Places, record: ImportRecord): Row {
  const row: Row = { ...found, seat: null, villages: [], known: null, creditNo: null, org: null };
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

function tell(row: { told: Problem[] }, problem: Problem, text?: string): void {
  row.told.push(text ? { ...problem, text } : problem);
}
const isBad = ({ told }: Pick<Row, "told">) => told.some(({ level }) => level === "error");

/** By its credit number; else by its name, at its seat or with a village in common. */
function whichOf(row: Row, known: readonly Known[]): Known | null {
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
async function tellTakenNumbers(ask: Sql, rows: readonly Row[]): Promise<void> {
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

/** Its own or joint organization by name, by what it has, or by being called after it; members are attached to the one above. */
function orgOf(row: Row, orgs: readonly Org[]): Org | null {
  const { form, orgName, leaderName, name } = row.entity;
  if (form === null || form === "NONE") return null;
  const attached = form === "ATTACHED";
  const column = attached && !orgName ? "leaderName" : "orgName";
  const wanted = attached ? (orgName ?? leaderName) : (orgName ?? null);
  const fits = ({ setting }: Org) => (setting === "ENTITY") !== attached;
  if (wanted === null && row.known?.partyOrgId && row.known.form === form)
    return orgs.find(({ id }) => id === row.known?.partyOrgId) ?? null;
  const sought = wanted ?? (attached ? null : branchOf(name ?? ""));
  if (sought === null) {
    tell(row, { column, key: "attachedToNobody", level: "error" });
    return null;
  }
  const named = orgs.filter((org) => bareOrg(org.name) === bareOrg(sought));
  const found = named.filter(fits);
  const near = found.filter(({ divisionId }) => divisionId === row.seat || row.villages.includes(divisionId));
  const [only, another] = near.length > 0 ? near : found;
  if (only && !another) return only;
  // There is one of that name, of the other sort.
  const unfit = attached ? "entityAttachedElsewhere" : "entityOrgNotEntity";
  const key = only ? "entityOrgTwice" : named.length > 0 ? unfit : "entityOrgUnknown";
  const slip =
    named.length > 0
      ? null
      : nearestOrg(
          sought,
          orgs.filter(fits).map((org) => org.name),
        );
  const values = { name: [...sought].slice(0, 30).join("") };
  if (slip)
    tell(row, { column, key: "entityOrgNear", values: { ...values, near: slip }, level: "error" }, sought);
  else tell(row, { column, key, values, level: "error" }, wanted ?? undefined);
  return null;
}

async function judge(ask: Sql, row: Row): Promise<void> {
  const { entity, org, villages, seat } = row;
  if (villages.length === 0 || seat === null) return;
  const chained = entity.form === "OWN" || entity.form === "JOINT";
  if (chained && entity.basis && entity.basis !== "LINE") {
    const led = entity.basis === "VILLAGE_LED";
    if (villages.length === 1 && !led)
      tell(row, { column: "basis", key: "affiliationOneVillageBasis", level: "error" });
    if (villages.length > 1 && led)
      tell(row, { column: "basis", key: "affiliationCrossBasis", level: "error" });
  }
  if (org === null || entity.form === null || entity.form === "NONE" || isBad(row)) return;
  const { fault } = await judgeParty(ask, {
    ...{ coverage: entity.form as Exclude<PartyCoverage, "NONE">, partyOrgId: org.id },
    ...{ entityId: row.known?.id ?? null, seatId: seat, villages: allVillages(row) },
  });
  const column = entity.form === "ATTACHED" && !entity.orgName ? "leaderName" : "orgName";
  for (const key of fault ? (fault.broken.length > 0 ? fault.broken : [fault.key]) : [])
    tell(row, { column, key: wordOf(key), values: fault?.values, level: "error" });
  if (fault || !chained) return;
  const { leaderName, basis, documentNo } = org;
  if (entity.leaderName && leaderName && bareOrg(entity.leaderName) !== bareOrg(leaderName))
    tell(row, { column: "leaderName", key: "leaderDiffers", values: { name: leaderName }, level: "warn" });
  if (
    (entity.basis && entity.basis !== basis) ||
    (entity.documentNo && documentNo && entity.documentNo !== documentNo)
  )
    tell(row, {
      column: entity.basis === basis ? "documentNo" : "basis",
      key: "affiliationDiffers",
      level: "warn",
    });
}

/** Two rows of a file may not both call an organization their own. */
function ownedOnce(row: Row, owners: Map<number, string>): void {
  if (row.org === null || row.entity.form !== "OWN" || isBad(row)) return;
  const other = owners.get(row.org.id);
  const values = { name: row.org.name, other: other ?? "" };
  if (other !== undefined) tell(row, { column: "orgName", key: "entityOrgShared", values, level: "error" });
  else owners.set(row.org.id, row.entity.name ?? "");
}

/** The words of the room "problems" as this room calls them: "affiliation.crossBasis" → affiliationCrossBasis, "industry.orgShared" → entityOrgShared. */
const wordOf = (key: string): string => {
  const [room = "", name = ""] = key.split(".");
  const rest = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  return room === "affiliation" ? `affiliation${rest}` : `entity${rest}`;
};

/** What a sheet does not name is not taken away. */
const allVillages = ({ villages, known }: Row) => [...new Set([...villages, ...(known?.villages ?? [])])];

const FACTS = ["kind", "operator", "memberCount", "partyMembers", "fullMembers", "poorMembers"] as const;

function differs({ entity, known, villages, creditNo, org }: Row): boolean {
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
const partyChanges = ({ entity, known, org }: Pick<Row, "entity" | "known" | "org">) =>
  entity.form !== null &&
  (entity.form !== (known?.form ?? "NONE") || (org?.id ?? null) !== (known?.partyOrgId ?? null));

async function write(client: pg.PoolClient, record: ImportRecord, rows: readonly Row[]) {
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
