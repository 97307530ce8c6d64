/** Ends a role from this minute on; what it opened is closed at the next request. */
import { command } from "#lib/platform/command.ts";
import { EndGrant } from "../input.ts";
import { managedAccount, placeOf } from "../inside/account.ts";
import { mayGrant } from "../roles.ts";

export const endGrant = command({
  name: "accounts.endGrant",
  tells: "account.roleEnded",
  asks: "fresh-proof",
  input: EndGrant,
  subject: async (work, { grantId }) => {
    const [row] = await work.sql<{ account_id: number; role: string; division_id: number }>`
      select account_id, role, division_id from role_grant where id = ${grantId} and delegation_id is null and (to_at is null or to_at > now())`;
    const account = row && (await managedAccount(work, row.account_id));
    const place = row && (await placeOf(work, row.division_id));
    return row && account && place ? { account, place, role: row.role } : null;
  },
  may: (viewer, { account, place, role }) => account.id !== viewer.accountId && mayGrant(viewer, role, place),
  run: async ({ tx }, { grantId }, { account }) => {
    await tx.roleGrant.updateMany({ where: { id: grantId }, data: { toAt: new Date() } });
    return account.id;
  },
  fact: (account, { grantId }, { place, role }) => ({
    subject: `account:${account}`,
    division: place.id,
    grant: grantId,
    role,
  }),
});
