/** sampleChecks.close: somebody who checked nobody closes the check when every household has an answer; from then on it counts and its villages see it. */
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { refused, rule } from "#lib/platform/problem.ts";
import { CloseCheck } from "../input.ts";
import { heldCheck, stillOpen } from "../inside/subject.ts";

export const closeCheck = command({
  name: "sampleChecks.close",
  tells: "sampleCheck.closed",
  input: CloseCheck,
  subject: (work, { id }) => heldCheck(work, id),
  may: (viewer, { divisionId }) => may(viewer, "registry.decide", divisionId),
  run: async ({ sql, viewer, today }, { id }, check) => {
    stillOpen(check);
    if (check.checker) throw refused("sample.ownCheck");
    const [{ left } = { left: 0 }] = await sql<{ left: number }>`
      select count(*)::int as left from sample_draw w where w.check_id = ${id}::uuid and w.active
        and not exists (select 1 from sample_finding f where f.draw_id = w.id and f.replaced_at is null)`;
    if (left > 0) throw rule("sample.left", { count: left });
    await sql`update sample_check set closed_on = ${today}::date, closed_by = ${viewer.accountId}, closed_by_name = ${viewer.name} where id = ${id}::uuid`;
    await sql`update sample_draw set closed = true where check_id = ${id}::uuid`;
    await sql`update sample_finding set closed = true where check_id = ${id}::uuid`;
    await sql`update sample_missed set closed = true where check_id = ${id}::uuid`;
    return { id };
  },
  fact: ({ id }, _input, { divisionId, kind }) => ({
    subject: `sampleCheck:${id}`,
    division: divisionId,
    kind,
  }),
});
