/** What may come in for settings and visit rules. */
import * as z from "zod";
import { ROLES, type Role } from "#lib/domains/accounts/roles.ts";
import { SETTING_KEYS, settingOf } from "./setting.ts";

export const HELPER_KINDS = [
  "FIRST_HELPER",
  "SECOND_HELPER",
  "PARTY_MEMBER_LINK",
  "LEADER_CONTACT",
  "KINSHIP",
] as const;

const key = z.enum(SETTING_KEYS as [string, ...string[]], "choose");
const day = z.string("required").trim().min(1, "required").max(20, "malformed");
const unit = z.preprocess(
  (value) => (value === "" ? undefined : value),
  z.coerce.number("choose").int().positive().optional(),
);
const part = z.string().max(10).optional();

/** The numbers of all settings that have several: each is a field of the one form. */
const PARTS = SETTING_KEYS.map(settingOf).flatMap((setting) =>
  setting.kind === "numbers" ? setting.parts : [],
);

/** `of`: a setting or a kind of helper, of which alone the history is wanted. */
export const SettingList = z.object({ of: z.enum([...SETTING_KEYS, ...HELPER_KINDS]).optional() });
export const SetSetting = z.strictObject({
  key,
  value: z.string().max(40).default(""),
  ...(Object.fromEntries([...PARTS, ...Object.keys(ROLES)].map((name) => [name, part])) as Record<
    Role,
    typeof part
  >),
  /** A county; left out: the prefecture. */
  unit,
  fromOn: day,
});
export const TakeBackSetting = z.strictObject({ key, unit, fromOn: day });

const months = z.array(z.coerce.number().int().min(1).max(12)).max(12).default([]);
export const SetVisitRule = z.strictObject({
  helperKind: z.enum(HELPER_KINDS, "choose"),
  period: z.enum(["MONTH", "QUARTER"], "choose"),
  minCount: z.coerce
    .number("settings.count")
    .int("settings.count")
    .min(0, "settings.count")
    .max(31, "settings.count"),
  remoteCounts: z.enum(["yes", "no"]).default("no"),
  exemptMonths: months,
  fromOn: day,
});
export const TakeBackRule = z.strictObject({ id: z.uuid("malformed") });
