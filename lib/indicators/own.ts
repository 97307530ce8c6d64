/**
 * Declarations that come from the database: those of the office, and old ones of the program. Each is held against the words of
 * the facts (countable.ts) before a column of it reaches SQL; one that does not hold is left out, and nothing else breaks.
 */
import * as z from "zod";
import { conditionWords, countable, isCondition, isFact, type Locale, type Words } from "./countable.ts";
import type { FactName } from "./fact.ts";
import type { Condition, Ratio } from "./indicator.ts";
import { ITEMS, type Item } from "./items.ts";

/** Item, 自 (zì), a number that is given once: an address takes it as it is. */
const OWN_ID = /^([FRM][1-4])\.Z[1-9]\d{0,3}$/;
export const isOwn = (id: string) => OWN_ID.test(id);
export const ownId = (item: Item, nth: number) => `${item}.Z${nth}`;

const words = z.object({ "zh-CN": z.string().min(1), en: z.string().min(1) });
const fact = z
  .string()
  .refine(isFact)
  .transform((name) => name as FactName);
const item = z.enum(ITEMS.map(({ code }) => code) as [Item, ...Item[]]);
const condition = z.record(z.string(), z.unknown());

const Declared = z
  .object({
    ...{ id: z.string().min(1), item, of: fact },
    ...{ name: words, caseUnit: words, missing: words, definition: words, formula: words, source: words },
    ...{ scored: z.boolean(), due: z.enum(["fixed", "path", "year"]) },
    periods: z.array(z.enum(["month", "quarter", "year"])).min(1),
    measure: z.enum(["share", "count"]).optional(),
    watchFrom: z.int().min(1).max(10_000).optional(),
    whole: condition.optional(),
    part: condition,
    slices: z.array(z.object({ key: z.string(), name: words, part: condition })).optional(),
    adds: z
      .object({
        column: z.string(),
        unit: words,
        mean: z.int().positive().optional(),
        over: z
          .object({
            column: z.string(),
            name: words,
            unit: words,
            per: z.union([z.literal(100), z.literal(1000)]),
          })
          .optional(),
      })
      .optional(),
  })
  .refine(({ of, whole, part, slices, adds }) => {
    if (!isFact(of)) return false;
    const { columns } = countable(of);
    const conditions = [whole ?? {}, part, ...(slices ?? []).map((slice) => slice.part)];
    const added = [adds?.column, adds?.over?.column].filter((name) => name !== undefined);
    return (
      conditions.every((one) => isCondition(of, one)) &&
      added.every((name) => Object.hasOwn(columns, name) && columns[name]?.kind === "amount")
    );
  });

/** Whether this program can count what is declared. */
export const isSound = (declared: unknown): declared is Ratio => Declared.safeParse(declared).success;

/** What the office types of an indicator of its own; all else follows from the fact. */
export type OwnWords = {
  id: string;
  item: Item;
  fact: FactName;
  measure: "share" | "count" | "sum";
  name: Words;
  caseUnit: string;
  missing: string;
  definition: string;
  whole: Condition<FactName>;
  part: Condition<FactName>;
  /** Of a sum: which column. */
  column?: string | undefined;
  scored: boolean;
  due: Ratio["due"];
  periods: Ratio["periods"];
  watchFrom?: number | undefined;
};

const both = (text: string): Words => ({ "zh-CN": text, en: text });

/** The declaration with its formula in words, or null where the fact does not carry it. */
export function ownDeclaration(told: OwnWords): Ratio | null {
  const { fact, measure, column } = told;
  const { columns, source } = countable(fact);
  const added = measure === "sum" && column ? columns[column] : undefined;
  const declared = {
    ...{ id: told.id, item: told.item, name: told.name, of: fact },
    ...{
      caseUnit: both(told.caseUnit),
      missing: both(told.missing),
      definition: both(told.definition),
      source,
    },
    formula: { "zh-CN": formula(told, "zh-CN"), en: formula(told, "en") },
    ...{ scored: told.scored, due: told.due, periods: told.periods },
    ...(told.watchFrom === undefined ? {} : { watchFrom: told.watchFrom }),
    ...(measure === "count" ? { measure } : {}),
    whole: measure === "count" ? { ...told.whole, ...told.part } : told.whole,
    // Whoever adds nothing to a sum is not behind it.
    part: measure === "sum" ? { [column ?? ""]: { atMost: 0 } } : told.part,
    ...(added?.kind === "amount" && added.adds
      ? { adds: { column, unit: added.unit, ...(added.adds.mean ? { mean: added.adds.mean } : {}) } }
      : {}),
  };
  if (measure === "sum" && !("adds" in declared)) return null;
  return isSound(declared) ? declared : null;
}

function formula({ fact, measure, whole, part, column }: OwnWords, locale: Locale): string {
  const { name, columns } = countable(fact);
  const words = (condition: Condition<FactName>) => conditionWords(fact, condition, locale);
  const zh = locale === "zh-CN";
  const cases =
    Object.keys(whole).length === 0
      ? name[locale]
      : zh
        ? `${name[locale]}（${words(whole)}）`
        : `${name[locale]} (${words(whole)})`;
  const met = zh ? `其中${words(part)}的` : `those that are ${words(part)}`;
  if (measure === "count") return zh ? `${cases}，${met}数` : `${cases}: ${met}`;
  if (measure === "share") return `${met} ÷ ${cases}`;
  const added = column ? columns[column] : undefined;
  const its = added?.kind === "amount" ? added.name[locale] : "";
  const sum = zh ? `Σ ${cases}的${its}` : `Σ ${its} of ${cases}`;
  return added?.kind === "amount" && added.adds?.mean ? `${sum} ÷ ${zh ? "个数" : "their number"}` : sum;
}
