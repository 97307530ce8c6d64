/** The unit of a board with who answers for it, its ancestors and children, and its place among its siblings: by one statement. */
import { type Period, previous } from "#lib/base/period.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import type { Unit } from "#lib/domains/divisions/place.ts";
import { type Answerable, answerableSql } from "#lib/domains/posts/queries/answerable.ts";
import { spanOf } from "#lib/indicators/fact.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { raw, sql } from "#lib/platform/sql.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { hasPeers, type Place, type Sibling, siblingsSql } from "../siblings.ts";

/** `leader`: who answers for it today. */
export type Child = {
  id: number;
  code: string | null;
  name: string;
  level: string;
  leader: Answerable | null;
};
export type Ancestor = { id: number; name: string };
export type Ranked = Place & { before: number | null };

type Row = Child & { depth: number; way: "up" | "own" | "down"; peers: Sibling[] | null };

/** By the tree of the period's day. `ranked`: the indicators whose place is asked for. */
export async function familyOf(scope: Scope, unit: Unit, period: Period, ranked: readonly Ratio[]) {
  const { viewer, today } = scope;
  const day = spanOf(period, today).asOf;
  const holds = sql`c.from_on <= ${day}::date and (c.to_on is null or c.to_on > ${day}::date)`;
  const leader = answerableSql(viewer, raw("d.id"), today);
  const peers =
    hasPeers(unit.level) && ranked.length > 0
      ? sql`(select json_agg(p) from (${siblingsSql({ unit: unit.id, indicators: ranked, periods: [period, previous(period)], today })}) p where p.id = d.id)`
      : sql`null::json`;
  const rows = await scope.sql<Row>`
    select d.id, d.code, d.name, d.level, c.depth, 'down' as way, ${leader} as leader, null::json as peers from division_closure c join division d on d.id = c.node_id
      where c.ancestor_id = ${unit.id} and c.depth = 1 and ${holds} and (d.closed_on is null or d.closed_on > ${day}::date)
    union all
    select d.id, d.code, d.name, d.level, 0, 'own', ${leader}, ${peers} from division d where d.id = ${unit.id}
    union all
    select d.id, d.code, d.name, d.level, c.depth, 'up', null::json, null::json from division_closure c join division d on d.id = c.ancestor_id
      where c.node_id = ${unit.id} and c.depth > 0 and ${holds}
    order by way, depth desc, code nulls last, id`;
  const own = rows.find((row) => row.way === "own");
  const placeOf = (indicator: Ratio): Ranked | null => {
    const at = (asked: Period) =>
      own?.peers?.find((peer) => peer.indicator === indicator.id && peer.period === asked);
    const now = at(period);
    if (!now?.place || !now.among || !now.tied) return null;
    return {
      place: now.place,
      among: now.among,
      tied: now.tied,
      before: at(previous(period))?.place ?? null,
    };
  };
  const child = ({ id, code, name, level, leader }: Row): Child => ({ id, code, name, level, leader });
  return {
    leader: own?.leader ?? null,
    placeOf,
    children: rows.filter((row) => row.way === "down" && reaches(viewer, row.id)).map(child),
    ancestors: rows
      .filter((row) => row.way === "up" && may(viewer, "cockpit.view", row.id))
      .map(({ id, name }): Ancestor => ({ id, name })),
  };
}
