/**
 * What may be counted without code: every fact and column in words. A fact or column that is missing here does not compile;
 * a declaration that an office makes, and any that is read from the database, is held against it.
 */

import { COUNTABLE } from "./countable-facts.ts";
import type { FactName, Facts } from "./fact.ts";
import type { Condition } from "./indicator.ts";

export type Words = { "zh-CN": string; en: string };
export type Locale = keyof Words;

/** Each side of a column of yes and no has words of its own. */
type YesNo = { kind: "yesNo"; yes: Words; no: Words };
/** `adds`: may be added up over the cases; divided by `mean` it is told as the mean of a case, and no condition asks for it since it is kept in parts of its unit. */
type Amount = { kind: "amount"; name: Words; unit: Words; adds?: { mean?: number } };
type Choice = { kind: "choice"; name: Words; choices: Readonly<Record<string, Words>> };
export type Column = YesNo | Amount | Choice;

type ColumnOf<Value> = [Value] extends [boolean] ? YesNo : [Value] extends [number] ? Amount : Choice;
export type Countables = {
  readonly [Fact in FactName]: {
    /** What its cases are: 帮扶对象户, 到期的承诺 … */
    name: Words;
    caseUnit: Words;
    source: Words;
    columns: { [Column in keyof Facts[Fact]]: ColumnOf<Facts[Fact][Column]> };
  };
};

export type Countable = {
  name: Words;
  caseUnit: Words;
  source: Words;
  columns: Readonly<Record<string, Column>>;
};

export const isFact = (name: string): name is FactName => Object.hasOwn(COUNTABLE, name);
export const countable = (fact: FactName): Countable => COUNTABLE[fact];
export const FACTS = Object.keys(COUNTABLE) as FactName[];

/** Whether a condition names only columns of the fact, with values that they can have. */
export function isCondition(fact: FactName, told: unknown): told is Condition<FactName> {
  if (typeof told !== "object" || told === null || Array.isArray(told)) return false;
  return Object.entries(told).every(([name, wanted]) => {
    const column = Object.hasOwn(countable(fact).columns, name) ? countable(fact).columns[name] : undefined;
    if (!column) return false;
    if (column.kind === "yesNo") return typeof wanted === "boolean";
    if (column.kind === "choice") return choicesOf(wanted).every((one) => one in column.choices);
    return isNumber(wanted) || isRange(fact, wanted);
  });
}

const isNumber = (told: unknown) => Number.isInteger(told) && Number(told) >= 0 && Number(told) < 1e9;

function isRange(fact: FactName, told: unknown): boolean {
  if (typeof told !== "object" || told === null) return false;
  const entries = Object.entries(told);
  return (
    entries.length > 0 &&
    entries.every(([limit, value]) =>
      limit === "atLeast"
        ? isNumber(value) || countable(fact).columns[String(value)]?.kind === "amount"
        : limit === "atMost" && isNumber(value),
    )
  );
}

/** The values of a choice; one that is none at all gives what no list holds. */
export function choicesOf(wanted: unknown): string[] {
  if (typeof wanted === "string") return [wanted];
  const several = typeof wanted === "object" && wanted !== null && "oneOf" in wanted ? wanted.oneOf : null;
  return Array.isArray(several) && several.length > 0 && several.every((one) => typeof one === "string")
    ? several
    : [""];
}

const JOINS = {
  "zh-CN": { and: "，且", or: "或", all: "全部", is: "为", least: "不少于", most: "不多于" },
  en: { and: ", and ", or: " or ", all: "all", is: ": ", least: " at least ", most: " at most " },
} as const;

/** A condition as a person reads it: “未结对，且状态为未脱贫或返贫”. */
export function conditionWords(
  fact: FactName,
  condition: Condition<FactName> | undefined,
  locale: Locale,
): string {
  const { and, or, all, is, least, most } = JOINS[locale];
  const { columns } = countable(fact);
  const parts = Object.entries(condition ?? {}).flatMap(([name, wanted]) => {
    const column = columns[name];
    if (!column) return [];
    if (column.kind === "yesNo") return [(wanted ? column.yes : column.no)[locale]];
    const its = column.name[locale];
    if (column.kind === "choice")
      return [
        `${its}${is}${choicesOf(wanted)
          .map((one) => column.choices[one]?.[locale] ?? one)
          .join(or)}`,
      ];
    const told = (value: unknown) => {
      const other = typeof value === "string" ? columns[value] : undefined;
      if (other?.kind === "amount") return other.name[locale];
      const unit = column.unit[locale];
      return locale === "en" ? `${value} ${unit}` : `${value}${unit}`;
    };
    if (typeof wanted !== "object" || wanted === null) return [`${its}${is}${told(wanted)}`];
    const { atLeast, atMost } = wanted as { atLeast?: unknown; atMost?: unknown };
    return [
      ...(atLeast === undefined ? [] : [`${its}${least}${told(atLeast)}`]),
      ...(atMost === undefined ? [] : [`${its}${most}${told(atMost)}`]),
    ];
  });
  return parts.length === 0 ? all : parts.join(and);
}
