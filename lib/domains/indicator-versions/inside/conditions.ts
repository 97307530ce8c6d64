/** Reads the conditions that a form sends, one field for each column of the fact; every wrong one is told beside its field. */
import { countable } from "#lib/indicators/countable.ts";
import type { FactName } from "#lib/indicators/fact.ts";
import type { Condition } from "#lib/indicators/indicator.ts";
import type { FieldProblems } from "#lib/platform/problem.ts";

export type Side = "w" | "p";
type Flat = Readonly<Record<string, unknown>>;

export function readConditions(
  fact: FactName,
  side: Side,
  typed: Flat,
  problems: FieldProblems,
): Condition<FactName> {
  const condition: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(countable(fact).columns)) {
    const field = `${side}.${name}`;
    const told = typed[field];
    if (column.kind === "yesNo") {
      if (told === "yes" || told === "no") condition[name] = told === "yes";
      else if (told) problems[field] = [{ key: "unknownChoice" }];
    } else if (column.kind === "choice") {
      const chosen = (Array.isArray(told) ? told : told ? String(told).split(",") : []).map(String);
      if (chosen.some((one) => !Object.hasOwn(column.choices, one)))
        problems[field] = [{ key: "unknownChoice" }];
      else if (chosen.length === 1) condition[name] = chosen[0];
      else if (chosen.length > 1) condition[name] = { oneOf: chosen };
    } else if (!column.adds?.mean) {
      const limits = {
        ...limitOf(typed, `${field}.min`, "atLeast", problems),
        ...limitOf(typed, `${field}.max`, "atMost", problems),
      };
      const other = typed[`${field}.least`];
      const known = other ? countable(fact).columns[String(other)]?.kind === "amount" : false;
      if (other && !known) problems[`${field}.least`] = [{ key: "unknownChoice" }];
      if (other && known) limits.atLeast = String(other);
      if (Object.keys(limits).length > 0) condition[name] = limits;
    }
  }
  return condition as Condition<FactName>;
}

function limitOf(
  typed: Flat,
  field: string,
  limit: "atLeast" | "atMost",
  problems: FieldProblems,
): { atLeast?: number | string; atMost?: number } {
  const text = String(typed[field] ?? "")
    .trim()
    .normalize("NFKC");
  if (text === "") return {};
  if (/^\d{1,6}$/.test(text)) return { [limit]: Number(text) };
  problems[field] = [{ key: "indicators.number" }];
  return {};
}

/** The fields of a form that says the same condition again. */
export function typedOf(
  fact: FactName,
  side: Side,
  condition: Condition<FactName> | undefined,
): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, wanted] of Object.entries(condition ?? {})) {
    const column = countable(fact).columns[name];
    const field = `${side}.${name}`;
    if (column?.kind === "yesNo") typed[field] = wanted === true ? "yes" : "no";
    else if (column?.kind === "choice")
      typed[`${field}[]`] =
        typeof wanted === "string" ? wanted : (wanted as { oneOf: string[] }).oneOf.join(",");
    else if (column?.kind === "amount") {
      const { atLeast, atMost } = wanted as { atLeast?: string | number; atMost?: number };
      if (typeof atLeast === "string") typed[`${field}.least`] = atLeast;
      else if (atLeast !== undefined) typed[`${field}.min`] = String(atLeast);
      if (atMost !== undefined) typed[`${field}.max`] = String(atMost);
    }
  }
  return typed;
}
