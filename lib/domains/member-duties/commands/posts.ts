/** duties.openPost, duties.closePost: a branch sets a post for members without one, and does away with it when nobody is on it. */
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { ClosePost, OpenPost } from "../input.ts";
import { heldOrg, heldPost, mayKeep } from "../inside/held.ts";

export const openPost = command({
  name: "duties.openPost",
  tells: "dutyPost.opened",
  input: OpenPost,
  subject: (work, { orgId }) => heldOrg(work, orgId),
  may: mayKeep,
  run: async ({ sql, viewer, today }, { kind, name, duties, places }, org) => {
    const [other] =
      await sql`select 1 from duty_post where org_id = ${org.id} and name = ${name} and to_on is null`;
    if (other) throw rule("duty.postAlready", { name }, "name");
    const [made] = await sql<{ id: string }>`
      insert into duty_post (org_id, division_id, kind, name, duties, places, from_on, account_id)
      values (${org.id}, ${org.divisionId}, ${kind}, ${name}, ${duties}, ${places}, ${today}::date, ${viewer.accountId}) returning id`;
    return { id: made!.id };
  },
  fact: ({ id }, { kind }, { divisionId }) => ({ subject: `dutyPost:${id}`, division: divisionId, kind }),
});

export const closePost = command({
  name: "duties.closePost",
  tells: "dutyPost.closed",
  input: ClosePost,
  subject: (work, { id }) => heldPost(work, id),
  may: mayKeep,
  run: async ({ sql, today }, { id }, post) => {
    if (post.toOn !== null) throw rule("duty.postClosed");
    const [held] =
      await sql`select 1 from duty_holding where post_id = ${id}::uuid and status in ('PROPOSED', 'AGREED', 'PUBLISHED', 'SIGNED')`;
    if (held) throw rule("duty.postHeld");
    await sql`update duty_post set to_on = ${today}::date where id = ${id}::uuid`;
    return { id };
  },
  fact: ({ id }, _input, { divisionId }) => ({ subject: `dutyPost:${id}`, division: divisionId }),
});
