/** A listing as its commands need it: where it lies, who stands above, how far it is. */

import { may } from "#lib/domains/accounts/roles.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import type { Sql } from "#lib/platform/sql.ts";
import { sql as part } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import type { WeakState } from "../weak.ts";

export type Weak = {
  id: string;
  orgId: number;
  orgName: string;
  divisionId: number;
  /** The place above the seat; the seat itself at the top. */
  aboveId: number;
  year: number;
  cause: string;
  status: WeakState;
  reportedBy: number | null;
  measures: number;
  undone: number;
  /** Who put it on the list. */
  listedBy: number | null;
  /** Entered within the last thirty days, and neither given back nor carried over from the year before. */
  young: boolean;
  version: number;
};

type Reading = { sql: Sql; viewer: Viewer };

export const weakOf = (reading: Reading, id: string) => find(reading, part`w.id = ${id}::uuid`);
export const weakOfMeasure = (reading: Reading, id: string) =>
  find(reading, part`w.id = (select m.weak_id from party_org_weak_measure m where m.id = ${id}::uuid)`);

async function find({ sql, viewer }: Reading, which: ReturnType<typeof part>): Promise<Weak | null> {
  const [weak] = await sql<Weak>`
    select w.id::text as id, w.org_id as "orgId", o.name as "orgName", w.division_id as "divisionId", coalesce(d.parent_id, d.id) as "aboveId",
      w.year, w.cause, w.status, w.reported_by as "reportedBy", w.version, w.account_id as "listedBy",
      w.returned_why is null and w.carried_from is null and w.created_at > now() - interval '30 days' as young,
      (select count(*)::int from party_org_weak_measure m where m.weak_id = w.id) as measures,
      (select count(*)::int from party_org_weak_measure m where m.weak_id = w.id and m.done_on is null) as undone
    from party_org_weak w join party_org o on o.id = w.org_id join division d on d.id = w.division_id
    where ${which} and ${reachable(viewer, { division: "w.division_id" })}`;
  return weak ?? null;
}

export const mayWork = (viewer: Viewer, weak: Weak) => may(viewer, "partyOrg.edit", weak.divisionId);
/** A level above decides. */
export const mayDecide = (viewer: Viewer, weak: Pick<Weak, "aboveId">) =>
  may(viewer, "partyOrg.edit", weak.aboveId);

/** Whoever was put on the list by a level above does not take himself off it. */
export const mayTakeBack = (viewer: Viewer, weak: Weak) =>
  mayDecide(viewer, weak) || (mayWork(viewer, weak) && weak.listedBy === viewer.accountId);
/** Nothing hangs on it yet. */
export const isMistakable = ({ status, measures, young }: Pick<Weak, "status" | "measures" | "young">) =>
  status === "OPEN" && measures === 0 && young;

export const factOf = (weak: Weak) => ({
  subject: `partyOrg:${weak.orgId}`,
  division: weak.divisionId,
  year: weak.year,
  listing: weak.id,
});
