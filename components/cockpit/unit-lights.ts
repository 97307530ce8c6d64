/** The units below a board with the light of each item and how many are behind: sorted as the address says, the most behind first by itself. */

import type { LightState } from "#components/ui/shape.tsx";
import { sortOf } from "#lib/base/url-state.ts";
import { type Cell, itemLight } from "#lib/domains/cockpit/board.ts";
import type { Board } from "#lib/domains/cockpit/queries.ts";
import { ITEMS, type Item } from "#lib/indicators/items.ts";

export type UnitLights = {
  child: Board["children"][number];
  items: { code: Item; state: LightState; headline: Cell | undefined }[];
  behind: number;
  watch: number;
};

/** In the tree's order, or by how much is behind. */
export const MATRIX_SORTS = ["unit", "behind"] as const;

export function unitLights(board: Board, params: URLSearchParams): UnitLights[] {
  const rows = board.children.map((child) => {
    const items = ITEMS.map(({ code }) => {
      const cells = child.cells.filter((cell) => cell.indicator.item === code);
      const state: LightState = cells.length === 0 ? "off" : itemLight(cells).light;
      return { code, state, headline: cells.find((cell) => cell.indicator.headline) };
    });
    const count = (state: LightState) => items.filter((item) => item.state === state).length;
    return { child, items, behind: count("behind"), watch: count("watch") };
  });
  const sort = sortOf(params, MATRIX_SORTS) ?? { field: "behind", down: true };
  // The children come in the order of the tree, which stays among equals.
  if (sort.field === "behind") rows.sort((a, b) => a.behind - b.behind || a.watch - b.watch);
  if (sort.field === "behind" && sort.down) rows.sort((a, b) => b.behind - a.behind || b.watch - a.watch);
  if (sort.field === "unit" && sort.down) rows.reverse();
  return rows;
}
