/** posts.correct: days, source, document or reason of a tenure as they should have been written. */
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, invalid, rule } from "#lib/platform/problem.ts";
import { CorrectTenure } from "../input.ts";
import { mustBeOffered, recorded } from "../inside/codes.ts";
import { dayTyped } from "../inside/days.ts";
import { mustFit, notTwice } from "../inside/fit.ts";
import { heldTenure, mayEditTenure, notePost, notTakenBack, stillThere } from "../inside/held.ts";
import { postWords } from "../words.ts";
import { told } from "./end-tenure.ts";

export const correctTenure = command({
  name: "posts.correct",
  tells: "tenure.corrected",
  input: CorrectTenure,
  subject: (work, { id }) => heldTenure(work, id),
  may: mayEditTenure,
  run: async (work, { version, source, reason, documentNo, ...input }, tenure) => {
    const { post } = tenure;
    notTakenBack(tenure);
    if (tenure.version !== version) throw conflict();
    const fromOn = dayTyped(input.fromOn, work.today, "fromOn");
    const toOn = input.toOn ? dayTyped(input.toOn, work.today, "toOn") : null;
    if (toOn !== null && toOn <= fromOn) throw rule("post.endsBeforeItBegins", { day: fromOn }, "toOn");
    if (toOn !== null && !reason) throw rule("post.reason", undefined, "reason");
    // Only the program ends a tenure because its organization ended.
    if (reason === "ORG_CLOSED" && tenure.endReason !== reason)
      throw invalid({ reason: [{ key: "choose" }] });
    stillThere(post, fromOn, "fromOn");
    const { sources } = await postWords(work.sql);
    mustBeOffered(sources, [source], work.today, "source", [tenure.source]);
    await mustFit(work, post.id, [fromOn, toOn], tenure.id);
    const holder = { id: tenure.personId, name: tenure.personName };
    await notTwice(work, post.id, holder, [fromOn, toOn], { but: tenure.id, field: "fromOn" });
    await work.tx.tenure.update({
      where: { id: tenure.id },
      data: {
        fromOn: dayToColumn(fromOn),
        toOn: toOn === null ? null : dayToColumn(toOn),
        endReason: toOn === null ? null : (reason ?? null),
        source,
        documentNo: documentNo ?? null,
        version: { increment: 1 },
      },
      select: { id: true },
    });
    const spell = (from: string, to: string | null) => `${tenure.personName} ${from} – ${to ?? ""}`.trim();
    notePost(work, post, "holder", spell(tenure.fromOn, tenure.toOn), spell(fromOn, toOn));
    notePost(work, post, "source", recorded(sources, [tenure.source]), recorded(sources, [source]));
    notePost(work, post, "documentNo", tenure.documentNo, documentNo ?? null);
    return { ...told(tenure), fromOn, toOn };
  },
  fact: ({ id, divisionId, kind, fromOn, toOn, personId }) => ({
    subject: `tenure:${id}`,
    division: divisionId,
    ...{ kind, fromOn, toOn, person: personId },
  }),
});
