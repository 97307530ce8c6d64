/** How long ago somebody proved who they are: asked by commands before they show or change what is dear. The minutes are a setting. */
import { createHash } from "node:crypto";
import { databases } from "./db.ts";
import { type ProofAsked, stale } from "./problem.ts";
import type { Scope } from "./scope.ts";

type Asked = "fresh" | "factor" | "password" | "again";

/** What is still to be shown by whoever asks; null when the last proof is fresh. */
export async function proofAsked({ sql }: Pick<Scope, "sql">): Promise<ProofAsked | null> {
  const [row] = await sql<{ asked: Asked }>`select sec.proof_asked() as asked`;
  const asked = row?.asked ?? "again";
  return asked === "fresh" ? null : `proof-${asked}`;
}

export async function mustBeFresh(scope: Pick<Scope, "sql">): Promise<void> {
  const asked = await proofAsked(scope);
  if (asked) throw stale(asked);
}

/** The proof was given just now, or is let go by somebody who leaves the desk. */
export async function markProof(token: string, proved: boolean): Promise<void> {
  const digest = createHash("sha256").update(token).digest();
  await databases().reads.query("select sec.session_proved($1, $2)", [digest, proved]);
}
