/** My account as I may know it: the name I sign in with, and my roles with places and ends. */
import * as z from "zod";
import { query } from "#lib/platform/query.ts";

export type MyRole = { role: string; place: string; toAt: Date | null; lentBy: string | null };

export const myAccount = query({
  name: "me.account",
  input: z.strictObject({}),
  run: async ({ sql, viewer }) => {
    const [account] = await sql<{
      username: string;
    }>`select username from account where id = ${viewer.accountId}`;
    const roles = await sql<MyRole>`select g.role, d.name as place, g.to_at as "toAt",
        (select l.from_name from delegation l where l.id = g.delegation_id) as "lentBy"
      from role_grant g join division d on d.id = g.division_id
      where g.account_id = ${viewer.accountId} and g.from_at <= now() and (g.to_at is null or g.to_at > now()) order by g.id`;
    return { username: account?.username ?? "", name: viewer.name, roles };
  },
});
