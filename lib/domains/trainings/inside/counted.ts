/** Conditions that several questions share: which trainings of a period count, rows under a unit, and who stands on a roster. */

import { addMonths } from "#lib/base/calendar.ts";
import { firstDay, lastDay, type Period } from "#lib/base/period.ts";
import type { ListPlace } from "#lib/domains/divisions/list-place.ts";
import { type Fragment, raw, sql } from "#lib/platform/sql.ts";
import { type Audience, YOUNGEST } from "../training.ts";

/** Begun in the period (alias t). */
export const begunIn = (period: Period): Fragment =>
  sql`t.from_on >= ${firstDay(period)}::date and t.from_on <= ${lastDay(period)}::date`;

/** A row under the unit: of a training, of a person, or of somebody who was there. There is no household in it. */
export const under = (place: ListPlace, division: string): Fragment =>
  place.holds({ division, household: "null::uuid" });

/** Old enough to be meant by a name on a list (alias p); whose birthday nobody knows is. */
export const oldEnough = (today: string): Fragment =>
  sql`(p.birth_on is null or p.birth_on <= ${addMonths(today, -12 * YOUNGEST)}::date)`;

/**
 * Who is offered to be ticked as a cadre, a member or a villager (alias p), by what the registry says today. More than those by whom
 * coverage is counted (roster_cadres, roster_members): staff without a post of a team is trained as well. Never fewer.
 */
export function onRoster(roster: Audience, today: string): Fragment {
  switch (roster) {
    case "CADRES":
      return sql`(p.rank is not null and p.rank <> 'MEMBER' or exists (select 1 from tenure h where h.person_id = p.id
        and h.from_on <= ${today}::date and (h.to_on is null or h.to_on > ${today}::date)))`;
    case "MEMBERS":
      return raw("(p.party_org_id is not null or p.political_status in ('PARTY_MEMBER', 'PROBATIONARY'))");
    case "VILLAGERS":
      return sql`(p.household_id is not null and ${oldEnough(today)})`;
  }
}
