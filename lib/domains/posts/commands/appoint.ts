/** posts.appoint: somebody takes a post from a day on: today, afterwards or ahead; several posts per person. */
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { Appoint } from "../input.ts";
import { mustBeOffered } from "../inside/codes.ts";
import { dayTyped } from "../inside/days.ts";
import { mustFit, notTwice } from "../inside/fit.ts";
import { heldPost, mayEdit, notePost, stillThere } from "../inside/held.ts";
import { type Appointee, appointeeOf } from "../inside/person.ts";
import { assessed, notAhead, writeTags } from "../inside/tags.ts";
import type { TenureTold } from "../post.ts";
import { postWords } from "../words.ts";

export const appoint = command({
  name: "posts.appoint",
  tells: "tenure.begun",
  input: Appoint,
  subject: (work, { id }) => heldPost(work, id),
  may: mayEdit,
  run: async (work, { source, tags, assessedIn, documentNo, ...input }, post): Promise<TenureTold> => {
    const fromOn = dayTyped(input.fromOn, work.today, "fromOn");
    const toOn = input.toOn ? dayTyped(input.toOn, work.today, "toOn") : null;
    if (toOn !== null && toOn <= fromOn) throw rule("post.endsBeforeItBegins", { day: fromOn }, "toOn");
    stillThere(post, fromOn, "fromOn");
    const words = await postWords(work.sql);
    mustBeOffered(words.sources, [source], work.today, "source");
    mustBeOffered(words.tags, tags, work.today, "tags");
    notAhead(assessedIn, work.today);
    await mustFit(work, post.id, [fromOn, toOn]);
    const person = await appointeeOf(work, input, post.divisionId);
    await notTwice(work, post.id, person, [fromOn, toOn]);
    const { id } = await work.tx.tenure.create({
      data: {
        ...asHolder(person),
        postId: post.id,
        divisionId: post.divisionId,
        fromOn: dayToColumn(fromOn),
        toOn: toOn === null ? null : dayToColumn(toOn),
        endReason: toOn === null ? null : "TERM_OVER",
        source,
        documentNo: documentNo ?? null,
        accountId: work.viewer.accountId,
      },
      select: { id: true },
    });
    await writeTags(work, { id, divisionId: post.divisionId }, assessed(tags, assessedIn, []));
    notePost(work, post, "holder", null, `${person.name} ${fromOn}`);
    return {
      id,
      postId: post.id,
      personId: person.id,
      divisionId: post.divisionId,
      kind: post.kind,
      fromOn,
      toOn,
    };
  },
  fact: ({ id, divisionId, kind, fromOn, personId }, { source }) => ({
    subject: `tenure:${id}`,
    division: divisionId,
    ...{ kind, fromOn, source, person: personId },
  }),
});

/** What lists show of the holder, as it is on that day. */
const asHolder = ({ id, name, unit }: Appointee) => ({ personId: id, personName: name, personUnit: unit });
