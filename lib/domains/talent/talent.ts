/**
 * Talent (聚集人才队伍, article; domain.md §1.1 rows 6–9, F3): people who come by a channel and a program and serve somewhere, posts that
 * are wanted and filled, and cadres of townships' public institutions who teach for a time. Days are `[from, to)`: the end day is free again.
 */

/** 引进, 选派, 培育 */
export const CHANNELS = ["RECRUIT", "DISPATCH", "CULTIVATE"] as const;
export type Channel = (typeof CHANNELS)[number];
/** 急需紧缺, 实用技能, 公共服务, 社会治理 */
export const TALENT_KINDS = ["URGENT", "PRACTICAL", "PUBLIC_SERVICE", "GOVERNANCE"] as const;
export type TalentKind = (typeof TALENT_KINDS)[number];
/** 引活水, 激内流, 强源头 */
export const STREAMS = ["IMPORT", "CIRCULATE", "SOURCE"] as const;
export type Stream = (typeof STREAMS)[number];

/** Without a program a talent belongs to the stream of its channel. */
export const STREAM_OF: Record<Channel, Stream> = {
  RECRUIT: "IMPORT",
  DISPATCH: "CIRCULATE",
  CULTIVATE: "SOURCE",
};

/** Of a talent or a demand on a day. */
export const LIST_STATES = ["now", "ended", "all"] as const;
export type ListState = (typeof LIST_STATES)[number];
/** Of a demand as well: with free places, or full. */
export const DEMAND_STATES = ["now", "open", "full", "ended", "all"] as const;
export type DemandState = (typeof DEMAND_STATES)[number];

/**
 * 乡镇事业编制 is the only post from which somebody is sent (article); the others are offered so that the refusal can say why,
 * instead of a form that leaves one guessing.
 */
export const POST_TYPES = ["TOWNSHIP_PUBLIC", "COUNTY_PUBLIC", "CIVIL_SERVANT", "CONTRACT"] as const;
export type PostType = (typeof POST_TYPES)[number];
export const SENT_FROM: PostType = "TOWNSHIP_PUBLIC";

export const SECONDMENT_STATES = ["PLANNED", "STARTED", "EARLY", "FINISHED"] as const;
export type SecondmentState = (typeof SECONDMENT_STATES)[number];

/** Of a list of secondments: sent from under the unit, or teaching at a school there. Figures count the former alone. */
export const SIDES = ["SENT", "RECEIVED"] as const;
export type Side = (typeof SIDES)[number];

type Days = { fromOn: string; toOn: string; startedOn: string | null; endedOn: string | null };

/** From its days alone, as they stand on one day: nobody sets a state, so none can lie. */
export function stateOf({ toOn, startedOn, endedOn }: Days, day: string): SecondmentState {
  if (endedOn !== null && endedOn <= day && endedOn < toOn) return "EARLY";
  if (startedOn === null || startedOn > day) return "PLANNED";
  return toOn <= day ? "FINISHED" : "STARTED";
}

/** The day on which it should have begun is past, and nobody has said that it did. */
export const isLate = (days: Days, day: string) => stateOf(days, day) === "PLANNED" && days.fromOn < day;

export const MOST_WANTED = 200;
/** Nobody is sent to teach for longer at once. */
export const MOST_YEARS_TEACHING = 6;
/** A list longer than this is not ticked at once: a lower unit narrows it. */
export const MOST_CHECKED = 300;
export const PAGE_SIZE = 50;
