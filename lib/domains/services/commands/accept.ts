/** services.accept: takes a matter in, once, at one window; what is missing of the required papers is told at once and stops the limit. */
import { randomInt } from "node:crypto";
import { may } from "#lib/domains/accounts/roles.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { receivedOn } from "#lib/domains/workdays/workday.ts";
import { command } from "#lib/platform/command.ts";
import { busy, conflict, invalid, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { AcceptCase } from "../input.ts";
import { atItsTime } from "../inside/at-its-time.ts";
import { calendarFor } from "../inside/calendar.ts";
import { told, writeDown } from "../inside/case.ts";
import { dueOn } from "../service.ts";

/** Chance may give a number of the day twice; so often in a row it does not. */
const MOST_NUMBERS = 10;

type Item = { id: string; name: string; limitDays: number; parts: string[]; papers: string[] };
type Sent = { id: string; itemId: string; applicant: string };
type Desk = { windowId: string; divisionId: number; closedOn: string | null };

export const acceptCase = command({
  name: "services.accept",
  tells: "serviceCase.accepted",
  input: AcceptCase,
  subject: async ({ sql, viewer }, { windowId }): Promise<Desk | null> => {
    const [row] = await sql<Desk>`
      select w.id as "windowId", w.division_id as "divisionId", w.closed_on::text as "closedOn"
      from service_window w where w.id = ${windowId}::uuid and ${reachable(viewer, { division: "w.division_id" })}`;
    return row ?? null;
  },
  may: (viewer, { divisionId }) => may(viewer, "service.accept", divisionId),
  run: async (work, input, desk) => {
    const { sql, viewer } = work;
    const { atTime, time } = atItsTime(work, input.writtenAt);
    const { today } = atTime;
    const as = { id: input.id, divisionId: desk.divisionId };
    if (await acceptedBefore(work, input)) return { ...as, missing: 0 };
    if (desk.closedOn !== null && desk.closedOn <= today)
      throw rule("service.windowClosed", undefined, "windowId");
    const item = await itemHere(atTime, input.itemId, desk.divisionId);
    const householdId = await householdOf(work, input.householdNo);
    const calendar = await calendarFor(work);
    const received = receivedOn(today, time, calendar);
    const missing = item.papers.length - new Set(input.papers.filter((at) => at <= item.papers.length)).size;
    const due = missing > 0 ? null : dueOn(received, item.limitDays, calendar, []);
    const insert = () => sql`
      insert into service_case (id, number, code, window_id, division_id, item_id, item_name, limit_days, applicant, household_id, accepted_on, received_on, due_on,
        state, times_came, account_id, account_name)
      values (${input.id}::uuid, ${numberOf(today)}, ${secretCode()}, ${desk.windowId}::uuid, ${desk.divisionId}, ${item.id}::uuid, ${item.name}, ${item.limitDays},
        ${input.applicant}, ${householdId}::uuid, ${today}::date, ${received}::date, ${due}::date, ${missing > 0 ? "PAUSED" : "OPEN"},
        ${input.came === "YES" ? 1 : 0}, ${viewer.accountId}, ${viewer.name})
      on conflict do nothing returning id`;
    for (let tries = 1; (await insert()).length === 0; tries += 1) {
      // A twin on its way was faster; or the number of the day is another's, and chance is asked again.
      if (await acceptedBefore(work, input)) return { ...as, missing: 0 };
      if (tries === MOST_NUMBERS) throw busy();
    }
    await sql`
      insert into service_paper (case_id, division_id, position, name, handed_on)
      select ${as.id}::uuid, ${as.divisionId}, p.position, p.name, case when p.position = any (${input.papers}::int[]) then ${today}::date end
      from unnest(${item.papers}::text[]) with ordinality as p(name, position)`;
    await sql`
      insert into service_part (case_id, division_id, position, department)
      select ${as.id}::uuid, ${as.divisionId}, p.position, p.name from unnest(${item.parts}::text[]) with ordinality as p(name, position)`;
    if (missing > 0)
      await sql`insert into service_pause (case_id, division_id, from_on, position) values (${as.id}::uuid, ${as.divisionId}, ${today}::date, 1)`;
    await writeDown(atTime, as, { kind: "ACCEPTED", came: input.came === "YES" });
    return { ...as, missing };
  },
  fact: ({ id, missing }, { itemId }, { divisionId }) => told({ id, divisionId }, { item: itemId, missing }),
});

/** Sent again it is there already, as it was; another's under this number is nobody's to touch. */
async function acceptedBefore({ sql, viewer }: Work, input: Sent): Promise<boolean> {
  const [known] = await sql<{ mine: boolean; same: boolean; number: string }>`
    select account_id = ${viewer.accountId} as mine, item_id = ${input.itemId}::uuid and applicant = ${input.applicant} as same, number
    from service_case where id = ${input.id}::uuid`;
  if (known?.mine === false) throw conflict();
  // Written otherwise after a sending whose answer was lost: it is there under its first words, and nobody may think that it was changed.
  if (known?.same === false) throw rule("service.acceptedAlready", { number: known.number });
  return known !== undefined;
}

/** Of the county or the whole prefecture above the window, and in force today. */
async function itemHere({ sql, today }: Work, id: string, divisionId: number): Promise<Item> {
  const [item] = await sql<Item>`
    select i.id, i.name, i.limit_days as "limitDays", i.parts, i.papers from service_item i
    join division_closure k on k.ancestor_id = i.division_id and k.node_id = ${divisionId} and k.to_on is null
    where i.id = ${id}::uuid and i.from_on <= ${today}::date and (i.to_on is null or i.to_on > ${today}::date)`;
  if (!item) throw invalid({ itemId: [{ key: "service.itemGone" }] });
  return item;
}

/** So many are named where a name is not enough. */
const MOST_NAMED = 5;
type Family = { id: string; no: string; head: string; place: string };

/** By its number, or by the name of its head where only one is called so; only those that the window reaches are there for it. */
async function householdOf({ sql, viewer }: Work, typed: string | null): Promise<string | null> {
  if (typed === null) return null;
  const found = await sql<Family & { exact: boolean }>`
    select h.id, h.household_no as no, h.head_name as head, concat_ws(' ', d.name, h.group_name) as place,
      h.household_no = ${typed} or h.head_name = ${typed} as exact
    from household h join division d on d.id = h.division_id
    where (h.household_no = ${typed} or starts_with(h.head_name, ${typed}) or h.initials = ${typed.toLowerCase()})
      and h.status not in ('REMOVED', 'DISSOLVED') and ${reachable(viewer, { division: "h.division_id", household: "h.id" })}
    order by h.household_no <> ${typed}, h.head_name <> ${typed}, h.head_name, h.household_no limit ${MOST_NAMED + 1}::int`;
  const numbered = found.find(({ no }) => no === typed);
  const named = numbered ? [numbered] : found.filter(({ exact }) => exact);
  const [only, second] = named;
  if (only && !second) return only.id;
  if (found.length === 0) throw invalid({ householdNo: [{ key: "service.household" }] });
  const list = found.slice(0, MOST_NAMED).map(({ head, place, no }) => [head, place, no].join(" "));
  throw invalid({
    householdNo: [
      { key: only ? "service.householdMany" : "service.householdLike", values: { list: list.join("；") } },
    ],
  });
}

/** The day and six digits by chance: short enough to be told, and nothing can be read from it. */
const numberOf = (today: string) => `${today.slice(2).replaceAll("-", "")}-${randomInt(100_000, 1_000_000)}`;

const LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";
const secretCode = () => Array.from({ length: 16 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
