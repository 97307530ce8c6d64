/** What a sending carries: looked at only when its digest says that nothing was lost on the way. */
import { createHash } from "node:crypto";
import { rule } from "#lib/platform/problem.ts";

export function carried({ values, sha256 }: { values: string; sha256: string }): Record<string, unknown> {
  if (createHash("sha256").update(values).digest("hex") !== sha256) throw rule("sync.damaged");
  try {
    const read: unknown = JSON.parse(values);
    if (typeof read === "object" && read !== null) return { ...read };
  } catch {
    // Said below, in words.
  }
  throw rule("sync.damaged");
}
