"use server";

/** The forms of people who are not signed in yet, and the way out. */

import * as z from "zod";
import { endOtherSessions } from "#lib/domains/accounts/commands/end-sessions.ts";
import { demoPerson, provePassword, SignIn, SignInAsDemo } from "#lib/domains/accounts/sign-in.ts";
import { publicAction } from "#lib/platform/action.ts";
import { env } from "#lib/platform/env.ts";
import { notFound } from "#lib/platform/problem.ts";
import { closeSession, currentSession, dropSessionCookie } from "#lib/platform/session.ts";
import { inside, onward } from "../onward.ts";

async function leave(): Promise<void> {
  const session = await currentSession();
  if (session) await closeSession(session.token);
  await dropSessionCookie();
}

export const signIn = publicAction({
  name: "session.open",
  input: SignIn,
  run: async (typed, stranger) => {
    const account = await provePassword(typed, stranger);
    return onward({ account, to: typed.to, username: typed.username }, stranger);
  },
});

export const signInAsDemo = publicAction({
  name: "session.openDemo",
  input: SignInAsDemo,
  run: async ({ account, to }, stranger) => {
    if (!env.DEMO) throw notFound();
    return inside({ account: await demoPerson(account), to }, stranger);
  },
});

export const signOut = publicAction({
  name: "session.close",
  input: z.object({}),
  run: async () => {
    await leave();
    return "/sign-in?out=1";
  },
});

/** Here and on every other device. */
export const signOutEverywhere = publicAction({
  name: "session.closeAll",
  input: z.object({}),
  run: async () => {
    const session = await currentSession();
    if (session) await endOtherSessions(session, {});
    await leave();
    return "/sign-in?out=1";
  },
});
