/** One-time codes become passwords: of the first administrator, and of whoever forgot his. */
import { rule } from "#lib/platform/problem.ts";
import { openSession } from "#lib/platform/session.ts";
import type { Stranger } from "#lib/platform/stranger.ts";
import { redeemFirst, redeemReset, tellOfStranger } from "#lib/platform/strangers.ts";
import { passwordProblem, SHORTEST } from "./good-password.ts";
import { digestOfCode } from "./one-time-code.ts";
import { hashPassword } from "./password.ts";

function mustBeGood(password: string, about: string[] = []) {
  const problem = passwordProblem(password, about);
  if (problem) throw rule(problem, { shortest: SHORTEST }, "password");
}

async function told(who: number | null, verb: string, stranger: Stranger): Promise<number> {
  if (who === null) throw rule("signIn.code", undefined, "code");
  await tellOfStranger(verb, `account:${who}`, { address: stranger.address }, stranger.requestId);
  return who;
}

type Redeemed = { code: string; password: string };

/** Sets the password and is inside: where no second factor is asked for. */
export const setPasswordByCode = async (typed: Redeemed, stranger: Stranger) =>
  openSession(await redeemCode(typed, stranger), stranger.agent);

export async function redeemCode({ code, password }: Redeemed, stranger: Stranger): Promise<number> {
  mustBeGood(password);
  const who = await redeemReset(digestOfCode(code), await hashPassword(password));
  return told(who, "account.codeRedeemed", stranger);
}

type Founding = { code: string; password: string; username: string; name: string };

/** Makes the account of the first administrator; what still stands before its session is the door's to ask. */
export async function redeemFirstCode(typed: Founding, stranger: Stranger): Promise<number> {
  mustBeGood(typed.password, [typed.username, typed.name]);
  const hash = await hashPassword(typed.password);
  const who = await redeemFirst(digestOfCode(typed.code), hash, typed.username, typed.name);
  return told(who, "account.firstMade", stranger);
}

/** Is inside at once: where no second factor is asked for. */
export const becomeFirstAdministrator = async (typed: Founding, stranger: Stranger) =>
  openSession(await redeemFirstCode(typed, stranger), stranger.agent);
