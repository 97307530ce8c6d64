/**
 * Party organizations against the registry and against each other: known by number or by name; led by one that is there already
 * or by another row, wherever in the file it stands. The rule of affiliation is the one by which organizations are founded singly.
 */
import type pg from "pg";
import { type Basis, type Coverage, refusalsOf } from "#lib/domains/party-orgs/affiliation.ts";
import type { Setting } from "#lib/domains/party-orgs/party-org.ts";
import { today } from "#lib/platform/clock.ts";
import type { Problem } from "../sheet.ts";
import { loadPlaces } from "./load-places.ts";
import { bareOrg, kindOf, nearestOrg } from "./org-readings.ts";
import type { Places } from "./places.ts";
import type { ImportRecord } from "./record.ts";
import type { Resolver } from "./resolve.ts";
import type { OrgValues } from "./staged-values.ts";
import { splitAnswers } from "./text-readings.ts";

type Known = {
  id: number;
  name: string;
  setting: Setting;
  divisionId: number;
  level: string;
  leaderId: number | null;
  leaderName: string | null;
  secretary: string | null;
  memberCount: number | null;
  /** Who stands in its roster; null: it has none. */
  roster: number | null;
  within: boolean;
};
type Row = {
  rowNo: number;
  org: OrgValues;
  told: Problem[];
  seat: { id: number; level: string } | null;
  setting: Setting;
  coverage: Coverage | null;
  basis: Basis;
  known: Known | null;
  leader: Known | Row | null;
};
type Found = Omit<Row, "setting" | "coverage" | "basis" | "known" | "leader">;

/** What publishing must know, kept with the row. */
export type OrgMeant = {
  orgId: number | null;
  leaderId: number | null;
  leaderRow: number | null;
  /** Its members are counted, so what the sheet says of them is not written. */
  rostered: boolean;
  kind: string;
  setting: Setting;
  coverage: Coverage | null;
  basis: Basis;
  /** How many rows above it in the file must be founded first. */
  depth: number;
};

export const resolveOrgs: Resolver = async (client, record) => {
  const places = await loadPlaces(client, record.divisionId);
  const known = await knownOrgs(client, record);
  const { rows: staged } = await client.query<{ rowNo: number; org: OrgValues; told: Problem[] | null }>(
    `select row_no as "rowNo", values->'org' as org, values->'told' as told from import_row where import_id = $1 order by row_no`,
    [record.id],
  );
  const rows = staged.map(({ rowNo, org, told }) =>
    placed({ rowNo, org, told: told ?? [], seat: null }, places, record),
  );
  const registry = byName(known);
  for (const row of rows) row.known = whichOf(row, known, registry);
  const inFile = new Map<string, Row[]>();
  for (const row of rows) if (row.org.name) add(inFile, bareOrg(row.org.name), row);
  for (const row of rows) row.leader = leaderOf(row, registry, inFile, places);
  const depths = depthsOf(rows);
  for (const row of rows) judge(row, places);
  tellLed(rows, depths);
  await write(client, record, rows, depths);
};

async function knownOrgs(client: pg.PoolClient, record: ImportRecord): Promise<Known[]> {
  const { rows } = await client.query<Known>(
    `select o.id, o.name, o.setting, o.division_id as "divisionId", d.level, a.leading_org_id as "leaderId", l.name as "leaderName", o.secretary,
       o.member_count as "memberCount", n.members as roster, c.node_id is not null as within
     from party_org o join division d on d.id = o.division_id
     left join party_org_affiliation a on a.org_id = o.id and a.to_on is null left join party_org l on l.id = a.leading_org_id
     left join division_closure c on c.ancestor_id = $1 and c.node_id = o.division_id and c.to_on is null
     left join sec.org_rosters((select array_agg(id) from party_org where closed_on is null), $2::date) n on n.org_id = o.id
     where o.closed_on is null`,
    [record.divisionId, today()],
  );
  return rows;
}

function placed(row: Found, places: Places, record: ImportRecord): Row {
  const { org } = row;
  const seat = places.seat(org, record.divisionId);
  if ("key" in seat) tell(row, { ...seat, level: "error" }, String(org[seat.column] ?? ""));
  else row.seat = { id: seat.id, level: places.node(seat.id)?.level ?? "" };
  const villages: number[] = [];
  for (const name of splitAnswers(org.coverage ?? "")) {
    const village = places.find({ county: org.county, village: name });
    if ("key" in village)
      tell(row, { column: "coverage", key: village.key, values: village.values, level: "error" }, name);
    else villages.push(village.id);
  }
  const townships = new Set(villages.map((id) => places.node(id)?.parentId));
  const distinct = new Set(villages).size;
  const coverage: Coverage | null =
    distinct === 0
      ? null
      : distinct === 1
        ? "ONE_VILLAGE"
        : townships.size === 1
          ? "CROSS_VILLAGE"
          : "CROSS_TOWNSHIP";
  const said = org.setting as Setting | null;
  const setting =
    said ?? (coverage !== null || (org.basis && org.basis !== "LINE") ? "ENTITY" : "TERRITORIAL");
  const usual: Basis =
    setting !== "ENTITY" ? "LINE" : coverage === "ONE_VILLAGE" ? "VILLAGE_LED" : "APPROVER_LED";
  return {
    ...row,
    setting,
    coverage,
    basis: (org.basis as Basis | null) ?? usual,
    known: null,
    leader: null,
  };
}

function tell(row: { told: Problem[] }, problem: Problem, text?: string): void {
  row.told.push(text ? { ...problem, text } : problem);
}

function add<T>(map: Map<string, T[]>, key: string, one: T): void {
  const there = map.get(key);
  if (there) there.push(one);
  else map.set(key, [one]);
}

function byName(known: Known[]): Map<string, Known[]> {
  const names = new Map<string, Known[]>();
  for (const org of known) add(names, bareOrg(org.name), org);
  return names;
}

/** By its number; else by its name, where that and its leader or its seat leave no doubt; else it is a new one. */
function whichOf(row: Row, known: Known[], registry: Map<string, Known[]>): Known | null {
  const { orgNo, name, leaderName } = row.org;
  if (orgNo !== null) {
    const found = known.find((org) => org.id === orgNo) ?? null;
    if (!found) tell(row, { column: "orgNo", key: "orgUnknown", level: "error" });
    else if (!found.within) tell(row, { column: "orgNo", key: "orgOutside", level: "error" });
    return found?.within ? found : null;
  }
  if (!name) return null;
  const alike = (registry.get(bareOrg(name)) ?? []).filter((org) => org.within);
  const sameLeader = alike.filter(
    (org) => org.leaderName && leaderName && bareOrg(org.leaderName) === bareOrg(leaderName),
  );
  const sameSeat = alike.filter((org) => org.divisionId === row.seat?.id);
  const close = sameLeader.length > 0 ? sameLeader : sameSeat;
  if (close.length > 1) tell(row, { column: "name", key: "orgTwice", level: "error" });
  return close.length === 1 ? close[0]! : null;
}

/** One of the registry before one of the file; of several, the one that sits nearest above the row's own seat. */
function leaderOf(
  row: Row,
  registry: Map<string, Known[]>,
  inFile: Map<string, Row[]>,
  places: Places,
): Known | Row | null {
  const { leaderName: name } = row.org;
  if (!name || row.told.some(({ key }) => key === "leadsItself")) return null;
  const bare = bareOrg(name);
  const rows = (inFile.get(bare) ?? []).filter((other) => other !== row);
  // A row that updates an organization stands for that organization.
  const candidates: (Known | Row)[] = [
    ...(registry.get(bare) ?? []),
    ...rows.filter((other) => other.known === null),
  ];
  if (candidates.length === 0) {
    const names = [...registry.values(), ...inFile.values()]
      .flat()
      .map((one) => ("org" in one ? (one.org.name ?? "") : one.name));
    const near = nearestOrg(name, names);
    const values = { name: [...name].slice(0, 30).join("") };
    tell(
      row,
      {
        column: "leaderName",
        key: near ? "leaderUnknownNear" : "leaderUnknown",
        values: near ? { ...values, near } : values,
        level: "error",
      },
      name,
    );
    return null;
  }
  if (candidates.length === 1) return candidates[0]!;
  const upward = row.seat ? places.upward(row.seat.id).map(({ id }) => id) : [];
  const near = candidates
    .map((one) => ({ one, steps: upward.indexOf("org" in one ? (one.seat?.id ?? -1) : one.divisionId) }))
    .filter(({ steps }) => steps >= 0)
    .sort((one, other) => one.steps - other.steps);
  if (near[0] && near[0].steps !== near[1]?.steps) return near[0].one;
  // Of one that is there already the leader is not changed, and without a seat nobody can say which is near.
  if (row.known || !row.seat) return null;
  tell(row, { column: "leaderName", key: "leaderTwice", values: { name }, level: "error" }, name);
  return null;
}

/** How deep each row hangs below the registry; rows that lead each other in a circle have no depth, and are told so. */
function depthsOf(rows: readonly Row[]): Map<Row, number> {
  const depths = new Map<Row, number>();
  for (const start of rows) {
    const path: Row[] = [];
    let row: Row | null = start;
    while (row && !depths.has(row) && !path.includes(row)) {
      path.push(row);
      row = row.leader && "org" in row.leader ? row.leader : null;
    }
    const circle = row && !depths.has(row) ? path.indexOf(row) : path.length;
    for (const [at, member] of path.entries()) {
      if (at < circle) continue;
      const leader = member.leader as Row;
      tell(
        member,
        { column: "leaderName", key: "leaderCycle", values: { row: leader.rowNo }, level: "error" },
        member.org.leaderName ?? "",
      );
      depths.set(member, 0);
    }
    let depth = row ? (depths.get(row) ?? 0) + 1 : 0;
    for (const member of path.slice(0, circle).reverse()) depths.set(member, depth++);
  }
  return depths;
}

const COLUMN_OF = {
  coverage: "coverage",
  basis: "basis",
  leaderId: "leaderName",
  documentNo: "documentNo",
  supervisingDept: "supervisingDept",
};

/** A new one must obey the rule of affiliation; one that is there keeps its name and its leader, and is told where the sheet differs. */
function judge(row: Row, places: Places): void {
  const { known, leader, seat, org } = row;
  if (known) {
    if (known.roster !== null && org.memberCount !== null && org.memberCount !== known.roster)
      tell(row, {
        column: "memberCount",
        key: "rosterCounts",
        values: { count: known.roster },
        level: "warn",
      });
    if (org.name && bareOrg(org.name) !== bareOrg(known.name))
      tell(row, { column: "name", key: "orgNameDiffers", values: { name: known.name }, level: "warn" });
    const sameLeader = leader !== null && !("org" in leader) && leader.id === known.leaderId;
    if (leader && !sameLeader)
      tell(row, {
        column: "leaderName",
        key: "leaderDiffers",
        values: { name: known.leaderName ?? "" },
        level: "warn",
      });
    return;
  }
  if (!leader || !seat) return;
  const led =
    "org" in leader
      ? {
          id: 0,
          setting: leader.setting,
          divisionId: leader.seat?.id ?? 0,
          divisionLevel: leader.seat?.level ?? "",
        }
      : {
          id: leader.id,
          setting: leader.setting,
          divisionId: leader.divisionId,
          divisionLevel: leader.level,
        };
  const asked = {
    ...{
      setting: row.setting,
      coverage: row.coverage,
      basis: row.basis,
      leader: led,
      seat: places.upward(seat.id),
    },
    ...(org.documentNo ? { documentNo: org.documentNo } : {}),
    ...(org.supervisingDept ? { supervisingDept: org.supervisingDept } : {}),
  };
  for (const { field, key } of refusalsOf(asked)) {
    const name = key.slice("affiliation.".length);
    tell(row, {
      column: COLUMN_OF[field],
      key: `affiliation${name[0]!.toUpperCase()}${name.slice(1)}`,
      level: "error",
    });
  }
}

const isBad = (row: Row) => row.told.some(({ level }) => level === "error");

/** What is led by a row that cannot go in cannot go in either; from the top down, so that a whole branch is told. */
function tellLed(rows: readonly Row[], depths: Map<Row, number>): void {
  for (const row of [...rows].sort((one, other) => (depths.get(one) ?? 0) - (depths.get(other) ?? 0))) {
    const { leader } = row;
    if (row.known || !leader || !("org" in leader) || !isBad(leader)) continue;
    if (row.told.some(({ key }) => key === "leaderCycle")) continue;
    tell(row, { column: "leaderName", key: "leaderBad", values: { row: leader.rowNo }, level: "error" });
  }
}

async function write(
  client: pg.PoolClient,
  record: ImportRecord,
  rows: readonly Row[],
  depths: Map<Row, number>,
) {
  const told = rows.map((row) => {
    const { known, leader, org } = row;
    const differs =
      known &&
      ((org.secretary !== null && org.secretary !== known.secretary) ||
        (known.roster === null && org.memberCount !== null && org.memberCount !== known.memberCount));
    const meant: OrgMeant = {
      orgId: known?.id ?? null,
      leaderId: leader && !("org" in leader) ? leader.id : null,
      leaderRow: leader && "org" in leader ? leader.rowNo : null,
      rostered: known !== null && known.roster !== null,
      kind: org.kind ?? kindOf(org.name ?? ""),
      setting: row.setting,
      coverage: row.coverage,
      basis: row.basis,
      depth: depths.get(row) ?? 0,
    };
    return {
      row_no: row.rowNo,
      division_id: known?.divisionId ?? row.seat?.id ?? null,
      problems: row.told,
      action: isBad(row) ? "BAD" : !known ? "ADD" : differs ? "UPDATE" : "SAME",
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
