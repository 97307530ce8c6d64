/** What was asked for is done or refused, by somebody else than who asked; of a correction only the fields that are ticked. */
import { may } from "#lib/domains/accounts/roles.ts";
import { gateAt, letThrough } from "#lib/domains/registry-years/gate.ts";
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { DecideRequest } from "../input.ts";
import { picked, SUBJECT, textsNow } from "../inside/correction.ts";
import { DEEDS } from "../inside/deeds.ts";
import { asInput } from "../inside/payload.ts";
import { heldRequest, type RequestSubject } from "../inside/request-row.ts";
import { isCorrection, isPending } from "../request.ts";

export const decideRequest = command({
  name: "lives.decideRequest",
  tells: "registry.decided",
  input: DecideRequest,
  subject: (work, { id }) => heldRequest(work, id),
  may: (viewer, request) => may(viewer, "registry.decide", request.divisionId),
  run: async (work, input, request) => {
    if (!isPending(request.status)) throw rule("registry.decidedAlready");
    if (request.accountId === work.viewer.accountId) throw rule("registry.ownRequest");
    const approves = input.decision === "APPROVE";
    if (!approves && !input.why) throw rule("registry.whyNot", undefined, "why");
    const taken = approves ? await carryOut(work, request, input.fields) : [];
    await work.tx.registryRequest.update({
      where: { id: request.id },
      data: {
        status: approves ? "APPROVED" : "REFUSED",
        decidedBy: work.viewer.accountId,
        decidedByName: work.viewer.name,
        decidedAt: new Date(),
        why: input.why ?? null,
        taken,
      },
    });
    return { id: request.id, divisionId: request.divisionId, householdId: request.householdId, approves };
  },
  fact: (result) => ({
    subject: result.householdId ? `household:${result.householdId}` : `division:${result.divisionId}`,
    division: result.divisionId,
    request: result.id,
    approved: result.approves,
  }),
});

async function carryOut(work: Work, request: RequestSubject, fields: readonly string[]): Promise<string[]> {
  if (request.status === "PENDING_WINDOW") {
    const { open, campaign } = await gateAt(work, request.divisionId);
    if (!open) throw rule("registry.notYet", { day: campaign?.opensOn ?? "" });
  }
  const input = asInput(request.payload);
  letThrough(work);
  const { kind } = request;
  if (!isCorrection(kind)) {
    await DEEDS[kind](work, input);
    return [];
  }
  const subject = SUBJECT[kind];
  const taken = Object.keys(input).filter((field) => !subject.includes(field) && fields.includes(field));
  if (taken.length === 0) throw rule("registry.tickOne", undefined, "fields");
  const { year } = await gateAt(work, request.divisionId);
  const was = picked(await textsNow(work.sql, kind, input, year), taken);
  await DEEDS[kind](work, { ...picked(input, subject), was: JSON.stringify(was), ...picked(input, taken) });
  return taken;
}
