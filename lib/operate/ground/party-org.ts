// Writes Party organizations: each with the organization that leads it and its line in the search index; then who stands under whom.
import { closureOf, type TreeNode } from "./closure.ts";
import type { Batch } from "./copy.ts";
import { FIRST_DAY } from "./divisions.ts";
import { addToIndex, keysOf } from "./index-names.ts";
import type { Place } from "./places.ts";

export type NewPartyOrg = {
  name: string;
  kind: string;
  setting: string;
  place: Place;
  leader: number | null;
  coverage?: string;
  basis?: string;
  document?: string;
  department?: string;
  openedOn?: string;
  secretary?: string;
  members?: number | null;
};

export const committeeOf = (place: Place) => `中共${place.name}委员会`;

/** Numbers the organizations in the order in which they are added; `close` writes the closure. */
export function partyOrgs(rows: Batch) {
  const nodes: TreeNode[] = [];
  const add = (org: NewPartyOrg): number => {
    const id = nodes.length + 1;
    const openedOn = org.openedOn ?? FIRST_DAY;
    const { pinyin, initials } = keysOf(org.name);
    rows.add("party_org", {
      id,
      name: org.name,
      kind: org.kind,
      setting: org.setting,
      division_id: org.place.id,
      coverage: org.coverage,
      secretary: org.secretary,
      member_count: org.members,
      founded_on: org.openedOn,
      opened_on: openedOn,
      pinyin,
      initials,
    });
    if (org.leader !== null)
      rows.add("party_org_affiliation", {
        org_id: id,
        leading_org_id: org.leader,
        basis: org.basis ?? "LINE",
        document_no: org.document,
        supervising_dept: org.department,
        from_on: openedOn,
      });
    nodes.push({ id, parentId: org.leader, openedOn });
    addToIndex(rows, {
      kind: "party_org",
      id,
      divisionId: org.place.id,
      title: org.name,
      detail: org.place.name,
    });
    return id;
  };
  const close = () => {
    for (const { ancestorId, nodeId, depth, fromOn } of closureOf(nodes))
      rows.add("party_org_closure", { ancestor_id: ancestorId, node_id: nodeId, depth, from_on: fromOn });
  };
  return { add, close };
}
