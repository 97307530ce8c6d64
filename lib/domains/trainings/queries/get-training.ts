/** One training with whoever was there; beside a name that is not recognized yet, whom it may be. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { pinyinKeys } from "#lib/domains/people/pinyin.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { TrainingId } from "../input.ts";
import { oldEnough } from "../inside/counted.ts";
import { concernsViewer, mayKeep } from "../inside/subject.ts";
import type { Audience, Level, Mode, Standing, Topic } from "../training.ts";

export type Candidate = {
  id: string;
  name: string;
  place: string;
  unit: string | null;
  post: string | null;
  /** Year of birth: tells two of one name in one village apart. */
  born: number | null;
};
/** `count`: of how many these are the likeliest. */
export type Candidates = { likely: Candidate[]; count: number };
export type AttendeeRow = {
  id: string;
  name: string;
  standing: Standing;
  place: string | null;
  unit: string | null;
  post: string | null;
  unitTyped: string | null;
};
type Facts = {
  id: string;
  divisionId: number;
  place: string;
  title: string;
  mode: Mode;
  audience: Audience;
  topic: Topic;
  level: Level;
  organizer: string | null;
  venue: string | null;
  fromOn: string;
  toOn: string;
  hours: number;
  costFen: bigint | null;
  note: string | null;
  statedCadres: number | null;
  statedVillageCadres: number | null;
  statedMembers: number | null;
  statedVillagers: number | null;
  status: string;
  withdrawnFor: string | null;
  version: number;
};
export type TrainingDetail = Facts & {
  attendees: AttendeeRow[];
  /** By the name of an attendee who is not recognized yet: of the same name, or one that sounds like it. */
  candidates: Record<string, Candidates>;
  mayKeep: boolean;
};

/** More than these cannot be told apart on a page: who is not among them is ticked on the roster. */
const MOST_CANDIDATES = 8;

export const getTraining = query({
  name: "trainings.get",
  input: TrainingId,
  run: async (scope, { id }): Promise<TrainingDetail> => {
    const [training] = await scope.sql<Facts>`
      select t.id, t.division_id as "divisionId", d.name as place, t.title, t.mode, t.audience, t.topic, t.level, t.organizer, t.venue,
        t.from_on::text as "fromOn", t.to_on::text as "toOn", t.hours::float as hours, t.cost_fen as "costFen", t.note, t.status,
        t.stated_cadres as "statedCadres", t.stated_village_cadres as "statedVillageCadres", t.stated_members as "statedMembers", t.stated_villagers as "statedVillagers",
        t.withdrawn_for as "withdrawnFor", t.version
      from training t join division d on d.id = t.division_id where t.id = ${id}::uuid and ${concernsViewer(scope.viewer)}`;
    if (!training) throw notFound();
    const { viewer } = scope;
    const attendees = await scope.sql<AttendeeRow>`
      select a.id, a.name, a.standing, case when a.standing = 'KNOWN' then d.name end as place, p.unit_name as unit, p.post, a.unit_typed as "unitTyped"
      from training_attendee a join division d on d.id = a.division_id
      left join person p on p.id = a.person_id and ${reachable(viewer, { division: "p.division_id", household: "p.household_id" })}
      where a.training_id = ${id}::uuid and (${reachable(viewer, { division: "a.host_id" })} or ${reachable(viewer, { division: "a.division_id" })})
      order by array_position(array['UNKNOWN', 'KNOWN', 'OUTSIDER'], a.standing), d.code nulls last, p.pinyin, a.name, a.id`;
    const keeps = training.status === "HELD" && mayKeep(viewer, training);
    const open = attendees.filter(({ standing }) => standing === "UNKNOWN").map(({ name }) => name);
    const candidates = keeps && open.length > 0 ? await candidatesFor(scope, training, open) : {};
    return { ...training, attendees, candidates, mayKeep: keeps };
  },
});

/** People of the unit that held it come first, cadres before others. */
async function candidatesFor(
  scope: Scope,
  { id, divisionId }: Facts,
  open: string[],
): Promise<Record<string, Candidates>> {
  const sounds = new Map(open.map((name) => [name, pinyinKeys(name).pinyin]));
  const people = await scope.sql<Candidate & { pinyin: string; namesakes: number; at: number }>`
    select * from (
      select p.id, p.name, d.name as place, p.unit_name as unit, p.post, extract(year from p.birth_on)::int as born, p.pinyin,
        count(*) over (partition by p.name)::int as namesakes, row_number() over (partition by p.name order by
          p.division_id not in (select node_id from division_closure where ancestor_id = ${divisionId} and to_on is null),
          p.rank is null, p.unit_name is null, d.code nulls last, p.id)::int as at
      from person p join division d on d.id = p.division_id
      where (p.name = any (${open}::text[]) or p.pinyin = any (${[...sounds.values()].filter(Boolean)}::text[]))
        and ${reachable(scope.viewer, { division: "p.division_id", household: "p.household_id" })}
        and ${oldEnough(scope.today)}
        and not exists (select 1 from training_attendee a where a.training_id = ${id}::uuid and a.person_id = p.id)) l
    where at <= ${MOST_CANDIDATES} order by name, at`;
  const found: Record<string, Candidates> = {};
  for (const [name, sound] of sounds) {
    const same = people.filter((one) => one.name === name);
    const alike = people.filter((one) => one.name !== name && one.pinyin === sound);
    const all = [...same, ...alike];
    found[name] = {
      likely: all
        .slice(0, MOST_CANDIDATES)
        .map(({ pinyin: _sound, namesakes: _count, at: _place, ...candidate }) => candidate),
      count: [...new Map(all.map((one) => [one.name, one.namesakes])).values()].reduce(
        (sum, n) => sum + n,
        0,
      ),
    };
  }
  return found;
}
