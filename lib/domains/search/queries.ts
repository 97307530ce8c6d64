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

type Told = Row & { asked: number };
const KNOWN: readonly SearchKind[] = ["party_org", "division"];
const FAMILY: readonly SearchKind[] = ["household", "person"];

/** What was asked, each way and kind by itself, so that a common name among people does not crowd the villages out. */
async function look(scope: Scope, wanted: Wanted[]): Promise<Told[]> {
  const of = (kinds: readonly SearchKind[]) =>
    wanted
      .map((one, asked) => ({ ...one, asked, kinds: one.kinds.filter((kind) => kinds.includes(kind)) }))
      .filter((one) => one.kinds.length > 0);
  return [...(await knownFound(scope, of(KNOWN))), ...(await familiesFound(scope, of(FAMILY)))];
}

type Way = Wanted & { asked: number };
/** Each way in one text per part, for an array of arrays must be square. */
const asArrays = (ways: Way[]) => ({
  words: ways.map(({ word }) => word),
  grams: ways.map(({ grams }) => grams.join(" ")),
  letters: ways.map(({ letters }) => letters),
  kinds: ways.map(({ kinds }) => kinds.join(" ")),
  limits: ways.map(({ limit }) => limit),
  asked: ways.map(({ asked }) => asked),
});

/** Organizations and divisions: read by one function whose plan is kept, for planning around policies takes longer than looking. */
async function knownFound({ sql }: Scope, ways: Way[]): Promise<Told[]> {
  if (ways.length === 0) return [];
  const { words, grams, letters, kinds, limits, asked } = asArrays(ways);
  return sql<Told>`select *, null as household_id
    from sec.find_known(${words}::text[], ${grams}::text[], ${letters}::text[], ${kinds}::text[], ${limits}::int[], ${asked}::int[])`;
}

async function familiesFound({ sql }: Scope, ways: Way[]): Promise<Told[]> {
  if (ways.length === 0) return [];
  const { words, grams, letters, kinds, limits, asked } = asArrays(ways);
  // Read out of the texts first: below a policy only a plain "id = id" is looked up by the index (decisions 24). People one by one, or the
  // planner reads all of them for the sake of a dozen.
  return sql<Told>`with f as materialized (
      select a.asked, f.*, case f.kind when 'person' then f.subject_id::uuid end as person_id
      from unnest(${words}::text[], ${grams}::text[], ${letters}::text[], ${kinds}::text[], ${limits}::int[], ${asked}::int[])
        a (word, grams, letters, kinds, most, asked)
      cross join lateral sec.search(a.word, string_to_array(a.grams, ' '), a.letters, string_to_array(a.kinds, ' '), a.most)
        with ordinality f (kind, subject_id, division_id, title, detail, place, quality, at))
    select f.asked, f.kind, f.subject_id, f.division_id, f.title, f.detail, f.quality::int as quality, f.place,
      p.household_id::text as household_id, false as closed
    from f left join lateral (select p.household_id from person p where p.id = f.person_id offset 0) p on true
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
