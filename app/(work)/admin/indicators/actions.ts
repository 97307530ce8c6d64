"use server";

/** Publishing, declaring, retiring and withdrawing versions of indicators. */

import {
  declareIndicator,
  publishOwn,
  retireIndicator,
  setThreshold,
} from "#lib/domains/indicator-versions/commands/publish-version.ts";
import { withdrawVersion } from "#lib/domains/indicator-versions/commands/withdraw-version.ts";
import { action } from "#lib/platform/action.ts";

type Done = { indicator: string };
const changes = ({ indicator }: Done) => ["/admin/indicators", `/admin/indicators/${indicator}`, "/cockpit"];
const there = (saved: string) => ({
  changes,
  goTo: ({ indicator }: Done) => `/admin/indicators/${indicator}?saved=${saved}`,
});

export const saveThreshold = action(setThreshold, there("published"));
export const saveOwn = action(publishOwn, there("published"));
export const saveNew = action(declareIndicator, there("declared"));
export const retire = action(retireIndicator, there("retired"));
/** An indicator of which nothing is left has no page any more. */
export const withdraw = action(withdrawVersion, { changes, goTo: () => "/admin/indicators?saved=withdrawn" });
