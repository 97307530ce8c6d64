/** For the inbox: visits that came back to be completed, hints about visits of my own, and those to ask about in a township that I review. */
import { may } from "#lib/domains/accounts/roles.ts";
import { sql } from "#lib/platform/sql.ts";
import type { WaitingSource } from "#lib/platform/waiting.ts";

export const visitsWaiting: WaitingSource = {
  kind: "visitReturned",
  deed: "correct",
  rows: ({ accountId }) => sql`
    select v.id::text as id, h.head_name as name, d.name as place, v.created_at as since, null::date as due,
      '/visits?peek=' || v.id as href, null::text as who
    from visit v join household h on h.id = v.household_id join division d on d.id = h.division_id
    where coalesce(v.waits_for, v.recorded_by) = ${accountId} and v.status = 'RETURNED'`,
};

export const hintsWaiting: WaitingSource = {
  kind: "visitHint",
  deed: "confirm",
  rows: ({ personId }) =>
    personId === null
      ? null
      : sql`
    select 'hint:' || t.id as id, h.head_name as name, d.name as place, t.created_at as since, t.opens_on as due,
      '/visits/' || t.visit_id || '#hints' as href, null::text as who
    from visit_hint t join household h on h.id = t.household_id join division d on d.id = h.division_id
    where t.person_id = ${personId}::uuid and t.explained_on is null`,
};

/** The township asks; county and prefecture find it in the register. */
const ASKING = ["TOWNSHIP_ADMIN", "TOWNSHIP_REVIEWER"];

export const hintsToAsk: WaitingSource = {
  kind: "visitHintToAsk",
  deed: "confirm",
  rows: ({ grants, personId }, today) => {
    const nodes = grants
      .filter(
        (grant) => ASKING.includes(grant.role) && may({ grants: [grant] }, "visit.review", grant.divisionId),
      )
      .flatMap((grant) => grant.nodes ?? []);
    return nodes.length === 0
      ? null
      : sql`
    select 'hintToAsk:' || t.id as id, h.head_name as name, d.name as place, t.opens_on::timestamp at time zone 'Asia/Shanghai' as since, null::date as due,
      '/visits/' || t.visit_id || '#hints' as href, (select string_agg(w.person_name, '、') from visit_visitor w where w.visit_id = t.visit_id) as who
    from visit_hint t join household h on h.id = t.household_id join division d on d.id = h.division_id
    where t.division_id = any (${nodes}::int[]) and t.opens_on <= ${today}::date and t.explained_on is null and t.person_id is distinct from ${personId}::uuid`;
  },
};
