/** secondments.get: one secondment with all answers whether the teacher was on post. */
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { ThingId } from "../input.ts";
import { concernsViewer, mayKeep } from "../inside/subject.ts";
import { type TeachingWords, teachingWords } from "../words.ts";

export type CheckRow = { day: string; onPost: boolean; why: string | null; by: string };
type Facts = {
  id: string;
  name: string;
  divisionId: number;
  place: string;
  fromUnit: string;
  postType: string;
  school: string;
  schoolPlace: string;
  subject: string;
  fromOn: string;
  toOn: string;
  startedOn: string | null;
  endedOn: string | null;
  endedWhy: string | null;
  version: number;
};
export type SecondmentDetail = Facts & { checks: CheckRow[]; words: TeachingWords; mayKeep: boolean };

export const getSecondment = query({
  name: "secondments.get",
  input: ThingId,
  run: async (scope, { id }): Promise<SecondmentDetail> => {
    const { viewer } = scope;
    const [secondment] = await scope.sql<Facts>`
      select s.id, s.name, s.division_id as "divisionId", d.name as place, s.from_unit as "fromUnit", s.post_type as "postType", s.school, v.name as "schoolPlace",
        s.subject, s.from_on::text as "fromOn", s.to_on::text as "toOn", s.started_on::text as "startedOn", s.ended_on::text as "endedOn",
        s.ended_why as "endedWhy", s.version
      from teaching_secondment s join division d on d.id = s.division_id join division v on v.id = s.school_division_id
      where s.id = ${id}::uuid and ${concernsViewer(viewer, "s")}`;
    if (!secondment) throw notFound();
    const checks = await scope.sql<CheckRow>`
      select k.day::text as day, k.on_post as "onPost", k.why, k.checked_by_name as by from secondment_check k
      where k.secondment_id = ${id}::uuid and ${concernsViewer(viewer, "k")} order by k.day desc`;
    return {
      ...secondment,
      checks,
      words: await teachingWords(scope.sql),
      mayKeep: mayKeep(viewer, secondment),
    };
  },
});
