/** The forms about accounts: what each must hold, with message keys for what is wrong. */
import * as z from "zod";
import { densities, locales, textSizes, themes } from "#lib/base/preferences.ts";
import { ROLES, type Role } from "./roles.ts";
import { readUsername } from "./sign-in.ts";

const id = z.coerce
  .number("malformed")
  .int("malformed")
  .positive("malformed")
  .max(2_147_483_647, "malformed");
/** As a person types it; the command reads it with the day of today. */
const day = z.string().trim().max(20, "day");
/** An empty field of a form is no value. */
const blank = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" || value === null ? undefined : value), schema.optional());

export const username = z
  .string("required")
  .transform(readUsername)
  .pipe(
    z
      .string()
      .min(3, "account.username")
      .max(40, "account.username")
      .regex(/^[\p{L}\d][\p{L}\d._-]*$/u, "account.username"),
  );
const name = z.string("required").trim().min(1, "required").max(40);
const role = z.enum(Object.keys(ROLES) as [Role, ...Role[]], "choose");

export const CreateAccount = z.strictObject({
  username,
  name: blank(z.string().trim().max(40)),
  divisionId: id,
  role: blank(role),
  /** A person of the registry, or NEW: one who is made along with the account. */
  personId: blank(z.union([z.literal("NEW"), z.uuid("malformed")])),
  unitName: blank(z.string().trim().max(60)),
  post: blank(z.string().trim().max(40)),
  /** Said after a namesake was shown: this is somebody else. */
  somebodyElse: blank(z.literal("1")),
  fromOn: blank(day),
  toOn: blank(day),
});
/** A list of names, or people ticked, or both; the role is for lines that name none. */
export const AccountList = z.strictObject({
  step: z.enum(["rehearse", "make"], "choose"),
  divisionId: id,
  role: blank(role),
  text: z.string().max(100_000, "malformed").default(""),
  people: z.array(z.uuid("malformed")).max(200, "malformed").default([]),
});
export const GiveRole = z.strictObject({
  accountId: id,
  role,
  divisionId: id,
  fromOn: blank(day),
  toOn: blank(day),
});
export const EndGrant = z.strictObject({ grantId: id });
export const SetStatus = z.strictObject({ accountId: id, status: z.enum(["ACTIVE", "DISABLED"], "choose") });
export const OneAccount = z.strictObject({ accountId: id });

export const ManyAccounts = z.strictObject({
  accountIds: z.array(id, "account.tick").min(1, "account.tick").max(200, "malformed"),
});

/** As many as one import brings in at a time. */
export const UnusedAccounts = z.strictObject({
  accountIds: z.array(id, "account.tick").min(1, "account.tick").max(5000, "malformed"),
});

export const AccountFilter = z.strictObject({
  /** Not signed in for so many days. */
  idle: blank(z.coerce.number().int().min(1).max(3650)),
  unit: blank(id),
  q: blank(z.string().trim().max(40)),
  role: blank(role),
  status: blank(z.enum(["ACTIVE", "DISABLED"])),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

export const SavePreferences = z.strictObject({
  locale: z.enum(locales, "choose").optional(),
  theme: z.enum(themes, "choose").optional(),
  textSize: z.enum(textSizes, "choose").optional(),
  density: z.enum(densities, "choose").optional(),
  colorSafe: z.enum(["0", "1"], "choose").optional(),
});
export const ChangePassword = z.strictObject({
  current: z.string("required").min(1, "required").max(1024, "malformed"),
  password: z.string("required").min(1, "required").max(1024, "password.long"),
});
export const EndSession = z.strictObject({ session: z.string().regex(/^[0-9a-f]{64}$/, "malformed") });
export const Nothing = z.strictObject({});

export const RedeemReset = z.strictObject({
  code: z.string("required").trim().min(1, "required").max(60, "signIn.code"),
  password: z.string("required").min(1, "required").max(1024, "password.long"),
});
export const RedeemFirst = RedeemReset.extend({ username, name });
