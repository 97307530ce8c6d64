/** orgs.open: founds a Party organization in a place, led as the rule of affiliation demands. */
import { may } from "#lib/domains/accounts/roles.ts";
import { registerChange } from "#lib/domains/divisions/tree-change.ts";
import { nameKeys } from "#lib/domains/people/pinyin.ts";
import { command } from "#lib/platform/command.ts";
import { OpenOrg } from "../input.ts";
import { checkOpen } from "../inside/check-change.ts";

export const openOrg = command({
  name: "orgs.open",
  tells: "partyOrg.opened",
  input: OpenOrg,
  subject: async ({ sql }, input) => {
    const [place] = await sql<{ id: number }>`select id from division where id = ${input.divisionId}`;
    return place ?? null;
  },
  may: (viewer, place) => may(viewer, "partyOrg.change", place.id),
  run: async (work, input, place) => {
    const { effectiveOn, leader, foundedOn } = await checkOpen(work, input);
    const { name, kind, setting, coverage, basis, supervisingDept } = input;
    return registerChange(work, {
      tree: "PARTY_ORG",
      kind: "OPEN",
      nodeId: leader.id,
      targetId: leader.id,
      effectiveOn,
      documentNo: input.documentNo,
      detail: {
        ...{ name, kind, setting, basis, divisionId: place.id },
        ...(coverage ? { coverage } : {}),
        ...(supervisingDept ? { supervisingDept } : {}),
        ...(foundedOn ? { foundedOn } : {}),
        ...nameKeys(name),
      },
    });
  },
  fact: (change, input) => ({
    subject: `partyOrg:${change.nodeId}`,
    division: input.divisionId,
    name: input.name,
    ledBy: input.leaderId,
    basis: input.basis,
    effectiveOn: change.effectiveOn,
    done: change.done,
  }),
});
