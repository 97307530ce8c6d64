/** Every way into the program, listed by the wrapper that made it: the generated authorization matrix reads this. */

export type Entry = {
  kind: "command" | "query" | "page" | "route" | "action";
  name: string;
  run?: unknown;
  /** Answers without a session, on purpose. */
  open?: true;
};

const kept = globalThis as { qamdoEntries?: Map<string, Entry> };
kept.qamdoEntries ??= new Map();
const entries = kept.qamdoEntries;

export function register(entry: Entry): void {
  entries.set(`${entry.kind} ${entry.name}`, entry);
}

export const registered = (): Entry[] => [...entries.values()];
