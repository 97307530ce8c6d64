/** Conditions that several questions share: which trainings of a period count, rows under a unit, and who stands on a roster. */

import { firstDay, lastDay, type Period } from "#lib/base/period.ts";
import type { ListPlace } from "#lib/domains/divisions/list-place.ts";
import { type Fragment, raw, sql } from "#lib/platform/sql.ts";
import type { Audience } from "../training.ts";

/** Begun in the period (alias t). */
export const begunIn = (period: Period): Fragment =>
  sql`t.from_on >= ${firstDay(period)}::date and t.from_on <= ${lastDay(period)}::date`;

/** A row under the unit: of a training, of a person, or of somebody who was there. There is no household in it. */
export const under = (place: ListPlace, division: string): Fragment =>
  place.holds({ division, household: "null::uuid" });

/** Who stands on a roster (alias p), by what the registry of persons says today. */
export const ROSTERS: Record<Audience, Fragment> = {
  CADRES: raw("(p.rank is not null and p.rank <> 'MEMBER')"),
  MEMBERS: raw("(p.party_org_id is not null or p.political_status in ('PARTY_MEMBER', 'PROBATIONARY'))"),
  VILLAGERS: raw("p.household_id is not null"),
};
