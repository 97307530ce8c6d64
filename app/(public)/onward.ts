/** After the password: straight to the desk, or by way of the second factor. */
import { homeOf, returnPath } from "#lib/domains/accounts/return-path.ts";
import { factorNeed } from "#lib/domains/accounts/second-factor.ts";
import { enter } from "#lib/domains/accounts/sign-in.ts";
import { reading } from "#lib/platform/scope.ts";
import { closeSession, currentSession, type Half, setHalf } from "#lib/platform/session.ts";
import { letIn, type Stranger } from "#lib/platform/stranger.ts";

export async function onward(half: Half, stranger: Stranger): Promise<string> {
  return (await halfway(half)) ?? inside(half, stranger);
}

/** Who came by the office's unified identity is asked all the same. */
export const between = (account: number) => halfway({ account });

async function halfway(half: Half): Promise<string | null> {
  const need = await factorNeed(half.account);
  if (need === "none") return null;
  await setHalf(half);
  return need === "ask" ? "/second-factor" : "/second-factor/enroll";
}

export async function inside({ account, to, username }: Half, stranger: Stranger): Promise<string> {
  // Whoever was signed in here before, the same person or another, is no longer: a new sign-in never goes on under an old token.
  const before = await currentSession();
  if (before) await closeSession(before.token);
  const token = await enter(account, stranger);
  await letIn(token, username);
  return reading({ token }, async ({ viewer }) => returnPath(to) ?? homeOf(viewer));
}
