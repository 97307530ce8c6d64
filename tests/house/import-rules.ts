// The direction of imports as rules for dependency-cruiser; none names a domain, so a new domain needs no new rule.
import type { IForbiddenRuleType } from "dependency-cruiser";

const DOMAIN = "^lib/domains/([^/]+)/";
const SERVER_PARTS =
  "^lib/domains/[^/]+/((queries|commands|jobs|inside)/|(queries|commands|jobs|[a-z-]+-(queries|commands|job))\\.ts$)";
/** Of the indicators only names and lights are pure; the rest asks the database. */
const INDICATOR_SERVER_PARTS = "^lib/indicators/(?!(items|light)\\.ts$)";
const TYPES_ONLY = { dependencyTypesNot: ["type-only" as const] };

export const RULES: IForbiddenRuleType[] = [
  {
    name: "base-imports-nothing",
    comment: "lib/base is pure: it leans on nothing of ours, and of the world's on zod at most",
    from: { path: "^lib/base/" },
    to: { pathNot: ["^lib/base/", "node_modules/zod/"] },
  },
  {
    name: "platform-looks-down",
    comment: "lib/platform and lib/i18n are machinery: they know base and each other, no word of the trade",
    from: { path: "^lib/(platform|i18n)/" },
    to: { path: "^(lib/(domains|indicators|operate)|app|components|prisma)/" },
  },
  {
    name: "domains-look-down",
    comment:
      "a domain knows base, platform, i18n, indicators (boards and appraisals show them) and earlier domains",
    from: { path: "^lib/domains/" },
    to: { path: "^lib/operate/" },
  },
  {
    name: "indicators-read-facts",
    comment: "an indicator reads fact views in the database, not domain code",
    from: { path: "^lib/indicators/" },
    to: { path: "^lib/(domains|operate)/" },
  },
  {
    name: "lib-looks-down",
    comment: "lib serves the screens and never knows them",
    from: { path: "^lib/" },
    to: { path: "^(app|components)/" },
  },
  {
    name: "components-hold-no-server-code",
    comment: "a component gets data and actions as props; of server code it may know the types",
    from: { path: "^components/" },
    to: {
      path: ["^(app|lib/(platform|operate)|prisma)/", INDICATOR_SERVER_PARTS, SERVER_PARTS],
      ...TYPES_ONLY,
    },
  },
  {
    name: "by-the-door",
    comment: "what lies inside a domain is opened by that domain alone",
    from: { path: DOMAIN },
    to: { path: "^lib/domains/[^/]+/inside/", pathNot: "^lib/domains/$1/" },
  },
  {
    name: "by-the-door-from-outside",
    comment: "nobody else opens what lies inside a domain",
    from: { pathNot: "^(lib/domains|tests)/" },
    to: { path: "^lib/domains/[^/]+/inside/" },
  },
  {
    name: "domains-have-an-order",
    comment: "a later domain uses an earlier one, never both each other",
    scope: "folder",
    from: { path: "^lib/domains/[^/]+$" },
    to: { circular: true },
  },
  {
    name: "no-circle",
    comment: "files that need each other are one file, or a third one is missing",
    from: { path: "^(lib|components|app)/" },
    to: { circular: true, viaOnly: TYPES_ONLY, ...TYPES_ONLY },
  },
  {
    name: "one-door-to-the-database",
    comment: "connections are opened in lib/platform/db.ts; elsewhere the client and the driver are types",
    from: { pathNot: "^(lib/platform/|lib/operate/|tests/|prisma/)" },
    to: {
      path: [
        "^lib/platform/(db\\.ts|prisma/)",
        "node_modules/(pg|@types/pg|@prisma/client|@prisma/adapter-pg)/",
      ],
      ...TYPES_ONLY,
    },
  },
  {
    name: "nobody-imports-tests",
    comment: "the product stands without its tests; the demo and the seed may use the builders",
    from: { pathNot: "^tests/" },
    to: { path: "^tests/(?!world/|build/)" },
  },
  {
    name: "only-seeds-import-the-world",
    comment: "the named world is test and demo data",
    from: { pathNot: "^(tests/|prisma/seed|lib/operate/)" },
    to: { path: "^tests/" },
  },
  {
    name: "it-must-be-there",
    comment: "an import that leads nowhere escapes every other rule",
    from: { path: "^(lib|components|app|tests|prisma)/" },
    to: { couldNotResolve: true },
  },
];
