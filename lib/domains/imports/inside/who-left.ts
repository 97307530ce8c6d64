/** Who died or left a household: a roster that was not kept up does not bring them back. */
import type pg from "pg";
import { problemIf, tableOf } from "./told.ts";

/** The table "gone": the last that happened to somebody in a household (of the table "home"), or to a person (of the table "known"), if it was leaving. */
export const goneTable = (client: pg.PoolClient) =>
  tableOf(
    client,
    "gone",
    `select l.* from (
       select distinct on (c.person_id, c.household_id) c.person_id, c.household_id, c.name, c.kind, c.happened_on::text as day, e.reason = 'DEATH' as died, p.id_no_digest is null as unnumbered
       from life_change c join life_event e on e.id = c.event_id left join person p on p.id = c.person_id
       where not c.undone and (c.household_id in (select household_id from known) or c.person_id in (select person_id from known))
       order by c.person_id, c.household_id, c.nth desc) l
     where l.kind = 'OUT'`,
    ["person_id", "household_id"],
  );

/** Joined to a row (k): its person's death anywhere, or its leaving of this very household, by name where no number tells who it is. */
export const LEFT = `left join lateral (
    select g.day, g.died from gone g where g.person_id = k.person_id and (g.died or g.household_id = k.household_id)
      or k.person_id is null and g.household_id = k.household_id and g.name = k.name and (g.unnumbered or k.digest is null)
    order by g.died desc, g.day desc limit 1) left_on on true`;

export const leftFindings = (column: string, joins: string) => [
  problemIf(
    `left_on.died and ${joins}`,
    column,
    "memberDied",
    "error",
    "jsonb_build_object('day', left_on.day)",
  ),
  problemIf(
    `not left_on.died and ${joins}`,
    column,
    "memberGone",
    "error",
    "jsonb_build_object('day', left_on.day)",
  ),
];
