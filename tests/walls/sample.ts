// What the matrix must know of one way in.
import type { Target } from "./ground.ts";
import type { Oracle } from "./oracle.ts";

export type Sample = {
  expects: Oracle;
  /** What is sent about the object; right in every respect but, perhaps, the permission. */
  input: (target: Target) => unknown;
};
