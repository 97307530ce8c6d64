/** My second factor: whether it is on, and how many recovery codes are left. */
import * as z from "zod";
import { query } from "#lib/platform/query.ts";

export const myFactor = query({
  name: "me.factor",
  input: z.strictObject({}),
  run: async ({ sql, viewer }) => {
    const [factor] = await sql<{ confirmedAt: Date | null; left: number }>`
      select (select confirmed_at from second_factor where account_id = ${viewer.accountId}) as "confirmedAt",
        (select count(*)::int from recovery_code where account_id = ${viewer.accountId} and used_at is null) as left`;
    return { since: factor?.confirmedAt ?? null, left: factor?.left ?? 0 };
  },
});
