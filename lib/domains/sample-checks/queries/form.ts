/** sampleChecks.form: where a check is ordered, and whom one may name for it. */
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { query } from "#lib/platform/query.ts";
import { ChecksAsked } from "../input.ts";

export type Candidate = { id: number; name: string; seat: string };

export const orderForm = query({
  name: "sampleChecks.form",
  input: ChecksAsked,
  may: (viewer) => mayAnywhere(viewer, "registry.decide"),
  run: async (scope, { unit }) => {
    const place = await listPlace(scope, unit);
    const mayHere = may(scope.viewer, "registry.decide", place.unit.id) && place.unit.level !== "VILLAGE";
    const candidates = mayHere
      ? await scope.sql<Candidate>`select k.id, k.name, k.seat from sec.checkers_for(${place.unit.id}) k`
      : [];
    return { place, candidates, mayHere };
  },
});
