/** Does a tenure fit into the places of its post on every day? Says on which day it does not, and who stands there; the database says it again. */
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";

type Full = { day: string; places: number; names: string | null };

export async function mustFit(
  { sql }: Pick<Work, "sql">,
  postId: string,
  [fromOn, toOn]: [string, string | null],
  but: string | null = null,
): Promise<void> {
  const [full] = await sql<Full>`
    with edge as (
      select ${fromOn}::date as at
      union select from_on from post_quota where post_id = ${postId}::uuid
      union select from_on from tenure where post_id = ${postId}::uuid),
    state as (
      select e.at, coalesce((select q.places from post_quota q where q.post_id = ${postId}::uuid and q.from_on <= e.at order by q.from_on desc limit 1), 0) as places,
        array(select t.person_name from tenure t where t.post_id = ${postId}::uuid and t.id is distinct from ${but}::uuid
          and t.from_on <= e.at and (t.to_on is null or t.to_on > e.at) order by t.from_on) as holders
      from edge e where e.at >= ${fromOn}::date and (${toOn}::date is null or e.at < ${toOn}::date))
    select at::text as day, places, array_to_string(holders, '、') as names from state
    where cardinality(holders) >= places order by at limit 1`;
  if (!full) return;
  if (full.places === 0) throw rule("post.noPlace", { day: full.day }, "fromOn");
  throw rule("post.full", { day: full.day, places: full.places, names: full.names ?? "" }, "fromOn");
}

/** A person holds a post once at a time. */
export async function notTwice(
  { sql }: Pick<Work, "sql">,
  postId: string,
  person: { id: string; name: string },
  [fromOn, toOn]: [string, string | null],
  { but = null, field = "personId" }: { but?: string | null; field?: string } = {},
): Promise<void> {
  const [same] = await sql<{ day: string }>`
    select from_on::text as day from tenure where post_id = ${postId}::uuid and person_id = ${person.id}::uuid and id is distinct from ${but}::uuid
      and daterange(from_on, to_on) && daterange(${fromOn}::date, ${toOn}::date) limit 1`;
  if (same) throw rule("post.alreadyHolds", { name: person.name, day: same.day }, field);
}
