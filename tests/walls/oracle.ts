// What each role may do and see, written down a second time and by hand: the matrix compares the program with this table.
import { HELD_AT, lineOf, type Target } from "./ground.ts";

export type Expected = "ok" | "not-found" | "refused" | "rule";

const desk =
  "cockpit.view household.view household.edit household.export pairing.edit visit.record visit.review need.handle training.edit import.run industry.edit service.accept service.handle";
const admin = `${desk} division.propose partyOrg.edit post.edit member.edit talent.edit team.edit duty.edit service.window account.manage account.make account.grant target.edit instruction.give report.edit export.unmasked trail.view`;
const lead = `${admin} division.edit partyOrg.change export.approve talent.program registry.year registry.decide service.item`;
const field =
  "cockpit.view household.view visit.record need.handle training.edit procedure.draft duty.edit service.accept";
const MAY: Record<string, string> = {
  PREFECTURE_ADMIN: `${lead} leave.county procedure.prefecture setting.edit indicator.edit map.edit closing.close closing.sign health.view`,
  PREFECTURE_VIEWER: "cockpit.view household.view closing.sign instruction.give",
  COUNTY_ADMIN: `${lead} leave.county procedure.county closing.sign`,
  COUNTY_ORG_DEPT:
    "cockpit.view household.view closing.sign partyOrg.edit partyOrg.change talent.edit talent.program team.edit duty.edit leave.county post.edit industry.edit member.edit pairing.edit training.edit import.run household.export service.handle instruction.give report.edit",
  COUNTY_POVERTY_OFFICE: `${desk} procedure.county export.unmasked registry.decide report.edit`,
  COUNTY_FINANCE: "cockpit.view",
  DEPARTMENT_USER: "cockpit.view need.answer",
  TOWNSHIP_ADMIN: `${admin} leave.township procedure.draft procedure.township`,
  TOWNSHIP_REVIEWER:
    "cockpit.view household.view visit.review need.handle household.export procedure.township service.accept service.handle",
  FIRST_SECRETARY: field,
  TEAM_MEMBER: field,
  VILLAGE_CADRE: `${field} household.edit industry.edit`,
  HELPER: "",
  APPRAISER: "cockpit.view household.view",
  AUDITOR: "audit.view trail.view",
  SYSTEM_ADMIN: "health.view account.make",
  SECURITY_ADMIN: "account.manage account.grant trail.view",
};
const CLOSED_REGISTRY = [
  "COUNTY_FINANCE",
  "DEPARTMENT_USER",
  "HELPER",
  "AUDITOR",
  "SYSTEM_ADMIN",
  "SECURITY_ADMIN",
];

export const ROLES_TRIED = Object.keys(MAY);

export const hasVerb = (role: string, verb: string) => (MAY[role] ?? "").split(" ").includes(verb);
/** Is the object's place the role's own or below it? */
export const under = (role: string, target: Pick<Target, "place">) =>
  target.place !== null && lineOf(target.place).includes(HELD_AT[role] ?? "top");
/** Does the role see the registry rows of this object? */
export const sees = (role: string, target: Pick<Target, "place" | "paired">) =>
  (!CLOSED_REGISTRY.includes(role) && under(role, target)) || (role === "HELPER" && target.paired);

export type Oracle = (role: string, target: Target) => Expected;

/** Whoever is signed in; what comes back is checked for marks. */
export const anybody: Oracle = () => "ok";
/** A row of the registry: seen or not there. */
export const seen: Oracle = (role, target) => (sees(role, target) ? "ok" : "not-found");
/** A deed on a row of the registry. */
export const deed =
  (...verbs: string[]): Oracle =>
  (role, target) => {
    if (!sees(role, target)) return "not-found";
    return under(role, target) && verbs.some((verb) => hasVerb(role, verb)) ? "ok" : "refused";
  };
/** The same, also for the helper of the household. */
export const deedOrHelp =
  (...verbs: string[]): Oracle =>
  (role, target) =>
    role === "HELPER" && target.paired ? "ok" : deed(...verbs)(role, target);
/** A deed on a node of a tree that everybody signed in may see. */
export const place =
  (verb: string): Oracle =>
  (role, target) => {
    if (target.place === null) return "not-found";
    return under(role, target) && hasVerb(role, verb) ? "ok" : "refused";
  };
/** Something of a tree that everybody signed in may see. */
export const there: Oracle = (_role, target) => (target.place === null ? "not-found" : "ok");
/** A screen that needs a verb, wherever it is held. */
export const anywhere =
  (verb: string): Oracle =>
  (role) =>
    hasVerb(role, verb) ? "ok" : "refused";
const tends = (role: string) => hasVerb(role, "account.manage") || hasVerb(role, "account.make");
/** An account is there only for those who look after its place; what they may do with it is their own verb's. */
export const managed =
  (verb?: string): Oracle =>
  (role, target) => {
    if (!under(role, target) || !tends(role)) return "not-found";
    return !verb || hasVerb(role, verb) ? "ok" : "refused";
  };
/** A screen about accounts. */
export const tending: Oracle = (role) => (tends(role) ? "ok" : "refused");
