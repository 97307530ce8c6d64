/** What an indicator is: a declaration that says what it counts; the engine alone applies reach, period and tree (house.md §3.6). */
import type { PeriodKind } from "#lib/base/period.ts";
import { type Fragment, join, raw, sql } from "#lib/platform/sql.ts";
import type { FactName, Facts } from "./fact.ts";
import type { Item } from "./items.ts";

type Words = { "zh-CN": string; en: string };

/** A condition on columns of the fact: a value, one of several, or at least (at most) another column or number. */
export type Condition<Fact extends FactName> = {
  [Column in keyof Facts[Fact]]?:
    | Facts[Fact][Column]
    | { atLeast?: keyof Facts[Fact] | number; atMost?: number }
    | { oneOf: readonly Facts[Fact][Column][] };
};

export type Over<Column extends string = string> = {
  column: Column;
  /** What the second sum is called, and the unit in which it is told. */
  name: Words;
  unit: Words;
  per: 100 | 1000;
};

export type Ratio<Fact extends FactName = FactName> = {
  /** Code of domain.md §1.2, e.g. "R2.1" */
  id: string;
  item: Item;
  /** The one indicator that a card of the cockpit shows. */
  headline?: boolean;
  name: Words;
  /** What one case of it is: 户, 对 … */
  caseUnit: Words;
  /** What a missing case is called: 未结对, 未达标 … */
  missing: Words;
  /** “怎么算的”: in words, and as a formula. */
  definition: Words;
  formula: Words;
  source: Words;
  /** Monitor-only figures get no light. */
  scored: boolean;
  periods: readonly PeriodKind[];
  /** "share" (when left out): the part of the whole, against a target in percent. "count": so many cases, against a number of them. */
  measure?: "share" | "count";
  /** For a count: the number that the article names for the whole prefecture, proposed where a target is set. */
  proposed?: number;
  /**
   * "fixed": the target holds on every day; "path": in the first month of an open period it is reached in a straight line;
   * "year": what is counted since the year began is owed by its last day, and day by day until then.
   */
  due: "fixed" | "path" | "year";
  /**
   * Instead of counting cases as met or missing, this column is added up over them, in its own unit; fewer is better.
   * With a divisor it is shown as the mean of a case, and the column divided by it is in the unit.
   * With `over` it is a share of another column's sum, of a hundred or of a thousand, and its target is one in basis points.
   */
  adds?: {
    column: keyof Facts[Fact] & string;
    unit: Words;
    mean?: number;
    over?: Over<keyof Facts[Fact] & string>;
  };
  /** Of those that are met, who is met in which way: each a number with its rows. One case may be met in several. */
  slices?: readonly { key: string; name: Words; part: Condition<Fact> }[];
  /** From this share of what is due the light is ▲, below it ■; basis points, 9000 when left out. The office may set it otherwise (a version). */
  watchFrom?: number;
  of: Fact;
  whole?: Condition<Fact>;
  part: Condition<Fact>;
};

/** A count has no whole of its own: its cases are all there is, and a target is a number of them. */
export const isCount = ({ measure }: Pick<Ratio, "measure">) => measure === "count";

export function ratio<Fact extends FactName>(declaration: Ratio<Fact>): Ratio {
  return declaration as unknown as Ratio;
}

/** A sum that should be small: days without a secretary; or, with `mean`, a mean. `part` says which cases add nothing; a target is a mean per case. */
export function sum<Fact extends FactName>(
  declaration: Ratio<Fact> & { adds: NonNullable<Ratio<Fact>["adds"]> },
): Ratio {
  return declaration as unknown as Ratio;
}

/** A declaration's condition as SQL over the fact's alias f. */
export function conditionSql(condition: Condition<FactName> | undefined): Fragment {
  const parts = Object.entries(condition ?? {}).map(([column, wanted]) => {
    const name = raw(`f.${column}`);
    if (typeof wanted !== "object" || wanted === null) return sql`${name} = ${wanted}`;
    if ("oneOf" in wanted) return sql`${name} = any (${[...(wanted.oneOf as readonly string[])]}::text[])`;
    const { atLeast, atMost } = wanted as { atLeast?: string | number; atMost?: number };
    const limits = [
      // A number that nobody told is neither small nor large.
      ...(atMost === undefined ? [] : [sql`coalesce(${name} <= ${atMost}, false)`]),
      ...(typeof atLeast === "number" ? [sql`coalesce(${name} >= ${atLeast}, false)`] : []),
      ...(typeof atLeast === "string" ? [sql`${name} >= ${raw(`f.${atLeast}`)}`] : []),
    ];
    return join(limits, " and ");
  });
  return parts.length === 0 ? raw("true") : join(parts, " and ");
}
