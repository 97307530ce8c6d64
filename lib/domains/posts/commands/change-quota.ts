/** posts.changeQuota: how many places a post has from a day on, until a later change; none = it is done away with. */
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { ChangeQuota } from "../input.ts";
import { dayTyped } from "../inside/days.ts";
import { type HeldPost, heldPost, mayEdit, notePost, stillThere } from "../inside/held.ts";
import type { QuotaTold } from "../post.ts";

export const changeQuota = command({
  name: "posts.changeQuota",
  tells: "post.quotaChanged",
  input: ChangeQuota,
  subject: (work, { id }) => heldPost(work, id),
  may: mayEdit,
  run: async (work, { places, documentNo, ...input }, post): Promise<QuotaTold> => {
    const fromOn = dayTyped(input.fromOn, work.today, "fromOn");
    stillThere(post, fromOn, "fromOn");
    if (post.principal && places > 1) throw rule("post.onePrincipal", undefined, "places");
    const before = await placesOn(work, post.id, fromOn);
    if (before === places) throw rule("post.samePlaces", { places, day: fromOn }, "places");
    await mustHold(work, post, places, fromOn);
    const data = { places, documentNo: documentNo ?? null, accountId: work.viewer.accountId };
    const key = { postId: post.id, fromOn: dayToColumn(fromOn) };
    await work.tx.postQuota.upsert({
      where: { postId_fromOn: key },
      create: { ...key, ...data, divisionId: post.divisionId },
      update: data,
      select: { postId: true },
    });
    notePost(work, post, "places", before === null ? null : String(before), `${places} (${fromOn})`);
    return { id: post.id, divisionId: post.divisionId, kind: post.kind, fromOn };
  },
  fact: ({ id, divisionId, kind, fromOn }, { places }) => ({
    subject: `post:${id}`,
    division: divisionId,
    kind,
    places,
    fromOn,
  }),
});

async function placesOn({ sql }: Work, postId: string, day: string): Promise<number | null> {
  const [row] = await sql<{ places: number }>`
    select places from post_quota where post_id = ${postId}::uuid and from_on <= ${day}::date order by from_on desc limit 1`;
  return row?.places ?? null;
}

/** Whoever stands there has to leave first: said with the day and the names, until the next change of the quota. */
async function mustHold({ sql }: Work, post: HeldPost, places: number, fromOn: string): Promise<void> {
  const [over] = await sql<{ day: string; names: string }>`
    with later as (select min(from_on) as at from post_quota where post_id = ${post.id}::uuid and from_on > ${fromOn}::date),
    edge as (select ${fromOn}::date as at union select from_on from tenure where post_id = ${post.id}::uuid and from_on > ${fromOn}::date),
    state as (select e.at, array(select t.person_name from tenure t where t.post_id = ${post.id}::uuid and t.from_on <= e.at
        and (t.to_on is null or t.to_on > e.at) order by t.from_on) as holders
      from edge e cross join later l where l.at is null or e.at < l.at)
    select at::text as day, array_to_string(holders, '、') as names from state where cardinality(holders) > ${places}::int order by at limit 1`;
  if (over) throw rule("post.stillHeld", { day: over.day, names: over.names }, "places");
}
