/** talent.list: talent under a unit as of a day, by stream, channel, kind, program and name. */
import { type ListPlace, listPlace } from "#lib/domains/divisions/list-place.ts";
import { query } from "#lib/platform/query.ts";
import { type Fragment, join, sql } from "#lib/platform/sql.ts";
import { dayOf } from "../as-of.ts";
import { TalentFilter } from "../input.ts";
import { called, inState, under } from "../inside/conditions.ts";
import { type Channel, PAGE_SIZE, type Stream, type TalentKind } from "../talent.ts";

export type TalentRow = {
  id: string;
  name: string;
  stream: Stream;
  channel: Channel;
  kind: TalentKind;
  program: string | null;
  place: string;
  unitName: string;
  post: string | null;
  fromOn: string;
  toOn: string | null;
};
export type TalentPage = { place: ListPlace; day: string; total: number; from: number; rows: TalentRow[] };

function chosen({ stream, channel, kind, program, state, q }: TalentFilter, day: string): Fragment[] {
  const conditions = [inState(state, "t", day)];
  if (stream) conditions.push(sql`t.stream = ${stream}`);
  if (channel) conditions.push(sql`t.channel = ${channel}`);
  if (kind) conditions.push(sql`t.kind = ${kind}`);
  if (program) conditions.push(sql`t.program_id = ${program}::uuid`);
  if (q) conditions.push(called(q, "t", ["unit_name", "post"]));
  return conditions;
}

/** Exported whole as well; the order is the list's. */
export const talentRows = (
  place: ListPlace,
  filter: TalentFilter,
  day: string,
  limits: Fragment,
): Fragment => sql`
  select t.id, t.name, t.stream, t.channel, t.kind, p.name as program, d.name as place, t.unit_name as "unitName", t.post,
    t.from_on::text as "fromOn", t.to_on::text as "toOn"
  from talent t join division d on d.id = t.division_id left join talent_program p on p.id = t.program_id
  where ${under(place, "t.division_id")} and ${join(chosen(filter, day), " and ")} order by t.from_on desc, t.id ${limits}`;

export const listTalents = query({
  name: "talent.list",
  input: TalentFilter,
  run: async (scope, filter): Promise<TalentPage> => {
    const place = await listPlace(scope, filter.unit);
    const day = dayOf(filter.on, scope.today);
    const conditions = join([under(place, "t.division_id"), ...chosen(filter, day)], " and ");
    const [sum] = await scope.sql<{
      total: number;
    }>`select count(*)::int as total from talent t where ${conditions}`;
    const skip = (filter.page - 1) * PAGE_SIZE;
    const limits = sql`limit ${PAGE_SIZE}::int offset ${skip}::int`;
    const rows = await scope.sql<TalentRow>`${talentRows(place, filter, day, limits)}`;
    return { place, day, total: sum?.total ?? 0, from: skip + 1, rows };
  },
});
