/** Whether a request found no room at the database: a page can only fail with 500, so the door asks here and says 503. */
import { AsyncLocalStorage } from "node:async_hooks";

type Asked = { noRoom: boolean };

// The door and what Next bundles apart must mean the same one.
const kept = globalThis as { qamdoOverload?: AsyncLocalStorage<Asked> };
kept.qamdoOverload ??= new AsyncLocalStorage<Asked>();
const requests = kept.qamdoOverload;

/** Called where the database turned a request away. */
export function noteNoRoom(): void {
  const asked = requests.getStore();
  if (asked) asked.noRoom = true;
}

/** Answers one request; what it gets can be asked for what it met. */
export function watched<T>(answer: (asked: Readonly<Asked>) => T): T {
  const asked = { noRoom: false };
  return requests.run(asked, () => answer(asked));
}
