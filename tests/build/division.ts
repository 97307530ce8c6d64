// Builds a division under its parent, with its rows in the closure.
import { pinyinKeys } from "#lib/domains/people/pinyin.ts";
import { insert, nextNumber, type Owner } from "./owner.ts";
import { searchLine } from "./search-line.ts";

export type DivisionGiven = {
  id?: number;
  code?: string | null;
  name?: string;
  level?: "PREFECTURE" | "COUNTY" | "TOWNSHIP" | "VILLAGE" | "GROUP";
  parentId?: number | null;
  openedOn?: string;
};

export async function aDivision(
  owner: Owner,
  given: DivisionGiven = {},
): Promise<{ id: number; name: string }> {
  const { id, code, name = `某村${nextNumber()}`, level = "VILLAGE", openedOn = "2014-01-01" } = given;
  const parentId = given.parentId ?? null;
  const made = await insert<{ id: number }>(owner, "division", {
    id,
    code,
    name,
    level,
    parent_id: parentId,
    opened_on: openedOn,
    ...pinyinKeys(name),
  });
  await owner.look(
    `insert into division_closure (ancestor_id, node_id, depth, from_on)
     select ancestor_id, $1::int, depth + 1, $3::date from division_closure where node_id = $2::int and to_on is null
     union all select $1::int, $1::int, 0, $3::date`,
    [made.id, parentId, openedOn],
  );
  await searchLine(owner, {
    kind: "division",
    id: made.id,
    divisionId: made.id,
    title: name,
    detail: code ?? "",
  });
  return { id: made.id, name };
}

/** A village (or more) goes under another parent on a day, as the product itself does it. */
export async function moveDivision(owner: Owner, id: number, toParent: number, on: string): Promise<void> {
  const [before] = await owner.look<{ parent_id: number }>("select parent_id from division where id = $1", [
    id,
  ]);
  await owner.look("select sec.move_subtree('division_closure', $1, $2, $3)", [id, toParent, on]);
  await owner.look("update division set parent_id = $2, version = version + 1 where id = $1", [id, toParent]);
  await insert(owner, "tree_event", {
    tree: "DIVISION",
    kind: "MOVE",
    node_id: id,
    target_id: toParent,
    effective_on: on,
    detail: { oldParentId: before?.parent_id },
    status: "DONE",
    done_at: on,
  });
}
