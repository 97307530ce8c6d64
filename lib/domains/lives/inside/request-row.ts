/** A request as the subject of a decision, held until it is decided. */
import type { Work } from "#lib/platform/scope.ts";
import type { RequestKind } from "../request.ts";
import type { Payload } from "./payload.ts";

export type RequestSubject = {
  id: string;
  kind: RequestKind;
  divisionId: number;
  householdId: string | null;
  title: string;
  payload: Payload;
  status: string;
  accountId: number;
};

export async function heldRequest({ sql }: Work, id: string): Promise<RequestSubject | null> {
  const [row] = await sql<RequestSubject>`
    select id, kind, division_id as "divisionId", household_id as "householdId", title, payload, status, account_id as "accountId"
    from registry_request where id = ${id}::uuid for update`;
  return row ?? null;
}
