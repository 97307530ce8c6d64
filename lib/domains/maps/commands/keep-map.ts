/** maps.keep: a file that was read becomes the map that waits to be shown; one that waited before is closed. */
import { command } from "#lib/platform/command.ts";
import { invalid, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { Drawing } from "../boundary-map.ts";
import { type County, matchCounties } from "../county-readings.ts";
import { KeepMap } from "../input.ts";
import { draw } from "../inside/draw.ts";
import { mayChange, type Root, rootOf } from "../inside/root.ts";
import type { Area } from "../read-geojson.ts";

const MOST_LEFT_OUT = 100;

export const keepMap = command({
  name: "maps.keep",
  tells: "map.kept",
  input: KeepMap,
  subject: rootOf,
  may: mayChange,
  run: async (work, { approvalNo, fileName, fileBytes, areas }, root) => {
    const { drawing, leftOut } = await drawn(work, root, areas);
    const { tx, sql, viewer } = work;
    await sql`update boundary_map set closed_at = now(), closed_by_name = ${viewer.name}
      where division_id = ${root.id} and shown_at is null and closed_at is null`;
    const { id } = await tx.boundaryMap.create({
      data: {
        ...{ divisionId: root.id, approvalNo, fileName, fileBytes, drawing, leftOut },
        ...{ accountId: viewer.accountId, accountName: viewer.name },
      },
      select: { id: true },
    });
    return { id, approvalNo };
  },
  fact: ({ id, approvalNo }, { fileName }, root) => ({
    ...{ subject: `map:${id}`, division: root.id, number: approvalNo, file: fileName },
  }),
});

/** Whole or not at all: every county of today has its area. */
async function drawn(
  { sql }: Work,
  root: Root,
  areas: Area[],
): Promise<{ drawing: Drawing; leftOut: string[] }> {
  const counties = await sql<County>`select id, code, name from division
    where parent_id = ${root.id} and level = 'COUNTY' and closed_on is null order by code, id`;
  const { matched, leftOut, missing } = matchCounties(areas, counties);
  if (matched.size === 0) throw rule("map.noCounty", undefined, "file");
  if (missing.length > 0)
    throw invalid({
      file: [{ key: "map.missing", values: { names: missing.map(({ name }) => name).join("\u3001") } }],
    });
  const drawing = draw(
    [...matched].map(([divisionId, own]) => ({
      divisionId,
      rings: own.flatMap((area) => area.polygons.flat()),
    })),
  );
  if (!drawing) throw rule("map.tooFine", undefined, "file");
  return { drawing, leftOut: leftOut.slice(0, MOST_LEFT_OUT) };
}
