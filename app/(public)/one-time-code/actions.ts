"use server";

/** One-time codes of people who are not signed in: a new password, or the first administrator. */

import { RedeemFirst, RedeemReset } from "#lib/domains/accounts/input.ts";
import { becomeFirstAdministrator, redeemCode } from "#lib/domains/accounts/redeem.ts";
import { homeOf } from "#lib/domains/accounts/return-path.ts";
import { publicAction } from "#lib/platform/action.ts";
import { reading } from "#lib/platform/scope.ts";
import { letIn } from "#lib/platform/stranger.ts";
import { onward } from "../onward.ts";

const desk = (token: string) => reading({ token }, async ({ viewer }) => homeOf(viewer));

export const redeemReset = publicAction({
  name: "password.setByCode",
  input: RedeemReset,
  run: async (typed, stranger) => {
    return onward({ account: await redeemCode(typed, stranger) }, stranger);
  },
});

export const redeemFirst = publicAction({
  name: "account.becomeFirst",
  input: RedeemFirst,
  run: async (typed, stranger) => {
    const token = await becomeFirstAdministrator(typed, stranger);
    await letIn(token, typed.username);
    return desk(token);
  },
});
