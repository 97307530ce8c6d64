/** Whoever asked takes it back, as long as nobody has decided. */
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { RequestId } from "../input.ts";
import { heldRequest } from "../inside/request-row.ts";
import { isPending } from "../request.ts";

export const withdrawRequest = command({
  name: "lives.withdrawRequest",
  tells: "registry.withdrawn",
  input: RequestId,
  subject: (work, { id }) => heldRequest(work, id),
  may: (viewer, request) => request.accountId === viewer.accountId,
  run: async (work, _input, request) => {
    if (!isPending(request.status)) throw rule("registry.decidedAlready");
    await work.tx.registryRequest.update({
      where: { id: request.id },
      data: { status: "WITHDRAWN", decidedAt: new Date() },
    });
    return { id: request.id, divisionId: request.divisionId };
  },
  fact: (result) => ({
    subject: `division:${result.divisionId}`,
    division: result.divisionId,
    request: result.id,
  }),
});
