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
  "registry.year",
  "registry.decide",
  "pairing.edit",
  "visit.record",
  "visit.review",
  "need.handle",
  "need.answer",
  "training.edit",
  "import.run",
  "division.propose",
  "division.edit",
  "partyOrg.edit",
  "partyOrg.change",
  "industry.edit",
  "member.edit",
  "post.edit",
  "talent.edit",
  "talent.program",
  "team.edit",
  "duty.edit",
  "leave.township",
  "leave.county",
  "account.manage",
  "account.make",
  "account.grant",
  "procedure.draft",
  "procedure.township",
  "procedure.county",
  "procedure.prefecture",
  "service.accept",
  "service.handle",
  "service.window",
  "service.item",
  "target.edit",
  "indicator.edit",
  "instruction.give",
  "closing.close",
  "closing.sign",
  "report.edit",
  "setting.edit",
  "map.edit",
  "export.unmasked",
  "export.approve",
  "audit.view",
  "trail.view",
  "health.view",
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
  "need.handle",
  "training.edit",
  "import.run",
  "industry.edit",
  "service.accept",
  "service.handle",
];
const ADMIN: Verb[] = [
  ...DESK,
  "division.propose",
  "partyOrg.edit",
  "member.edit",
  "post.edit",
  "talent.edit",
  "team.edit",
  "service.window",
  "duty.edit",
  "account.manage",
  "account.make",
  "account.grant",
  "target.edit",
  "instruction.give",
  "report.edit",
  "export.unmasked",
  "trail.view",
];
/** Who also agrees to what others ask for and to what they propose, and names the programs of the place. */
const LEAD: Verb[] = [
  ...ADMIN,
  "division.edit",
  "partyOrg.change",
  "export.approve",
  "talent.program",
  "registry.year",
  "registry.decide",
  "service.item",
];
/** The village holds trainings of its own, and the first secretary writes down who came. */
const FIELD: Verb[] = [
  ...READ,
  "visit.record",
  "need.handle",
  "training.edit",
  "procedure.draft",
  "service.accept",
  "duty.edit",
];

export const ROLES = {
  PREFECTURE_ADMIN: [
    ...LEAD,
    "leave.county",
    "procedure.prefecture",
    "closing.close",
    "closing.sign",
    "indicator.edit",
    "setting.edit",
    "map.edit",
    "health.view",
  ],
  PREFECTURE_VIEWER: [...READ, "closing.sign", "instruction.give"],
  COUNTY_ADMIN: [...LEAD, "leave.county", "procedure.county", "closing.sign"],
  COUNTY_ORG_DEPT: [
    ...READ,
    "partyOrg.edit",
    "partyOrg.change",
    "industry.edit",
    "member.edit",
    "post.edit",
    "talent.edit",
    "talent.program",
    "team.edit",
    "duty.edit",
    "leave.county",
    "closing.sign",
    "pairing.edit",
    "training.edit",
    "import.run",
    "household.export",
    "service.handle",
    "instruction.give",
    "report.edit",
  ],
  COUNTY_POVERTY_OFFICE: [...DESK, "procedure.county", "export.unmasked", "registry.decide", "report.edit"],
  COUNTY_FINANCE: ["cockpit.view"],
  /** Answers what is put into its hands by name, and sees nothing else of a household. */
  DEPARTMENT_USER: ["cockpit.view", "need.answer"],
  TOWNSHIP_ADMIN: [...ADMIN, "leave.township", "procedure.draft", "procedure.township"],
  TOWNSHIP_REVIEWER: [
    ...READ,
    "visit.review",
    "need.handle",
    "household.export",
    "procedure.township",
    "service.accept",
    "service.handle",
  ],
  FIRST_SECRETARY: FIELD,
  TEAM_MEMBER: FIELD,
  VILLAGE_CADRE: [...FIELD, "household.edit", "industry.edit"],
  HELPER: [],
  APPRAISER: READ,
  AUDITOR: ["audit.view", "trail.view"],
  SYSTEM_ADMIN: ["health.view", "account.make"],
  SECURITY_ADMIN: ["account.manage", "account.grant", "trail.view"],
} as const satisfies Record<string, readonly Verb[]>;
export type Role = keyof typeof ROLES;

/** Where a role belongs: who administers a place gives roles of that rank and below, at the levels named, never above his own. */
const PREFECTURE = { rank: 3, levels: ["PREFECTURE"] };
const COUNTY = { rank: 2, levels: ["COUNTY"] };
const TOWNSHIP = { rank: 1, levels: ["TOWNSHIP"] };
const VILLAGE = { rank: 0, levels: ["TOWNSHIP", "VILLAGE"] };
const PLACES: Record<Role, { rank: number; levels: readonly string[] }> = {
  PREFECTURE_ADMIN: PREFECTURE,
  PREFECTURE_VIEWER: PREFECTURE,
  COUNTY_ADMIN: COUNTY,
  COUNTY_ORG_DEPT: COUNTY,
  COUNTY_POVERTY_OFFICE: COUNTY,
  COUNTY_FINANCE: COUNTY,
  DEPARTMENT_USER: { rank: 2, levels: ["PREFECTURE", "COUNTY"] },
  TOWNSHIP_ADMIN: TOWNSHIP,
  TOWNSHIP_REVIEWER: TOWNSHIP,
  FIRST_SECRETARY: VILLAGE,
  TEAM_MEMBER: VILLAGE,
  VILLAGE_CADRE: VILLAGE,
  HELPER: { rank: 0, levels: ["PREFECTURE", "COUNTY", "TOWNSHIP", "VILLAGE"] },
  APPRAISER: { rank: 2, levels: ["PREFECTURE", "COUNTY"] },
  AUDITOR: PREFECTURE,
  SYSTEM_ADMIN: PREFECTURE,
  SECURITY_ADMIN: PREFECTURE,
};

export const isRole = (role: string): role is Role => role in ROLES;

const verbsOf = (role: string): readonly Verb[] => (role in ROLES ? ROLES[role as Role] : []);

/** What stays with the person, also while on leave: accounts, roles, settings, the audit, and numbers in the clear. */
const NEVER_LENT: ReadonlySet<Verb> = new Set([
  "account.manage",
  "account.make",
  "account.grant",
  "target.edit",
  "indicator.edit",
  "closing.close",
  "closing.sign",
  "setting.edit",
  "map.edit",
  "export.unmasked",
  "audit.view",
  "trail.view",
  "health.view",
]);
type Held = Pick<Viewer["grants"][number], "role" | "lent">;
const holds = ({ role, lent }: Held, verb: Verb): boolean =>
  verbsOf(role).includes(verb) && !(lent && NEVER_LENT.has(verb));

/** The verbs that go along when a role is lent. */
export const lentVerbs = (role: string): Verb[] => verbsOf(role).filter((verb) => !NEVER_LENT.has(verb));
/** HELPER opens the households paired with the person, which are never lent; the officers' rights are their own. */
export const mayLend = (role: string): boolean => !isOfficer(role) && lentVerbs(role).length > 0;

/** May the viewer do this at that place? An unknown role may nothing. */
export function may(viewer: Pick<Viewer, "grants">, verb: Verb, divisionId: number): boolean {
  return viewer.grants.some(
    (grant) => holds(grant, verb) && (grant.nodes === null || grant.nodes.includes(divisionId)),
  );
}

/** May the viewer do this anywhere at all? For menus and buttons. */
export function mayAnywhere(viewer: Viewer, verb: Verb): boolean {
  return viewer.grants.some((grant) => holds(grant, verb));
}

/** A helper who has no other role works from the phone, on paired households only. */
export const isField = (viewer: Viewer) =>
  viewer.grants.length > 0 &&
  viewer.grants.every(({ role }) =>
    ["FIRST_SECRETARY", "TEAM_MEMBER", "VILLAGE_CADRE", "HELPER"].includes(role),
  );

/** Whom a role, a village or a pairing opens rows of households; all others are refused by name instead of being shown empty lists. */
export const opensHouseholds = (viewer: Viewer) =>
  viewer.households.length > 0 || mayAnywhere(viewer, "household.view") || isField(viewer);

/** Three officers whom no person may combine (三员分立): system makes, security grants, audit reads. */
export const OFFICERS = ["SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDITOR"] as const satisfies readonly Role[];
export const isOfficer = (role: string): boolean => (OFFICERS as readonly string[]).includes(role);

const TENDING: readonly Verb[] = ["account.manage", "account.make"];
/** Who looks after the accounts of a place, whether he makes them or gives their roles. */
export const tends = (viewer: Viewer, divisionId: number): boolean =>
  TENDING.some((verb) => may(viewer, verb, divisionId));
export const tendsAnywhere = (viewer: Viewer): boolean => TENDING.some((verb) => mayAnywhere(viewer, verb));

type Place = { id: number; level: string };

/** May the viewer give this role at that place? Never above the own rank or reach; giving to oneself is refused elsewhere. */
export function mayGrant(viewer: Viewer, role: string, place: Place): boolean {
  if (!isRole(role) || !PLACES[role].levels.includes(place.level)) return false;
  return viewer.grants.some(
    (own) =>
      holds(own, "account.grant") &&
      // One officer does not appoint another: that is for the administrator of the prefecture.
      !(isOfficer(own.role) && isOfficer(role)) &&
      (own.nodes === null || own.nodes.includes(place.id)) &&
      isRole(own.role) &&
      PLACES[own.role].rank >= PLACES[role].rank,
  );
}

/** The roles that the viewer may give at a place, for the form that offers them. */
export const grantableAt = (viewer: Viewer, place: Place): Role[] =>
  (Object.keys(ROLES) as Role[]).filter((role) => mayGrant(viewer, role, place));

type GrantAt = { role: string; divisionId: number };

/** Is an account with these grants at most as high as the viewer? Only then may its password be reset or its sign-in be ended. */
export const mayManage = (
  viewer: Viewer,
  homeDivisionId: number,
  grants: readonly GrantAt[],
  by: readonly Verb[] = TENDING,
): boolean =>
  by.some((verb) => may(viewer, verb, homeDivisionId)) &&
  grants.every(({ role, divisionId }) =>
    viewer.grants.some(
      (own) =>
        by.some((verb) => holds(own, verb)) &&
        !(isOfficer(own.role) && isOfficer(role)) &&
        (own.nodes === null || own.nodes.includes(divisionId)) &&
        isRole(own.role) &&
        isRole(role) &&
        PLACES[own.role].rank >= PLACES[role].rank,
    ),
  );

/** The places whose accounts the viewer administers; null = the whole prefecture. */
export function managedNodes(viewer: Viewer): number[] | null {
  const managing = viewer.grants.filter((grant) => TENDING.some((verb) => holds(grant, verb)));
  return managing.some(({ nodes }) => nodes === null) ? null : managing.flatMap(({ nodes }) => nodes ?? []);
}
