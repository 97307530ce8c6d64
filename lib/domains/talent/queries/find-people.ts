/** talent.findPeople: for a new entry, the unit at hand, whom of the registry it may be about, and the programs that run. */
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { type ListPlace, listPlace } from "#lib/domains/divisions/list-place.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { searchTerms } from "#lib/domains/people/search-terms.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { FindPeople } from "../input.ts";
import { mayKeep } from "../inside/subject.ts";
import type { Stream } from "../talent.ts";
import { type TeachingWords, teachingWords } from "../words.ts";

export type Found = { id: string; name: string; unit: string | null; post: string | null; place: string };
export type ProgramChoice = { id: string; name: string; stream: Stream };
export type PeopleFound = {
  place: ListPlace;
  mayKeep: boolean;
  found: Found[];
  programs: ProgramChoice[];
  words: TeachingWords;
  /** Where a school may lie: the townships of the unit's county, and all counties. */
  around: { id: number; name: string; county: string | null }[];
};

export const findPeople = query({
  name: "talent.findPeople",
  input: FindPeople,
  may: (viewer) => mayAnywhere(viewer, "talent.edit"),
  run: async (scope, { unit, q }): Promise<PeopleFound> => {
    const { sql, viewer, today } = scope;
    const place = await listPlace(scope, unit);
    const programs = await sql<ProgramChoice>`
      select id, name, stream from talent_program where from_on <= ${today}::date and (to_on is null or to_on >= ${today}::date)
      order by array_position(array['IMPORT', 'CIRCULATE', 'SOURCE'], stream), name, id`;
    return {
      place,
      mayKeep: mayKeep(viewer, { divisionId: place.unit.id }),
      programs,
      words: await teachingWords(sql),
      around: await sql`
        with own as (select a.id from division_closure c join division a on a.id = c.ancestor_id
          where c.node_id = ${place.unit.id} and c.to_on is null and a.level = 'COUNTY')
        select d.id, d.name, p.name as county from division d left join division p on p.id = d.parent_id and d.level = 'TOWNSHIP'
        where d.closed_on is null and (d.level = 'COUNTY' or (d.level = 'TOWNSHIP' and d.parent_id in (select id from own)))
        order by d.level <> 'TOWNSHIP', d.code nulls last, d.id`,
      found: q === "" ? [] : await peopleCalled(scope, q),
    };
  },
});

function peopleCalled({ sql, viewer }: Pick<Scope, "sql" | "viewer">, q: string): Promise<Found[]> {
  const { word, grams, letters } = searchTerms(q);
  const unit = `%${q.normalize("NFKC").replace(/[\\%_]/g, "\\$&")}%`;
  return sql<Found>`
    with found as materialized (
      (select subject_id::uuid as id, at from sec.search(${word}, ${grams}::text[], ${letters}, array['person'], 40)
        with ordinality s (kind, subject_id, division_id, title, detail, place, quality, at))
      union all
      (select p.id, 100 from person p where p.household_id is null and p.unit_name is not null and p.unit_name like ${unit} order by p.name limit 30))
    select p.id, p.name, p.unit_name as unit, p.post, d.name as place
    from (select id, min(at) as at from found group by id) f join person p on p.id = f.id join division d on d.id = p.division_id
    where ${reachable(viewer, { division: "p.division_id", household: "p.household_id" })}
    order by p.unit_name is null, f.at, p.name limit 20`;
}
