/** Slips with one-time codes for accounts that nobody has used yet: codes are made here, shown once, and make earlier ones void. */
import { addDays } from "#lib/base/calendar.ts";
import { command } from "#lib/platform/command.ts";
import type { Work } from "#lib/platform/scope.ts";
import { UnusedAccounts } from "../input.ts";
import { plantSlips, SLIP_DAYS } from "../inside/plant-code.ts";
import type { Slip, Slips } from "../name-list.ts";
import { makeCode } from "../one-time-code.ts";
import { mayManage } from "../roles.ts";

type Unused = {
  id: number;
  username: string;
  name: string;
  divisionId: number;
  place: string;
  beyond: boolean;
  grants: { role: string; divisionId: number }[];
};

export const issueSlips = command({
  name: "accounts.issueSlips",
  tells: "account.slipsMade",
  asks: "fresh-proof",
  input: UnusedAccounts,
  subject: unusedAccounts,
  may: (viewer, accounts) =>
    accounts.every(
      ({ id, beyond, divisionId, grants }) =>
        id !== viewer.accountId && !beyond && mayManage(viewer, divisionId, grants, ["account.grant"]),
    ),
  run: async (work, _input, accounts): Promise<Slips> => {
    const slips = accounts.map(
      ({ id, username, name, place, grants }): Slip => ({
        ...{ id, username, name, place, role: grants[0]?.role ?? "", code: makeCode() },
      }),
    );
    await work.sql`select sec.void_codes(${slips.map(({ id }) => id)}::int[])::text as done`;
    await plantSlips(work, slips);
    return { step: "made", slips, until: addDays(work.today, SLIP_DAYS), left: [] };
  },
  fact: ({ slips }, _input, accounts) => ({
    subject: `account:${accounts[0]?.id ?? 0}`,
    division: accounts[0]?.divisionId ?? null,
    made: slips.length,
    accounts: slips.map(({ id }) => String(id)),
  }),
});

/** All of them within reach, open and never used: else none is found. */
async function unusedAccounts(
  { sql }: Work,
  { accountIds }: { accountIds: number[] },
): Promise<Unused[] | null> {
  const ids = [...new Set(accountIds)];
  const found = await sql<Unused>`
    select a.id, a.username, a.name, a.division_id as "divisionId", d.name as place, sec.grants_beyond(a.id) as beyond,
      (select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'divisionId', g.division_id) order by g.id), '[]') from role_grant g
        where g.account_id = a.id and g.delegation_id is null and (g.to_at is null or g.to_at > now())) as grants
    from account a join division d on d.id = a.division_id
    where a.id = any (${ids}::int[]) and a.status = 'ACTIVE' and a.password_hash is null and a.last_sign_in_at is null
    order by d.code, a.division_id, a.name, a.id`;
  return found.length === ids.length ? found : null;
}
