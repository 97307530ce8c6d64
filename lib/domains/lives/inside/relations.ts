/** How each of several people stands to the head, as a form says it: all of them, and nobody as a second head. */
import { RELATIONS } from "#lib/domains/households/codes.ts";
import { invalid } from "#lib/platform/problem.ts";
import type { Resident } from "../life.ts";

export function relationsTyped(
  people: readonly Resident[],
  typed: Record<string, string>,
): Map<string, string> {
  const missing = people.filter(
    ({ personId }) => typed[personId] === "HEAD" || !RELATIONS.some(({ code }) => code === typed[personId]),
  );
  if (missing.length > 0)
    throw invalid(
      Object.fromEntries(missing.map(({ personId }) => [`relation.${personId}`, [{ key: "choose" }]])),
    );
  return new Map(people.map(({ personId }) => [personId, typed[personId] ?? ""]));
}
