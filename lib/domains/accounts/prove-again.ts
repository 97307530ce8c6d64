/** Proves once more who sits there, by the second factor or else the password: slowed and told like signing in. */
import { markProof, proofAsked } from "#lib/platform/fresh-proof.ts";
import { Problem, type ProblemWords, stale } from "#lib/platform/problem.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import type { Stranger } from "#lib/platform/stranger.ts";
import { factorState, tellOfStranger } from "#lib/platform/strangers.ts";
import { proveFactor } from "./second-factor.ts";
import { provePassword } from "./sign-in.ts";

export async function proveAgain(
  session: Session,
  typed: string,
  stranger: Stranger,
  now = Date.now(),
): Promise<boolean> {
  const { account, asked } = await reading(session, async (scope) => ({
    account: scope.viewer.accountId,
    asked: await proofAsked(scope),
  }));
  // A second press of the same button: proved already.
  if (!asked || asked === "proof-again") return false;
  try {
    if (asked === "proof-factor") await proveFactor(account, typed, stranger, now);
    else
      await provePassword(
        { username: (await factorState(account))?.username ?? "", password: typed },
        stranger,
        now,
      );
  } catch (error) {
    if (error instanceof Problem && error.code === "rule") throw stale(asked, inPlace(error.words));
    throw error;
  }
  await markProof(session.token, true);
  await tellOfStranger(
    "session.provedAgain",
    `account:${account}`,
    { address: stranger.address },
    stranger.requestId,
  );
  return true;
}

/** The name is known here: only the password can be wrong. */
const inPlace = (words: ProblemWords): ProblemWords =>
  words.key === "signIn.wrong" ? { key: "proof.wrongPassword" } : words;
