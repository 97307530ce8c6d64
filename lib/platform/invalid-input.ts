/** Turns what zod found into field problems whose words are message keys, so that no English leaks to a screen. */
import { isDeepStrictEqual } from "node:util";
import type * as z from "zod";
import { type FieldProblems, invalid, type Problem, type ProblemWords } from "./problem.ts";

const KEY = /^[a-z][A-Za-z0-9.-]*$/;

/** Schemas give keys as messages; what zod says by itself is mapped by its code. */
function wordsOf(issue: z.core.$ZodIssue): ProblemWords {
  if (KEY.test(issue.message)) return { key: issue.message };
  switch (issue.code) {
    case "too_big":
      return {
        key: issue.origin === "string" ? "tooLong" : "tooBig",
        values: { maximum: Number(issue.maximum) },
      };
    case "too_small":
      return issue.origin === "string" || issue.origin === "array"
        ? { key: "required" }
        : { key: "tooSmall", values: { minimum: Number(issue.minimum) } };
    case "invalid_type":
      return { key: issue.input === undefined || issue.input === "" ? "required" : "malformed" };
    case "unrecognized_keys":
      return { key: "unknownField" };
    default:
      return { key: "malformed" };
  }
}

/** A part of an input that is known by its kind alone, read by the schema of that kind. */
export function readInput<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const parsed = schema.safeParse(raw);
  if (!parsed.success) throw invalidInput(parsed.error);
  return parsed.data;
}

export function invalidInput(error: z.ZodError): Problem {
  const fields: FieldProblems = {};
  for (const issue of error.issues) {
    const field = issue.path.join(".") || "form";
    fields[field] ??= [];
    const words = wordsOf(issue);
    // Too short and with wrong characters may read alike, and are then said once.
    if (!fields[field].some((said) => isDeepStrictEqual(said, words))) fields[field].push(words);
  }
  return invalid(fields);
}
