/** What must hold before an organization is split: asked by the rehearsal and, again, by the command that does it. */
import type * as z from "zod";
import { ENDINGS, effectiveDay, refuseWaiting } from "#lib/domains/divisions/tree-change.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Sql } from "#lib/platform/sql.ts";
import { type Basis, refusalsOf } from "../affiliation.ts";
import type { SplitOrg } from "../input.ts";
import { type Asking, sameNames, stillOpen } from "./check-change.ts";
import { asLeader, type Org, orgOf, seatOf } from "./org.ts";

export async function checkSplit({ sql, today }: Asking, input: z.output<typeof SplitOrg>, org: Org) {
  const effectiveOn = effectiveDay(input.effectiveOn, today);
  stillOpen(org);
  if (org.leaderId === null) throw rule("partyOrg.topNotSplit");
  await refuseWaiting(sql, "PARTY_ORG", org.id, ["MOVE", "SPLIT", ...ENDINGS]);
  const led = await ledBy(sql, org.id);
  const children = led.filter(({ id }) => input.children.includes(id));
  if (children.length < new Set(input.children).size) throw rule("tree.changed", undefined, "children");
  const roster = await rosterIds(sql, org.id);
  const members = roster.filter((id) => input.members.includes(id));
  if (members.length < new Set(input.members).size) throw rule("tree.changed", undefined, "members");
  // Beside the last of the fields that are there.
  const field = roster.length > 0 ? "members" : "children";
  if (children.length + members.length === 0) throw rule("partyOrg.partEmpty", undefined, field);
  if (children.length === led.length && members.length === roster.length)
    throw rule("partyOrg.partWhole", undefined, field);
  const seat = await seatRight(sql, input, org);
  return {
    effectiveOn,
    children,
    members,
    seat,
    warnings: await sameNames(sql, org.leaderId, input.name, null),
  };
}

const ledBy = (sql: Sql, id: number) => sql<{ id: number; name: string }>`
  select o.id, o.name from party_org_affiliation a join party_org o on o.id = a.org_id and o.closed_on is null
  where a.leading_org_id = ${id} and a.to_on is null order by o.id`;

/** Everybody who stands in it: the whole must not go as a part. */
async function rosterIds(sql: Sql, id: number): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    select member_id::text as id from party_membership where org_id = ${id} and to_on is null order by 1`;
  return rows.map((row) => row.id);
}

/** The new one is led as the old one is: the rule of affiliation is asked for the place where it will sit. */
async function seatRight(sql: Sql, input: z.output<typeof SplitOrg>, org: Org): Promise<number> {
  const seatId = input.seatId ?? org.divisionId;
  const seat = await seatOf(sql, seatId);
  const leader = org.leaderId === null ? null : await orgOf(sql, org.leaderId);
  if (seat[0]?.id !== seatId || !leader) throw rule("partyOrg.placeClosed", undefined, "seatId");
  const [held] = await sql<{ documentNo: string | null; supervisingDept: string | null }>`
    select document_no as "documentNo", supervising_dept as "supervisingDept" from party_org_affiliation where org_id = ${org.id} and to_on is null`;
  const [refusal] = refusalsOf({
    ...{ setting: org.setting, coverage: org.coverage, basis: org.basis as Basis },
    ...{ seat, leader: asLeader(leader) },
    documentNo: input.documentNo ?? held?.documentNo ?? undefined,
    supervisingDept: held?.supervisingDept ?? undefined,
  });
  if (refusal) throw rule(refusal.key, undefined, refusal.field === "documentNo" ? "documentNo" : "seatId");
  return seatId;
}
