/** services.contact: the citizen asked how it stands, on the telephone or at the window; a way that was made counts. */
import { command } from "#lib/platform/command.ts";
import { NoteContact } from "../input.ts";
import { atDesk, heldCase, stillRunning, told, writeDown } from "../inside/case.ts";

export const noteContact = command({
  name: "services.contact",
  tells: "serviceCase.asked",
  input: NoteContact,
  subject: (work, { id }) => heldCase(work, id),
  may: atDesk,
  run: async (work, { id, came, note }, one) => {
    stillRunning(one);
    await writeDown(work, one, { kind: "ASKED", came: came === "YES", note });
    return { id };
  },
  fact: (_result, { came }, one) => told(one, { came: came === "YES" }),
});
