/** services.show: one case with its papers, parts, pauses and history, and what the viewer may do about it. */
import { may } from "#lib/domains/accounts/roles.ts";
import { provisionalYear } from "#lib/domains/workdays/queries.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { levelOf, type PartHandler, peopleOf } from "../department-readings.ts";
import { CaseAsked } from "../input.ts";
import { handlesFor, PLACES_ABOVE, seesCase } from "../inside/case.ts";
import {
  type ContactKind,
  isEnded,
  type PartResult,
  type Rating,
  type Result,
  type State,
} from "../service.ts";

export type CaseHead = {
  id: string;
  number: string;
  code: string;
  divisionId: number;
  /** The places that it lies in, by their level. */
  places: Record<string, number>;
  windowName: string;
  windowPlace: string;
  windowHours: string;
  place: string;
  itemName: string;
  limitDays: number;
  applicant: string;
  householdId: string | null;
  householdNo: string | null;
  acceptedOn: string;
  acceptedBy: string;
  receivedOn: string;
  dueOn: string | null;
  state: State;
  timesCame: number;
  result: Result | null;
  resultNote: string | null;
  closedOn: string | null;
  closedBy: string | null;
  rating: Rating | null;
  ratedOn: string | null;
  ratedAt: "WINDOW" | "CITIZEN" | null;
};
export type PaperRow = { position: number; name: string; handedOn: string | null };
export type PartRow = {
  id: string;
  department: string;
  handlerId: number | null;
  handlerName: string | null;
  result: PartResult | null;
  note: string | null;
  doneOn: string | null;
  doneBy: string | null;
};
export type ContactRow = {
  kind: ContactKind;
  onDay: string;
  came: boolean;
  note: string | null;
  by: string;
};

export const showCase = query({
  name: "services.show",
  input: CaseAsked,
  run: async (scope, { id }) => {
    const { sql, viewer } = scope;
    const [head] = await sql<CaseHead>`
      select c.id, c.number, c.code, c.division_id as "divisionId", w.name as "windowName", w.place as "windowPlace", w.hours as "windowHours", d.name as place,
        c.item_name as "itemName", c.limit_days as "limitDays", c.applicant, c.household_id as "householdId", h.household_no as "householdNo",
        c.accepted_on::text as "acceptedOn", c.account_name as "acceptedBy", c.received_on::text as "receivedOn", c.due_on::text as "dueOn", c.state,
        c.times_came as "timesCame", c.result, c.result_note as "resultNote", c.closed_on::text as "closedOn", c.closed_by_name as "closedBy",
        c.rating, c.rated_on::text as "ratedOn", c.rated_at as "ratedAt", ${PLACES_ABOVE} as places
      from service_case c join service_window w on w.id = c.window_id join division d on d.id = c.division_id left join household h on h.id = c.household_id
      where c.id = ${id}::uuid and ${seesCase(viewer)}`;
    if (!head) throw notFound();
    const papers = await sql<PaperRow>`
      select position, name, handed_on::text as "handedOn" from service_paper where case_id = ${id}::uuid order by position`;
    const parts = await sql<PartRow>`
      select id, department, handler_id as "handlerId", handler_name as "handlerName", result, note, done_on::text as "doneOn", done_by_name as "doneBy"
      from service_part where case_id = ${id}::uuid order by position`;
    const pauses = await sql<{ from: string; to: string | null }>`
      select from_on::text as "from", to_on::text as "to" from service_pause where case_id = ${id}::uuid order by position`;
    const contacts = await sql<ContactRow>`
      select kind, on_day::text as "onDay", came, note, account_name as by from service_contact where case_id = ${id}::uuid order by created_at desc, id desc`;
    const running = !isEnded(head.state);
    const desk = may(viewer, "service.accept", head.divisionId);
    const handling = may(viewer, "service.handle", head.divisionId);
    const people =
      running && (desk || handling) && reaches(viewer, head.divisionId)
        ? await sql<PartHandler>`select id, name, unit, level, department from sec.part_handlers(${head.divisionId})`
        : [];
    const mine = parts.some(({ handlerId }) => handlerId === viewer.accountId);
    return {
      ...{ head, papers, pauses, contacts },
      parts: parts.map((part) => ({
        ...part,
        people: peopleOf(part.department, people),
        mayFinish:
          part.handlerId === viewer.accountId ||
          handlesFor(viewer, levelOf(part.department), head.places, head.divisionId),
      })),
      mayHand: people.length > 0,
      provisional: running ? await provisionalYear(scope, head.dueOn) : null,
      atDesk: desk && running,
      mayRate: desk && head.state === "CLOSED" && head.rating === null,
      mayAskPapers: running && (desk || handling || mine),
    };
  },
});
export type CaseView = Awaited<ReturnType<typeof showCase>>;
