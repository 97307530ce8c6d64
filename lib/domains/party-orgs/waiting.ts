/**
 * For the inbox: proposed changes of the Party line, elections that are over or due within thirty days, weak organizations whose
 * measures are late, and those reported as put right. A grant is asked about its own place and the one below it: whoever stands higher looks at the lists.
 */
import { addDays } from "#lib/base/calendar.ts";
import { may, type Verb } from "#lib/domains/accounts/roles.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import type { WaitingSource } from "#lib/platform/waiting.ts";
import { HAS_TERM, SOON_DAYS } from "./lacks.ts";

const granted = (viewer: Viewer, verb: Verb) =>
  viewer.grants.filter((grant) => may({ ...viewer, grants: [grant] }, verb, grant.divisionId));

/** The places of the grants that keep organizations; null when there is none. */
function desks(viewer: Viewer): number[] | null {
  const own = granted(viewer, "partyOrg.edit");
  return own.length === 0 ? null : own.map(({ divisionId }) => divisionId);
}

const near = (places: number[], from: number, to: number): Fragment =>
  sql`(select c.node_id from division_closure c where c.ancestor_id = any (${places}::int[]) and c.to_on is null and c.depth between ${from} and ${to})`;

export const electionsWaiting: WaitingSource = {
  kind: "electionDue",
  deed: "handle",
  rows: (viewer, today) => {
    const places = desks(viewer);
    if (!places) return null;
    return sql`
      select 'term:' || t.id as id, o.name, d.name as place, t.due_on::timestamp at time zone 'Asia/Shanghai' as since, t.due_on as due,
        '/orgs/' || o.id || '/election' as href, null::text as who
      from party_org_term t join party_org o on o.id = t.org_id join division d on d.id = t.division_id
      where t.reelected_on is null and t.due_on <= ${addDays(today, SOON_DAYS)}::date and o.closed_on is null and o.kind = any (${[...HAS_TERM]}::text[])
        and t.division_id in ${near(places, 0, 1)}`;
  },
};

export const weakMeasuresWaiting: WaitingSource = {
  kind: "weakMeasure",
  deed: "handle",
  rows: (viewer, today) => {
    const places = desks(viewer);
    if (!places) return null;
    return sql`
      select 'measure:' || m.id as id, o.name, m.what as place, m.due_on::timestamp at time zone 'Asia/Shanghai' as since, m.due_on as due,
        '/orgs/weak/' || w.id as href, null::text as who
      from party_org_weak_measure m join party_org_weak w on w.id = m.weak_id join party_org o on o.id = w.org_id
      where m.done_on is null and w.status = 'OPEN' and m.due_on < ${today}::date and w.division_id in ${near(places, 0, 1)}`;
  },
};

export const weakReportsWaiting: WaitingSource = {
  kind: "weakReported",
  deed: "decide",
  rows: (viewer) => {
    const places = desks(viewer);
    if (!places) return null;
    return sql`
      select 'weak:' || w.id as id, o.name, d.name as place, w.reported_on::timestamp at time zone 'Asia/Shanghai' as since, null::date as due,
        '/orgs/weak/' || w.id as href, null::text as who
      from party_org_weak w join party_org o on o.id = w.org_id join division d on d.id = w.division_id
      where w.status = 'REPORTED' and w.reported_by is distinct from ${viewer.accountId} and w.division_id in ${near(places, 1, 2)}`;
  },
};

const proposed = sql`
  select p.id::text as id, case p.kind when 'open' then p.fields->>'name' else o.name end as name, d.name as place,
    coalesce(p.decided_at, p.created_at) as since, null::date as due, '/orgs/proposals/' || p.id as href, coalesce(p.decided_by_name, p.account_name) as who
  from tree_proposal p join party_org o on o.id = p.node_id join division d on d.id = p.division_id where p.tree = 'PARTY_ORG'`;

export const orgProposalsWaiting: WaitingSource = {
  kind: "treeProposal",
  deed: "decide",
  rows: (viewer) => {
    const grants = granted(viewer, "partyOrg.change");
    if (grants.length === 0) return null;
    const whole = grants.some(({ nodes }) => nodes === null);
    const nodes = grants.flatMap((grant) => grant.nodes ?? []);
    return sql`${proposed} and p.status = 'WAITING' and (${whole} or p.division_id = any (${nodes}::int[]))`;
  },
};

export const orgProposalsReturned: WaitingSource = {
  kind: "treeProposalReturned",
  deed: "correct",
  rows: ({ accountId }) => sql`${proposed} and p.account_id = ${accountId} and p.status = 'RETURNED'`,
};
