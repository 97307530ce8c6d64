/** The Party line as it was on a day: what held then, and the name that it bore. Null = today, as it is kept ready. */
import { type Fragment, raw, sql } from "#lib/platform/sql.ts";

/** Of a dated row (affiliation, closure): did it hold on the day? */
export const heldOn = (alias: string, on: string | null): Fragment =>
  on === null
    ? sql`${raw(alias)}.to_on is null`
    : sql`${raw(alias)}.from_on <= ${on}::date and (${raw(alias)}.to_on is null or ${raw(alias)}.to_on > ${on}::date)`;

/** Of an organization: was it there? */
export const openOn = (alias: string, on: string | null): Fragment =>
  on === null
    ? sql`${raw(alias)}.closed_on is null`
    : sql`${raw(alias)}.opened_on <= ${on}::date and (${raw(alias)}.closed_on is null or ${raw(alias)}.closed_on > ${on}::date)`;

/** The first change of kind after the day tells of what kind it was before. */
export const kindOn = (alias: string, on: string | null): Fragment =>
  on === null
    ? sql`${raw(alias)}.kind`
    : sql`coalesce((select e.detail->>'oldKind' from tree_event e where e.tree = 'PARTY_ORG' and e.node_id = ${raw(alias)}.id and e.kind = 'RENAME'
        and e.detail ? 'oldKind' and e.status = 'DONE' and e.effective_on > ${on}::date order by e.effective_on, e.created_at limit 1), ${raw(alias)}.kind)`;

/** The first renaming after the day tells what it was called before. */
export const nameOn = (alias: string, on: string | null): Fragment =>
  on === null
    ? sql`${raw(alias)}.name`
    : sql`coalesce((select e.detail->>'oldName' from tree_event e where e.tree = 'PARTY_ORG' and e.node_id = ${raw(alias)}.id and e.kind = 'RENAME'
        and e.status = 'DONE' and e.effective_on > ${on}::date order by e.effective_on, e.created_at limit 1), ${raw(alias)}.name)`;
