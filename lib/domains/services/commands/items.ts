/** services.addItem, services.changeItem, services.endItem: what is handled, within how many working days, and with which papers; dated. */
import { may } from "#lib/domains/accounts/roles.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { AddItem, ChangeItem, EndItem } from "../input.ts";

type Item = { id: string; divisionId: number; ended: boolean };
type Typed = { name: string; limitDays: number; parts: string[]; papers: string[] };

async function itemOf({ sql, viewer }: Work, id: string): Promise<Item | null> {
  const [row] = await sql<Item>`
    select i.id, i.division_id as "divisionId", i.to_on is not null as ended
    from service_item i where i.id = ${id}::uuid and ${reachable(viewer, { division: "i.division_id" })} for update of i`;
  return row ?? null;
}
const mayKeep = (viewer: Viewer, { divisionId }: { divisionId: number }) =>
  may(viewer, "service.item", divisionId);
const fact = (id: string, divisionId: number) => ({ subject: `serviceItem:${id}`, division: divisionId });

async function write({ sql, viewer, today }: Work, divisionId: number, typed: Typed): Promise<string> {
  const [same] = await sql`
    select 1 from service_item where division_id = ${divisionId} and name = ${typed.name} and to_on is null`;
  if (same) throw rule("service.sameItem", undefined, "name");
  const [made] = await sql<{ id: string }>`
    insert into service_item (division_id, name, limit_days, parts, papers, from_on, account_id)
    values (${divisionId}, ${typed.name}, ${typed.limitDays}, ${typed.parts}::text[], ${typed.papers}::text[], ${today}::date, ${viewer.accountId}) returning id`;
  return made!.id;
}
const end = ({ sql, today }: Work, id: string) =>
  sql`update service_item set to_on = ${today}::date where id = ${id}::uuid and to_on is null`;

export const addItem = command({
  name: "services.addItem",
  tells: "serviceItem.added",
  input: AddItem,
  subject: async ({ sql, viewer }, { divisionId }): Promise<{ divisionId: number } | null> => {
    const [row] = await sql<{ divisionId: number }>`
      select d.id as "divisionId" from division d where d.id = ${divisionId} and d.closed_on is null and d.level in ('PREFECTURE', 'COUNTY')
        and ${reachable(viewer, { division: "d.id" })}`;
    return row ?? null;
  },
  may: mayKeep,
  run: async (work, { divisionId, ...typed }) => ({ id: await write(work, divisionId, typed), divisionId }),
  fact: ({ id, divisionId }, { name }) => ({ ...fact(id, divisionId), name }),
});

export const changeItem = command({
  name: "services.changeItem",
  tells: "serviceItem.changed",
  input: ChangeItem,
  subject: (work, { id }) => itemOf(work, id),
  may: mayKeep,
  run: async (work, { id, ...typed }, item) => {
    if (item.ended) throw conflict("service.itemEnded");
    await end(work, id);
    return { id: await write(work, item.divisionId, typed), divisionId: item.divisionId };
  },
  fact: ({ id, divisionId }, { id: before, name, limitDays }) => ({
    ...fact(id, divisionId),
    name,
    limitDays,
    before,
  }),
});

export const endItem = command({
  name: "services.endItem",
  tells: "serviceItem.ended",
  input: EndItem,
  subject: (work, { id }) => itemOf(work, id),
  may: mayKeep,
  run: async (work, { id }, item) => {
    if (item.ended) throw conflict("service.itemEnded");
    await end(work, id);
    return { id, divisionId: item.divisionId };
  },
  fact: ({ id, divisionId }) => fact(id, divisionId),
});
