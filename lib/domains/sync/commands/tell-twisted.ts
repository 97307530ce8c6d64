/** Tells the trail that a number came back with something else than before: a broken phone, or somebody's hand. */
import { command } from "#lib/platform/command.ts";
import { TwistedOp } from "../input.ts";

export const tellTwisted = command({
  name: "sync.tellTwisted",
  tells: "sync.twisted",
  input: TwistedOp,
  subject: async ({ viewer }) => ({ accountId: viewer.accountId }),
  may: () => true,
  run: async (_work, { op }) => ({ op }),
  fact: (_result, { op, sha256 }, { accountId }) => ({
    subject: `account:${accountId}`,
    division: null,
    ...{ op, sha256 },
  }),
});
