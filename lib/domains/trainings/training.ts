/**
 * A training (培训): held by a unit on some days, for cadres, Party members or villagers; who was there is kept person by person,
 * since coverage counts distinct persons, never person-times (article; domain.md §1.1 rows 5, 9, 15; F2.3, F2.4, F3.4, F3.5).
 */

/** 专题培训, 外出考察, 现场培训: the three modes of the article. */
export const MODES = ["COURSE", "STUDY_TOUR", "ON_SITE"] as const;
export type Mode = (typeof MODES)[number];
/** For whom it is, and by which rosters coverage is counted: 干部, 党员, 群众. */
export const AUDIENCES = ["CADRES", "MEMBERS", "VILLAGERS"] as const;
export type Audience = (typeof AUDIENCES)[number];
/** Whose rosters are kept, so that coverage of them can be counted. */
export const COVERED = ["CADRES", "MEMBERS"] as const;
/** 党建业务, 扶贫业务, 基层治理; and what villagers are taught: 政策法规, 实用技术, 务工技能. */
export const TOPICS = ["PARTY_WORK", "POVERTY_WORK", "GOVERNANCE", "POLICY", "PRACTICAL", "LABOR"] as const;
export type Topic = (typeof TOPICS)[number];
/** Who arranged it; the autonomous region stands above us and holds trainings too. */
export const LEVELS = ["REGION", "PREFECTURE", "COUNTY", "TOWNSHIP", "VILLAGE"] as const;
export type Level = (typeof LEVELS)[number];

/** How many were there as the unit reports it, each kind once; beside the names, which alone count for coverage. */
export const STATED = ["statedCadres", "statedVillageCadres", "statedMembers", "statedVillagers"] as const;
export type Stated = Record<(typeof STATED)[number], number | null>;

/** KNOWN: a person of the registry. UNKNOWN: a name not recognized yet. OUTSIDER: somebody whom no unit here keeps. */
export type Standing = "KNOWN" | "UNKNOWN" | "OUTSIDER";

/** A day has no more hours of teaching than this, and one training no more days. */
export const MOST_HOURS_A_DAY = 12;
export const MOST_DAYS = 366;
/** Who is younger (14) is no one whom a name on a list means, nor on the roster of villagers. */
export const YOUNGEST = 14;
export const MOST_NAMES = 500;
/** A roster longer than this is not ticked whole: a lower unit, an organization or a name narrows it. */
export const MOST_TICKS = 150;
export const PAGE_SIZE = 50;
