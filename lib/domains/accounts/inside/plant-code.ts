/** Makes one-time codes for accounts: the digests stay here, the codes themselves are shown once. */
import type { Work } from "#lib/platform/scope.ts";
import { digestOfCode, makeCode } from "../one-time-code.ts";

export async function plantCode({ tx }: Work, accountId: number, minutes: number): Promise<string> {
  const code = makeCode();
  // Raw, because the role may not read codes back.
  await tx.$executeRaw`insert into one_time_code (digest, purpose, account_id, expires_at)
    values (${digestOfCode(code)}, 'RESET', ${accountId}, now() + make_interval(mins => ${minutes}::int))`;
  return code;
}

/** How long a slip of paper is good: a village is far away. */
export const SLIP_DAYS = 7;

export async function plantSlips(
  { tx }: Pick<Work, "tx">,
  slips: readonly { id: number; code: string }[],
): Promise<void> {
  await tx.$executeRaw`insert into one_time_code (digest, purpose, account_id, expires_at)
    select digest, 'RESET', id, now() + make_interval(days => ${SLIP_DAYS}::int)
    from unnest(${slips.map(({ code }) => digestOfCode(code))}::bytea[], ${slips.map(({ id }) => id)}::int[]) as s (digest, id)`;
}
