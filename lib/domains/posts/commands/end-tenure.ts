/** posts.end: a tenure ends on a day, with the reason; and posts.withdraw: it was entered by mistake and never was. */
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { EndTenure, TenureId } from "../input.ts";
import { dayTyped } from "../inside/days.ts";
import { type HeldTenure, heldTenure, mayEditTenure, notePost, notTakenBack } from "../inside/held.ts";
import type { TenureTold } from "../post.ts";

export const told = ({ id, personId, post, fromOn, toOn }: HeldTenure): TenureTold => ({
  ...{ id, personId, fromOn, toOn },
  postId: post.id,
  divisionId: post.divisionId,
  kind: post.kind,
});

export const endTenure = command({
  name: "posts.end",
  tells: "tenure.ended",
  input: EndTenure,
  subject: (work, { id }) => heldTenure(work, id),
  may: mayEditTenure,
  run: async (work, { reason, ...input }, tenure): Promise<TenureTold> => {
    const toOn = dayTyped(input.toOn, work.today, "toOn");
    notTakenBack(tenure);
    if (tenure.toOn !== null && tenure.toOn <= work.today)
      throw rule("post.endedAlready", { day: tenure.toOn });
    if (toOn <= tenure.fromOn) throw rule("post.endsBeforeItBegins", { day: tenure.fromOn }, "toOn");
    if (tenure.toOn !== null && toOn > tenure.toOn)
      throw rule("post.endsLater", { day: tenure.toOn }, "toOn");
    await work.tx.tenure.update({
      where: { id: tenure.id },
      data: { toOn: dayToColumn(toOn), endReason: reason, version: { increment: 1 } },
      select: { id: true },
    });
    notePost(
      work,
      tenure.post,
      "holder",
      `${tenure.personName} ${tenure.fromOn}`,
      `${tenure.personName} ${tenure.fromOn} – ${toOn}`,
    );
    return { ...told(tenure), toOn };
  },
  fact: ({ id, divisionId, kind, toOn, personId }, { reason }) => ({
    subject: `tenure:${id}`,
    division: divisionId,
    ...{ kind, toOn, reason, person: personId },
  }),
});

export const withdrawTenure = command({
  name: "posts.withdraw",
  tells: "tenure.withdrawn",
  input: TenureId,
  subject: (work, { id }) => heldTenure(work, id),
  may: mayEditTenure,
  run: async (work, _input, tenure) => {
    notTakenBack(tenure);
    await work.tx.tenure.update({
      where: { id: tenure.id },
      data: { toOn: dayToColumn(tenure.fromOn), endReason: "MISTAKE", version: { increment: 1 } },
      select: { id: true },
    });
    notePost(work, tenure.post, "holder", `${tenure.personName} ${tenure.fromOn}`, null);
    return told(tenure);
  },
  fact: ({ id, divisionId, kind, personId }) => ({
    subject: `tenure:${id}`,
    division: divisionId,
    ...{ kind, person: personId },
  }),
});
