"use server";

/** One-time codes of people who are not signed in: a new password, or the first administrator. */

import { RedeemFirst, RedeemReset } from "#lib/domains/accounts/input.ts";
import { redeemCode, redeemFirstCode } from "#lib/domains/accounts/redeem.ts";
import { publicAction } from "#lib/platform/action.ts";
import { onward } from "../onward.ts";

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
    return onward({ account: await redeemFirstCode(typed, stranger), username: typed.username }, stranger);
  },
});
