/** A new account with its first role: its person sets the password with a one-time code that is shown once and lasts seven days. */
import { command } from "#lib/platform/command.ts";
import { invalid } from "#lib/platform/problem.ts";
import { CreateAccount } from "../input.ts";
import { placeOf } from "../inside/account.ts";
import { give } from "../inside/give.ts";
import { ownerOf } from "../inside/owner.ts";
import { plantCode } from "../inside/plant-code.ts";
import { may, mayGrant } from "../roles.ts";

const SEVEN_DAYS = 7 * 24 * 60;

export const createAccount = command({
  name: "accounts.create",
  tells: "account.created",
  asks: "fresh-proof",
  input: CreateAccount,
  subject: (work, { divisionId }) => placeOf(work, divisionId),
  may: (viewer, place, { role }) =>
    may(viewer, "account.make", place.id) && (!role || mayGrant(viewer, role, place)),
  run: async (work, input) => {
    const { username, divisionId, role, fromOn, toOn } = input;
    // Who gives roles says which; the system administrator leaves it to the security administrator.
    if (!role && may(work.viewer, "account.grant", divisionId)) throw invalid({ role: [{ key: "choose" }] });
    const { name, personId } = await ownerOf(work, input);
    const account = await work.tx.account.create({
      data: { username, name, divisionId, personId },
      select: { id: true },
    });
    if (role) await give(work, account.id, { role, divisionId }, { fromOn, toOn });
    return { id: account.id, username, code: await plantCode(work, account.id, SEVEN_DAYS) };
  },
  fact: ({ id }, { role, divisionId, fromOn, toOn }) => ({
    subject: `account:${id}`,
    division: divisionId,
    role: role ?? null,
    fromOn: fromOn ?? null,
    toOn: toOn ?? null,
  }),
});
