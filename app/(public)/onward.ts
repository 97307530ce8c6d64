/** After the password: straight to the desk, or by way of the second factor. */
import { homeOf, returnPath } from "#lib/domains/accounts/return-path.ts";
import { factorNeed } from "#lib/domains/accounts/second-factor.ts";
import { enter } from "#lib/domains/accounts/sign-in.ts";
import { reading } from "#lib/platform/scope.ts";
import { type Half, setHalf } from "#lib/platform/session.ts";
import { letIn, type Stranger } from "#lib/platform/stranger.ts";

export async function onward(half: Half, stranger: Stranger): Promise<string> {
  const need = await factorNeed(half.account);
  if (need === "none") return inside(half, stranger);
  await setHalf(half);
  return need === "ask" ? "/second-factor" : "/second-factor/enroll";
}

export async function inside({ account, to, username }: Half, stranger: Stranger): Promise<string> {
  const token = await enter(account, stranger);
  await letIn(token, username);
  return reading({ token }, async ({ viewer }) => returnPath(to) ?? homeOf(viewer));
}
