/** A household's link with an entity as the subject of a deed, as far as the viewer reaches it. */
import { reachable } from "#lib/domains/divisions/place.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { LinkRole } from "../industry.ts";

export type Link = {
  id: string;
  entityId: string;
  entityName: string;
  closedOn: string | null;
  openedOn: string;
  householdId: string;
  headName: string;
  divisionId: number;
  role: LinkRole;
  fromOn: string;
  toOn: string | null;
  version: number;
};

export async function linkOf(
  { sql, viewer }: Pick<Work, "sql" | "viewer">,
  id: string,
): Promise<Link | null> {
  const [link] = await sql<Link>`
    select l.id, l.entity_id as "entityId", e.name as "entityName", e.closed_on::text as "closedOn", e.opened_on::text as "openedOn",
      l.household_id as "householdId", h.head_name as "headName", h.division_id as "divisionId", l.role, l.from_on::text as "fromOn",
      l.to_on::text as "toOn", l.version
    from industry_link l join industry_entity e on e.id = l.entity_id join household h on h.id = l.household_id
    where l.id = ${id}::uuid and ${reachable(viewer, { division: "l.division_id", household: "l.household_id" })}`;
  return link ?? null;
}

type HouseholdToLink = { id: string; headName: string; divisionId: number; status: string };

export async function householdToLink({ sql, viewer }: Work, id: string): Promise<HouseholdToLink | null> {
  const [household] = await sql<HouseholdToLink>`
    select h.id, h.head_name as "headName", h.division_id as "divisionId", h.status from household h
    where h.id = ${id}::uuid and ${reachable(viewer, { division: "h.division_id", household: "h.id" })}`;
  return household ?? null;
}

/** The history of the household tells it, with the name of the entity. */
export function noteLink(
  work: Pick<Work, "note">,
  link: { id: string; householdId: string; divisionId: number },
  field: "industry" | "industryIncome",
  before: string | null,
  after: string | null,
): void {
  const { id, householdId, divisionId } = link;
  work.note({
    entity: "industryLink",
    entityId: id,
    householdId,
    divisionId,
    field,
    old: before,
    new: after,
  });
}
