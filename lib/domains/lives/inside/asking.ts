/** Asking for a deed: it is tried out in the same transaction, so that what cannot be is said at once, and put back before it is kept. */
import { gateAt, letThrough } from "#lib/domains/registry-years/gate.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { isCorrection, type RequestKind, WINDOWED } from "../request.ts";
import { picked, SUBJECT, textsNow } from "./correction.ts";
import { DEEDS } from "./deeds.ts";
import { asPayload } from "./payload.ts";

export type Asked = { divisionId: number; householdId: string | null; title: string };

export async function askFor(work: Work, kind: RequestKind, asked: Asked, input: Record<string, unknown>) {
  const gate = await gateAt(work, asked.divisionId);
  const windowed = WINDOWED.includes(kind);
  if (windowed ? gate.open : !gate.frozen) throw rule("registry.notNeeded");
  const { fields, wanted } = await tryOut(work, kind, input, gate.year);
  const corrects = isCorrection(kind);
  if (corrects && fields.length === 0) throw rule("registry.nothingAsked");
  const { id } = await work.tx.registryRequest.create({
    data: {
      kind,
      year: gate.year,
      ...asked,
      payload: asPayload(
        corrects ? { ...picked(input, SUBJECT[kind]), ...picked(wanted, fields) } : input,
      ) as object,
      ...(corrects ? { before: picked(JSON.parse(String(input.was)), fields) as object } : {}),
      status: windowed ? "PENDING_WINDOW" : "PENDING",
      accountId: work.viewer.accountId,
      accountName: work.viewer.name,
    },
    select: { id: true },
  });
  return { id, divisionId: asked.divisionId, householdId: asked.householdId, kind };
}

/** Done and put back: which fields it would change, and what they would say. */
async function tryOut(work: Work, kind: RequestKind, input: Record<string, unknown>, year: number) {
  await work.tx.$executeRaw`savepoint asked`;
  const { fields = [] } = await DEEDS[kind](letThrough({ ...work, note: () => undefined }), input);
  const wanted = isCorrection(kind) ? await textsNow(work.sql, kind, input, year) : {};
  await work.tx.$executeRaw`rollback to savepoint asked`;
  return { fields, wanted };
}
