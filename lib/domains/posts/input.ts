/** What may come in for posts: setting up a team, its quota, appointments and what follows them, and what lists ask. */
import * as z from "zod";
import { isDay } from "#lib/base/calendar.ts";
import { PHONE, tidyPhone } from "#lib/base/phone.ts";
import { filtersOf } from "#lib/base/url-state.ts";
import { END_REASONS, MOST_PLACES, SHOWN } from "./post.ts";

const uuid = z.uuid("malformed");
const number = z.coerce
  .number<string | number>({ error: "malformed" })
  .int("malformed")
  .positive("malformed");
const day = z.string("required").trim().min(1, "required").max(20);
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
const documentNo = optional(z.string().trim().max(60, "tooLong"));
const code = z.string("choose").trim().min(1, "choose").max(40, "choose");
const places = z
  .string("required")
  .trim()
  .regex(/^\d{1,2}$/, "post.places")
  .transform(Number)
  .refine((count) => count <= MOST_PLACES, "post.places");
const year = optional(
  z
    .string()
    .trim()
    .regex(/^20\d\d$/, "post.year")
    .transform(Number),
);
const version = z.coerce.number<string | number>().int().min(1);
const list = z.preprocess(
  (value) => (typeof value === "string" ? [value] : value),
  z.array(code).max(20).default([]),
);

/** A field for each kind: “places-SECRETARY” = how many. `villages`: for every village under the unit. */
export const SetUpTeam = z
  .object({
    divisionId: number,
    orgId: optional(number),
    villages: optional(z.literal("yes")),
    fromOn: day,
    documentNo,
  })
  .catchall(
    z
      .string()
      .trim()
      .regex(/^(\d{1,2})?$/, "post.places"),
  );

export const ChangeQuota = z.strictObject({ id: uuid, places, fromOn: day, documentNo });

/** Either somebody known, or a new person with name and unit. */
const who = {
  personId: optional(uuid),
  newName: optional(z.string().trim().min(2, "personName").max(30)),
  newUnit: optional(z.string().trim().max(60)),
  newPhone: optional(z.string().overwrite(tidyPhone).regex(PHONE, "phone")),
};
const tags = { tags: list, assessedIn: year };

export const Appoint = z.strictObject({
  id: uuid,
  ...who,
  fromOn: day,
  toOn: optional(z.string().trim().max(20)),
  source: code,
  documentNo,
  ...tags,
});
export type Who = Pick<z.output<typeof Appoint>, "personId" | "newName" | "newUnit" | "newPhone">;

export const EndTenure = z.strictObject({ id: uuid, toOn: day, reason: z.enum(END_REASONS, "choose") });
export const CorrectTenure = z.strictObject({
  id: uuid,
  version,
  fromOn: day,
  toOn: optional(z.string().trim().max(20)),
  reason: optional(z.enum([...END_REASONS, "ORG_CLOSED"], "choose")),
  source: code,
  documentNo,
});
export const AssessHolder = z.strictObject({ id: uuid, ...tags });
export const TenureId = z.strictObject({ id: uuid });
export const PostId = z.strictObject({ id: uuid });
export const CadreId = z.strictObject({ id: uuid });
export const PeopleSought = z.object({ q: z.string().trim().max(40).default("") });

const asOf = z
  .string()
  .optional()
  .transform((text) => (text && isDay(text) ? text : undefined));

export const TeamAsked = z.object({
  divisionId: z.number().int().optional(),
  orgId: z.number().int().optional(),
  on: asOf,
});
export const SetUpAsked = z.object({
  divisionId: z.number().int().optional(),
  orgId: z.number().int().optional(),
});

export const PostFilter = z.object({
  unit: z.string().optional(),
  kind: z.string().max(40).optional(),
  tag: z.string().max(40).optional(),
  shown: z.enum(SHOWN).default("all"),
  q: z.string().trim().max(40).default(""),
  on: asOf,
  page: z.number().int().min(1).max(2000).default(1),
});
export type PostFilter = z.output<typeof PostFilter>;

export function postFilterOf(params: URLSearchParams): z.input<typeof PostFilter> {
  const filters = filtersOf(params);
  const page = params.get("page") ?? "";
  return {
    unit: params.get("u") ?? undefined,
    kind: filters.kind?.[0]?.slice(0, 40),
    tag: filters.tag?.[0]?.slice(0, 40),
    shown: SHOWN.find((one) => one === filters.shown?.[0]) ?? "all",
    q: (params.get("q") ?? "").slice(0, 40),
    on: params.get("on") ?? undefined,
    page: /^[1-9]\d{0,2}$/.test(page) ? Number(page) : 1,
  };
}
