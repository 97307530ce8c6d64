/** A part of a case as the subject of a deed: whoever sees the case finds it, and whoever handles it is told apart. */
import type { Work } from "#lib/platform/scope.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { levelOf } from "../department-readings.ts";
import { type CaseSubject, handlesFor, heldCase, PLACES_ABOVE } from "./case.ts";

export type PartSubject = CaseSubject & {
  part: string;
  department: string;
  handlerId: number | null;
  done: boolean;
  places: Record<string, number>;
};

export async function heldPart(work: Work, partId: string): Promise<PartSubject | null> {
  const [row] = await work.sql<{
    caseId: string;
    department: string;
    handlerId: number | null;
    done: boolean;
    places: Record<string, number>;
  }>`
    select p.case_id as "caseId", p.department, p.handler_id as "handlerId", p.done_on is not null as done, ${PLACES_ABOVE} as places
    from service_part p join service_case c on c.id = p.case_id where p.id = ${partId}::uuid`;
  const held = row ? await heldCase(work, row.caseId) : null;
  if (!held || !row) return null;
  const { department, handlerId, done, places } = row;
  return { ...held, part: partId, department, handlerId, done, places };
}

/** By name, or by the right to handle parts at the level of the department. */
export const handles = (
  viewer: Viewer,
  { handlerId, department, places, divisionId }: PartSubject,
): boolean => handlerId === viewer.accountId || handlesFor(viewer, levelOf(department), places, divisionId);
