/** Asking for a deed: it is tried out in the same transaction, so that what cannot be is said at once, and put back before it is kept. */
import { gateAt, letThrough } from "#lib/domains/registry-years/gate.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { type RequestKind, WINDOWED } from "../request.ts";
import { DEEDS } from "./deeds.ts";
import { asPayload } from "./payload.ts";

export type Asked = { divisionId: number; householdId: string | null; title: string };

export async function askFor(work: Work, kind: RequestKind, asked: Asked, input: Record<string, unknown>) {
  const gate = await gateAt(work, asked.divisionId);
  const windowed = WINDOWED.includes(kind);
  if (windowed ? gate.open : !gate.frozen) throw rule("registry.notNeeded");
  const fields = await tryOut(work, kind, input);
  if (kind === "CORRECT" && fields.length === 0) throw rule("registry.nothingAsked");
  const { id } = await work.tx.registryRequest.create({
    data: {
      kind,
      year: gate.year,
      ...asked,
      payload: asPayload(kind === "CORRECT" ? only(input, ["id", ...fields]) : input) as object,
      ...(kind === "CORRECT" ? { before: only(JSON.parse(String(input.was)), fields) as object } : {}),
      status: windowed ? "PENDING_WINDOW" : "PENDING",
      accountId: work.viewer.accountId,
      accountName: work.viewer.name,
    },
    select: { id: true },
  });
  return { id, divisionId: asked.divisionId, householdId: asked.householdId, kind };
}

async function tryOut(work: Work, kind: RequestKind, input: Record<string, unknown>): Promise<string[]> {
  await work.tx.$executeRaw`savepoint asked`;
  const { fields } = await DEEDS[kind](letThrough({ ...work, note: () => undefined }), input);
  await work.tx.$executeRaw`rollback to savepoint asked`;
  return fields ?? [];
}

const only = (values: Record<string, unknown>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, values[name] ?? ""]));
