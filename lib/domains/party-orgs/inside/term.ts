/** The term of an organization that is running: the one without an election after it. */
import { readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { invalid, rule } from "#lib/platform/problem.ts";
import type { Sql } from "#lib/platform/sql.ts";

export type RunningTerm = {
  id: string;
  electedOn: string;
  endsOn: string;
  dueOn: string;
  postponedTo: string | null;
  version: number;
};

export async function runningTerm(sql: Sql, orgId: number): Promise<RunningTerm | null> {
  const [term] = await sql<RunningTerm>`
    select id::text as id, elected_on::text as "electedOn", ends_on::text as "endsOn", due_on::text as "dueOn", postponed_to::text as "postponedTo", version
    from party_org_term where org_id = ${orgId} and reelected_on is null`;
  return term ?? null;
}

export type MistakenTerm = {
  id: string;
  version: number;
  electedOn: string;
  beforeId: string | null;
  beforeElectedOn: string | null;
};

/** The running term, where it may still be taken back as a mistake: entered lately, and not postponed since; and the one that then runs on. */
export async function mistakenTerm(sql: Sql, orgId: number): Promise<MistakenTerm | null> {
  const [term] = await sql<MistakenTerm>`
    select t.id::text as id, t.version, t.elected_on::text as "electedOn", b.id::text as "beforeId", b.elected_on::text as "beforeElectedOn"
    from party_org_term t left join party_org_term b on b.org_id = t.org_id and b.reelected_on = t.elected_on
    where t.org_id = ${orgId} and t.reelected_on is null and t.postponed_to is null and t.account_id is not null
      and t.created_at > now() - interval '30 days'`;
  return term ?? null;
}

/** A day as typed, or the sentence beside its field. */
export function typedDay(typed: string, today: string, field: string): string {
  const day = readDay(typed, today);
  if (day === null) throw invalid({ [field]: [dayProblem(typed, today)] });
  return day;
}

export function notLater(day: string, today: string, field: string): string {
  if (day > today) throw rule("life.later", { today }, field);
  return day;
}
