"use server";

/** Changing settings and visit rules from a day on, and taking back what has not begun. */

import { setSetting, takeBackSetting } from "#lib/domains/settings/commands/change-setting.ts";
import { setVisitRule, takeBackVisitRule } from "#lib/domains/settings/commands/change-visit-rule.ts";
import { action } from "#lib/platform/action.ts";

const after = { changes: () => ["/admin/settings"], goTo: () => "/admin/settings" };
export const saveSetting = action(setSetting, after);
export const dropSetting = action(takeBackSetting, after);
export const saveVisitRule = action(setVisitRule, after);
export const dropVisitRule = action(takeBackVisitRule, after);
