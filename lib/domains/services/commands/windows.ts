/** services.openWindow, services.changeWindow, services.closeWindow: where citizens are served, from when to when. */
import { readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, invalid, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { ChangeWindow, CloseWindow, OpenWindow } from "../input.ts";

type Window = { id: string; divisionId: number; openedOn: string; closed: boolean; version: number };

async function windowOf({ sql, viewer }: Work, id: string): Promise<Window | null> {
  const [row] = await sql<Window>`
    select w.id, w.division_id as "divisionId", w.opened_on::text as "openedOn", w.closed_on is not null as closed, w.version
    from service_window w where w.id = ${id}::uuid and ${reachable(viewer, { division: "w.division_id" })} for update of w`;
  return row ?? null;
}
const mayKeep = (viewer: Viewer, { divisionId }: { divisionId: number }) =>
  may(viewer, "service.window", divisionId);
const fact = (id: string, divisionId: number) => ({ subject: `serviceWindow:${id}`, division: divisionId });

function dayTyped(typed: string, today: string, field: string): string {
  const day = readDay(typed, today);
  if (!day) throw invalid({ [field]: [dayProblem(typed, today)] });
  if (day > today) throw invalid({ [field]: [{ key: "futureDay" }] });
  return day;
}

async function refuseSameName({ sql }: Work, divisionId: number, name: string, but: string | null) {
  const [same] = await sql`
    select 1 from service_window where division_id = ${divisionId} and name = ${name} and closed_on is null and id is distinct from ${but}::uuid`;
  if (same) throw rule("service.sameWindow", undefined, "name");
}

export const openWindow = command({
  name: "services.openWindow",
  tells: "serviceWindow.opened",
  input: OpenWindow,
  subject: async ({ sql, viewer }, { divisionId }): Promise<{ divisionId: number } | null> => {
    const [row] = await sql<{ divisionId: number }>`
      select d.id as "divisionId" from division d where d.id = ${divisionId} and d.closed_on is null and d.level <> 'PREFECTURE'
        and ${reachable(viewer, { division: "d.id" })}`;
    return row ?? null;
  },
  may: mayKeep,
  run: async (work, { divisionId, name, place, hours, openedOn: typed }) => {
    const openedOn = dayTyped(typed, work.today, "openedOn");
    await refuseSameName(work, divisionId, name, null);
    const [made] = await work.sql<{ id: string }>`
      insert into service_window (division_id, name, place, hours, opened_on, account_id)
      values (${divisionId}, ${name}, ${place}, ${hours}, ${openedOn}::date, ${work.viewer.accountId}) returning id`;
    return { id: made!.id, divisionId };
  },
  fact: ({ id }, { name }, { divisionId }) => ({ ...fact(id, divisionId), name }),
});

export const changeWindow = command({
  name: "services.changeWindow",
  tells: "serviceWindow.changed",
  input: ChangeWindow,
  subject: (work, { id }) => windowOf(work, id),
  may: mayKeep,
  run: async (work, { id, version, name, place, hours }, window) => {
    if (window.closed) throw conflict("service.windowEnded");
    if (window.version !== version) throw conflict();
    await refuseSameName(work, window.divisionId, name, id);
    await work.sql`update service_window set name = ${name}, place = ${place}, hours = ${hours}, version = version + 1 where id = ${id}::uuid`;
    return { id, divisionId: window.divisionId };
  },
  fact: ({ id }, { name }, { divisionId }) => ({ ...fact(id, divisionId), name }),
});

export const closeWindow = command({
  name: "services.closeWindow",
  tells: "serviceWindow.closed",
  input: CloseWindow,
  subject: (work, { id }) => windowOf(work, id),
  may: mayKeep,
  run: async (work, { id, closedOn: typed, closedWhy }, window) => {
    if (window.closed) throw conflict("service.windowEnded");
    const closedOn = dayTyped(typed, work.today, "closedOn");
    if (closedOn < window.openedOn) throw rule("service.closedEarly", { day: window.openedOn }, "closedOn");
    await work.sql`
      update service_window set closed_on = ${closedOn}::date, closed_why = ${closedWhy}, version = version + 1 where id = ${id}::uuid`;
    return { id, divisionId: window.divisionId };
  },
  fact: ({ id }, { closedOn }, { divisionId }) => ({ ...fact(id, divisionId), closedOn }),
});
