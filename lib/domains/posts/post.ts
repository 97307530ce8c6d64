/**
 * A post (岗位) of a leadership team (领导班子): of a Party organization, or of a division's own committee. How many places it has is
 * dated; who holds it is a tenure (任职), [from, to), several posts per person.
 * Invariants: on no day more tenures than places; a team has one principal (主要负责人) at most, and he has one place; a vacancy is
 * nowhere stored, it is the gap between places and tenures.
 */
import { settingOf } from "#lib/domains/settings/setting.ts";

/** What the program knows of the kinds that it brings along; the office's own kinds belong to the division's committee and lead nothing. */
type Known = { of: "PARTY" | "DIVISION"; at?: "VILLAGE" | "ABOVE"; principal?: true; core?: false };
const KNOWN: Record<string, Known> = {
  SECRETARY: { of: "PARTY", principal: true },
  DEPUTY_SECRETARY: { of: "PARTY" },
  PARTY_COMMITTEE_MEMBER: { of: "PARTY" },
  HEAD: { of: "DIVISION", at: "ABOVE", principal: true },
  DEPUTY_HEAD: { of: "DIVISION", at: "ABOVE" },
  DIRECTOR: { of: "DIVISION", at: "VILLAGE", principal: true },
  DEPUTY_DIRECTOR: { of: "DIVISION", at: "VILLAGE" },
  VILLAGE_COMMITTEE_MEMBER: { of: "DIVISION", at: "VILLAGE" },
  SUPERVISION_DIRECTOR: { of: "DIVISION", at: "VILLAGE", core: false },
  SUPERVISION_MEMBER: { of: "DIVISION", at: "VILLAGE", core: false },
};

export type KindTraits = { of: "PARTY" | "DIVISION"; principal: boolean; core: boolean };
export const traitsOf = (kind: string): KindTraits => {
  const { of = "DIVISION", principal = false, core = true } = KNOWN[kind] ?? {};
  return { of, principal, core };
};

/** A village has a director, and what lies above it a head of government; a kind of the office's own may be anywhere. */
export function fitsAt(kind: string, level: string): boolean {
  const at = KNOWN[kind]?.at;
  return at === undefined || (at === "VILLAGE") === (level === "VILLAGE");
}

/** The usual team of a division until the office says otherwise (standard.ts); a prefecture has one of its own. */
const PREFECTURE: Record<string, number> = {
  SECRETARY: 1,
  DEPUTY_SECRETARY: 3,
  PARTY_COMMITTEE_MEMBER: 8,
  HEAD: 1,
  DEPUTY_HEAD: 7,
};
export const TEAM_SETTINGS = {
  VILLAGE: "team-village",
  TOWNSHIP: "team-township",
  COUNTY: "team-county",
} as const;
export const hasTeamSetting = (level: string): level is keyof typeof TEAM_SETTINGS => level in TEAM_SETTINGS;
export function standardOf(level: string): Readonly<Record<string, number>> {
  if (hasTeamSetting(level)) return settingOf(TEAM_SETTINGS[level]).usual as Record<string, number>;
  return level === "PREFECTURE" ? PREFECTURE : {};
}
/** Of an organization that leads no place: a department's, or one on the industry chain. */
export const BRANCH_STANDARD: Readonly<Record<string, number>> = { SECRETARY: 1 };

export const END_REASONS = ["TERM_OVER", "TRANSFERRED", "RESIGNED", "DISMISSED", "DIED", "RETIRED"] as const;
/** By the program: the organization ended; or an entry was taken back. */
export type EndReason = (typeof END_REASONS)[number] | "ORG_CLOSED" | "MISTAKE";

export const MOST_PLACES = 30;

/** Whom a list shows: everybody in post, or only places that stand empty. */
export const SHOWN = ["all", "held", "vacant"] as const;
export type Shown = (typeof SHOWN)[number];

/** What a deed on a tenure, a quota or a team tells its form. */
export type TenureTold = {
  id: string;
  postId: string;
  personId: string;
  divisionId: number;
  kind: string;
  fromOn: string;
  toOn: string | null;
};
export type QuotaTold = { id: string; divisionId: number; kind: string; fromOn: string };
export type TeamTold = {
  divisionId: number;
  orgId: number | null;
  villages: boolean;
  teams: number;
  made: number;
};
