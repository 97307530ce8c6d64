/** Whom an account may belong to: people within reach by name, pinyin or unit, and the account that one has already. */
import * as z from "zod";
import { searchTerms } from "#lib/domains/people/search-terms.ts";
import { query } from "#lib/platform/query.ts";
import { tendsAnywhere } from "../roles.ts";

export type FoundPerson = {
  id: string;
  name: string;
  unit: string | null;
  post: string | null;
  place: string;
  /** The account name that this person signs in with already. */
  username: string | null;
};

export const findPeople = query({
  name: "accounts.findPeople",
  input: z.strictObject({ q: z.string().trim().max(40).default("") }),
  may: (viewer) => tendsAnywhere(viewer),
  run: async ({ sql }, { q }): Promise<FoundPerson[]> => {
    if (q === "") return [];
    const { word, grams, letters } = searchTerms(q);
    const unit = `%${q.normalize("NFKC").replace(/[\\%_]/g, "\\$&")}%`;
    return sql<FoundPerson>`
      with found as materialized (
        (select subject_id::uuid as id, at from sec.search(${word}, ${grams}::text[], ${letters}, array['person'], 40)
          with ordinality s (kind, subject_id, division_id, title, detail, place, quality, at))
        union all
        (select id, 100 from person where household_id is null and unit_name is not null and unit_name like ${unit} order by name limit 30))
      select p.id, p.name, p.unit_name as unit, p.post, d.name as place,
        (select a.username from account a where a.person_id = p.id and a.status = 'ACTIVE' order by a.id limit 1) as username
      from (select id, min(at) as at from found group by id) f join person p on p.id = f.id join division d on d.id = p.division_id
      order by p.unit_name is null, f.at, p.name limit 20`;
  },
});
