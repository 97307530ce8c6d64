// Writes the divisions: each with its line in the search index, and who stands under whom since the first day that is known.
import { closureOf } from "./closure.ts";
import type { Batch } from "./copy.ts";
import { addToIndex, keysOf } from "./index-names.ts";
import type { Place } from "./places.ts";

/** Poor households were first registered in 2014; how the tree stood before that is not known to this program. */
export const FIRST_DAY = "2014-01-01";

/** `parentOf`: under whom a place stood on the first day, where that was somebody else than today. */
export function addDivisions(
  rows: Batch,
  places: Place[],
  parentOf: (place: Place) => Place | null = ({ parent }) => parent,
) {
  for (const { id, code, name, level, parent } of places) {
    const { pinyin, initials } = keysOf(name);
    rows.add("division", {
      id,
      code,
      name,
      level,
      parent_id: parent?.id,
      opened_on: FIRST_DAY,
      pinyin,
      initials,
    });
    addToIndex(rows, { kind: "division", id, divisionId: id, title: name, detail: code });
  }
  const standing = places.map((place) => ({
    id: place.id,
    parentId: parentOf(place)?.id ?? null,
    openedOn: FIRST_DAY,
  }));
  for (const { ancestorId, nodeId, depth, fromOn } of closureOf(standing))
    rows.add("division_closure", { ancestor_id: ancestorId, node_id: nodeId, depth, from_on: fromOn });
}
