/** I leave the desk for a moment: until I show the second factor or the password again, nothing dear is shown or changed here. */
import { command } from "#lib/platform/command.ts";
import { Nothing } from "../input.ts";

export const letProofLapse = command({
  name: "me.letProofLapse",
  tells: "me.proofLapsed",
  input: Nothing,
  subject: async ({ viewer }) => viewer.accountId,
  may: () => true,
  run: async ({ tx }, _input, id) => {
    await tx.$executeRaw`select sec.session_proved(sha256(convert_to(current_setting('app.tok'), 'UTF8')), false)`;
    return id;
  },
  fact: (id) => ({ subject: `account:${id}`, division: null }),
});

/** Shows the proof by itself, before a file is fetched: the form's door has taken it, and this only looks. */
export const confirmMyself = command({
  name: "me.confirm",
  tells: "me.confirmed",
  asks: "fresh-proof",
  input: Nothing,
  subject: async ({ viewer }) => viewer.accountId,
  may: () => true,
  run: async (_work, _input, id) => id,
  fact: (id) => ({ subject: `account:${id}`, division: null }),
});
