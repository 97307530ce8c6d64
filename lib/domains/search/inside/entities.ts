/** Organizations of the industry chain by name, pinyin, initials or credit code; the policy of their table lets whoever is signed in know them. */
import { tidyCreditNumber } from "#lib/domains/industry/credit-number.ts";
import type { Scope } from "#lib/platform/scope.ts";
import type { Row } from "./row.ts";

type Way = { word: string; letters: string };

/** A code is long and says nothing to people: its first half (who registered it, and where) is not worth looking for. */
const LEAST_OF_CODE = 8;

export async function entitiesFound(
  { sql, viewer }: Scope,
  typed: string,
  ways: Way[],
  most: number,
): Promise<Row[]> {
  const words = ways.map(({ word }) => word);
  const letters = ways.map((way) => way.letters);
  const tidy = tidyCreditNumber(typed);
  const code = tidy.length >= LEAST_OF_CODE && /^[0-9A-Z]+$/.test(tidy) ? tidy : null;
  const own = [...viewer.reach];
  return sql<Row>`
    select 'industry' as kind, e.id::text as subject_id, e.division_id, e.name as title, coalesce(up.name, '') as detail, d.name as place,
      min(q.quality)::int as quality, null as household_id, e.closed_on is not null as closed
    from industry_entity e join division d on d.id = e.division_id left join division up on up.id = d.parent_id
    cross join lateral (
      select case when a.letters = '' then case when e.name = a.word then 0 when starts_with(e.name, a.word) then 1 when position(a.word in e.name) > 0 then 2 end
        when a.letters in (e.pinyin, e.initials) then 0 when starts_with(e.pinyin, a.letters) or starts_with(e.initials, a.letters) then 1 end as quality
      from unnest(${words}::text[], ${letters}::text[]) a (word, letters)
      union all select case when e.credit_no = ${code}::text then 0 when starts_with(e.credit_no, ${code}::text) then 1 end) q
    where q.quality is not null
    group by e.id, e.division_id, e.name, up.name, d.name, e.closed_on order by 7, not (${viewer.seesAll}::boolean or e.division_id = any (${own}::int[])), length(e.name), e.name, e.id limit ${most}::int`;
}
