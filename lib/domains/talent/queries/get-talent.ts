/** talent.get: one talent: where it serves, as what, by which program, and which places of demands it held. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { ThingId } from "../input.ts";
import { mayKeep } from "../inside/subject.ts";
import type { Channel, Stream, TalentKind } from "../talent.ts";

export type HeldPlace = {
  demandId: string;
  post: string;
  unitName: string;
  fromOn: string;
  toOn: string | null;
};
type Facts = {
  id: string;
  name: string;
  divisionId: number;
  place: string;
  channel: Channel;
  kind: TalentKind;
  stream: Stream;
  programId: string | null;
  program: string | null;
  unitName: string;
  post: string | null;
  /** As the registry of persons says today, within reach. */
  homeUnit: string | null;
  fromOn: string;
  toOn: string | null;
  result: string | null;
  version: number;
};
export type TalentDetail = Facts & { held: HeldPlace[]; mayKeep: boolean };

export const getTalent = query({
  name: "talent.get",
  input: ThingId,
  run: async (scope, { id }): Promise<TalentDetail> => {
    const { viewer } = scope;
    const [talent] = await scope.sql<Facts>`
      select t.id, t.name, t.division_id as "divisionId", d.name as place, t.channel, t.kind, t.stream, t.program_id as "programId", p.name as program,
        t.unit_name as "unitName", t.post, coalesce(h.unit_name, hd.name) as "homeUnit", t.from_on::text as "fromOn", t.to_on::text as "toOn", t.result, t.version
      from talent t join division d on d.id = t.division_id left join talent_program p on p.id = t.program_id
      left join person h on h.id = t.person_id and ${reachable(viewer, { division: "h.division_id", household: "h.household_id" })}
      left join division hd on hd.id = h.division_id
      where t.id = ${id}::uuid and ${reachable(viewer, { division: "t.division_id" })}`;
    if (!talent) throw notFound();
    const held = await scope.sql<HeldPlace>`
      select f.demand_id as "demandId", d.post, d.unit_name as "unitName", f.from_on::text as "fromOn", f.to_on::text as "toOn"
      from talent_filling f join talent_demand d on d.id = f.demand_id
      where f.talent_id = ${id}::uuid and f.to_on is distinct from f.from_on and ${reachable(viewer, { division: "f.division_id" })} order by f.from_on desc, f.id`;
    return { ...talent, held, mayKeep: mayKeep(viewer, talent) };
  },
});
