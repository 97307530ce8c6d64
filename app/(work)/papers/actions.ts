"use server";

/** The deeds on papers as forms post them; each leads back to the page of what the paper is about. */

import { correctPaper } from "#lib/domains/papers/commands/correct-paper.ts";
import { removePaper } from "#lib/domains/papers/commands/remove-paper.ts";
import { OWNERS, type Owner } from "#lib/domains/papers/paper.ts";
import { action } from "#lib/platform/action.ts";

const back = (said: "saved" | "removed") => ({
  changes: ({ owner }: { owner: Owner }) => [OWNERS[owner.kind].href(owner.id)],
  goTo: ({ owner }: { owner: Owner }) => `${OWNERS[owner.kind].href(owner.id)}?paper=${said}#papers`,
});

export const savePaper = action(correctPaper, back("saved"));
export const deletePaper = action(removePaper, back("removed"));
