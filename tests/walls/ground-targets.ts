// Each place hung under the same parent before, and had a target of the year from before that: a change that nobody settled yet.
import type { TestDatabase } from "#tests/support/database.ts";

/** The change of a place. */
export const movedOf = (node: number) => `00000000-0000-7000-8000-${String(node).padStart(12, "0")}`;

export async function plantTargets(
  look: TestDatabase["look"],
  places: readonly { id: number }[],
): Promise<void> {
  for (const { id } of places) {
    await look(
      `insert into tree_event (id, tree, kind, node_id, target_id, effective_on, detail, status, done_at)
       select $1, 'DIVISION', 'MOVE', d.id, d.parent_id, '2026-01-10', jsonb_build_object('oldParentId', d.parent_id), 'DONE', '2026-01-10' from division d where d.id = $2 and d.parent_id is not null`,
      [movedOf(id), id],
    );
    await look(
      "insert into target (indicator, division_id, year, value, set_at) values ('F3.1', $1, 2026, 3, '2026-01-02')",
      [id],
    );
  }
}
