/** The report that is acted upon, held until it is done, as far as the viewer reaches its unit. */
import type { Period } from "#lib/base/period.ts";
import { conflict } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { reaches, type Viewer } from "#lib/platform/viewer.ts";
import { type State, type Texts, writesFor } from "./report.ts";

export type HeldReport = {
  id: string;
  divisionId: number;
  period: Period;
  revision: number;
  status: State;
  texts: Texts;
  version: number;
  corrected: boolean;
};

export async function heldReport({ sql, viewer }: Work, { id }: { id: string }): Promise<HeldReport | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 440))::text`;
  const [row] = await sql<HeldReport>`
    select r.id, r.division_id as "divisionId", r.period, r.revision, r.status, r.texts, r.version,
      exists (select 1 from report n where n.corrects_id = r.id) as corrected
    from report r where r.id = ${id}::uuid`;
  return row && reaches(viewer, row.divisionId) ? row : null;
}

export const mayWrite = (viewer: Viewer, { divisionId }: Pick<HeldReport, "divisionId">): boolean =>
  writesFor(viewer, divisionId);

/** Somebody else was quicker: what is on the screen is not how it stands. */
export function asShown({ version }: HeldReport, shown: number): void {
  if (version !== shown) throw conflict();
}

export const told = ({ id, divisionId, period, revision }: HeldReport) => ({
  ...{ subject: `report:${id}`, division: divisionId, period },
  ...(revision > 1 ? { revision } : {}),
});
