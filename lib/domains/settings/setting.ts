/**
 * A setting (设置): a value that the office decides, with the day from which it holds. Declared once here; where there is no value yet,
 * the default holds and is shown as such.
 * Invariants: a value begins today or later, so that what is past keeps what held then; one that has not begun may be taken back.
 */
import { isDay } from "#lib/base/calendar.ts";
import { ROLES, type Role } from "#lib/domains/accounts/roles.ts";
import { WANT_FACTOR } from "#lib/domains/accounts/want-factor.ts";

export type SettingKind =
  | { kind: "number"; least: number; most: number; unit?: "minutes" }
  | { kind: "time" }
  /** "21:00-08:00" */
  | { kind: "span" }
  /** A day, or empty for "open" */
  | { kind: "day" }
  /** Several numbers with a name each, some within bounds of their own */
  | {
      kind: "numbers";
      parts: readonly string[];
      least: number;
      most: number;
      within?: Readonly<Record<string, { least: number; most: number }>>;
    }
  /** One of several words */
  | { kind: "choice"; choices: readonly string[] }
  /** Which roles */
  | { kind: "roles"; parts: readonly Role[] };

export type Roles = { roles: string[] };
export type Value = string | number | Record<string, number> | Roles | null;

export const isRoles = (value: Value): value is Roles =>
  typeof value === "object" && value !== null && Array.isArray((value as Roles).roles);

export type Setting = SettingKind & {
  usual: Value;
  /** May a county have its own? */
  perCounty: boolean;
  /** Where it can be seen at work. */
  usedAt: string;
  /** The office should settle it by its own papers (请按本市文件核定). */
  toBeSettled: boolean;
};

const define = <T extends Record<string, Setting>>(settings: T) => settings;

export const SETTINGS = define({
  "policy-period-end": {
    kind: "day",
    usual: null,
    perCounty: false,
    usedAt: "/cockpit/R2",
    toBeSettled: true,
  },
  /** Of which year's village registers the population is the base of the poverty incidence; 0 = each village's latest. */
  "population-year": {
    kind: "number",
    least: 0,
    most: 2100,
    usual: 0,
    perCounty: false,
    usedAt: "/cockpit/M4",
    toBeSettled: true,
  },
  /** So many days after its end the clock closes a month (封账), if nobody has done so before. */
  "closing-days": {
    kind: "number",
    least: 1,
    most: 28,
    usual: 5,
    perCounty: false,
    usedAt: "/cockpit/closings",
    toBeSettled: true,
  },
  "late-days": {
    kind: "number",
    least: 0,
    most: 60,
    usual: 7,
    perCounty: true,
    usedAt: "/visits/new",
    toBeSettled: true,
  },
  /** Working days that a need has, by its category; an urgent one has at most those of URGENT. */
  "need-days": {
    kind: "numbers",
    parts: [
      "NEED_INDUSTRY",
      "NEED_JOBS",
      "NEED_HOUSING",
      "NEED_WATER",
      "NEED_SCHOOL",
      "NEED_HEALTH",
      "NEED_ALLOWANCE",
      "NEED_ROAD",
      "NEED_DISPUTE",
      "NEED_OTHER",
      "NEED_URGENT",
    ],
    least: 1,
    most: 250,
    usual: {
      ...{
        NEED_INDUSTRY: 20,
        NEED_JOBS: 15,
        NEED_HOUSING: 20,
        NEED_WATER: 10,
        NEED_SCHOOL: 10,
        NEED_HEALTH: 10,
      },
      ...{ NEED_ALLOWANCE: 15, NEED_ROAD: 30, NEED_DISPUTE: 10, NEED_OTHER: 15, NEED_URGENT: 5 },
    },
    perCounty: true,
    usedAt: "/needs/new",
    toBeSettled: true,
  },
  "pairing-load": {
    kind: "numbers",
    parts: ["COUNTY_LEADER", "SECTION_LEADER", "STAFF", "VILLAGE_CADRE", "MEMBER"],
    least: 1,
    most: 50,
    usual: { COUNTY_LEADER: 5, SECTION_LEADER: 3, STAFF: 2, VILLAGE_CADRE: 5, MEMBER: 2 },
    perCounty: false,
    usedAt: "/pairings",
    toBeSettled: true,
  },
  /** So many days may a household be without a helper after one has left, until the unit has named the next (domain.md §3.1). */
  "hand-over-days": {
    kind: "number",
    least: 0,
    most: 180,
    usual: 15,
    perCounty: true,
    usedAt: "/pairings/uncovered",
    toBeSettled: true,
  },
  /** So many days after the closing a unit issues its report. */
  "report-days": {
    kind: "number",
    least: 1,
    most: 60,
    usual: 5,
    perCounty: false,
    usedAt: "/reports",
    toBeSettled: true,
  },
  /** Working days in which an instruction is answered, where its giver names no day. */
  "instruction-days": {
    kind: "number",
    least: 1,
    most: 60,
    usual: 3,
    perCounty: true,
    usedAt: "/instructions",
    toBeSettled: true,
  },
  /** Do probationary members count in the share of Party members with a linked household (R2.2; probation_links has the same default)? */
  "link-probation": {
    kind: "choice",
    choices: ["no", "yes"],
    usual: "no",
    perCounty: false,
    usedAt: "/cockpit/R2",
    toBeSettled: true,
  },
  /** So many days a hint about a visit is the visitor's alone, before the township asks. */
  "visit-hint-days": {
    kind: "number",
    least: 1,
    most: 60,
    usual: 7,
    perCounty: false,
    usedAt: "/visits",
    toBeSettled: true,
  },
  /** Days in the village that are asked of resident teams, how long a leave the township decides, and when leave is too long (domain.md §3.3). */
  "team-rules": {
    kind: "numbers",
    parts: ["daysMonth", "daysYear", "leaveTownship", "leaveYear"],
    least: 0,
    most: 366,
    within: { daysMonth: { least: 0, most: 31 } },
    usual: { daysMonth: 20, daysYear: 200, leaveTownship: 3, leaveYear: 30 },
    perCounty: false,
    usedAt: "/teams",
    toBeSettled: true,
  },
  /** Sizes that a Party organization should have (domain.md §3.6): warnings, never a stop. */
  "org-sizes": {
    kind: "numbers",
    parts: ["fewest", "generalAbove", "committeeFrom", "committeeInside", "jointUnits"],
    least: 1,
    most: 1000,
    usual: { fewest: 3, generalAbove: 50, committeeFrom: 100, committeeInside: 7, jointUnits: 5 },
    perCounty: false,
    usedAt: "/orgs",
    toBeSettled: true,
  },
  /** When a family that is out of poverty is watched: its income fell by so many percent, or is below so many percent of the monitoring line. */
  "watch-after-exit": {
    kind: "numbers",
    parts: ["watchDrop", "watchLine"],
    least: 1,
    most: 300,
    within: { watchDrop: { least: 1, most: 100 }, watchLine: { least: 50, most: 300 } },
    usual: { watchDrop: 20, watchLine: 100 },
    perCounty: false,
    usedAt: "/households/watch",
    toBeSettled: true,
  },
  /** Years of a term, by what the organization is; each term keeps its own. */
  "term-years": {
    kind: "numbers",
    parts: ["village", "committee", "other"],
    least: 1,
    most: 10,
    usual: { village: 5, committee: 5, other: 3 },
    perCounty: false,
    usedAt: "/orgs/terms",
    toBeSettled: true,
  },
  /** An election this many days before the end of the term is called early. */
  "election-early-days": {
    kind: "number",
    least: 0,
    most: 400,
    usual: 90,
    perCounty: false,
    usedAt: "/orgs/terms",
    toBeSettled: true,
  },
  /** Places of the usual team, by post: what a form proposes when a team is set up; teams that are set up keep their own. */
  "team-village": {
    kind: "numbers",
    parts: [
      "SECRETARY",
      "DEPUTY_SECRETARY",
      "PARTY_COMMITTEE_MEMBER",
      "DIRECTOR",
      "DEPUTY_DIRECTOR",
      "VILLAGE_COMMITTEE_MEMBER",
      "SUPERVISION_DIRECTOR",
      "SUPERVISION_MEMBER",
    ],
    least: 0,
    most: 30,
    within: { SECRETARY: { least: 0, most: 1 }, DIRECTOR: { least: 0, most: 1 } },
    usual: {
      SECRETARY: 1,
      DEPUTY_SECRETARY: 1,
      PARTY_COMMITTEE_MEMBER: 1,
      DIRECTOR: 1,
      DEPUTY_DIRECTOR: 1,
      VILLAGE_COMMITTEE_MEMBER: 1,
      SUPERVISION_DIRECTOR: 1,
      SUPERVISION_MEMBER: 0,
    },
    perCounty: true,
    usedAt: "/cadres",
    toBeSettled: true,
  },
  "team-township": {
    kind: "numbers",
    parts: ["SECRETARY", "DEPUTY_SECRETARY", "PARTY_COMMITTEE_MEMBER", "HEAD", "DEPUTY_HEAD"],
    least: 0,
    most: 30,
    within: { SECRETARY: { least: 0, most: 1 }, HEAD: { least: 0, most: 1 } },
    usual: { SECRETARY: 1, DEPUTY_SECRETARY: 2, PARTY_COMMITTEE_MEMBER: 3, HEAD: 1, DEPUTY_HEAD: 3 },
    perCounty: true,
    usedAt: "/cadres",
    toBeSettled: true,
  },
  "team-county": {
    kind: "numbers",
    parts: ["SECRETARY", "DEPUTY_SECRETARY", "PARTY_COMMITTEE_MEMBER", "HEAD", "DEPUTY_HEAD"],
    least: 0,
    most: 30,
    within: { SECRETARY: { least: 0, most: 1 }, HEAD: { least: 0, most: 1 } },
    usual: { SECRETARY: 1, DEPUTY_SECRETARY: 3, PARTY_COMMITTEE_MEMBER: 7, HEAD: 1, DEPUTY_HEAD: 6 },
    perCounty: true,
    usedAt: "/cadres",
    toBeSettled: true,
  },
  "quiet-hours": {
    kind: "span",
    usual: "21:00-08:00",
    perCounty: false,
    usedAt: "/inbox",
    toBeSettled: false,
  },
  "digest-at": { kind: "time", usual: "08:30", perCounty: false, usedAt: "/inbox", toBeSettled: false },
  "notice-days": {
    kind: "number",
    least: 30,
    most: 1000,
    usual: 180,
    perCounty: false,
    usedAt: "/inbox",
    toBeSettled: false,
  },
  "idle-days": {
    kind: "number",
    least: 7,
    most: 400,
    usual: 90,
    perCounty: false,
    usedAt: "/admin/accounts",
    toBeSettled: true,
  },
  "second-factor": {
    kind: "roles",
    parts: Object.keys(ROLES) as Role[],
    usual: { roles: [...WANT_FACTOR] },
    perCounty: false,
    usedAt: "/me/second-factor",
    toBeSettled: false,
  },
  /** Minutes; after them some deeds ask again who sits there (sec.proof_asked has the same default). */
  "proof-minutes": {
    kind: "number",
    unit: "minutes",
    least: 5,
    most: 720,
    usual: 30,
    perCounty: false,
    usedAt: "/me",
    toBeSettled: false,
  },
  /** Minutes idle at a desk and on a phone, and how many sessions at once (sec.session_open has the same defaults). */
  sessions: {
    kind: "numbers",
    parts: ["desk", "phone", "most"],
    least: 1,
    most: 720,
    within: { desk: { least: 5, most: 240 }, phone: { least: 5, most: 720 }, most: { least: 1, most: 10 } },
    usual: { desk: 30, phone: 720, most: 3 },
    perCounty: false,
    usedAt: "/me",
    toBeSettled: false,
  },
});

export type SettingKey = keyof typeof SETTINGS;
export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[];
export const isSetting = (key: string): key is SettingKey => key in SETTINGS;
export const settingOf = (key: SettingKey): Setting => SETTINGS[key];

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const whole = (text: string, { least, most }: { least: number; most: number }) =>
  /^\d{1,5}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined;

/** What was typed as a value; undefined when it is none. */
export function readValue(key: SettingKey, typed: string, parts: Record<string, string>): Value | undefined {
  const setting = settingOf(key);
  const text = typed.normalize("NFKC").trim();
  switch (setting.kind) {
    case "number":
      return whole(text, setting);
    case "time":
      return TIME.test(text) ? text : undefined;
    case "span": {
      const [from = "", to = "", more] = text.split("-").map((time) => time.trim());
      return TIME.test(from) && TIME.test(to) && more === undefined ? `${from}-${to}` : undefined;
    }
    case "day":
      return text === "" ? null : isDay(text) ? text : undefined;
    case "numbers": {
      const read = setting.parts.map(
        (part) => [part, whole((parts[part] ?? "").trim(), setting.within?.[part] ?? setting)] as const,
      );
      return read.every(([, number]) => number !== undefined)
        ? (Object.fromEntries(read) as Record<string, number>)
        : undefined;
    }
    case "choice":
      return setting.choices.includes(text) ? text : undefined;
    case "roles":
      return { roles: setting.parts.filter((part) => parts[part] === "yes") };
  }
}
