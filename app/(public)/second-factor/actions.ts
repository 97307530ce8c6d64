"use server";

/** The second step of signing in, and its first setting up. */

import * as z from "zod";
import { FactorCode, proveFactor } from "#lib/domains/accounts/second-factor.ts";
import { publicAction } from "#lib/platform/action.ts";
import { rule, signedOut } from "#lib/platform/problem.ts";
import { reading } from "#lib/platform/scope.ts";
import { currentHalf, currentSession, dropHalf, setHalf } from "#lib/platform/session.ts";
import type { Stranger } from "#lib/platform/stranger.ts";
import { inside } from "../onward.ts";

async function prove(code: string, stranger: Stranger) {
  const half = await currentHalf();
  if (!half) throw rule("factor.expired");
  await proveFactor(half.account, code, stranger);
  const next = await inside(half, stranger);
  await dropHalf();
  return next;
}

export const confirmFactor = publicAction({
  name: "session.confirmFactor",
  input: FactorCode,
  run: ({ code }, stranger) => prove(code, stranger),
});

export const enrollFactor = publicAction({
  name: "session.enrollFactor",
  input: FactorCode,
  run: async ({ code }, stranger) => {
    await prove(code, stranger);
    return "/me/second-factor";
  },
});

export const beginFactor = publicAction({
  name: "me.beginFactor",
  input: z.object({}),
  run: async () => {
    const session = await currentSession();
    if (!session) throw signedOut();
    const account = await reading(session, async ({ viewer }) => viewer.accountId);
    await setHalf({ account });
    return "/second-factor/enroll";
  },
});
