/** talent.programs: the programs by which talent comes, with how much of it serves under the unit on a day. */
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { type ListPlace, listPlace } from "#lib/domains/divisions/list-place.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { dayOf } from "../as-of.ts";
import { AtUnit, ThingId } from "../input.ts";
import { holdsOn, under } from "../inside/conditions.ts";
import { mayRun } from "../inside/subject.ts";
import type { Stream } from "../talent.ts";

export type ProgramRow = {
  id: string;
  name: string;
  stream: Stream;
  divisionId: number;
  place: string;
  operator: string | null;
  fromOn: string;
  toOn: string | null;
  note: string | null;
  version: number;
  /** Serving that day, as far as the viewer reaches. */
  serving: number;
  mayRun: boolean;
};
export type ProgramPage = { place: ListPlace; day: string; rows: ProgramRow[]; mayFound: boolean };

export const listPrograms = query({
  name: "talent.programs",
  input: AtUnit,
  run: async (scope, { unit, on }): Promise<ProgramPage> => {
    const place = await listPlace(scope, unit);
    const day = dayOf(on, scope.today);
    const rows = await scope.sql<Omit<ProgramRow, "mayRun">>`
      select p.id, p.name, p.stream, p.division_id as "divisionId", d.name as place, p.operator, p.from_on::text as "fromOn", p.to_on::text as "toOn", p.note, p.version,
        (select count(*)::int from talent t where t.program_id = p.id and ${under(place, "t.division_id")} and ${holdsOn("t", day)}) as serving
      from talent_program p join division d on d.id = p.division_id
      order by array_position(array['IMPORT', 'CIRCULATE', 'SOURCE'], p.stream), p.from_on desc, p.id`;
    return {
      place,
      day,
      rows: rows.map((row) => ({ ...row, mayRun: mayRun(scope.viewer, row) })),
      mayFound: mayAnywhere(scope.viewer, "talent.program"),
    };
  },
});

export const getProgram = query({
  name: "talent.getProgram",
  input: ThingId,
  run: async (scope, { id }): Promise<Omit<ProgramRow, "serving">> => {
    const [row] = await scope.sql<Omit<ProgramRow, "serving" | "mayRun">>`
      select p.id, p.name, p.stream, p.division_id as "divisionId", d.name as place, p.operator, p.from_on::text as "fromOn", p.to_on::text as "toOn", p.note, p.version
      from talent_program p join division d on d.id = p.division_id where p.id = ${id}::uuid`;
    if (!row) throw notFound();
    return { ...row, mayRun: mayRun(scope.viewer, row) };
  },
});
