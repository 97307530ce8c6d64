/** Whether a deed on the registry may be done today, or has to be asked for. */
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { Sql } from "#lib/platform/sql.ts";
import { type Gate, gateOf } from "./campaign.ts";

type Asking = { sql: Sql; today: string };

export async function gateAt({ sql, today }: Asking, place: number): Promise<Gate> {
  const [row] = await sql<{
    year: number;
    opensOn: string | null;
    closesOn: string;
    frozenOn: string | null;
  }>`
    select y.year, c.opens_on::text as "opensOn", c.closes_on::text as "closesOn", c.frozen_on::text as "frozenOn"
    from registry_year y left join lateral campaign_at(${place}, y.year) c on true where y.status = 'OPEN'`;
  if (!row) throw rule("household.noOpenYear");
  const { year, opensOn, closesOn, frozenOn } = row;
  return gateOf(year, opensOn === null ? null : { opensOn, closesOn, frozenOn }, today);
}

export type PlaceGate = { place: number; from: string; to: string; closed: boolean; frozen: string | null };

/** How many places stand in a year: of those that have a campaign, its window, whether it is closed today, and since when it is frozen. */
export async function gatesAmong({ sql, today }: Asking, year: number, places: readonly number[]) {
  const rows = await sql<{ place: number; opensOn: string; closesOn: string; frozenOn: string | null }>`
    select p.place, c.opens_on::text as "opensOn", c.closes_on::text as "closesOn", c.frozen_on::text as "frozenOn"
    from unnest(${places}::int[]) as p (place) cross join lateral campaign_at(p.place, ${year}::int) c`;
  return rows.map(({ place, ...campaign }): PlaceGate => {
    const { open, frozen } = gateOf(year, campaign, today);
    const { opensOn: from, closesOn: to, frozenOn } = campaign;
    return { place, from, to, closed: !open, frozen: frozen ? frozenOn : null };
  });
}

/** Transactions in which somebody decides what was asked for: the gate was the reason for asking, and is open for them. */
const decided = new WeakSet<object>();
export function letThrough<T extends Work>(work: T): T {
  decided.add(work);
  return work;
}

/** Files are added and removed within the window. */
export async function windowOpen(work: Work, place: number): Promise<void> {
  if (decided.has(work)) return;
  const { open, campaign } = await gateAt(work, place);
  if (!open)
    throw rule("registry.windowClosed", { from: campaign?.opensOn ?? "", to: campaign?.closesOn ?? "" });
}

/** What a frozen year says is corrected by request. */
export async function notFrozen(work: Work, place: number) {
  if (decided.has(work)) return;
  const { frozen, campaign, year } = await gateAt(work, place);
  if (frozen) throw rule("registry.frozen", { year, day: campaign?.frozenOn ?? "" });
}
