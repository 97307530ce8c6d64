/** Two records of a deed, in its own transaction: the audit row for proof, the changes of fields for the screens (decisions 26). */
import type { Fact } from "./command.ts";
import { databases } from "./db.ts";
import type { FieldChange, Session, Work } from "./scope.ts";

type Told = Pick<Session, "requestId" | "from">;
/** The facts of a deed, and from where it was done when a browser did it. */
const withWhence = (facts: object, { from }: Told) =>
  JSON.stringify(from ? { ...facts, from: [from.address, from.agent].filter(Boolean).join(" · ") } : facts);

export async function tellAudit(
  { tx, viewer, hand }: Work,
  verb: string,
  { subject, division, ...facts }: Fact,
  told: Told = {},
): Promise<void> {
  const who = hand ?? viewer;
  const all = hand ? { ...facts, onBehalfOf: viewer.name } : facts;
  // Raw, because the role may insert audit rows but not read them back.
  await tx.$executeRaw`insert into audit_event (account_id, account_name, verb, subject, division_id, facts, request_id)
    values (${who.accountId}, ${who.name}, ${verb}, ${subject}, ${division}, ${withWhence(all, told)}::jsonb, ${told.requestId ?? null})`;
}

/** Somebody looks at something that is worth knowing afterwards; told before it is shown, and where telling fails nothing is shown. */
export async function tellLook(
  session: Session,
  { verb, subject, division, ...facts }: Fact & { verb: string },
): Promise<void> {
  await databases().reads.query(
    `with s as materialized (select set_config('app.tok', $1, true))
     select sec.tell_look($2, $3, $4, $5::jsonb, $6) from s`,
    [session.token, verb, subject, division, withWhence(facts, session), session.requestId ?? null],
  );
}

export async function writeChanges(
  { tx, viewer }: Work,
  verb: string,
  changes: FieldChange[],
  onBehalfOf: string | null = null,
): Promise<void> {
  if (changes.length === 0) return;
  // One value for all of them: a deed may change twenty thousand households, and a parameter for every field of each takes longer than the deed.
  await tx.$executeRaw`
    insert into change (verb, account_id, account_name, on_behalf_of, entity, entity_id, division_id, household_id, field, old, new, written_at)
    select ${verb}, ${viewer.accountId}::int, ${viewer.name}, coalesce(c."onBehalfOf", ${onBehalfOf}), c."entity", c."entityId", c."divisionId", c."householdId", c."field",
      c."old", c."new", c."writtenAt"
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as c("entity" text, "entityId" text, "divisionId" int, "householdId" uuid,
      "field" text, "old" text, "new" text, "writtenAt" timestamptz, "onBehalfOf" text)`;
}
