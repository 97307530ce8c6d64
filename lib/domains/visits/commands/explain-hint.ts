/** Says how it was, which closes the hint: the visitor at any time; whoever reviews visits there once it is open to him. */
import { may } from "#lib/domains/accounts/roles.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { command } from "#lib/platform/command.ts";
import { conflict } from "#lib/platform/problem.ts";
import { sql } from "#lib/platform/sql.ts";
import { ExplainHint } from "../input.ts";

type Hint = { id: string; visitId: string; divisionId: number; own: boolean; explained: boolean };

export const explainHint = command({
  name: "visits.explainHint",
  tells: "visit.hintExplained",
  input: ExplainHint,
  subject: async ({ sql: ask, viewer, today }, { id }): Promise<Hint | null> => {
    const own = viewer.personId === null ? sql`false` : sql`t.person_id = ${viewer.personId}::uuid`;
    const [hint] = await ask<Hint>`
      select t.id, t.visit_id as "visitId", t.division_id as "divisionId", ${own} as own, t.explained_on is not null as explained
      from visit_hint t where t.id = ${id}::uuid
        and (${own} or (t.opens_on <= ${today}::date and ${reachable(viewer, { division: "t.division_id" })}))`;
    return hint ?? null;
  },
  may: (viewer, hint) => hint.own || may(viewer, "visit.review", hint.divisionId),
  run: async ({ sql: ask, viewer, today }, { id, words }, { visitId, explained }) => {
    if (explained) throw conflict("visit.hintExplained");
    const done = await ask`
      update visit_hint set explained_on = ${today}::date, words = ${words}, explained_by = ${viewer.accountId}, explained_name = ${viewer.name}
      where id = ${id}::uuid and explained_on is null returning id`;
    if (done.length === 0) throw conflict("visit.hintExplained");
    return { id, visitId };
  },
  fact: ({ visitId }, { id }, { divisionId, own }) => ({
    subject: `visit:${visitId}`,
    division: divisionId,
    hint: id,
    own,
  }),
});
