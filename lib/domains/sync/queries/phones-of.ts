/** How much waited on somebody's phones when they last spoke to us; nothing for whoever does not look after the account. */
import * as z from "zod";
import { query } from "#lib/platform/query.ts";

export type PhonesOf = { waiting: number; toldAt: string };

export const phonesOf = query({
  name: "sync.phonesOf",
  input: z.object({ accountId: z.coerce.number().int() }),
  run: async ({ sql }, { accountId }): Promise<PhonesOf | null> => {
    const [row] = await sql<{ waiting: number; toldAt: string | null }>`
      select waiting, told_at::text as "toldAt" from sec.phones_of(${accountId}::int)`;
    return row?.toldAt ? { waiting: row.waiting, toldAt: row.toldAt } : null;
  },
});
