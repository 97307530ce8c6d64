/** “雪通 次仁” and “雪通村 三组 次仁”: a household by its village, its group and a piece of the head's name, in whatever order. */

import { reachable } from "#lib/domains/divisions/place.ts";
import { piecesOf } from "#lib/domains/people/pieces.ts";
import { lettersFor } from "#lib/domains/people/pinyin.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, join, raw, sql } from "#lib/platform/sql.ts";
import { otherSpellings } from "../name-dictionary.ts";
import { groupNames, isGroup } from "./group-readings.ts";
import type { Row } from "./row.ts";

/** How many places of one name are looked into. */
const PLACES = 8;

/** Empty where the words name no place, or name nothing else. */
export async function householdsInPlace(scope: Scope, q: string, limit: number): Promise<Row[]> {
  const words = q
    .normalize("NFKC")
    .split(/[\s·,，、]+/)
    .filter(Boolean);
  if (words.length < 2 || words.length > 4) return [];
  const group = words.find(isGroup);
  const rest = words.filter((word) => word !== group);
  for (const place of new Set([rest[0], rest.at(-1)])) {
    const name = rest.filter((word) => word !== place).join("");
    if (place === undefined || (name === "" && group === undefined)) continue;
    const nodes = await placesCalled(scope, place);
    if (nodes.length === 0) continue;
    const rows = await looked(scope, { nodes, name, group, limit });
    if (rows.length > 0) return rows;
  }
  return [];
}

async function placesCalled({ sql: ask }: Scope, word: string): Promise<number[]> {
  const han = /\p{Script=Han}/u.test(word);
  const letters = han ? "" : (lettersFor(word)[0] ?? "");
  const rows = await ask<{ id: number }>`
    select division_id as id from sec.find_known(${[word]}::text[], ${[han ? piecesOf(word).join(" ") : ""]}::text[], ${[letters]}::text[], array['division'], array[${PLACES}]::int[], array[0])`;
  return rows.map(({ id }) => id);
}

type Asked = { nodes: number[]; name: string; group: string | undefined; limit: number };

async function looked({ sql: ask, viewer }: Scope, { nodes, name, group, limit }: Asked): Promise<Row[]> {
  const conditions = [
    sql`h.division_id in (select c.node_id from division_closure c where c.ancestor_id = any (${nodes}::int[]) and c.to_on is null)`,
    reachable(viewer, { division: "h.division_id", household: "h.id" }),
    sql`h.status <> 'DISSOLVED'`,
  ];
  if (group) conditions.push(sql`h.group_name = any (${groupNames(group)}::text[])`);
  if (name) conditions.push(called(name));
  return ask<Row>`
    select 'household' as kind, h.id::text as subject_id, h.division_id, h.head_name as title, h.household_no as detail,
      concat_ws(' ', d.name, h.group_name) as place, case when h.head_name = ${name} then 0 when h.head_name ^@ ${name} then 1 else 2 end as quality,
      null as household_id, false as closed
    from household h join division d on d.id = h.division_id where ${join(conditions, " and ")}
    order by 7, h.head_name, h.household_no limit ${limit}`;
}

function called(name: string): Fragment {
  if (/\p{Script=Han}/u.test(name))
    return sql`exists (select 1 from unnest(${[name, ...otherSpellings(name)]}::text[]) one where position(one in h.head_name) > 0)`;
  const begins = (column: Fragment, text: string) =>
    sql`(${column} collate "C" >= ${text} and ${column} collate "C" < ${`${text}~`})`;
  const ways = lettersFor(name).flatMap((text) => [
    begins(raw("h.pinyin"), text),
    begins(raw("h.initials"), text),
  ]);
  return ways.length === 0 ? sql`false` : sql`(${join(ways, " or ")})`;
}
