/** Puts a person into a roster: with a row of his own, or with the one that he has since he left an earlier one. */
import { dayToColumn } from "#lib/platform/clock.ts";
import { conflict, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { Status, WAYS_IN } from "../member.ts";
import { asColumns, type Facts } from "./facts.ts";
import type { RosterOrg } from "./org.ts";
import type { KnownPerson } from "./person.ts";

type Entry = { how: (typeof WAYS_IN)[number]; cameFrom: string | null; fromOn: string };
type Before = { id: string; status: Status; lastOrg: string | null; lastOn: string | null; version: number };

export async function putIntoRoster(
  work: Work,
  person: KnownPerson,
  org: RosterOrg,
  facts: Facts,
  entry: Entry,
): Promise<string> {
  const before = await rowOf(work, person);
  const id = before
    ? await again(work, before, person, org, facts, entry)
    : await anew(work, person, org, facts);
  await work.tx.partyMembership.create({
    data: {
      memberId: id,
      orgId: org.id,
      divisionId: org.divisionId,
      fromOn: dayToColumn(entry.fromOn),
      how: entry.how,
      cameFrom: entry.cameFrom,
      accountId: work.viewer.accountId,
    },
    select: { id: true },
  });
  return id;
}

async function rowOf({ sql }: Work, person: KnownPerson): Promise<Before | null> {
  const [row] = await sql<Before>`
    select m.id, m.status, m.version, s.name as "lastOrg", s.to_on::text as "lastOn" from party_member m
    left join lateral (select o.name, s.to_on from party_membership s join party_org o on o.id = s.org_id where s.member_id = m.id
      order by s.from_on desc, s.to_on nulls first limit 1) s on true
    where m.person_id = ${person.id}::uuid for update of m`;
  if (row) return row;
  const [elsewhere] = await sql<{ known: boolean }>`select sec.is_party_member(${person.id}::uuid) as known`;
  if (elsewhere?.known) throw rule("member.elsewhere", { name: person.name }, "personId");
  return null;
}

async function anew(
  { tx, viewer }: Work,
  person: KnownPerson,
  org: RosterOrg,
  facts: Facts,
): Promise<string> {
  const { id } = await tx.partyMember.create({
    data: {
      personId: person.id,
      name: person.name,
      sex: person.sex,
      birthOn: person.birthOn === null ? null : dayToColumn(person.birthOn),
      ethnicity: person.ethnicity,
      ...asColumns(facts),
      divisionId: org.divisionId,
      accountId: viewer.accountId,
    },
    select: { id: true },
  });
  return id;
}

async function again(
  { tx }: Work,
  before: Before,
  person: KnownPerson,
  org: RosterOrg,
  facts: Facts,
  { fromOn }: Entry,
): Promise<string> {
  const { id, status, version, lastOn, lastOrg } = before;
  if (status === "ACTIVE")
    throw rule("member.already", { name: person.name, org: lastOrg ?? "" }, "personId");
  if (status === "DIED") throw rule("member.dead", { name: person.name }, "personId");
  if (lastOn !== null && fromOn < lastOn) throw rule("member.beforeEnd", { day: lastOn }, "fromOn");
  const { count } = await tx.partyMember.updateMany({
    where: { id, version },
    data: {
      ...asColumns(facts),
      status: "ACTIVE",
      statusOn: null,
      statusWhy: null,
      divisionId: org.divisionId,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw conflict();
  return id;
}
