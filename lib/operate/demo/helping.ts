// Who helped a household from when to when, gaps and successors included.
import { addDays, daysBetween } from "#lib/base/calendar.ts";
import type { Batch } from "../ground/copy.ts";
import type { Cadre, Staff } from "./cadres.ts";
import type { Chance } from "./chance.ts";
import type { Household } from "./households.ts";
import type { CountyStory } from "./story.ts";
import { writtenAt } from "./written.ts";

export type Helping = {
  helper: Cadre;
  kind: "FIRST_HELPER" | "SECOND_HELPER" | "PARTY_MEMBER_LINK" | "LEADER_CONTACT" | "KINSHIP";
  fromOn: string;
  toOn: string | null;
  endReason: string | null;
};
type Hand = { by: Chance; staff: Staff; story: CountyStory; today: string };

const REASONS = [
  ["TRANSFERRED", 50],
  ["ROTATED", 35],
  ["RETIRED", 12],
  ["NOT_PERFORMING", 3],
] as const;

export function helpersOf({ by, staff, story, today }: Hand, { village, endedOn }: Household): Helping[] {
  const year = Number(today.slice(0, 4));
  const last = endedOn ?? today;
  const begin = `${by.between(2020, 2022)}-0${by.between(3, 9)}-${by.between(10, 28)}`;
  if (begin >= last) return [];
  const spans: Helping[] = [];
  const covered = by.happens(story.paired);
  const never = !covered && by.happens(0.3);
  if (never) return [];
  const change = by.happens(0.55)
    ? `${by.between(year - 3, year - 1)}-0${by.between(1, 9)}-${by.between(10, 28)}`
    : null;
  if (change && change > begin && change < last) {
    spans.push(span(staff.formerFor(village), "FIRST_HELPER", begin, change, by.weigh(REASONS)));
    const successor = addDays(
      change,
      by.weigh([
        [0, 6],
        [5, 2],
        [by.between(8, 45), 2],
      ] as const),
    );
    if (successor < last) spans.push(span(staff.cadreFor(village), "FIRST_HELPER", successor, null, null));
  } else spans.push(span(staff.cadreFor(village), "FIRST_HELPER", begin, null, null));
  if (covered) spans.push(...others({ by, staff, story, today }, village, begin));
  const now = spans.at(-1)!;
  if (!covered && now.toOn === null) {
    // Left within the last half year, and nobody was named since.
    const left = addDays(today, -by.between(12, 170));
    for (const one of spans) {
      if (one.toOn !== null) continue;
      one.toOn = left > one.fromOn ? left : addDays(one.fromOn, 1);
      one.endReason = by.weigh(REASONS);
    }
  }
  return spans.filter((one) => one.fromOn < last).map((one) => endWith(one, endedOn));
}

function others({ by, staff, today }: Hand, village: Household["village"], begin: string): Helping[] {
  const since = () => {
    const day = addDays(begin, by.between(20, 900));
    return daysBetween(day, today) > 10 ? day : begin;
  };
  const spans: Helping[] = [];
  if (by.happens(0.4)) spans.push(span(staff.memberFor(village), "PARTY_MEMBER_LINK", since(), null, null));
  if (by.happens(0.05)) spans.push(span(staff.formerFor(village), "SECOND_HELPER", since(), null, null));
  if (by.happens(0.02)) spans.push(span(staff.leaderFor(village), "LEADER_CONTACT", since(), null, null));
  if (by.happens(0.03)) spans.push(span(staff.formerFor(village), "KINSHIP", since(), null, null));
  return spans;
}

const span = (
  helper: Cadre,
  kind: Helping["kind"],
  fromOn: string,
  toOn: string | null,
  endReason: string | null,
): Helping => ({
  helper,
  kind,
  fromOn,
  toOn,
  endReason,
});

function endWith(one: Helping, endedOn: string | null): Helping {
  if (endedOn === null || (one.toOn !== null && one.toOn <= endedOn)) return one;
  return { ...one, toOn: endedOn, endReason: "HOUSEHOLD_ENDED" };
}

export function addHelping(rows: Batch, by: Chance, household: Household, one: Helping) {
  rows.add("pairing", {
    id: by.id(one.fromOn),
    household_id: household.id,
    division_id: household.village.id,
    helper_id: one.helper.id,
    helper_name: one.helper.name,
    helper_unit: one.helper.unit,
    helper_post: one.helper.post,
    helper_phone: one.helper.phone,
    kind: one.kind,
    from_on: one.fromOn,
    to_on: one.toOn,
    end_reason: one.endReason,
    created_at: writtenAt(one.fromOn, 10, 0),
  });
}
