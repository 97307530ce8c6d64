/** What keeps an organization going: its terms, its place on the list of weak ones, and what it lacks by the office's numbers. */
import { type Entry, entriesOf } from "#lib/domains/dictionaries/dictionary.ts";
import { storedEntries } from "#lib/domains/dictionaries/queries.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Refusal, refusalsOf } from "../affiliation.ts";
import { type Lack, lacksOf, type Sizes } from "../lacks.ts";
import { membersOf, type Roster } from "../party-org.ts";
import { secretaryOn } from "../secretary.ts";
import { asLeader, type Org, orgOf, seatOf } from "./org.ts";
import { sizesToday } from "./sizes.ts";

export type TermRow = {
  id: string;
  electedOn: string;
  years: number;
  endsOn: string;
  dueOn: string;
  documentNo: string | null;
  postponedTo: string | null;
  postponedDocument: string | null;
  reelectedOn: string | null;
  result: string | null;
  version: number;
};
export type WeakLine = {
  id: string;
  year: number;
  cause: string;
  status: string;
  open: number;
  overdue: number;
};
export type Life = { terms: TermRow[]; weak: WeakLine[]; causes: Entry[]; sizes: Sizes; lacks: Lack[] };

export async function lifeOf(scope: Scope, org: Org & { roster: Roster | null }, led: number): Promise<Life> {
  const { sql, today, viewer } = scope;
  const within = (alias: string) => reachable(viewer, { division: `${alias}.division_id` });
  const terms = await termsOf(scope, org.id);
  const weak = await sql<WeakLine>`
    select w.id::text as id, w.year, w.cause, w.status, (select count(*)::int from party_org_weak_measure m where m.weak_id = w.id and m.done_on is null) as open,
      (select count(*)::int from party_org_weak_measure m where m.weak_id = w.id and m.done_on is null and m.due_on < ${today}::date and w.status = 'OPEN') as overdue
    from party_org_weak w where w.org_id = ${org.id} and ${within("w")} order by w.year desc limit 20`;
  const sizes = await sizesToday(scope);
  const stock = {
    ...org,
    ...(await secretaryOf(scope, org.id)),
    memberCount: membersOf(org),
    full: org.roster?.full ?? org.memberCount,
    counted: org.roster !== null,
    led,
    term: terms.find(({ reelectedOn }) => reelectedOn === null) ?? null,
    breaks: await breaksOf(scope, org),
    weak: weak.find(({ status }) => status === "OPEN" || status === "REPORTED") ?? null,
  };
  const causes = entriesOf("WEAK_CAUSES", await storedEntries(sql));
  return { terms, weak, causes, sizes, lacks: org.closedOn === null ? lacksOf(stock, sizes, today) : [] };
}

/** Who is secretary today, and the post that says so where it is kept and within reach. */
async function secretaryOf({ sql, today, viewer }: Scope, orgId: number) {
  const within = reachable(viewer, { division: "p.division_id" });
  const [found] = await sql<{ secretary: string | null; secretaryPost: string | null }>`
    select ${secretaryOn(today, within)} as secretary,
      (select p.id from post p where p.party_org_id = o.id and p.principal and ${within}) as "secretaryPost"
    from party_org o where o.id = ${orgId}`;
  return found ?? { secretary: null, secretaryPost: null };
}

export const termsOf = ({ sql }: Scope, orgId: number) => sql<TermRow>`
  select id::text as id, elected_on::text as "electedOn", years, ends_on::text as "endsOn", due_on::text as "dueOn", document_no as "documentNo",
    postponed_to::text as "postponedTo", postponed_document as "postponedDocument", reelected_on::text as "reelectedOn", result, version
  from party_org_term where org_id = ${orgId} order by elected_on desc limit 20`;

/** What the rule of affiliation would refuse today, of what holds. */
async function breaksOf({ sql }: Scope, org: Org): Promise<Refusal[]> {
  const leader = org.leaderId === null ? null : await orgOf(sql, org.leaderId);
  if (!leader || org.basis === null) return [];
  const [held] = await sql<{ documentNo: string | null; supervisingDept: string | null }>`
    select document_no as "documentNo", supervising_dept as "supervisingDept" from party_org_affiliation where org_id = ${org.id} and to_on is null`;
  return refusalsOf({
    ...{ setting: org.setting, coverage: org.coverage, basis: org.basis },
    ...{ seat: await seatOf(sql, org.divisionId), leader: asLeader(leader) },
    documentNo: held?.documentNo ?? undefined,
    supervisingDept: held?.supervisingDept ?? undefined,
  });
}
