/** Makes a one-time code for an account: the digest stays here, the code itself is shown once. */
import type { Work } from "#lib/platform/scope.ts";
import { digestOfCode, makeCode } from "../one-time-code.ts";

export async function plantCode({ tx }: Work, accountId: number, minutes: number): Promise<string> {
  const code = makeCode();
  // Raw, because the role may not read codes back.
  await tx.$executeRaw`insert into one_time_code (digest, purpose, account_id, expires_at)
    values (${digestOfCode(code)}, 'RESET', ${accountId}, now() + make_interval(mins => ${minutes}::int))`;
  return code;
}
