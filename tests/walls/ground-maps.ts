// A map of the boundaries in each place, which waits to be shown.
import type { TestDatabase } from "#tests/support/database.ts";

export type MapTarget = { map: string };
export const mapIds = (id: (name: string) => string): MapTarget => ({ map: id("map") });

export async function plantMap(
  look: TestDatabase["look"],
  { map, node }: MapTarget & { node: number },
): Promise<void> {
  await look(
    `insert into boundary_map (id, division_id, approval_no, file_name, file_bytes, drawing, left_out, account_id, account_name)
     values ($1, $2, '藏S（2026）001号', '边界.geojson', 1000, $3, '[]', 0, '')`,
    [map, node, JSON.stringify({ width: 10, height: 10, shapes: [] })],
  );
}
