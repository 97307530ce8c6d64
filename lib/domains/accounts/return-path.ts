/** Where a person goes after signing in: back to the page asked for when it is one of ours, else to the desk of their role. */
import type { Viewer } from "#lib/platform/viewer.ts";
import { isField, mayAnywhere, type Verb } from "./roles.ts";

/** The first part of every page that one may come back to. */
const OURS = new Set([
  "admin",
  "cadres",
  "cockpit",
  "compare",
  "divisions",
  "duties",
  "exports",
  "tables",
  "help",
  "history",
  "households",
  "imports",
  "inbox",
  "industry",
  "instructions",
  "me",
  "measures",
  "members",
  "needs",
  "orgs",
  "pairings",
  "papers",
  "procedures",
  "quality",
  "registry",
  "reports",
  "relocations",
  "sample-checks",
  "search",
  "service-desk",
  "sync",
  "talent",
  "teams",
  "today",
  "trainings",
  "visits",
  "wall",
]);

/** A relative path of ours, or null: no scheme, no host, no backslash, no control characters, nothing encoded that could become one. */
export function returnPath(asked: string | undefined | null): string | null {
  if (!asked || asked.length > 2000) return null;
  const [, first, rest = ""] = /^\/([a-z-]+)((?:\/[\w-]+)*(?:\?[\w.~%&=,+:-]*)?)$/.exec(asked) ?? [];
  return first && OURS.has(first) ? `/${first}${rest}` : null;
}

/** The desk of a role: the first that fits. */
const DESKS: readonly [Verb, string][] = [
  ["cockpit.view", "/cockpit"],
  ["audit.view", "/admin/audit"],
  ["account.manage", "/admin/accounts"],
  ["account.make", "/admin/accounts"],
  ["health.view", "/admin/health"],
];

export const homeOf = (viewer: Viewer): string =>
  isField(viewer) ? "/today" : (DESKS.find(([verb]) => mayAnywhere(viewer, verb))?.[1] ?? "/me");
