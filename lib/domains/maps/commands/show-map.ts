/** maps.show, maps.close: the map that waits takes the place of the one shown; one that is shown or waits is taken away, and stays on record. */
import { command } from "#lib/platform/command.ts";
import { conflict } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { MapId } from "../input.ts";
import { mayChange } from "../inside/root.ts";

/** `id` is the unit that the map is of. */
type Kept = { id: number; approvalNo: string };

const mapOf = async ({ sql }: Work, { id }: { id: string }): Promise<Kept | null> =>
  (
    await sql<Kept>`select division_id as id, approval_no as "approvalNo" from boundary_map where id = ${id}::uuid`
  )[0] ?? null;

const factOf = ({ id }: { id: string }, _input: unknown, { id: division, approvalNo }: Kept) => ({
  subject: `map:${id}`,
  division,
  number: approvalNo,
});

export const showMap = command({
  name: "maps.show",
  tells: "map.shown",
  input: MapId,
  subject: mapOf,
  may: mayChange,
  run: async ({ sql, viewer }, { id }, { id: unit }) => {
    await sql`update boundary_map set closed_at = now(), closed_by_name = ${viewer.name}
      where division_id = ${unit} and shown_at is not null and closed_at is null and id <> ${id}::uuid`;
    const shown = await sql`update boundary_map set shown_at = now()
      where id = ${id}::uuid and shown_at is null and closed_at is null returning id`;
    if (shown.length === 0) throw conflict("map.changed");
    return { id };
  },
  fact: factOf,
});

export const closeMap = command({
  name: "maps.close",
  tells: "map.closed",
  input: MapId,
  subject: mapOf,
  may: mayChange,
  run: async ({ sql, viewer }, { id }) => {
    const closed = await sql`update boundary_map set closed_at = now(), closed_by_name = ${viewer.name}
      where id = ${id}::uuid and closed_at is null returning id`;
    if (closed.length === 0) throw conflict("map.changed");
    return { id };
  },
  fact: factOf,
});
