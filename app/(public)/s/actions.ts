"use server";

/** What somebody with a slip may do without an account: look up the case, and say once how it was. */

import { CodeTyped, RateInPublic } from "#lib/domains/services/input.ts";
import { knownSlip, rateBySlip } from "#lib/domains/services/slip.ts";
import { publicAction } from "#lib/platform/action.ts";

export const askByCode = publicAction({
  name: "serviceCase.askedInPublic",
  input: CodeTyped,
  run: async ({ slip }, stranger) => {
    await knownSlip(slip, stranger);
    return `/s/${slip}`;
  },
});

export const rateByCode = publicAction({
  name: "serviceCase.ratedInPublic",
  input: RateInPublic,
  run: async ({ slip, rating }, stranger) => {
    await rateBySlip(slip, rating, stranger);
    return `/s/${slip}?saved=yes`;
  },
});
