// What phones left behind: a helper lost hers, and signed it out from the new one; found again, it sealed what it had not sent, for the township to look at.
import { createHash, randomUUID } from "node:crypto";
import type pg from "pg";
import { addDays } from "#lib/base/calendar.ts";
import { sealToServer } from "#lib/base/seal-to-server.ts";
import { boxPublicKey } from "#lib/platform/box-key.ts";
import { writtenAt } from "./written.ts";

const OWNER = "李雪梅";
type Home = { account: number; household: string };

export async function addPhones(client: pg.ClientBase, today: string): Promise<void> {
  const { rows } = await client.query<Home>(
    `select a.id as account, p.household_id as household from account a join pairing p on p.helper_id = a.person_id and p.to_on is null
     where a.name = $1 order by p.household_id limit 2`,
    [OWNER],
  );
  const [first, second = first] = rows;
  if (!first || !second) return;
  const day = addDays(today, -2);
  const visit = { id: randomUUID(), householdId: first.household, visitedOn: day, situation: "NORMAL" };
  await leave(client, first, "VISIT", writtenAt(day, 16, 20), {
    ...visit,
    note: "老人在家，冬衣和取暖的牛粪都备够了，孩子周末从学校回来。",
  });
  await leave(client, second, "NEED", writtenAt(day, 17, 5), {
    ...{ id: randomUUID(), householdId: second.household, category: "NEED_WATER", urgency: "NORMAL" },
    ...{ words: "院里的水管夜里冻住，想换成埋深的管子。", raisedOn: day },
  });
  // The lost one told last that two things wait on it; the new one has sent everything.
  await client.query(
    `insert into sync_phone (account_id, device, waiting, told_at) values ($1, $2, 2, $3), ($1, $4, 0, $5)`,
    [first.account, randomUUID(), writtenAt(day, 17, 6), randomUUID(), writtenAt(addDays(today, -1), 9, 30)],
  );
}

async function leave(
  client: pg.ClientBase,
  { account, household }: Home,
  kind: "VISIT" | "NEED",
  at: string,
  told: Record<string, unknown> & { id: string },
): Promise<void> {
  const [op, values] = [randomUUID(), JSON.stringify(told)];
  const sha256 = createHash("sha256").update(values).digest("hex");
  const visit = kind === "VISIT" ? told.id : "";
  const one = { kind, op, sha256, writtenAt: at, values, visit, photos: [] };
  const box = await sealToServer(
    boxPublicKey(),
    JSON.stringify({ form: 1, account, device: "lost", ops: [one] }),
  );
  await client.query(
    `insert into sync_held (op, account_id, account_name, about, sealed, written_at, received_at)
     values ($1, $2, $3, $4, $5, $6, least($6::timestamptz + interval '19 hours', now()))`,
    [op, account, OWNER, household, Buffer.from(await box.arrayBuffer()), at],
  );
}
