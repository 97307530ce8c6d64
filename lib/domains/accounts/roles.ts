/**
 * Roles of people (domain.md §11.1) and what each may do: fixed in code; the roles page grants and previews (decisions 22).
 * What a role may *read* of the registry stands in the database (table role); a test holds the two together.
 */
import type { Viewer } from "#lib/platform/viewer.ts";

export const VERBS = [
  "cockpit.view",
  "household.view",
  "household.edit",
  "household.export",
  "pairing.edit",
  "visit.record",
  "visit.review",
  "import.run",
  "division.edit",
  "partyOrg.edit",
  "account.manage",
  "target.edit",
  "audit.view",
] as const;
export type Verb = (typeof VERBS)[number];

const READ: Verb[] = ["cockpit.view", "household.view"];
const DESK: Verb[] = [
  ...READ,
  "household.edit",
  "household.export",
  "pairing.edit",
  "visit.record",
  "visit.review",
  "import.run",
];
const ADMIN: Verb[] = [...DESK, "division.edit", "partyOrg.edit", "account.manage", "target.edit"];
const FIELD: Verb[] = [...READ, "visit.record"];

export const ROLES = {
  PREFECTURE_ADMIN: ADMIN,
  PREFECTURE_VIEWER: READ,
  COUNTY_ADMIN: ADMIN,
  COUNTY_ORG_DEPT: [...READ, "partyOrg.edit", "pairing.edit", "household.export"],
  COUNTY_POVERTY_OFFICE: DESK,
  COUNTY_FINANCE: ["cockpit.view"],
  DEPARTMENT_USER: ["cockpit.view"],
  TOWNSHIP_ADMIN: ADMIN,
  TOWNSHIP_REVIEWER: [...READ, "visit.review", "household.export"],
  FIRST_SECRETARY: FIELD,
  TEAM_MEMBER: FIELD,
  VILLAGE_CADRE: [...FIELD, "household.edit"],
  HELPER: [],
  APPRAISER: READ,
  AUDITOR: ["audit.view"],
  SYSTEM_ADMIN: [],
  SECURITY_ADMIN: ["account.manage"],
} as const satisfies Record<string, readonly Verb[]>;
export type Role = keyof typeof ROLES;

const verbsOf = (role: string): readonly Verb[] => (role in ROLES ? ROLES[role as Role] : []);

/** May the viewer do this at that place? An unknown role may nothing. */
export function may(viewer: Viewer, verb: Verb, divisionId: number): boolean {
  return viewer.grants.some(
    (grant) =>
      verbsOf(grant.role).includes(verb) && (grant.nodes === null || grant.nodes.includes(divisionId)),
  );
}

/** May the viewer do this anywhere at all? For menus and buttons. */
export function mayAnywhere(viewer: Viewer, verb: Verb): boolean {
  return viewer.grants.some((grant) => verbsOf(grant.role).includes(verb));
}

/** A helper who has no other role works from the phone, on paired households only. */
export const isField = (viewer: Viewer) =>
  viewer.grants.length > 0 &&
  viewer.grants.every(({ role }) =>
    ["FIRST_SECRETARY", "TEAM_MEMBER", "VILLAGE_CADRE", "HELPER"].includes(role),
  );
