/** Families' words on results that wait in the outbox: by need, as they are called. */
import type { Content } from "./outbox.ts";

export function verdictOn(contents: ReadonlyMap<string, Content>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { values, verdict } of contents.values())
    if (verdict) found.set((JSON.parse(values) as { id: string }).id, verdict.label);
  return found;
}
