/** The thing acted upon, as far as the viewer reaches it; what the policies say, said by the program as well. */
import { may } from "#lib/domains/accounts/roles.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { Fragment } from "#lib/platform/sql.ts";
import { sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";

export const mayKeep = (viewer: Viewer, { divisionId }: { divisionId: number }) =>
  may(viewer, "talent.edit", divisionId);
export const mayRun = (viewer: Viewer, { divisionId }: { divisionId: number }) =>
  may(viewer, "talent.program", divisionId);

/** An open place within reach, for something new. */
export async function placeOf(
  { sql: ask, viewer }: Work,
  id: number,
): Promise<{ divisionId: number } | null> {
  const [place] = await ask<{ divisionId: number }>`
    select d.id as "divisionId" from division d where d.id = ${id} and d.closed_on is null and ${reachable(viewer, { division: "d.id" })}`;
  return place ?? null;
}

export type TalentRecord = {
  id: string;
  name: string;
  divisionId: number;
  channel: string;
  kind: string;
  stream: string;
  programId: string | null;
  unitName: string;
  post: string | null;
  fromOn: string;
  toOn: string | null;
  result: string | null;
};
export async function talentOf({ sql: ask, viewer }: Work, id: string): Promise<TalentRecord | null> {
  const [row] = await ask<TalentRecord>`
    select t.id, t.name, t.division_id as "divisionId", t.channel, t.kind, t.stream, t.program_id as "programId", t.unit_name as "unitName", t.post,
      t.from_on::text as "fromOn", t.to_on::text as "toOn", t.result
    from talent t where t.id = ${id}::uuid and ${reachable(viewer, { division: "t.division_id" })}`;
  return row ?? null;
}

export type DemandRecord = {
  id: string;
  divisionId: number;
  unitName: string;
  post: string;
  kind: string;
  wanted: number;
  fromOn: string;
  toOn: string | null;
  note: string | null;
};
export async function demandOf({ sql: ask, viewer }: Work, id: string): Promise<DemandRecord | null> {
  const [row] = await ask<DemandRecord>`
    select d.id, d.division_id as "divisionId", d.unit_name as "unitName", d.post, d.kind, d.wanted, d.from_on::text as "fromOn", d.to_on::text as "toOn", d.note
    from talent_demand d where d.id = ${id}::uuid and ${reachable(viewer, { division: "d.division_id" })}`;
  return row ?? null;
}

export type SecondmentRecord = {
  id: string;
  name: string;
  divisionId: number;
  fromUnit: string;
  school: string;
  subject: string;
  fromOn: string;
  toOn: string;
  startedOn: string | null;
  endedOn: string | null;
};
/** A secondment concerns the place that sends and the place that receives; only the sender keeps it. */
export const concernsViewer = (viewer: Viewer, alias: "s" | "k"): Fragment =>
  sql`(${reachable(viewer, { division: `${alias}.division_id` })} or ${reachable(viewer, { division: `${alias}.school_division_id` })})`;

export async function secondmentOf({ sql: ask, viewer }: Work, id: string): Promise<SecondmentRecord | null> {
  const [row] = await ask<SecondmentRecord>`
    select s.id, s.name, s.division_id as "divisionId", s.from_unit as "fromUnit", s.school, s.subject, s.from_on::text as "fromOn", s.to_on::text as "toOn",
      s.started_on::text as "startedOn", s.ended_on::text as "endedOn"
    from teaching_secondment s where s.id = ${id}::uuid and ${concernsViewer(viewer, "s")}`;
  return row ?? null;
}

export type ProgramRecord = {
  id: string;
  name: string;
  stream: string;
  divisionId: number;
  operator: string | null;
  fromOn: string;
  toOn: string | null;
  note: string | null;
};
/** Programs are known to everybody signed in. */
export async function programOf({ sql: ask }: Pick<Work, "sql">, id: string): Promise<ProgramRecord | null> {
  const [row] = await ask<ProgramRecord>`
    select p.id, p.name, p.stream, p.division_id as "divisionId", p.operator, p.from_on::text as "fromOn", p.to_on::text as "toOn", p.note
    from talent_program p where p.id = ${id}::uuid`;
  return row ?? null;
}

export function stillOpen({ toOn }: { toOn: string | null }, key: string): void {
  if (toOn !== null) throw rule(key, { day: toOn });
}
