/** Ten recovery codes, shown once, kept as digests; a new set voids the old one. And the reset of a lost factor by whoever gives roles. */
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { Nothing, OneAccount } from "../input.ts";
import { managedAccount } from "../inside/account.ts";
import { makeCode } from "../one-time-code.ts";
import { mayManage } from "../roles.ts";
import { recoveryDigest } from "../second-factor.ts";

const HOW_MANY = 10;

export const makeRecoveryCodes = command({
  name: "me.makeRecoveryCodes",
  tells: "me.recoveryCodesMade",
  asks: "fresh-proof",
  input: Nothing,
  subject: async ({ viewer }) => viewer.accountId,
  may: () => true,
  run: async ({ tx, sql }, _input, id) => {
    const [factor] = await sql<{ on: boolean }>`
      select confirmed_at is not null as on from second_factor where account_id = ${id}`;
    if (!factor?.on) throw rule("factor.none");
    const codes = Array.from({ length: HOW_MANY }, () => makeCode());
    await tx.$executeRaw`delete from recovery_code where account_id = ${id}`;
    await tx.$executeRaw`insert into recovery_code (digest, account_id)
      select d, ${id}::int from unnest(${codes.map(recoveryDigest)}::bytea[]) d`;
    return { codes };
  },
  fact: (_result, _input, id) => ({ subject: `account:${id}`, division: null }),
});

export const resetFactor = command({
  name: "accounts.resetFactor",
  tells: "account.factorReset",
  asks: "fresh-proof",
  input: OneAccount,
  subject: (work, { accountId }) => managedAccount(work, accountId),
  may: (viewer, account) =>
    account.id !== viewer.accountId &&
    !account.beyond &&
    mayManage(viewer, account.divisionId, account.grants, ["account.grant"]),
  run: async ({ tx }, { accountId }) => {
    await tx.$executeRaw`delete from recovery_code where account_id = ${accountId}`;
    await tx.$executeRaw`delete from second_factor where account_id = ${accountId}`;
    return accountId;
  },
  fact: (id, _input, account) => ({ subject: `account:${id}`, division: account.divisionId }),
});
