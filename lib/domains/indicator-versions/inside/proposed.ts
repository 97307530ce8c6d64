/** What the office proposes, read and held to the rules: the same for the look before it and for the deed. */
import { type Period, periodOf, step } from "#lib/base/period.ts";
import { isFact } from "#lib/indicators/countable.ts";
import type { FactName } from "#lib/indicators/fact.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import type { Item } from "#lib/indicators/items.ts";
import { isOwn, ownDeclaration, ownId } from "#lib/indicators/own.ts";
import { canonical } from "#lib/indicators/version.ts";
import { catalogOf, firstOpenDay } from "#lib/indicators/versions.ts";
import { type FieldProblems, invalid, notFound, rule } from "#lib/platform/problem.ts";
import type { Scope } from "#lib/platform/scope.ts";
import type { Fragment } from "#lib/platform/sql.ts";
import { firstDayOf, MONTHS_AHEAD } from "../indicator-version.ts";
import type { Declared, OwnVersion, Threshold } from "../input.ts";
import { readConditions } from "./conditions.ts";

type Asking = Pick<Scope, "sql" | "today">;
export type Proposed = {
  declaration: Ratio;
  fromOn: string;
  /** What would hold on that day without it; null = nothing. */
  before: Ratio | null;
};

export const openFrom = ({ sql, today }: Asking): Promise<string> =>
  firstOpenDay(<Row>(fragment: Fragment) => sql<Row>`${fragment}`, today);

/** The first day of the month, if no closed month and no other version stands in the way. */
export async function beginOf(asking: Asking, from: Period, indicator: string | null): Promise<string> {
  const fromOn = firstDayOf(from);
  const opens = await openFrom(asking);
  if (fromOn < opens) throw rule("indicators.closed", { month: opens.slice(0, 7) }, "from");
  if (fromOn > firstDayOf(step(periodOf(asking.today, "month"), MONTHS_AHEAD)))
    throw rule("indicators.far", { months: MONTHS_AHEAD }, "from");
  const later = indicator
    ? (await catalogOf(asking)).versionsOf(indicator).filter((version) => version.fromOn >= fromOn)
    : [];
  if (later[0]) throw rule("indicators.laterVersion", { month: later[0].fromOn.slice(0, 7) }, "from");
  return fromOn;
}

export async function proposedThreshold(
  asking: Asking,
  { indicator, from, watch }: Threshold,
): Promise<Proposed> {
  const fromOn = await beginOf(asking, from, indicator);
  const before = (await catalogOf(asking)).on(indicator, fromOn);
  if (!before || isOwn(indicator)) throw notFound();
  return newer({ declaration: { ...before, watchFrom: watch }, fromOn, before });
}

export async function proposedVersion(
  asking: Asking,
  { indicator, from, ...typed }: OwnVersion,
): Promise<Proposed> {
  const fromOn = await beginOf(asking, from, indicator);
  const before = (await catalogOf(asking)).on(indicator, fromOn);
  if (!before || !isOwn(indicator)) throw notFound();
  const declaration = declarationOf({ ...typed, id: indicator, item: before.item, fact: before.of });
  return newer({ declaration, fromOn, before });
}

export async function proposedIndicator(
  asking: Asking,
  { from, item, fact, ...typed }: Declared,
): Promise<Proposed> {
  if (!isFact(fact)) throw invalid({ fact: [{ key: "unknownChoice" }] });
  const fromOn = await beginOf(asking, from, null);
  const id = ownId(item, await nextNumber(asking, item));
  return { declaration: declarationOf({ ...typed, id, item, fact }), fromOn, before: null };
}

/** A number is given once, also where its indicator was withdrawn: targets and instructions name it. */
async function nextNumber({ sql }: Asking, item: Item): Promise<number> {
  const [row] = await sql<{ last: number }>`
    select coalesce(max(split_part(indicator, '.Z', 2)::int), 0) as last from indicator_version where indicator like ${`${item}.Z%`}`;
  return (row?.last ?? 0) + 1;
}

type Told = Omit<OwnVersion, "indicator" | "from"> & { id: string; item: Item; fact: FactName };

function declarationOf({ id, item, fact, measure, name, nameEn, ...told }: Told): Ratio {
  const problems: FieldProblems = {};
  const whole = readConditions(fact, "w", told.conditions, problems);
  const part = measure === "sum" ? {} : readConditions(fact, "p", told.conditions, problems);
  if (measure !== "sum" && Object.keys(part).length === 0 && Object.keys(problems).length === 0)
    problems.measure = [{ key: "indicators.part" }];
  if (measure === "sum" && !told.column) problems.column = [{ key: "required" }];
  if (Object.keys(problems).length > 0) throw invalid(problems);
  const declared = ownDeclaration({
    ...{ id, item, fact, measure, whole, part, column: told.column },
    name: { "zh-CN": name, en: nameEn || name },
    ...{ caseUnit: told.caseUnit, missing: told.missing, definition: told.definition, due: told.due },
    ...{ scored: told.scored === "yes", periods: ["month", "quarter", "year"], watchFrom: told.watch },
  });
  if (!declared) throw invalid({ [measure === "sum" ? "column" : "fact"]: [{ key: "unknownChoice" }] });
  return declared;
}

function newer(proposed: Proposed): Proposed {
  if (canonical(proposed.declaration) === canonical(proposed.before)) throw rule("indicators.nothingNew");
  return proposed;
}
