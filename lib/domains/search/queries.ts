/** search.find: households, people, organizations (of the Party and of the industry chain) and divisions by Chinese characters, pinyin or initials (decisions 37). */

import { holdsIdNumber } from "#lib/base/search-text.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { piecesOf } from "#lib/domains/people/pieces.ts";
import { lettersFor, pinyinKeys } from "#lib/domains/people/pinyin.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { type Hit, SEARCH_KINDS, type SearchKind } from "./hit.ts";
import { Find } from "./input.ts";
import { entitiesFound } from "./inside/entities.ts";
import { householdsInPlace } from "./inside/in-place.ts";
import type { Row } from "./inside/row.ts";
import { otherSpellings } from "./name-dictionary.ts";

export type Found = {
  groups: { kind: SearchKind; hits: Hit[]; more: boolean }[];
  /** The same name written otherwise: shown after what was asked for, and said to be so. */
  hints: { kind: SearchKind; spelling: string; hits: Hit[] }[];
  /** A whole ID number was typed: nothing was looked up. */
  refused: boolean;
};

type Asked = { word: string; grams: string[]; letters: string };
type Wanted = Asked & { kinds: readonly SearchKind[]; limit: number };

export const findAnything = query({
  name: "search.find",
  input: Find,
  run: async (scope, input): Promise<Found> => {
    const kinds = input.kinds ?? [...SEARCH_KINDS];
    if (input.q === "" || holdsIdNumber(input.q)) return { groups: [], hints: [], refused: input.q !== "" };
    const ways = waysOf(input.q).map((way) => ({ ...way, kinds, limit: input.limit + 1 }));
    const named = kinds.filter((kind) => kind === "household" || kind === "person");
    const spellings = named.length > 0 ? otherSpellings(input.q) : [];
    const found = await look(scope, [
      ...ways,
      ...spellings.map((word) => ({ word, grams: piecesOf(word), letters: "", kinds: named, limit: 3 })),
    ]);
    const rows: Row[] = found.filter((row) => row.asked < ways.length);
    if (kinds.includes("industry"))
      rows.push(...(await entitiesFound(scope, input.q, ways, input.limit + 1)));
    if (kinds.includes("household")) {
      rows.unshift(...(await byHouseholdNumber(scope, input.q)));
      rows.push(...(await householdsInPlace(scope, input.q, input.limit + 1)));
    }
    const groups = kinds.map((kind) => grouped(scope, rows, kind, input.limit));
    const hints = spellings.flatMap((spelling, at) => {
      const own = found.filter((row) => row.asked === ways.length + at);
      return named.map((kind) => ({ kind, spelling, hits: grouped(scope, own, kind, 3).hits }));
    });
    return {
      groups: groups.filter(({ hits }) => hits.length > 0),
      hints: hints.filter(({ hits }) => hits.length > 0),
      refused: false,
    };
  },
});

/** Chinese is looked for inside the name; letters as pinyin and initials; both mixed as pinyin. */
function waysOf(q: string): Asked[] {
  const word = q.normalize("NFKC");
  if (!/[a-z0-9]/i.test(word)) return [{ word, grams: piecesOf(word), letters: "" }];
  const typed = /\p{Script=Han}/u.test(word) ? [pinyinKeys(word).pinyin] : lettersFor(word);
  const byName = /\p{Script=Han}/u.test(word) ? [{ word, grams: piecesOf(word), letters: "" }] : [];
  return [...byName, ...typed.map((letters) => ({ word, grams: [], letters }))];
}

/** What was asked, each way and kind by itself, so that a common name among people does not crowd the villages out; one round trip for all. */
async function look({ sql }: Scope, wanted: Wanted[]): Promise<(Row & { asked: number })[]> {
  const words = wanted.map(({ word }) => word);
  const grams = wanted.map((one) => one.grams.join(" "));
  const letters = wanted.map((one) => one.letters);
  const kinds = wanted.map((one) => one.kinds.join(" "));
  const limits = wanted.map(({ limit }) => limit);
  // Read out of the texts first: below a policy only a plain "id = id" is looked up by the index (decisions 24). People one by one, or the
  // planner reads all of them for the sake of a dozen.
  return sql<Row & { asked: number }>`with f as materialized (
      select a.asked, f.*, case f.kind when 'party_org' then f.subject_id::int end as org_id, case f.kind when 'person' then f.subject_id::uuid end as person_id
      from unnest(${words}::text[], ${grams}::text[], ${letters}::text[], ${kinds}::text[], ${limits}::int[]) with ordinality a (word, grams, letters, kinds, most, asked)
      cross join lateral sec.search(a.word, string_to_array(a.grams, ' '), a.letters, string_to_array(a.kinds, ' '), a.most)
        with ordinality f (kind, subject_id, division_id, title, detail, place, quality, at))
    select f.asked::int - 1 as asked, f.kind, f.subject_id, f.division_id, f.title, f.detail, f.quality::int as quality,
      case when f.kind = 'division' then up.name else f.place end as place, p.household_id::text as household_id,
      coalesce(d.closed_on is not null or o.closed_on is not null, false) as closed
    from f left join division d on f.kind = 'division' and d.id = f.division_id left join division up on up.id = d.parent_id
    left join party_org o on o.id = f.org_id
    left join lateral (select p.household_id from person p where p.id = f.person_id offset 0) p on true
    order by f.asked, f.at`;
}

async function byHouseholdNumber({ sql, viewer }: Scope, q: string): Promise<Row[]> {
  if (!/^[\p{Script=Han}A-Z]{0,2}\d{4,}$/iu.test(q)) return [];
  return sql<Row>`select 'household' as kind, h.id::text as subject_id, h.division_id, h.head_name as title, h.household_no as detail,
      d.name as place, 0 as quality, null as household_id, false as closed
    from household h join division d on d.id = h.division_id
    where ${reachable(viewer, { division: "h.division_id", household: "h.id" })} and h.household_no >= ${q} and h.household_no < ${`${q}:`} order by h.household_no limit 6`;
}

/** Exact before prefix before inside; among equals one's own area first. */
function grouped({ viewer }: Scope, rows: Row[], kind: SearchKind, limit: number) {
  const mine = (row: Row) => (reaches(viewer, row.division_id) ? 0 : 1);
  const own = rows
    .filter((row) => row.kind === kind)
    .filter((row, at, all) => all.findIndex((one) => one.subject_id === row.subject_id) === at)
    .map((row, at) => ({ row, at }))
    .sort((a, b) => a.row.quality - b.row.quality || mine(a.row) - mine(b.row) || a.at - b.at)
    .map(({ row }) => hitOf(row));
  return { kind, hits: own.slice(0, limit), more: own.length > limit };
}

export const hitOf = (
  row: Pick<Row, "kind" | "subject_id" | "title" | "detail" | "place" | "household_id" | "closed">,
): Hit => ({
  kind: row.kind,
  id: row.subject_id,
  title: row.title,
  detail: [...new Set([row.place, row.detail])].filter(Boolean).join(" · "),
  href: hrefOf(row.kind, row.subject_id, row.household_id),
  closed: row.closed,
});

/** A member is shown with the household; a helper with the pairings. */
function hrefOf(kind: SearchKind, id: string, householdId: string | null): string {
  if (kind === "household") return `/households/${id}`;
  if (kind === "party_org") return `/orgs/${id}`;
  if (kind === "industry") return `/industry/${id}`;
  if (kind === "division") return `/divisions/${id}`;
  return householdId ? `/households/${householdId}` : `/pairings?f.helper=${id}`;
}
