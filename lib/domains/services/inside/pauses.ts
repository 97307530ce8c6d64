/** When papers go missing the limit stands still; when the last one is there it goes on, and the due day is worked out anew. */
import type { Pause } from "#lib/domains/workdays/workday.ts";
import type { Work } from "#lib/platform/scope.ts";
import { dueOn } from "../service.ts";
import { calendarFor } from "./calendar.ts";
import type { CaseSubject } from "./case.ts";

type Running = Pick<CaseSubject, "id" | "divisionId" | "state" | "receivedOn" | "limitDays" | "dueOn">;

/** A limit that has run out stays run out: asking for papers brings no day back. */
export async function pause({ sql, today }: Work, one: Running): Promise<void> {
  if (one.state === "PAUSED") return;
  await sql`
    insert into service_pause (case_id, division_id, from_on, position)
    select ${one.id}::uuid, ${one.divisionId}, ${today}::date, 1 + count(*)::int from service_pause where case_id = ${one.id}::uuid`;
  const due = one.dueOn !== null && one.dueOn < today ? one.dueOn : null;
  await sql`update service_case set state = 'PAUSED', due_on = ${due}::date where id = ${one.id}::uuid`;
}

/** Answers the due day that holds from now on. */
export async function goOn(work: Work, one: Running): Promise<string> {
  const { sql, today } = work;
  await sql`update service_pause set to_on = greatest(from_on, ${today}::date) where case_id = ${one.id}::uuid and to_on is null`;
  const pauses = await sql<Pause>`
    select from_on::text as "from", to_on::text as "to" from service_pause where case_id = ${one.id}::uuid order by position`;
  const calendar = await calendarFor(work);
  const due = one.dueOn ?? dueOn(one.receivedOn, one.limitDays, calendar, pauses);
  await sql`update service_case set state = 'OPEN', due_on = ${due}::date where id = ${one.id}::uuid`;
  return due;
}
