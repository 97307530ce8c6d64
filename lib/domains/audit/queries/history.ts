/** The history of one thing for everybody who sees it: fields with old and new value, by hand or by which import, and the deeds on it. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";
import { HistoryOf } from "../input.ts";
import type { HistoryKind } from "../trail.ts";

export type FieldChangeRow = {
  id: bigint;
  at: Date;
  accountName: string | null;
  /** For whom somebody stood in. */
  onBehalfOf: string | null;
  verb: string;
  entity: string;
  field: string;
  old: string | null;
  new: string | null;
  /** "import:<id>" when the change came with one. */
  import: string | null;
};
export type DeedRow = {
  id: bigint;
  at: Date;
  accountName: string | null;
  onBehalfOf: string | null;
  verb: string;
};
export type History = { name: string; fields: string[]; changes: FieldChangeRow[]; deeds: DeedRow[] };

const MOST = 200;

export const historyOf = query({
  name: "audit.history",
  input: HistoryOf,
  run: async (scope, { kind, id, field }): Promise<History> => {
    const name = await nameOf(scope, kind, id);
    if (name === null) throw notFound();
    const of =
      kind === "household"
        ? sql`c.household_id = ${id}::uuid`
        : sql`c.entity = ${kind} and c.entity_id = ${id}`;
    const mine = sql`${of} and ${reachable(scope.viewer, { division: "c.division_id", household: "c.household_id" })}`;
    const changes = await scope.sql<FieldChangeRow>`
      select c.id, c.at, c.account_name as "accountName", c.on_behalf_of as "onBehalfOf", c.verb, c.entity, c.field, c.old, c.new,
        case when c.verb like 'import.%' then sec.import_behind(c.account_id, c.at) end as import
      from change c where ${mine} ${field ? sql`and c.field = ${field}` : sql``} order by c.id desc limit ${MOST}::int`;
    const fields = await scope.sql<{ field: string }>`
      select distinct c.field from change c where ${mine} order by 1 limit 60`;
    const deeds = field
      ? []
      : await scope.sql<DeedRow>`
          select id, at, account_name as "accountName", facts->>'onBehalfOf' as "onBehalfOf", verb from sec.deeds_of(${`${kind}:${id}`})`;
    return { name, fields: fields.map((one) => one.field), changes, deeds };
  },
});

/** Its name, when the viewer reaches it. */
async function nameOf({ sql: ask, viewer }: Scope, kind: HistoryKind, id: string): Promise<string | null> {
  const whole = kind === "partyOrg" || kind === "division";
  if (whole !== /^\d+$/.test(id)) return null;
  const lookups: Record<HistoryKind, () => Fragment> = {
    household: () => sql`select head_name as name from household where id = ${id}::uuid
      and ${reachable(viewer, { division: "division_id", household: "id" })}`,
    person: () => sql`select name from person where id = ${id}::uuid
      and ${reachable(viewer, { division: "division_id", household: "household_id" })}`,
    visit:
      () => sql`select h.head_name || ' ' || v.visited_on as name from visit v join household h on h.id = v.household_id
      where v.id = ${id}::uuid and ${reachable(viewer, { division: "v.division_id", household: "v.household_id" })}`,
    pairing:
      () => sql`select h.head_name || ' · ' || p.helper_name as name from pairing p join household h on h.id = p.household_id
      where p.id = ${id}::uuid and ${reachable(viewer, { division: "p.division_id", household: "p.household_id" })}`,
    training: () => sql`select t.title as name from training t where t.id = ${id}::uuid
      and (${reachable(viewer, { division: "t.division_id" })} or exists (select 1 from training_attendee a
        where a.training_id = t.id and ${reachable(viewer, { division: "a.division_id" })}))`,
    post: () => sql`select coalesce(o.name, d.name) as name from post p join division d on d.id = p.division_id
      left join party_org o on o.id = p.party_org_id where p.id = ${id}::uuid and ${reachable(viewer, { division: "p.division_id" })}`,
    talent: () =>
      sql`select name from talent where id = ${id}::uuid and ${reachable(viewer, { division: "division_id" })}`,
    talentDemand: () =>
      sql`select post || ' · ' || unit_name as name from talent_demand where id = ${id}::uuid and ${reachable(viewer, { division: "division_id" })}`,
    talentProgram: () => sql`select name from talent_program where id = ${id}::uuid`,
    secondment:
      () => sql`select name || ' · ' || school as name from teaching_secondment where id = ${id}::uuid
      and (${reachable(viewer, { division: "division_id" })} or ${reachable(viewer, { division: "school_division_id" })})`,
    residentTeam:
      () => sql`select d.name || ' · ' || t.sending_unit as name from resident_team t join division d on d.id = t.division_id
      where t.id = ${id}::uuid and ${reachable(viewer, { division: "t.division_id" })}`,
    unitVillage:
      () => sql`select u.unit || ' → ' || d.name as name from unit_village u join division d on d.id = u.division_id
      where u.id = ${id}::uuid and ${reachable(viewer, { division: "u.division_id" })}`,
    partyOrg: () => sql`select name from party_org where id = ${Number(id)}`,
    industryEntity: () => sql`select name from industry_entity where id = ${id}::uuid`,
    partyMember: () => sql`select name from party_member where id = ${id}::uuid
      and ${viewer.seesAll ? sql`true` : sql`places && ${viewer.reach}::int[]`}`,
    division: () => sql`select name from division where id = ${Number(id)}`,
    procedure:
      () => sql`select coalesce(h.head_name, d.name) as name from procedure_case c join division d on d.id = c.division_id
      left join household h on h.id = c.household_id
      where c.id = ${id}::uuid and ${reachable(viewer, { division: "c.division_id", household: "c.household_id" })}`,
  };
  const [row] = await ask<{ name: string }>`select name from (${lookups[kind]()}) one`;
  return row?.name ?? null;
}
