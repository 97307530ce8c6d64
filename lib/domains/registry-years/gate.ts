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

/**
 * What a frozen year says is corrected by request; what no request can carry (income, the yearly facts of a member) stands until whoever
 * set the freeze puts it off.
 */
export async function notFrozen(work: Work, place: number, way: "byRequest" | "byOffice" = "byRequest") {
  if (decided.has(work)) return;
  const { frozen, campaign, year } = await gateAt(work, place);
  if (frozen)
    throw rule(way === "byRequest" ? "registry.frozen" : "registry.frozenWhole", {
      year,
      day: campaign?.frozenOn ?? "",
    });
}
