/** posts.get: one post with its places over time, everybody who held it, and the gaps between them; and one tenure for its forms. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { PostId, TenureId } from "../input.ts";
import { type PostWords, postWords } from "../words.ts";

export type Quota = { fromOn: string; places: number; documentNo: string | null };
export type Gap = { fromOn: string; toOn: string; missing: number; days: number };
export type PostTenure = {
  id: string;
  personId: string;
  name: string;
  unit: string | null;
  fromOn: string;
  toOn: string | null;
  source: string;
  documentNo: string | null;
  endReason: string | null;
  tags: { tag: string; assessedIn: number | null }[];
  version: number;
};
export type PostView = {
  id: string;
  kind: string;
  principal: boolean;
  core: boolean;
  divisionId: number;
  place: string;
  partyOrgId: number | null;
  team: string;
  closedOn: string | null;
  quotas: Quota[];
  /** Places and holders of today. */
  places: number;
  held: number;
  /** Since when it has been short without a break, if it is. */
  shortSince: string | null;
  tenures: PostTenure[];
  gaps: Gap[];
  words: PostWords;
};

type Now = Pick<PostView, "places" | "held" | "shortSince">;

export const getPost = query({
  name: "posts.get",
  input: PostId,
  run: async (scope, { id }): Promise<PostView> => {
    const { sql, viewer, today } = scope;
    const [post] = await sql<Omit<PostView, "quotas" | "tenures" | "gaps" | "words" | keyof Now>>`
      select p.id, p.kind, p.principal, p.core, p.division_id as "divisionId", d.name as place, p.party_org_id as "partyOrgId",
        coalesce(o.name, d.name) as team, least(d.closed_on, o.closed_on)::text as "closedOn"
      from post p join division d on d.id = p.division_id left join party_org o on o.id = p.party_org_id
      where p.id = ${id}::uuid and ${reachable(viewer, { division: "p.division_id" })}`;
    if (!post) throw notFound();
    const quotas = await sql<Quota>`
      select from_on::text as "fromOn", places, document_no as "documentNo" from post_quota where post_id = ${id}::uuid order by post_quota.from_on desc`;
    const [now = { places: 0, held: 0, shortSince: null }] = await sql<Now>`
      select places, filled as held, case when filled < places then fact_short_since(post_id, ${today}::date)::text end as "shortSince"
      from fact_posts(${today}::date) where post_id = ${id}::uuid`;
    return {
      ...post,
      ...now,
      ...{ quotas, words: await postWords(sql) },
      tenures: await tenuresOf(scope, id),
      gaps: await gapsOf(scope, id),
    };
  },
});

const tenuresOf = ({ sql }: Scope, id: string) => sql<PostTenure>`
  select t.id, t.person_id as "personId", t.person_name as name, t.person_unit as unit, t.from_on::text as "fromOn", t.to_on::text as "toOn", t.source,
    t.document_no as "documentNo", t.end_reason as "endReason", t.version,
    (select coalesce(json_agg(json_build_object('tag', g.tag, 'assessedIn', g.assessed_in) order by g.tag), '[]') from tenure_tag g where g.tenure_id = t.id) as tags
  from tenure t where t.post_id = ${id}::uuid order by t.from_on desc, t.id limit 200`;

/** From its first day to today; spans that follow each other with the same number are one gap. */
async function gapsOf({ sql, today }: Scope, id: string): Promise<Gap[]> {
  const spans = await sql<Gap>`
    select g.from_on::text as "fromOn", g.to_on::text as "toOn", g.missing, (g.to_on - g.from_on)::int as days
    from fact_gaps(${id}::uuid, '1980-01-01'::date, ${today}::date + 1) g order by g.from_on`;
  const gaps: Gap[] = [];
  for (const span of spans) {
    const last = gaps.at(-1);
    if (last && last.toOn === span.fromOn && last.missing === span.missing) {
      last.toOn = span.toOn;
      last.days += span.days;
    } else gaps.push({ ...span });
  }
  return gaps.reverse();
}

export type TenureView = PostTenure & { post: PostView };

export const getTenure = query({
  name: "posts.getTenure",
  input: TenureId,
  run: async (scope, { id }): Promise<TenureView> => {
    const [row] = await scope.sql<{ postId: string }>`
      select t.post_id as "postId" from tenure t where t.id = ${id}::uuid and ${reachable(scope.viewer, { division: "t.division_id" })}`;
    if (!row) throw notFound();
    const post = await getPost(scope, { id: row.postId });
    const tenure = post.tenures.find((one) => one.id === id);
    if (!tenure) throw notFound();
    return { ...tenure, post };
  },
});
