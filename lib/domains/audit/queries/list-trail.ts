/** A page of the trail, newest first; whole for the auditor, as far as they administer for administrators (the reach is in the database). */
import { addDays } from "#lib/base/calendar.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { TrailFilter } from "../input.ts";
import { isKind, KINDS } from "../trail.ts";

export type TrailRow = {
  id: bigint;
  at: Date;
  accountId: number | null;
  accountName: string | null;
  verb: string;
  subject: string | null;
  divisionId: number | null;
  facts: Record<string, unknown>;
  requestId: string | null;
  subjectName: string | null;
  place: string | null;
  changes: { field: string; old: string | null; new: string | null }[] | null;
};

export type TrailPage = {
  rows: TrailRow[];
  /** Counted up to ten thousand. */
  total: number;
  next: string | null;
  state: TrailState | null;
};

export type TrailState = {
  sealedAt: Date | null;
  checkedAt: Date | null;
  checkedUpto: Date | null;
  found: string[] | null;
};

export const TRAIL_PAGE = 50;
export const COUNTED_TO = 10_000;

const midnight = (day: string) => `${day}T00:00:00+08:00`;

/** What the database is asked, as one JSON value. */
export function askedOf(filter: TrailFilter, today: string): Record<string, unknown> {
  const { days, kind, verb } = filter;
  const since = filter.from ?? (days === "all" ? undefined : addDays(today, 1 - Number(days)));
  const verbs = verb ? [verb] : isKind(kind) ? KINDS[kind] : undefined;
  return JSON.parse(
    JSON.stringify({
      who: filter.who,
      account: filter.account,
      about: filter.about,
      subjects: filter.subject ? [filter.subject] : undefined,
      verbs,
      division: filter.unit,
      from: filter.near || filter.request || !since ? undefined : midnight(since),
      to: filter.to ? midnight(addDays(filter.to, 1)) : undefined,
      near: filter.near,
      request: filter.request,
      before: filter.before,
    }),
  );
}

type Ask = Pick<Scope, "sql">;

export const trailRows = ({ sql }: Ask, asked: Record<string, unknown>, limit: number) => sql<TrailRow>`
  select id, at, account_id as "accountId", account_name as "accountName", verb, subject, division_id as "divisionId", facts,
    request_id as "requestId", subject_name as "subjectName", place, changes
  from sec.trail(${JSON.stringify(asked)}::jsonb, ${limit}::int)`;

export async function trailState({ sql }: Ask): Promise<TrailState | null> {
  const [state] = await sql<TrailState>`
    select sealed_at as "sealedAt", checked_at as "checkedAt", checked_upto as "checkedUpto", found from sec.trail_state()`;
  return state ?? null;
}

export const listTrail = query({
  name: "audit.list",
  input: TrailFilter,
  may: (viewer) => mayAnywhere(viewer, "trail.view"),
  run: async (scope, filter): Promise<TrailPage> => {
    const asked = askedOf(filter, scope.today);
    const found = await trailRows(scope, asked, TRAIL_PAGE + 1);
    const [count] = await scope.sql<{ total: number }>`
      select sec.trail_count(${JSON.stringify(asked)}::jsonb) as total`;
    const rows = found.slice(0, TRAIL_PAGE);
    return {
      rows,
      total: count?.total ?? 0,
      next: found.length > TRAIL_PAGE ? String(rows.at(-1)?.id) : null,
      state: await trailState(scope),
    };
  },
});
