/** Notes what changed of a thing, field by field, for its history. */
import type { Work } from "#lib/platform/scope.ts";

type Value = string | number | null | undefined;
export type About = { entity: string; entityId: string; divisionId: number };

export function noteChanges(
  { note }: Pick<Work, "note">,
  about: About,
  before: Record<string, Value> | null,
  after: Record<string, Value>,
): void {
  const text = (value: Value) => (value === null || value === undefined ? null : String(value));
  for (const [field, value] of Object.entries(after)) {
    const old = before ? text(before[field]) : null;
    if (old !== text(value)) note({ ...about, field, old, new: text(value) });
  }
}
