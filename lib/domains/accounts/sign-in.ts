/** Signing in: the throttle first, then the password, then a session row; the same words whether the name or the password is wrong. */
import * as z from "zod";
import { rule } from "#lib/platform/problem.ts";
import { openSession } from "#lib/platform/session.ts";
import type { Stranger } from "#lib/platform/stranger.ts";
import { demoPeople, keepStrongerHash, lookUpLogin, tellOfStranger } from "#lib/platform/strangers.ts";
import { hashPassword, isWeaker, passwordFits } from "./password.ts";
import { admit } from "./throttle.ts";

/** What a person types as a name, in one form: full width, upper case and spaces around do not matter. */
export const readUsername = (typed: string) => typed.normalize("NFKC").trim().toLowerCase();

export const SignIn = z.strictObject({
  username: z.string().transform(readUsername).pipe(z.string().min(1, "signIn.username").max(64)),
  password: z.string().min(1, "signIn.password").max(1024),
  to: z.string().max(2000).optional(),
});
export const SignInAsDemo = z.strictObject({
  account: z.coerce.number().int().positive(),
  to: z.string().max(2000).optional(),
});

type Typed = { username: string; password: string };

/** In with a password alone: where no second factor is asked for. */
export const signInWithPassword = async (typed: Typed, stranger: Stranger, now = Date.now()) =>
  enter(await provePassword(typed, stranger, now), stranger);

/** Whose password it is, or a refusal that does not tell the name from the password. */
export async function provePassword(
  { username, password }: Typed,
  stranger: Stranger,
  now = Date.now(),
): Promise<number> {
  const attempt = await admit({ username, address: stranger.address, device: stranger.device }, now);
  const login = await lookUpLogin(username);
  const fits = await passwordFits(login?.password_hash, password);
  if (!login || !fits || login.status !== "ACTIVE") {
    await attempt.failed();
    // The typed name is not written down: people type passwords there by mistake.
    await tellOfStranger(
      "session.refused",
      login ? `account:${login.account_id}` : null,
      whence(stranger),
      stranger.requestId,
    );
    throw rule("signIn.wrong");
  }
  await attempt.succeeded();
  if (login.password_hash && isWeaker(login.password_hash))
    await keepStrongerHash(login.account_id, login.password_hash, await hashPassword(password));
  return login.account_id;
}

/** One click enters: neither password nor second factor is asked for, since everybody shares the persons of the demo. */
export async function demoPerson(account: number): Promise<number> {
  const person = (await demoPeople()).find((one) => one.account_id === account);
  if (!person) throw rule("signIn.demoGone");
  return person.account_id;
}

export async function enter(account: number, stranger: Stranger): Promise<string> {
  const token = await openSession(account, stranger.agent);
  await tellOfStranger("session.opened", `account:${account}`, whence(stranger), stranger.requestId);
  return token;
}

/** For the list of sign-ins: the address, and the device in words. */
const whence = ({ address, agent }: Stranger) => ({ address, ...(agent ? { agent } : {}) });
