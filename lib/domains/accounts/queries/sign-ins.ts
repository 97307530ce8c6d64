/** When somebody signed in or failed to, from where and with what: for oneself, and for whoever looks after the account. */
import * as z from "zod";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { OneAccount } from "../input.ts";
import { administered } from "../inside/administered.ts";
import { tendsAnywhere } from "../roles.ts";

export type SignInRow = {
  at: Date;
  verb: string;
  address: string | null;
  agent: string | null;
};
const SHOWN = 50;

export const mySignIns = query({
  name: "me.signIns",
  input: z.strictObject({}),
  run: ({ sql, viewer }) =>
    sql<SignInRow>`select * from sec.sign_ins(${viewer.accountId}::int, ${SHOWN}::int)`,
});

export const accountSignIns = query({
  name: "accounts.signIns",
  input: OneAccount,
  may: tendsAnywhere,
  run: async ({ sql, viewer }, { accountId }) => {
    const [account] = await sql<{ id: number }>`
      select a.id from account a where a.id = ${accountId} and ${administered(viewer, "a.division_id")}`;
    if (!account) throw notFound();
    return sql<SignInRow>`select * from sec.sign_ins(${accountId}::int, ${SHOWN}::int)`;
  },
});
