/** orgs.rehearseOpening: tries the founding of an organization without doing it; says what is wrong beside the field. */
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { OpenOrg } from "../input.ts";
import { checkOpen } from "../inside/check-change.ts";

export const rehearseOpening = command({
  name: "orgs.rehearseOpening",
  tells: "partyOrg.changeRehearsed",
  input: OpenOrg,
  subject: async ({ sql }, input) => {
    const [place] = await sql<{ id: number }>`select id from division where id = ${input.divisionId}`;
    return place ?? null;
  },
  may: (viewer, place) => may(viewer, "partyOrg.edit", place.id),
  run: async (work, input) => {
    const { effectiveOn, foundedOn } = await checkOpen(work, input);
    const filled = Object.entries({ ...input, effectiveOn, foundedOn });
    return {
      query: Object.fromEntries(filled.filter(isFilled).map(([name, value]) => [name, String(value)])),
    };
  },
  fact: (_result, input, place) => ({
    subject: `division:${place.id}`,
    division: place.id,
    kind: "open",
    name: input.name,
  }),
});

const isFilled = (pair: [string, string | number | null | undefined]): pair is [string, string | number] =>
  pair[1] !== undefined && pair[1] !== null && pair[1] !== "";
