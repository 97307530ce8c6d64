/** Maps as they are read: the one that is shown for a unit, and for the office all that there were. */
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import type { Drawing } from "./boundary-map.ts";
import { MapAsked, MapList } from "./input.ts";

export type ShownMap = { approvalNo: string; drawing: Drawing };

export const shownMap = query({
  name: "maps.shown",
  input: MapAsked,
  run: async ({ sql }, { unit }) =>
    (
      await sql<ShownMap>`select approval_no as "approvalNo", drawing from boundary_map
        where division_id = ${unit} and shown_at is not null and closed_at is null`
    )[0] ?? null,
});

/** For a board: the prefecture's map where one is shown; a board without it is whole as well. */
export async function mapOfBoard(
  scope: Scope,
  unit: { id: number; level: string },
): Promise<ShownMap | null> {
  if (unit.level !== "PREFECTURE") return null;
  const map = await scope.panel("map", () => shownMap(scope, { unit: unit.id }));
  return map.ok ? map.value : null;
}

export type KeptMap = {
  id: string;
  approvalNo: string;
  fileName: string;
  fileBytes: number;
  leftOut: string[];
  accountName: string;
  createdAt: Date;
  shownAt: Date | null;
  closedAt: Date | null;
  closedByName: string | null;
  /** Of the one that is shown and the one that waits; of older ones only the record is read. */
  drawing: Drawing | null;
};

export const listMaps = query({
  name: "maps.list",
  input: MapList,
  may: (viewer) => mayAnywhere(viewer, "map.edit"),
  run: async ({ sql }) => {
    const maps = await sql<KeptMap>`
      select id, approval_no as "approvalNo", file_name as "fileName", file_bytes as "fileBytes", left_out as "leftOut",
        account_name as "accountName", created_at as "createdAt", shown_at as "shownAt", closed_at as "closedAt",
        closed_by_name as "closedByName", case when closed_at is null then drawing end as drawing
      from boundary_map order by created_at desc, id limit 50`;
    const counties = await sql<{ id: number; name: string }>`select id, name from division
      where level = 'COUNTY' and closed_on is null order by code, id`;
    return { maps, counties };
  },
});
