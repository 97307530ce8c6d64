/**
 * A resident team (驻村工作队): people whom a unit sends to live in a village, where each was on a day, and what follows from it (domain.md §3.3).
 * Invariants: one team in a village and one village for a person at a time; a day is told once and the later answer holds; leave is decided by
 * another, at the level that its days ask for; what unexcused days mean is said as a fact, and decided by people.
 */
export const ROLES = ["LEADER", "FIRST_SECRETARY", "MEMBER"] as const;
export type TeamRole = (typeof ROLES)[number];

/** 在村, 出差, 培训, 休假, 病假, 旷岗 */
export const STATUSES = ["IN_VILLAGE", "ERRAND", "TRAINING", "VACATION", "SICK", "ABSENT"] as const;
export type DayStatus = (typeof STATUSES)[number];
/** What a member says of himself; leave is asked for, absence is told by others. */
export const OWN_STATUSES = ["IN_VILLAGE", "ERRAND", "TRAINING"] as const;

export const SOURCES = ["SELF", "DESK", "CHECK", "SHEET", "LEAVE"] as const;
export type DaySource = (typeof SOURCES)[number];

export const LEAVE_KINDS = ["VACATION", "SICK"] as const;
export type LeaveKind = (typeof LEAVE_KINDS)[number];
export const LEAVE_STATUSES = ["WAITING", "APPROVED", "REJECTED", "WITHDRAWN"] as const;
export type LeaveStatus = (typeof LEAVE_STATUSES)[number];
export const LEVELS = ["TOWNSHIP", "COUNTY"] as const;
export type LeaveLevel = (typeof LEVELS)[number];

export const RESULTS = ["IN_VILLAGE", "ERRAND", "ON_LEAVE", "ABSENT"] as const;
export type CheckResult = (typeof RESULTS)[number];
export const ENDINGS = ["TERM_OVER", "TRANSFERRED", "RECALLED", "MISTAKE"] as const;
export type Ending = (typeof ENDINGS)[number];

/** How many days back a member marks his own. */
export const OWN_DAYS_BACK = 7;
/** So many of them without a word, and somebody is reminded. */
export const UNTOLD_DAYS = 3;

/** The dated setting “team-rules” with its defaults (请按本市文件核定). */
export type TeamRules = { daysMonth: number; daysYear: number; leaveTownship: number; leaveYear: number };

export const levelFor = (days: number, { leaveTownship }: TeamRules): LeaveLevel =>
  days <= leaveTownship ? "TOWNSHIP" : "COUNTY";

/** What so many unexcused days of a year mean for the appraisal, as the usual rules have it. */
export type Consequence = "NO_EXCELLENT" | "BASIC" | "UNFIT";
export function consequenceOf(unexcused: number): Consequence | null {
  if (unexcused <= 0) return null;
  return unexcused === 1 ? "NO_EXCELLENT" : unexcused === 2 ? "BASIC" : "UNFIT";
}

/** Days of one member in a span, by where he was. Missing is not zero: `told` says on how many anything is known. */
export type Tally = Record<DayStatus, number> & { told: number };
export function tallyOf(days: readonly { status: DayStatus }[]): Tally {
  const tally = { IN_VILLAGE: 0, ERRAND: 0, TRAINING: 0, VACATION: 0, SICK: 0, ABSENT: 0, told: days.length };
  for (const { status } of days) tally[status]++;
  return tally;
}
