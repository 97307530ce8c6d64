/** What publishing, declaring, retiring and withdrawing ask for. Conditions come as one field for each column: w.<column> of the whole, p.<column> of the part. */
import * as z from "zod";
import { ITEMS, type Item } from "#lib/indicators/items.ts";
import { DUES, MEASURES, monthOf, WATCH } from "./indicator-version.ts";

const month = z.string({ error: "required" }).transform((text, context) => {
  const read = monthOf(text);
  if (read) return read;
  context.addIssue({ code: "custom", message: "malformed" });
  return z.NEVER;
});
const why = z.string({ error: "required" }).trim().min(2, "indicators.why").max(300, "tooLong");
const watch = z
  .string()
  .trim()
  .transform((text) => text.normalize("NFKC").replace("%", ""))
  .refine(
    (text) =>
      text === "" || (/^\d{2}$/.test(text) && Number(text) >= WATCH.least && Number(text) <= WATCH.most),
    "indicators.watch",
  )
  .transform((text) => (text === "" ? undefined : Number(text) * 100));
const text = (most: number) => z.string({ error: "required" }).trim().min(1, "required").max(most, "tooLong");
const ownFields = {
  measure: z.enum(MEASURES, "unknownChoice"),
  name: text(30),
  nameEn: z.string().trim().max(80, "tooLong").optional(),
  caseUnit: text(10),
  missing: text(20),
  definition: text(300),
  column: z.string().max(40).optional(),
  scored: z.enum(["yes", "no"], "unknownChoice"),
  due: z.enum(DUES, "unknownChoice"),
  watch: watch.optional(),
};

const item = z.enum(ITEMS.map(({ code }) => code) as [Item, ...Item[]], "unknownChoice");

const conditions = z.record(
  z.string(),
  z.union([z.string().max(200, "tooLong"), z.array(z.string().max(60)).max(20)]),
);
/** The fields of the columns, gathered. */
const gathered = (raw: unknown) => {
  if (typeof raw !== "object" || raw === null) return raw;
  const fields = Object.entries(raw);
  const ofColumn = (name: string) => /^[wp]\.[a-z_]+(\.(min|max|least))?$/.test(name);
  return {
    ...Object.fromEntries(fields.filter(([name]) => !ofColumn(name))),
    conditions: Object.fromEntries(fields.filter(([name]) => ofColumn(name))),
  };
};

/** A new indicator of the office. */
const declared = z.strictObject({ item, fact: z.string().max(40), from: month, conditions, ...ownFields });
export const Declared = z.preprocess(gathered, declared);
export const DeclareIndicator = z.preprocess(gathered, declared.extend({ why }));
export type Declared = z.output<typeof Declared>;

const id = z.string().max(20);
/** Of the program's: the threshold alone. */
export const Threshold = z.strictObject({
  indicator: id,
  from: month,
  watch: watch.refine((value) => value !== undefined, "indicators.watch").transform((value) => value ?? 0),
});
export const SetThreshold = Threshold.extend({ why });
export type Threshold = z.output<typeof Threshold>;

/** Of the office's own: everything but the item and the fact, which make it another indicator. */
const ownVersion = z.strictObject({ indicator: id, from: month, conditions, ...ownFields });
export const OwnVersion = z.preprocess(gathered, ownVersion);
export const PublishOwn = z.preprocess(gathered, ownVersion.extend({ why }));
export type OwnVersion = z.output<typeof OwnVersion>;

export const RetireIndicator = z.object({ indicator: id, from: month, why });
export const WithdrawVersion = z.object({ id: z.uuid("malformed") });

export const IndicatorAsked = z.object({ indicator: id });
export const ListAsked = z.object({
  item: item.optional().catch(undefined),
  origin: z.enum(["PROGRAM", "OFFICE"]).optional().catch(undefined),
});
