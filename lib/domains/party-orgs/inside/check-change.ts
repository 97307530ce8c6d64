/** What must hold before the Party line is changed: asked by the rehearsal and, again, by the command that does it. */
import type * as z from "zod";
import { readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { ENDINGS, effectiveDay, refuseWaiting } from "#lib/domains/divisions/tree-change.ts";
import { type FieldProblems, invalid, notFound, rule } from "#lib/platform/problem.ts";
import type { Sql } from "#lib/platform/sql.ts";
import { type Affiliation, refusalsOf } from "../affiliation.ts";
import type { CloseOrg, MergeOrgs, MoveOrg, OpenOrg, RenameOrg } from "../input.ts";
import type { OrgKind } from "../party-org.ts";
import { asLeader, type Org, orgOf, seatOf } from "./org.ts";

export type Warning = { key: "sameName"; name: string };
export type Asking = { sql: Sql; today: string };

export async function checkOpen(asking: Asking, input: z.output<typeof OpenOrg>) {
  const effectiveOn = effectiveDay(input.effectiveOn, asking.today);
  const leader = await leaderOf(asking.sql, input.leaderId);
  const seat = await seatOf(asking.sql, input.divisionId);
  if (seat[0]?.id !== input.divisionId) throw rule("partyOrg.placeClosed", undefined, "divisionId");
  refuse({ ...input, seat, leader: asLeader(leader) });
  const foundedOn = input.foundedOn === undefined ? null : readDay(input.foundedOn, asking.today);
  if (input.foundedOn !== undefined && foundedOn === null)
    throw invalid({ foundedOn: [dayProblem(input.foundedOn, asking.today)] });
  if (foundedOn !== null && foundedOn > effectiveOn)
    throw rule("partyOrg.foundedLater", undefined, "foundedOn");
  return {
    effectiveOn,
    leader,
    foundedOn,
    warnings: await sameNames(asking.sql, leader.id, input.name, null),
  };
}

export async function checkRename({ sql, today }: Asking, input: z.output<typeof RenameOrg>, org: Org) {
  const effectiveOn = effectiveDay(input.effectiveOn, today);
  stillOpen(org);
  const recast = input.orgKind !== undefined && input.orgKind !== org.kind;
  if (input.name === org.name && !recast) throw rule("partyOrg.sameAsNow", undefined, "name");
  await refuseWaiting(sql, "PARTY_ORG", org.id, ["RENAME", ...ENDINGS]);
  const warnings = org.leaderId === null ? [] : await sameNames(sql, org.leaderId, input.name, org.id);
  return { effectiveOn, warnings, recast: recast ? { from: org.kind, to: input.orgKind as OrgKind } : null };
}

export async function checkMove({ sql, today }: Asking, input: z.output<typeof MoveOrg>, org: Org) {
  const effectiveOn = effectiveDay(input.effectiveOn, today);
  stillOpen(org);
  const leader = await leaderOf(sql, input.leaderId);
  if (await standsUnder(sql, leader.id, org.id)) throw rule("tree.cycle", undefined, "leaderId");
  if (leader.id === org.leaderId && input.basis === org.basis)
    throw rule("tree.alreadyThere", { name: leader.name }, "leaderId");
  const { setting, coverage } = org;
  refuse({ ...input, setting, coverage, seat: await seatOf(sql, org.divisionId), leader: asLeader(leader) });
  await refuseWaiting(sql, "PARTY_ORG", org.id, ["MOVE", ...ENDINGS]);
  return { effectiveOn, leader, warnings: await sameNames(sql, leader.id, org.name, org.id) };
}

export async function checkClose({ sql, today }: Asking, input: z.output<typeof CloseOrg>, org: Org) {
  const effectiveOn = effectiveDay(input.effectiveOn, today);
  stillOpen(org);
  const successor = await leaderOf(sql, input.targetId, "targetId");
  if (successor.id === org.id) throw rule("tree.successorIsItself", undefined, "targetId");
  if (await standsUnder(sql, successor.id, org.id)) throw rule("tree.cycle", undefined, "targetId");
  if (successor.setting === "ENTITY" && org.setting !== "ENTITY")
    throw rule("affiliation.lineLeader", undefined, "targetId");
  await refuseWaiting(sql, "PARTY_ORG", org.id, ["OPEN", "RENAME", "MOVE", "SPLIT", ...ENDINGS]);
  return { effectiveOn, successor, warnings: [] as Warning[] };
}

export async function checkMerge(asking: Asking, input: z.output<typeof MergeOrgs>, org: Org) {
  const dated = { effectiveOn: input.effectiveOn, documentNo: input.documentNo };
  let effectiveOn = effectiveDay(input.effectiveOn, asking.today);
  if (input.sources.length === 0) throw rule("partyOrg.mergeNone", undefined, "sources");
  const sources: Org[] = [];
  for (const id of new Set(input.sources)) {
    const source = await orgOf(asking.sql, id);
    if (!source) throw rule("tree.changed", undefined, "sources");
    ({ effectiveOn } = await checkClose(asking, { id, targetId: org.id, ...dated }, source));
    sources.push(source);
  }
  const name = input.name === org.name ? undefined : input.name;
  const warnings = name ? (await checkRename(asking, { id: org.id, name, ...dated }, org)).warnings : [];
  return { effectiveOn, sources, name, warnings };
}

/** Each refusal stands beside the field that mends it. */
function refuse(asked: Affiliation): void {
  const fields: FieldProblems = {};
  for (const { field, key } of refusalsOf(asked)) fields[field] = [{ key }];
  if (Object.keys(fields).length > 0) throw invalid(fields);
}

async function leaderOf(sql: Sql, id: number, field = "leaderId"): Promise<Org> {
  const leader = await orgOf(sql, id);
  if (!leader) throw notFound();
  stillOpen(leader, field);
  return leader;
}

export function stillOpen(org: Org, field?: string): void {
  if (org.closedOn !== null) throw rule("tree.closed", { name: org.name, day: org.closedOn }, field);
}

async function standsUnder(sql: Sql, node: number, ancestor: number): Promise<boolean> {
  const rows =
    await sql`select 1 from party_org_closure where ancestor_id = ${ancestor} and node_id = ${node} and to_on is null`;
  return rows.length > 0;
}

export async function sameNames(
  sql: Sql,
  leaderId: number,
  name: string,
  but: number | null,
): Promise<Warning[]> {
  const rows = await sql<{
    name: string;
  }>`select o.name from party_org_affiliation a join party_org o on o.id = a.org_id
    where a.leading_org_id = ${leaderId} and a.to_on is null and o.name = ${name} and o.closed_on is null
      and o.id is distinct from ${but}::int limit 1`;
  return rows.map((row) => ({ key: "sameName", name: row.name }));
}
