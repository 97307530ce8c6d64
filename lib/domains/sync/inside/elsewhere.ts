/** A household out of reach and none at all look the same: it is another township's to take in; one in reach is somebody else's in this. */
import { Problem, rule } from "#lib/platform/problem.ts";

export function elsewhere(error: unknown): never {
  if (error instanceof Problem && error.code === "not-found") throw rule("sync.elsewhere");
  if (error instanceof Problem && error.code === "refused") throw rule("sync.takerMayNot");
  throw error;
}
