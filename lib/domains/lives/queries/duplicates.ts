/** Files that may be one family: for a unit in batch, and while a new one is being typed. */
import { readIdNumber } from "#lib/base/id-number.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { type ListPlace, listPlace } from "#lib/domains/divisions/list-place.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { query } from "#lib/platform/query.ts";
import { idDigest } from "#lib/platform/seal.ts";
import { keyOf, type Likeness, likeness } from "../duplicate.ts";
import { DuplicatesIn, Typing } from "../input.ts";

export type Alike = {
  id: string;
  headName: string;
  householdNo: string;
  place: string;
  township: string | null;
  groupName: string | null;
  members: number;
  status: string;
};
export type Pair = { like: Likeness; one: Alike; other: Alike };

/** As many as somebody looks through. */
export const MOST_PAIRS = 100;

export const duplicates = query({
  name: "lives.duplicates",
  input: DuplicatesIn,
  may: (viewer) => mayAnywhere(viewer, "household.edit"),
  run: async (scope, { unit }): Promise<{ place: ListPlace; pairs: Pair[]; total: number }> => {
    const place = await listPlace(scope, unit);
    const here = place.holds({ division: "h.division_id", household: "h.id" });
    const rows = await scope.sql<{ id: string; headName: string; divisionId: number }>`
      select h.id, h.head_name as "headName", h.division_id as "divisionId" from household h
      where h.status not in ('REMOVED', 'DISSOLVED') and ${here} order by h.household_no`;
    const groups = new Map<string, typeof rows>();
    for (const row of rows) {
      const key = `${row.divisionId} ${keyOf(row.headName)}`;
      groups.set(key, [...(groups.get(key) ?? []), row]);
    }
    const seen = await scope.sql<{ pair: string }>`
      select household_id || ' ' || other_id as pair from duplicate_verdict v
      where ${reachable(scope.viewer, { division: "v.division_id" })}`;
    const settled = new Set(seen.map(({ pair }) => pair));
    const found = [...groups.values()].flatMap((group) =>
      group.flatMap((one, at) =>
        group.slice(at + 1).flatMap((other) => {
          const like = likeness(one, other);
          return like && !settled.has(`${one.id} ${other.id}`) && !settled.has(`${other.id} ${one.id}`)
            ? [{ like, one: one.id, other: other.id }]
            : [];
        }),
      ),
    );
    const order = ["NAME", "SOUND", "SPELLING"];
    found.sort((a, b) => order.indexOf(a.like) - order.indexOf(b.like));
    const shown = found.slice(0, MOST_PAIRS);
    const files = await scope.sql<Alike>`
      select h.id, h.head_name as "headName", h.household_no as "householdNo", d.name as place, up.name as township, h.group_name as "groupName",
        h.member_count as members, h.status
      from household h join division d on d.id = h.division_id left join division up on up.id = d.parent_id
      where h.id = any (${shown.flatMap(({ one, other }) => [one, other])}::uuid[]) and ${here}`;
    const fileOf = new Map(files.map((file) => [file.id, file]));
    const pairs = shown.flatMap(({ like, one, other }) => {
      const [first, second] = [fileOf.get(one), fileOf.get(other)];
      return first && second ? [{ like, one: first, other: second }] : [];
    });
    return { place, pairs, total: found.length };
  },
});

export type Typed = Alike & { like: Likeness };

/** Said beside the form before anything is sent; within reach only, the rest is said when it is sent. */
export const alikeWhileTyping = query({
  name: "lives.alike",
  input: Typing,
  may: (viewer) => mayAnywhere(viewer, "household.edit"),
  run: async ({ sql, viewer }, { divisionId, name, idNo }): Promise<Typed[]> => {
    const read = idNo === "" ? "" : readIdNumber(idNo);
    const digest = typeof read === "string" ? null : idDigest(read.idNo);
    if (digest === null && (name.length < 2 || divisionId === undefined)) return [];
    const rows = await sql<Alike & { same: boolean }>`
      select h.id, h.head_name as "headName", h.household_no as "householdNo", d.name as place, up.name as township, h.group_name as "groupName",
        h.member_count as members, h.status, coalesce(p.same, false) as same
      from household h join division d on d.id = h.division_id left join division up on up.id = d.parent_id
      left join lateral (select true as same from person p where p.household_id = h.id and p.id_no_digest = ${digest} limit 1) p on true
      where h.status not in ('REMOVED', 'DISSOLVED') and ${reachable(viewer, { division: "h.division_id", household: "h.id" })}
        and (h.division_id = ${divisionId ?? null}::int or h.id = (select household_id from person where id_no_digest = ${digest}))`;
    return rows
      .flatMap(({ same, ...file }): Typed[] => {
        const like = same ? "ID" : name.length < 2 ? null : likeness(file, { headName: name });
        return like ? [{ ...file, like }] : [];
      })
      .sort((a, b) => Number(b.like === "ID") - Number(a.like === "ID"))
      .slice(0, 5);
  },
});
