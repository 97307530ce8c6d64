/** Where one can go, as data: a place shows when it is alive and the viewer holds its verb. */

import type { Messages } from "#lib/i18n/rooms.ts";

export type PlaceKey = keyof Pick<
  Messages["navigation"],
  | "cockpit"
  | "today"
  | "inbox"
  | "instructions"
  | "reports"
  | "households"
  | "registryYears"
  | "visits"
  | "newVisit"
  | "pairings"
  | "measures"
  | "needs"
  | "quality"
  | "sampleChecks"
  | "procedures"
  | "serviceDesk"
  | "orgs"
  | "trainings"
  | "industry"
  | "members"
  | "cadres"
  | "talent"
  | "teams"
  | "duties"
  | "divisions"
  | "imports"
  | "exports"
  | "tables"
  | "accounts"
  | "audit"
  | "health"
  | "dictionaries"
  | "holidays"
  | "lines"
  | "indicators"
  | "procedureSteps"
  | "settings"
  | "map"
  | "me"
>;

export type Place = {
  key: PlaceKey;
  href: string;
  /** What one must be able to do somewhere to see it; null = everybody who is signed in. */
  verb: string | null;
  /** Another verb that opens it as well. */
  or?: string;
  /** One that is needed besides: a helper opens the own households, not the rosters of a place. */
  and?: string;
};

export type Group = { key: keyof Messages["navigation"]["groups"]; places: readonly Place[] };

const cockpit: Place = { key: "cockpit", href: "/cockpit", verb: "cockpit.view" };
const today: Place = { key: "today", href: "/today", verb: "visit.record" };
const inbox: Place = { key: "inbox", href: "/inbox", verb: null };
const households: Place = { key: "households", href: "/households", verb: "household.view" };
const newVisit: Place = { key: "newVisit", href: "/visits/new", verb: "visit.record" };
const me: Place = { key: "me", href: "/me", verb: null };

const groups: readonly Group[] = [
  {
    key: "overview",
    places: [cockpit, { key: "reports", href: "/reports", verb: "report.edit", or: "closing.sign" }],
  },
  {
    key: "inbox",
    places: [
      today,
      inbox,
      { key: "instructions", href: "/instructions", verb: "cockpit.view", or: "audit.view" },
    ],
  },
  {
    key: "people",
    places: [
      households,
      { key: "registryYears", href: "/registry/years", verb: "household.view", and: "cockpit.view" },
      { key: "visits", href: "/visits", verb: "household.view" },
      { key: "pairings", href: "/pairings", verb: "household.view" },
      { key: "measures", href: "/measures", verb: "household.view" },
      { key: "needs", href: "/needs", verb: "household.view", or: "need.answer" },
      { key: "quality", href: "/quality", verb: "household.view", and: "cockpit.view" },
      { key: "sampleChecks", href: "/sample-checks", verb: "household.view", and: "cockpit.view" },
      { key: "procedures", href: "/procedures", verb: "household.view" },
      { key: "serviceDesk", href: "/service-desk", verb: "cockpit.view" },
    ],
  },
  {
    key: "organization",
    places: [
      { key: "orgs", href: "/orgs", verb: "cockpit.view" },
      { key: "trainings", href: "/trainings", verb: "cockpit.view" },
      { key: "industry", href: "/industry", verb: "cockpit.view" },
      { key: "members", href: "/members", verb: "household.view", and: "cockpit.view" },
      { key: "duties", href: "/duties", verb: "household.view", and: "cockpit.view" },
      { key: "cadres", href: "/cadres", verb: "cockpit.view" },
      { key: "talent", href: "/talent", verb: "cockpit.view" },
      { key: "teams", href: "/teams", verb: "household.view", and: "cockpit.view" },
      { key: "divisions", href: "/divisions", verb: "cockpit.view" },
    ],
  },
  {
    key: "admin",
    places: [
      { key: "imports", href: "/imports", verb: "import.run" },
      { key: "exports", href: "/exports", verb: "household.export" },
      { key: "tables", href: "/tables", verb: "household.export" },
      { key: "accounts", href: "/admin/accounts", verb: "account.manage", or: "account.make" },
      { key: "dictionaries", href: "/admin/dictionaries", verb: "setting.edit" },
      { key: "holidays", href: "/admin/holidays", verb: "setting.edit" },
      { key: "lines", href: "/admin/lines", verb: "setting.edit" },
      { key: "indicators", href: "/admin/indicators", verb: "indicator.edit" },
      { key: "procedureSteps", href: "/admin/procedures", verb: "setting.edit" },
      { key: "settings", href: "/admin/settings", verb: "setting.edit" },
      { key: "map", href: "/admin/map", verb: "map.edit" },
      { key: "audit", href: "/admin/audit", verb: "trail.view" },
      { key: "health", href: "/admin/health", verb: "health.view" },
    ],
  },
];

const holds = (verbs: ReadonlySet<string>) => (place: Place) =>
  (place.verb === null || verbs.has(place.verb) || (place.or !== undefined && verbs.has(place.or))) &&
  (place.and === undefined || verbs.has(place.and));

/** The rail of a desk: groups without a place for this viewer are left out. */
export function railFor(verbs: ReadonlySet<string>): Group[] {
  return groups
    .map((group) => ({ ...group, places: group.places.filter(holds(verbs)) }))
    .filter((group) => group.places.length > 0);
}

/** The bottom of a phone, five places at most: people in the field record visits, officials look at the whole. */
export function tabsFor(verbs: ReadonlySet<string>, inTheField: boolean): Place[] {
  const places = inTheField
    ? [today, households, newVisit, inbox, me]
    : [today, households, cockpit, inbox, me];
  const own = places.filter(holds(verbs));
  // Officers of the machine and of the trail have little else: their desk stands at the bottom too.
  return own.some(({ key }) => key === "households" || key === "cockpit") ? own : [...desk(verbs), ...own];
}

const desk = (verbs: ReadonlySet<string>) =>
  groups.flatMap(({ places }) => places).filter((place) => DESK.has(place.key) && holds(verbs)(place));
const DESK = new Set<PlaceKey>(["accounts", "audit", "health"]);
