/** divisions.rehearsal: what a change would touch if it were made, counted before anything is saved. */
import { may } from "#lib/domains/accounts/roles.ts";
import { refused } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { RehearseChange } from "../input.ts";
import { found, nodeOf, type Warning } from "../inside/check-change.ts";
import { tryChange } from "../inside/try-change.ts";
import { type Touched, touchedBy } from "../touched.ts";

export type Rehearsal = {
  effectiveOn: string;
  from: string;
  to: string;
  warnings: Warning[];
  touched: Touched | null;
};

export const rehearsalOfDivision = query({
  name: "divisions.rehearsal",
  input: RehearseChange,
  run: async (scope, input): Promise<Rehearsal> => {
    const node = found(await nodeOf(scope.sql, input.id));
    if (!may(scope.viewer, "division.propose", node.id)) throw refused();
    const { effectiveOn, warnings, from, to, touches } = await tryChange(scope, input, node);
    const touched = input.kind === "open" ? null : await touchedBy(scope, node.id, touches);
    return { effectiveOn, warnings, from, to, touched };
  },
});
