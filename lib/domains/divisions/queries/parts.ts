/** divisions.parts: what of a division can go to a new one: open units below; of a village its groups by name, and single households. */
import { may } from "#lib/domains/accounts/roles.ts";
import { refused } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { ShowParts } from "../input.ts";
import { found, nodeOf } from "../inside/check-change.ts";
import { numbered } from "../inside/check-split.ts";

export type Parts = {
  level: string;
  children: { id: number; name: string }[];
  groups: { name: string; households: number }[];
  /** Households of no named group. */
  ungrouped: number;
  /** The numbers of the households that an address carries by id. */
  numbers: string[];
};

export const partsOf = query({
  name: "divisions.parts",
  input: ShowParts,
  run: async ({ sql, viewer }, { id, chosen }): Promise<Parts> => {
    const node = found(await nodeOf(sql, id));
    if (!may(viewer, "division.propose", id)) throw refused();
    const children = await sql<Parts["children"][number]>`
      select id, name from division where parent_id = ${id} and closed_on is null order by code nulls last, id`;
    const groups = await sql<{ name: string | null; households: number }>`
      select nullif(group_name, '') as name, count(*)::int as households from household where division_id = ${id} group by 1 order by 1 nulls last`;
    return {
      level: node.level,
      children,
      groups: groups.flatMap(({ name, households }) => (name === null ? [] : [{ name, households }])),
      ungrouped: groups.find(({ name }) => name === null)?.households ?? 0,
      numbers: (await numbered(sql, id, chosen).catch(() => [])).map(({ no }) => no),
    };
  },
});
