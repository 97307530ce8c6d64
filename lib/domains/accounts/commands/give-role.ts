/** Gives somebody else a role at a place for a time; never to oneself, never above the giver's own rank and reach. */
import { command } from "#lib/platform/command.ts";
import { GiveRole } from "../input.ts";
import { managedAccount, placeOf } from "../inside/account.ts";
import { give } from "../inside/give.ts";
import { mayGrant, tends } from "../roles.ts";

export const giveRole = command({
  name: "accounts.giveRole",
  tells: "account.roleGiven",
  asks: "fresh-proof",
  input: GiveRole,
  subject: async (work, { accountId, divisionId }) => {
    const account = await managedAccount(work, accountId);
    const place = account && (await placeOf(work, divisionId));
    return account && place && tends(work.viewer, place.id) ? { account, place } : null;
  },
  may: (viewer, { account, place }, { role }) =>
    account.id !== viewer.accountId && mayGrant(viewer, role, place),
  run: (work, { accountId, role, divisionId, fromOn, toOn }) =>
    give(work, accountId, { role, divisionId }, { fromOn, toOn }),
  fact: (grant, { role, accountId, divisionId, fromOn, toOn }) => ({
    subject: `account:${accountId}`,
    division: divisionId,
    grant,
    role,
    fromOn: fromOn ?? null,
    toOn: toOn ?? null,
  }),
});
