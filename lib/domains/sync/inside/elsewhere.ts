/** A household out of reach and none at all look the same: it is another township's to take in. */
import { Problem, rule } from "#lib/platform/problem.ts";

export function elsewhere(error: unknown): never {
  if (error instanceof Problem && ["not-found", "refused"].includes(error.code)) throw rule("sync.elsewhere");
  throw error;
}
