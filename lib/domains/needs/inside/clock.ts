/** The limit of a need in working days: from the hour it was raised or came back, without the days on which it stood still. */
import { settingInForce } from "#lib/domains/settings/setting-in-force.ts";
import { workCalendar } from "#lib/domains/workdays/queries.ts";
import type { WorkCalendar } from "#lib/domains/workdays/workday.ts";
import type { Work } from "#lib/platform/scope.ts";
import { dueOf, limitOf, pausesOf, type Urgency } from "../need.ts";

type Asking = Pick<Work, "sql" | "viewer" | "today">;
/** A write has no panels of a page. */
const noPanel = async () => ({ ok: false }) as const;
export const calendarFor = ({ sql, viewer, today }: Asking): Promise<WorkCalendar> =>
  workCalendar({ sql, viewer, today, panel: noPanel }, {});

export async function limitInForce(work: Asking, divisionId: number, category: string, urgency: Urgency) {
  const days = await settingInForce(work.sql, "need-days", work.today, divisionId);
  return limitOf(days as Record<string, number>, category, urgency);
}

/** What is told of an earlier day had the whole of it. */
export async function hourOf({ sql, today }: Asking, day: string): Promise<string> {
  if (day < today) return "00:00";
  const [row] = await sql<{
    at: string;
  }>`select to_char(now() at time zone 'Asia/Shanghai', 'HH24:MI') as at`;
  return row?.at ?? "00:00";
}

/** The limit of a need that begins, or begins again, on a day. */
export async function newDue(work: Asking, limit: number, on: string): Promise<string> {
  return dueOf(limit, { on, at: await hourOf(work, on) }, await calendarFor(work));
}

type Deed = { kind: string; onDay: string; at: string; verdict: string | null };
/** The limit of the running round when its clock goes on again on a day. */
export async function dueAfterPause(
  work: Asking,
  need: { id: string; limitDays: number },
  resumedOn: string,
) {
  const deeds = await work.sql<Deed>`
    select kind, on_day::text as "onDay", verdict,
      case when (created_at at time zone 'Asia/Shanghai')::date = on_day then to_char(created_at at time zone 'Asia/Shanghai', 'HH24:MI') else '00:00' end as at
    from need_deed where need_id = ${need.id}::uuid order by nth`;
  const began = deeds.findLastIndex(({ kind, verdict }) => kind === "RAISED" || verdict === "DISSATISFIED");
  const round = deeds.slice(Math.max(began, 0));
  const first = round[0] ?? { onDay: resumedOn, at: "00:00" };
  const pauses = pausesOf([...round, { kind: "RESUMED", onDay: resumedOn }], work.today);
  return dueOf(need.limitDays, { on: first.onDay, at: first.at }, await calendarFor(work), pauses);
}
