/** orgs.rehearse: tries a change of the Party line without making it; says what is wrong beside the field. */
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { RehearseOrgChange } from "../input.ts";
import { orgOf } from "../inside/org.ts";
import { tryChange } from "../inside/try-change.ts";

export const rehearseOrgChange = command({
  name: "orgs.rehearse",
  tells: "partyOrg.changeRehearsed",
  input: RehearseOrgChange,
  subject: (work, input) => orgOf(work.sql, input.id),
  may: (viewer, org) => may(viewer, "partyOrg.edit", org.divisionId),
  run: async (work, input, org) => {
    const { fields, effectiveOn } = await tryChange(work, input, org);
    const filled = Object.entries({ kind: input.kind, ...fields, effectiveOn });
    return { id: org.id, query: Object.fromEntries(filled.filter(isFilled)) };
  },
  fact: (result, input, org) => ({
    subject: `partyOrg:${result.id}`,
    division: org.divisionId,
    kind: input.kind,
  }),
});

const isFilled = (pair: [string, string | undefined]): pair is [string, string] => pair[1] !== undefined;
