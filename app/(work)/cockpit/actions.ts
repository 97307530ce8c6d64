"use server";
/** What can be done on a board: setting a target, or dividing one among the units below. */
import { divideTarget } from "#lib/domains/cockpit/commands/divide-target.ts";
import { setTarget } from "#lib/domains/cockpit/commands/set-target.ts";
import { action } from "#lib/platform/action.ts";

export const saveTarget = action(setTarget, { changes: ({ item }) => ["/cockpit", `/cockpit/${item}`] });

export const saveShares = action(divideTarget, {
  changes: ({ item }) => ["/cockpit", `/cockpit/${item}`, "/talent/secondments"],
  goTo: ({ unit, year, indicator }) => `/cockpit/divide?i=${indicator}&u=${unit}&p=${year}&done=1`,
});
