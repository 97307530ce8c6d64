/** Two records of a deed, in its own transaction: the audit row for proof, the changes of fields for the screens (decisions 26). */
import type { Fact } from "./command.ts";
import type { FieldChange, Work } from "./scope.ts";

export async function tellAudit(
  { tx, viewer }: Work,
  verb: string,
  { subject, division, ...facts }: Fact,
  requestId?: string,
): Promise<void> {
  // Raw, because the role may insert audit rows but not read them back.
  await tx.$executeRaw`insert into audit_event (account_id, account_name, verb, subject, division_id, facts, request_id)
    values (${viewer.accountId}, ${viewer.name}, ${verb}, ${subject}, ${division}, ${JSON.stringify(facts)}::jsonb, ${requestId ?? null})`;
}

export async function writeChanges(
  { tx, viewer }: Work,
  verb: string,
  changes: FieldChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await tx.change.createMany({
    data: changes.map((change) => ({
      ...change,
      verb,
      accountId: viewer.accountId,
      accountName: viewer.name,
    })),
  });
}
