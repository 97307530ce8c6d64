/** A part of a case as the subject of a deed: whoever sees the case finds it, and whoever handles it is told apart. */
import { may } from "#lib/domains/accounts/roles.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { type CaseSubject, heldCase } from "./case.ts";

export type PartSubject = CaseSubject & {
  part: string;
  department: string;
  handlerId: number | null;
  done: boolean;
};

export async function heldPart(work: Work, partId: string): Promise<PartSubject | null> {
  const [row] = await work.sql<{
    caseId: string;
    department: string;
    handlerId: number | null;
    done: boolean;
  }>`
    select case_id as "caseId", department, handler_id as "handlerId", done_on is not null as done from service_part where id = ${partId}::uuid`;
  const held = row ? await heldCase(work, row.caseId) : null;
  return held && row
    ? { ...held, part: partId, department: row.department, handlerId: row.handlerId, done: row.done }
    : null;
}

/** By name, or by the right to handle parts of this place. */
export const handles = (viewer: Viewer, { handlerId, divisionId }: PartSubject): boolean =>
  handlerId === viewer.accountId || may(viewer, "service.handle", divisionId);
