/** What a holder is known for, and since which year's assessment it counts; what was only told counts for nothing. */
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";

export type Tag = { tag: string; assessedIn: number | null };

export function notAhead(assessedIn: number | undefined, today: string): void {
  if (assessedIn !== undefined && assessedIn > Number(today.slice(0, 4)))
    throw rule("post.yearAhead", undefined, "assessedIn");
}

/** A year that is typed speaks of all that are chosen; without one each keeps the year that it has, and a new one is only told. */
export const assessed = (
  chosen: readonly string[],
  year: number | undefined,
  before: readonly Tag[],
): Tag[] =>
  [...new Set(chosen)].map((tag) => ({
    tag,
    assessedIn: year ?? before.find((one) => one.tag === tag)?.assessedIn ?? null,
  }));

export async function writeTags(
  { tx }: Work,
  tenure: { id: string; divisionId: number },
  tags: readonly Tag[],
): Promise<void> {
  if (tags.length === 0) return;
  await tx.tenureTag.createMany({
    data: tags.map(({ tag, assessedIn }) => ({
      tag,
      tenureId: tenure.id,
      divisionId: tenure.divisionId,
      assessedIn,
    })),
  });
}
