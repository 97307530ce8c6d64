/** orgs.departments: departments whose own organization is registered on the way up from an organization's seat: what a form proposes. */
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { LineAbove } from "../input.ts";
import { orgOf } from "../inside/org.ts";

export const departmentsAround = query({
  name: "orgs.departments",
  input: LineAbove,
  run: async ({ sql }, { id }): Promise<string[]> => {
    const org = await orgOf(sql, id);
    if (!org) throw notFound();
    const rows = await sql<{ name: string }>`
      select o.name from division_closure c join party_org o on o.division_id = c.ancestor_id and o.setting = 'AGENCY' and o.closed_on is null and o.id <> ${id}
      where c.node_id = ${org.divisionId} and c.to_on is null order by c.depth, o.id limit 300`;
    return rows.map((row) => row.name);
  },
});
