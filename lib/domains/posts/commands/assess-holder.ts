/** posts.assess: what the holder of a post is known for, told or by an assessment of a year. */
import type { Entry } from "#lib/domains/dictionaries/dictionary.ts";
import { command } from "#lib/platform/command.ts";
import { AssessHolder } from "../input.ts";
import { mustBeOffered, recorded } from "../inside/codes.ts";
import { heldTenure, mayEditTenure, notePost, notTakenBack } from "../inside/held.ts";
import { assessed, notAhead, type Tag, writeTags } from "../inside/tags.ts";
import { postWords } from "../words.ts";
import { told } from "./end-tenure.ts";

export const assessHolder = command({
  name: "posts.assess",
  tells: "tenure.assessed",
  input: AssessHolder,
  subject: (work, { id }) => heldTenure(work, id),
  may: mayEditTenure,
  run: async (work, { tags, assessedIn }, tenure) => {
    notTakenBack(tenure);
    notAhead(assessedIn, work.today);
    const words = await postWords(work.sql);
    const before = await work.tx.tenureTag.findMany({
      where: { tenureId: tenure.id },
      orderBy: { tag: "asc" },
    });
    const had = before.map(({ tag }) => tag);
    mustBeOffered(words.tags, tags, work.today, "tags", had);
    await work.tx.tenureTag.deleteMany({ where: { tenureId: tenure.id } });
    const now = assessed(tags, assessedIn, before);
    await writeTags(work, { id: tenure.id, divisionId: tenure.post.divisionId }, now);
    notePost(work, tenure.post, "tags", said(words.tags, before), said(words.tags, now));
    return told(tenure);
  },
  fact: ({ id, divisionId, personId }, { tags, assessedIn }) => ({
    subject: `tenure:${id}`,
    division: divisionId,
    ...{ tags, person: personId, assessedIn: assessedIn ?? null },
  }),
});

/** For the history: each with the year that assessed it. */
const said = (entries: readonly Entry[], tags: readonly Tag[]): string | null =>
  [...tags]
    .sort((a, b) => a.tag.localeCompare(b.tag))
    .map(({ tag, assessedIn }) => [recorded(entries, [tag]), assessedIn].filter(Boolean).join(" "))
    .join("、") || null;
