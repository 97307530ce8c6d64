"use server";
/** What can be done on a board: setting a target, those of the units below with it, and settling what a change of the tree left behind. */
import { divideTarget } from "#lib/domains/cockpit/commands/divide-target.ts";
import { setTarget } from "#lib/domains/cockpit/commands/set-target.ts";
import { settleTargets } from "#lib/domains/cockpit/commands/settle-targets.ts";
import { action } from "#lib/platform/action.ts";

export const saveTarget = action(setTarget, { changes: ({ item }) => ["/cockpit", `/cockpit/${item}`] });

export const saveShares = action(divideTarget, {
  changes: ({ item }) => ["/cockpit", `/cockpit/${item}`, "/cockpit/targets", "/talent/secondments"],
  goTo: ({ unit, year, indicator }) => `/cockpit/divide?i=${indicator}&u=${unit}&p=${year}&done=1`,
});

export const settle = action(settleTargets, { changes: () => ["/cockpit", "/cockpit/targets", "/inbox"] });
