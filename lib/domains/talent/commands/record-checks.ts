/** secondment.check: for a whole list at once, who was on post on a day, and why not. Told again for the same day, the later answer holds. */
import { command } from "#lib/platform/command.ts";
import { notFound, rule } from "#lib/platform/problem.ts";
import { dayTyped } from "../inside/days.ts";
import { concernsViewer, mayKeep, placeOf } from "../inside/subject.ts";
import { RecordChecks } from "../secondment-input.ts";
import { mustBeOffered, recorded, teachingWords } from "../words.ts";

const ON = "ON";
type Asked = {
  id: string;
  name: string;
  divisionId: number;
  runs: boolean;
  onPost: boolean | null;
  why: string | null;
};

export const recordChecks = command({
  name: "secondment.check",
  tells: "secondment.checked",
  input: RecordChecks,
  subject: (work, { divisionId }) => placeOf(work, divisionId),
  may: mayKeep,
  run: async (work, { day: typed, answers }) => {
    const day = dayTyped(typed, work.today, "day");
    const { absences } = await teachingWords(work.sql);
    for (const { secondment, is } of answers) if (is !== ON) mustBeOffered(absences, is, `is.${secondment}`);
    const ids = answers.map(({ secondment }) => secondment);
    const asked = await work.sql<Asked>`
      select s.id, s.name, s.division_id as "divisionId", (s.started_on <= ${day}::date and coalesce(s.ended_on, s.to_on) > ${day}::date) is true as runs,
        k.on_post as "onPost", k.why
      from teaching_secondment s left join secondment_check k on k.secondment_id = s.id and k.day = ${day}::date
      where s.id = any (${ids}::uuid[]) and ${concernsViewer(work.viewer, "s")} order by s.id for update of s`;
    if (asked.length < new Set(ids).size || asked.some((one) => !mayKeep(work.viewer, one))) throw notFound();
    const idle = asked.find(({ runs }) => !runs);
    if (idle) throw rule("secondment.notRunning", { name: idle.name, day }, "day");
    await work.sql`insert into secondment_check (secondment_id, day, division_id, school_division_id, on_post, why, checked_by, checked_by_name)
      select s.id, ${day}::date, s.division_id, s.school_division_id, a.answer = ${ON}, nullif(a.answer, ${ON}), ${work.viewer.accountId}::int, ${work.viewer.name}::text
      from unnest(${ids}::uuid[], ${answers.map(({ is }) => is)}::text[]) a (id, answer) join teaching_secondment s on s.id = a.id
      on conflict (secondment_id, day) do update set on_post = excluded.on_post, why = excluded.why, checked_by = excluded.checked_by, checked_by_name = excluded.checked_by_name
      returning secondment_id`;
    for (const { secondment, is } of answers) {
      const before = asked.find(({ id }) => id === secondment);
      if (!before) continue;
      const said = (answer: string) => `${day} ${answer === ON ? ON : recorded(absences, answer)}`;
      const old = before.onPost === null ? null : said(before.onPost ? ON : (before.why ?? ""));
      const about = { entity: "secondment", entityId: secondment, divisionId: before.divisionId };
      if (old !== said(is)) work.note({ ...about, field: "check", old, new: said(is) });
    }
    return { day, onPost: answers.filter(({ is }) => is === ON).length, asked: answers.length };
  },
  fact: ({ day, onPost, asked }, { divisionId }) => ({
    subject: `division:${divisionId}`,
    division: divisionId,
    day,
    onPost,
    asked,
  }),
});
