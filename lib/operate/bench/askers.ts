// The people of the demo who ask: one for the whole prefecture, one for a county, one for a village; signed in as the door would.
import { openSession } from "#lib/platform/session.ts";
import { withClient } from "../roles.ts";
import type { Asker } from "./plans.ts";

const WHO = {
  prefecture: "demo-prefecture-leader",
  county: "demo-county-organization",
  village: "demo-first-secretary",
} as const;

export type Askers = Record<keyof typeof WHO, Asker & { accountId: number; unit: number }>;

export async function askers(ownerUrl: string): Promise<Askers> {
  const found = await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ username: string; id: number; unit: number; household: string }>(
      `select a.username, a.id, g.division_id as unit, h.id as household
       from account a join role_grant g on g.account_id = a.id
       cross join lateral (select h.id from household h join division_closure c on c.node_id = h.division_id and c.to_on is null
         where c.ancestor_id = g.division_id order by h.status <> 'POOR', h.household_no limit 1) h
       where a.username = any ($1)`,
      [Object.values(WHO)],
    );
    return new Map(rows.map((row) => [row.username, row]));
  });
  const ask = async (place: keyof typeof WHO) => {
    const row = found.get(WHO[place])!;
    const token = await openSession(row.id, "bench");
    const { household, id: accountId, unit } = row;
    return { name: place, session: { token }, household, word: "扎西", accountId, unit };
  };
  return { prefecture: await ask("prefecture"), county: await ask("county"), village: await ask("village") };
}
