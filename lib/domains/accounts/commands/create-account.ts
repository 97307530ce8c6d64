/** A new account with its first role: its person sets the password with a one-time code that is shown once and lasts seven days. */
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { CreateAccount } from "../input.ts";
import { placeOf } from "../inside/account.ts";
import { give } from "../inside/give.ts";
import { plantCode } from "../inside/plant-code.ts";
import { may, mayGrant } from "../roles.ts";

const SEVEN_DAYS = 7 * 24 * 60;

export const createAccount = command({
  name: "accounts.create",
  tells: "account.created",
  input: CreateAccount,
  subject: (work, { divisionId }) => placeOf(work, divisionId),
  may: (viewer, place, { role }) => may(viewer, "account.manage", place.id) && mayGrant(viewer, role, place),
  run: async (work, { username, name, divisionId, role, personId, fromOn, toOn }) => {
    if (personId) await mustSeePerson(work, personId);
    const account = await work.tx.account.create({
      data: { username, name, divisionId, personId: personId ?? null },
      select: { id: true },
    });
    await give(work, account.id, { role, divisionId }, { fromOn, toOn });
    return { id: account.id, username, code: await plantCode(work, account.id, SEVEN_DAYS) };
  },
  fact: ({ id }, { role, divisionId, fromOn, toOn }) => ({
    subject: `account:${id}`,
    division: divisionId,
    role,
    fromOn: fromOn ?? null,
    toOn: toOn ?? null,
  }),
});

/** An account acts for its person's households: only whoever sees the person may link it. */
async function mustSeePerson({ sql, viewer }: Work, id: string): Promise<void> {
  const [person] = await sql<{ division_id: number }>`select division_id from person where id = ${id}::uuid`;
  if (!person || !may(viewer, "household.view", person.division_id))
    throw rule("account.personUnknown", undefined, "personId");
}
