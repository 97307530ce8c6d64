/** secondments.toCheck: whoever teaches on a day and whose sender one keeps, with what was answered for that day already. */
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { type ListPlace, listPlace } from "#lib/domains/divisions/list-place.ts";
import { query } from "#lib/platform/query.ts";
import { dayOf } from "../as-of.ts";
import { AtUnit } from "../input.ts";
import { under } from "../inside/conditions.ts";
import { mayKeep } from "../inside/subject.ts";
import { MOST_CHECKED } from "../talent.ts";
import { type TeachingWords, teachingWords } from "../words.ts";

export type ToCheck = {
  id: string;
  name: string;
  divisionId: number;
  fromUnit: string;
  school: string;
  onPost: boolean | null;
  why: string | null;
};
export type CheckList = {
  place: ListPlace;
  day: string;
  people: ToCheck[];
  more: boolean;
  words: TeachingWords;
};

export const secondmentsToCheck = query({
  name: "secondments.toCheck",
  input: AtUnit,
  may: (viewer) => mayAnywhere(viewer, "talent.edit"),
  run: async (scope, { unit, on }): Promise<CheckList> => {
    const place = await listPlace(scope, unit);
    const day = dayOf(on, scope.today);
    const found = await scope.sql<ToCheck>`
      select s.id, s.name, s.division_id as "divisionId", s.from_unit as "fromUnit", s.school, k.on_post as "onPost", k.why
      from teaching_secondment s left join secondment_check k on k.secondment_id = s.id and k.day = ${day}::date
      where ${under(place, "s.division_id")} and s.started_on <= ${day}::date and coalesce(s.ended_on, s.to_on) > ${day}::date
      order by s.school, s.pinyin, s.id limit ${MOST_CHECKED + 1}::int`;
    const people = found.filter((one) => mayKeep(scope.viewer, one)).slice(0, MOST_CHECKED);
    return { place, day, people, more: found.length > MOST_CHECKED, words: await teachingWords(scope.sql) };
  },
});
