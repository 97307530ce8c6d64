/** divisions.counties: the counties to filter by, and the unit that an address names besides them. */
import * as z from "zod";
import { query } from "#lib/platform/query.ts";

export const countiesAround = query({
  name: "divisions.counties",
  input: z.strictObject({ id: z.number().int().positive().optional() }),
  run: ({ sql }, { id }) => sql<{ id: number; name: string }>`
    select id, name from division where (level = 'COUNTY' and closed_on is null) or id = ${id ?? null}::int
    order by level <> 'COUNTY', code nulls last, id`,
});
