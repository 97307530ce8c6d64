/** What is still theirs (a count for the account's page), the rehearsal of a hand-over, and the receipts of earlier rounds. */
import { type Leaver, leaverOf, mayHandOver } from "#lib/domains/accounts/leaver.ts";
import { tendsAnywhere } from "#lib/domains/accounts/roles.ts";
import { notFound, refused } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import type { DoneItem, Hindrance, Item } from "../hand-over.ts";
import { HeldOf, PlanOf } from "../input.ts";
import { planOf } from "../inside/plan.ts";

async function leaver(scope: Scope, accountId: number): Promise<Leaver> {
  const found = await leaverOf(scope, accountId);
  if (!found) throw notFound();
  return found;
}

/** How much is still theirs, by kind; roles apart, since closing the account ends them anyway. */
export const countHeld = query({
  name: "handover.count",
  input: HeldOf,
  may: (viewer) => tendsAnywhere(viewer),
  run: async (scope, { accountId }): Promise<{ count: number; mayHandOver: boolean }> => {
    const account = await leaver(scope, accountId);
    const { items, hindrances } = await planOf(scope, account, undefined);
    const open = items.filter(({ kind }) => kind !== "role").length;
    const apart = hindrances.reduce((sum, one) => sum + (one.why === "beyond" ? one.count : 1), 0);
    return {
      count: open + apart - hindrances.filter(({ why }) => why === "notMine").length,
      mayHandOver: mayHandOver(scope.viewer, account),
    };
  },
});

export type Receipt = {
  id: string;
  doneAt: Date;
  byName: string;
  heirName: string | null;
  reason: string;
  finished: boolean;
  /** How many of each kind went which way. */
  counts: { kind: DoneItem["kind"]; fate: DoneItem["fate"]; count: number }[];
  households: { id: string; name: string; place: string; fate: DoneItem["fate"] }[];
};
export type Rehearsal = {
  account: { id: number; name: string; status: string };
  heir: { personId: string; name: string; hasAccount: boolean } | null;
  items: Item[];
  hindrances: Hindrance[];
  receipts: Receipt[];
};

export const rehearseHandOver = query({
  name: "handover.rehearse",
  input: PlanOf,
  may: (viewer) => tendsAnywhere(viewer),
  run: async (scope, { accountId, to }): Promise<Rehearsal> => {
    const account = await leaver(scope, accountId);
    if (!mayHandOver(scope.viewer, account)) throw refused();
    const { heir, items, hindrances } = await planOf(scope, account, to);
    return {
      account: { id: account.id, name: account.name, status: account.status },
      heir: heir && { personId: heir.personId, name: heir.name, hasAccount: heir.accountId !== null },
      items,
      hindrances,
      receipts: await receiptsOf(scope, accountId),
    };
  },
});

type Row = Omit<Receipt, "counts" | "households"> & { items: DoneItem[] };

async function receiptsOf({ sql }: Scope, accountId: number): Promise<Receipt[]> {
  const rows = await sql<Row>`
    select id, done_at as "doneAt", by_name as "byName", heir_name as "heirName", reason, finished, items
    from hand_over where account_id = ${accountId} order by done_at desc limit 20`;
  const ids = rows.flatMap(({ items }) => items.filter(({ kind }) => kind === "pairing").map(({ id }) => id));
  const households =
    ids.length === 0
      ? []
      : await sql<{ id: string; name: string; place: string }>`
          select p.id, h.head_name as name, d.name as place from pairing p join household h on h.id = p.household_id
          join division d on d.id = h.division_id where p.id = any (${ids}::uuid[]) order by d.code nulls last, h.household_no`;
  return rows.map(({ items, ...receipt }) => {
    const fates = new Map(items.map(({ id, fate }) => [id, fate]));
    const counts: Receipt["counts"] = [];
    for (const { kind, fate } of items) {
      const same = counts.find((one) => one.kind === kind && one.fate === fate);
      if (same) same.count += 1;
      else counts.push({ kind, fate, count: 1 });
    }
    const mine = households.flatMap((one) => {
      const fate = fates.get(one.id);
      return fate ? [{ ...one, fate }] : [];
    });
    return { ...receipt, counts, households: mine };
  });
}
