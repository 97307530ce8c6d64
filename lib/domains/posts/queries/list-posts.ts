/** posts.list: who holds which post under a unit on a day, and which places stand empty since when; with the sums of the whole. */
import { type ListPlace, listPlace } from "#lib/domains/divisions/list-place.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, join, sql as part, raw } from "#lib/platform/sql.ts";
import { PostFilter } from "../input.ts";
import { type PostWords, postWords } from "../words.ts";

export const POSTS_PER_PAGE = 50;

export type PostRow = {
  postId: string;
  kind: string;
  principal: boolean;
  divisionId: number;
  place: string;
  partyOrgId: number | null;
  orgName: string | null;
  /** Null for an empty place. */
  tenureId: string | null;
  personId: string | null;
  name: string | null;
  unit: string | null;
  fromOn: string | null;
  toOn: string | null;
  source: string | null;
  tags: string[];
  /** How many places stand empty, since when. */
  missing: number;
  shortSince: string | null;
  /** Days in this year on which the post was short. */
  daysThisYear: number | null;
};
export type Sums = {
  places: number;
  held: number;
  /** Places that stand empty, and the posts that have some: as many lines as the list shows. */
  empty: number;
  emptyPosts: number;
  emptyPrincipals: number;
  villagesWithout: number;
};
export type PostPage = {
  place: ListPlace;
  on: string;
  rows: PostRow[];
  total: number;
  from: number;
  sums: Sums;
  words: PostWords;
};

export const listPosts = query({
  name: "posts.list",
  input: PostFilter,
  run: async (scope, filter): Promise<PostPage> => {
    const place = await listPlace(scope, filter.unit);
    const words = await postWords(scope.sql);
    const on = filter.on ?? scope.today;
    const asked = askedFor(place, filter, on);
    const [{ total } = { total: 0 }] = await scope.sql<{
      total: number;
    }>`${asked} select count(*)::int as total from line`;
    const skip = (filter.page - 1) * POSTS_PER_PAGE;
    const order = words.kinds.map(({ code }) => code);
    const rows = await scope.sql<PostRow>`${asked}
      select l.post_id as "postId", l.kind, l.principal, l.division_id as "divisionId", d.name as place, l.party_org_id as "partyOrgId", o.name as "orgName",
        l.tenure_id as "tenureId", l.person_id as "personId", l.person_name as name, l.person_unit as unit, l.from_on::text as "fromOn", l.to_on::text as "toOn",
        l.source, l.missing, array(select g.tag from tenure_tag g where g.tenure_id = l.tenure_id order by g.tag) as tags,
        case when l.missing > 0 then fact_short_since(l.post_id, ${on}::date)::text end as "shortSince",
        case when l.missing > 0 then (select sum(g.to_on - g.from_on)::int from fact_gaps(l.post_id, date_trunc('year', ${on}::date)::date, ${on}::date + 1) g) end as "daysThisYear"
      from (select line.* from line join division at on at.id = line.division_id
        order by at.code nulls last, at.id, line.party_org_id is null, line.party_org_id, array_position(${order}::text[], line.kind) nulls last, line.kind,
          line.missing, line.from_on, line.tenure_id limit ${POSTS_PER_PAGE}::int offset ${skip}::int) l
      join division d on d.id = l.division_id left join party_org o on o.id = l.party_org_id
      order by d.code nulls last, d.id, l.party_org_id is null, l.party_org_id, array_position(${order}::text[], l.kind) nulls last, l.kind,
        l.missing, l.from_on, l.tenure_id`;
    return { place, on, rows, total, from: skip + 1, sums: await sumsOf(scope, place, on), words };
  },
});

const here = (place: ListPlace, column: string) => place.holds({ division: column, household: "null::uuid" });

/** A line for everybody in post, and one for the empty places of each post. */
function askedFor(place: ListPlace, { kind, tag, shown, q }: PostFilter, on: string): Fragment {
  const posts = [here(place, "f.division_id")];
  if (kind) posts.push(part`f.kind = ${kind}`);
  const held = [part`t.from_on <= ${on}::date and (t.to_on is null or t.to_on > ${on}::date)`];
  if (tag) held.push(part`exists (select 1 from tenure_tag g where g.tenure_id = t.id and g.tag = ${tag})`);
  if (q) held.push(part`position(${q} in t.person_name) > 0`);
  const holders = part`select f.post_id, f.kind, f.principal, f.division_id, f.party_org_id, t.id as tenure_id, t.person_id, t.person_name, t.person_unit,
      t.from_on, t.to_on, t.source, 0 as missing from f join tenure t on t.post_id = f.post_id where ${join(held, " and ")}`;
  const empty = part`select f.post_id, f.kind, f.principal, f.division_id, f.party_org_id, null::uuid, null::uuid, null::text, null::text, null::date, null::date, null::text,
      f.places - f.filled from f where f.places > f.filled`;
  // Who is sought by name or ability is a person: empty places would only stand in the way.
  const line =
    shown === "vacant" ? empty : shown === "held" || tag || q ? holders : part`${holders} union all ${empty}`;
  return part`with f as materialized (select * from fact_posts(${on}::date) f where ${join(posts, " and ")}), line (post_id, kind, principal, division_id, party_org_id,
      tenure_id, person_id, person_name, person_unit, from_on, to_on, source, missing) as (${line})`;
}

/** Villages (v) of the day that have no post at all. */
const without = (place: ListPlace, on: string): Fragment =>
  part`v.level = 'VILLAGE' and v.opened_on <= ${on}::date and (v.closed_on is null or v.closed_on > ${on}::date)
    and ${here(place, "v.id")} and not exists (select 1 from post p where p.division_id = v.id)`;

async function sumsOf({ sql }: Scope, place: ListPlace, on: string): Promise<Sums> {
  const [sums] = await sql<Sums>`
    select coalesce(sum(f.places), 0)::int as places, coalesce(sum(f.filled), 0)::int as held,
      coalesce(sum(greatest(f.places - f.filled, 0)), 0)::int as empty,
      count(*) filter (where f.filled < f.places)::int as "emptyPosts",
      count(*) filter (where f.principal and f.filled < f.places)::int as "emptyPrincipals",
      (select count(*)::int from division v where ${without(place, on)}) as "villagesWithout"
    from fact_posts(${on}::date) f where ${here(place, "f.division_id")}`;
  return sums ?? { places: 0, held: 0, empty: 0, emptyPosts: 0, emptyPrincipals: 0, villagesWithout: 0 };
}

/** Villages under a unit whose posts are not set up: the team's figure leaves them out, so they are named here. */
export const villagesWithoutPosts = query({
  name: "posts.villagesWithout",
  input: PostFilter,
  run: async (scope, filter): Promise<{ id: number; name: string; township: string | null }[]> => {
    const place = await listPlace(scope, filter.unit);
    return scope.sql<{ id: number; name: string; township: string | null }>`
      select v.id, v.name, t.name as township from division v left join division t on t.id = v.parent_id
      where ${without(place, filter.on ?? scope.today)} order by ${raw("v.code nulls last, v.id")} limit 200`;
  },
});
