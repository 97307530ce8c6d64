/** What its owner sees of imports: the list, one import with its progress and its problems by kind, and its rows. */

import * as z from "zod";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";
import type { Fix, ImportCounts, ImportStatus, Preview, Stays } from "./import.ts";
import { ImportId, ImportRows, ROWS_SHOWN } from "./input.ts";
import { differencesOf } from "./inside/differences.ts";
import { mayImport } from "./policy.ts";
import type { Problem } from "./sheet.ts";

export type ImportLine = {
  id: string;
  sheet: string;
  fileName: string;
  place: string;
  year: number;
  status: ImportStatus;
  counts: ImportCounts;
  createdAt: string;
};

export const listImports = query({
  name: "imports.list",
  input: z.object({}),
  run: ({ sql, viewer }): Promise<ImportLine[]> => sql`
    select i.id, i.sheet, i.file_name as "fileName", d.name as place, i.year, i.status, i.counts,
      to_char(i.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "createdAt"
    from import i join division d on d.id = i.division_id where i.account_id = ${viewer.accountId} order by i.created_at desc limit 100`,
});

export type ProblemGroup = {
  key: string;
  column: string;
  level: "error" | "warn";
  rows: number;
  /** The first row of it, and what stands there. */
  firstRow: number;
  firstText: string | null;
  /** The texts that stand there most often, with the nearest known word. */
  texts: { text: string; near: string | null; rows: number }[];
  /** What the sentence of all its rows fills in alike: of a group of one row, everything. */
  values: Record<string, string | number>;
};
const TEXTS_SHOWN = 12;

export type ImportView = ImportLine & {
  divisionId: number;
  sheetName: string | null;
  headerRow: number | null;
  mapping: Record<string, number>;
  preview: Partial<Preview>;
  failure: string | null;
  ageInDays: number | null;
  publishedAt: string | null;
  takenBackFor: string | null;
  fixes: Fix[];
  progress: { done: number; total: number; note: string | null; status: string } | null;
  groups: ProblemGroup[];
};

export const getImport = query({
  name: "imports.get",
  input: ImportId,
  run: async ({ sql, viewer }, { id }): Promise<ImportView> => {
    const [found] = await sql<Omit<ImportView, "groups" | "progress">>`
      select i.id, i.sheet, i.file_name as "fileName", i.division_id as "divisionId", d.name as place, i.year, i.status, i.counts, i.preview, i.mapping,
        i.sheet_name as "sheetName", i.header_row as "headerRow", i.failure, i.fixes, i.taken_back_for as "takenBackFor",
        extract(day from now() - i.published_at)::int as "ageInDays", to_char(i.published_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "publishedAt",
        to_char(i.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "createdAt"
      from import i join division d on d.id = i.division_id where i.id = ${id}::uuid and i.account_id = ${viewer.accountId}`;
    if (!found) throw notFound();
    const [progress = null] = await sql<NonNullable<ImportView["progress"]>>`
      select done, total, note, status from job where account_id = ${viewer.accountId} and payload->>'importId' = ${id} order by created_at desc limit 1`;
    const groups = await sql<ProblemGroup>`
      with p as materialized (
        select r.row_no, p->>'key' as key, p->>'column' as "column", p->>'level' as level, p->>'text' as text, p->'values'->>'near' as near, p->'values' as values
        from import_row r, jsonb_array_elements(r.problems) p where r.import_id = ${id}::uuid and r.problems <> '[]'),
      g as (select key, "column", level, count(distinct row_no)::int as rows, min(row_no) as "firstRow" from p group by 1, 2, 3)
      select g.*, coalesce(v.values, '{}') as values, (select p.text from p where p.key = g.key and p."column" = g."column" and p.level = g.level and p.row_no = g."firstRow" limit 1) as "firstText",
        (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from (
          select p.text, max(p.near) as near, count(distinct p.row_no)::int as rows from p
          where p.key = g.key and p."column" = g."column" and p.level = g.level and p.text is not null
          group by p.text order by 3 desc, 1 limit ${TEXTS_SHOWN}) t) as texts
      from g left join (
        select key, "column", level, jsonb_object_agg(name, least) as values from (
          select p.key, p."column", p.level, e.name, min(e.value::text)::jsonb as least from p, jsonb_each(p.values) as e (name, value)
          where jsonb_typeof(p.values) = 'object' group by 1, 2, 3, 4 having min(e.value::text) = max(e.value::text)) alike group by 1, 2, 3) v
        using (key, "column", level) order by level, rows desc, 1, 2`;
    return { ...found, progress, groups };
  },
});

export type Candidate = {
  id: string;
  unit: string | null;
  post: string | null;
  place: string;
  tail: string | null;
};
export type StagedRow = {
  rowNo: number;
  action: string;
  name: string;
  householdNo: string | null;
  /** Of a list of accounts: the name to sign in with, as written or as proposed. */
  username: string | null;
  role: string | null;
  place: string | null;
  problems: Problem[];
  people: Candidate[] | null;
  /** Of an update: column of the table, what stands there now and what will. */
  changes: { field: string; old: unknown; new: unknown }[];
};

export const listImportRows = query({
  name: "imports.rows",
  input: ImportRows,
  run: async ({ sql: ask, viewer }, { id, show, problem, after }): Promise<StagedRow[]> => {
    const [of] = await ask<{
      sheet: string;
    }>`select sheet from import where id = ${id}::uuid and account_id = ${viewer.accountId}`;
    if (!of) return [];
    const { joins, list } = differencesOf(show === "UPDATE" ? of.sheet : "");
    return ask`
      select r.row_no as "rowNo", r.action, r.values->>'name' as name, r.values->>'householdNo' as "householdNo", r.values->'meant'->>'username' as username,
        r.values->'account'->>'role' as role, r.values->'meant'->>'place' as place, r.problems, r.values->'people' as people,
        ${list} as changes
      from (select * from import_row where import_id = ${id}::uuid and row_no > ${after}
        and ${show === "WARN" ? sql`action <> 'BAD' and problems <> '[]'` : sql`action = ${show}`}
        and ${problem ? sql`problems @> jsonb_build_array(jsonb_build_object('key', ${problem}::text))` : sql`true`}
        order by row_no limit ${ROWS_SHOWN}) r
      join import i on i.id = r.import_id ${joins} order by r.row_no`;
  },
});

export type KeptRow = {
  unit: string;
  kind:
    | "household"
    | "person"
    | "pairing"
    | "partyOrg"
    | "partyMember"
    | "industryEntity"
    | "training"
    | "measure"
    | "need"
    | "visit"
    | "teamMember"
    | "teamDay"
    | "dutyHolding"
    | "account";
  stays: Stays;
  /** Null: out of reach by now. */
  name: string | null;
  householdId: string | null;
  editedBy: string | null;
  editedAt: string | null;
};
export type TakeBackPlan = { removed: number; restored: number; stayed: number; kept: KeptRow[] };

const KEPT_SHOWN = 200;

/** What each unit of the import is, whether it was made by it, and why it would stay. */
const planned = (id: string) => sql`
  (select unit::text as unit, kind, created, stays from sec.take_back_plan(${id}::uuid)
   union all select unit::text, 'partyOrg', created, stays from sec.take_back_orgs_plan(${id}::uuid)
   union all select unit::text, 'partyMember', created, stays from sec.take_back_members_plan(${id}::uuid)
   union all select unit::text, 'industryEntity', created, stays from sec.take_back_industry_plan(${id}::uuid)
   union all select unit::text, 'training', created, stays from sec.take_back_trainings_plan(${id}::uuid)
   union all select unit::text, 'household', created, stays from sec.take_back_incomes_plan(${id}::uuid)
   union all select unit::text, 'measure', created, stays from sec.take_back_measures_plan(${id}::uuid)
   union all select unit::text, 'need', created, stays from sec.take_back_needs_plan(${id}::uuid)
   union all select unit::text, 'teamMember', created, stays from sec.take_back_teams_plan(${id}::uuid)
   union all select unit, 'teamDay', created, stays from sec.take_back_attendance_plan(${id}::uuid)
   union all select unit::text, 'dutyHolding', created, stays from sec.take_back_duties_plan(${id}::uuid)
   union all select unit::text, 'visit', created, stays from sec.take_back_visits_plan(${id}::uuid)
   union all select unit::text, 'account', created, stays from sec.take_back_accounts_plan(${id}::uuid))`;

/** Whose rows stay, by name as far as one reaches, and who changed them last since the import. */
const named = (units: Fragment, id: string) => sql`
  select k.unit, k.kind, k.stays, coalesce(h.head_name, p.name, g.helper_name || ' → ' || o.head_name, r.name, m.name, e.name, w.title, s.project, x.about, y.head_name, z.name || case when k.kind = 'teamDay' then ' ' || split_part(k.unit, '|', 2) else '' end, b.member_name, a.name) as name,
    coalesce(h.id, p.household_id, g.household_id, s.household_id) as "householdId", c.account_name as "editedBy",
    to_char(c.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "editedAt"
  from (${units}) k
  left join household h on h.id = case when k.kind = 'household' then k.unit::uuid end
  left join person p on p.id = case when k.kind = 'person' then k.unit::uuid end
  left join pairing g on g.id = case when k.kind = 'pairing' then k.unit::uuid end left join household o on o.id = g.household_id
  left join party_org r on r.id = case when k.kind = 'partyOrg' then k.unit::int end
  left join party_member m on m.id = case when k.kind = 'partyMember' then k.unit::uuid end
  left join industry_entity e on e.id = case when k.kind = 'industryEntity' then k.unit::uuid end
  left join training w on w.id = case when k.kind = 'training' then k.unit::uuid end
  left join measure s on s.id = case when k.kind = 'measure' then k.unit::uuid end
  left join need x on x.id = case when k.kind = 'need' then k.unit::uuid end
  left join visit v on v.id = case when k.kind = 'visit' then k.unit::uuid end left join household y on y.id = v.household_id
  left join team_member z on z.id = case when k.kind in ('teamMember', 'teamDay') then split_part(k.unit, '|', 1)::uuid end
  left join duty_holding b on b.id = case when k.kind = 'dutyHolding' then k.unit::uuid end
  left join account a on a.id = case when k.kind = 'account' then k.unit::int end
  left join lateral (
    select c.account_name, c.at from change c where k.stays = 'EDITED' and c.entity = k.kind and c.entity_id = k.unit
      and c.at > (select published_at from import where id = ${id}::uuid) order by c.at desc limit 1) c on true
  order by name nulls last, k.unit limit ${KEPT_SHOWN}`;

/** What would go back and what would stay, before anybody decides. */
export const planTakeBack = query({
  name: "imports.planTakeBack",
  input: ImportId,
  run: async ({ sql: ask }, { id }): Promise<TakeBackPlan> => {
    const [counts] = await ask<Omit<TakeBackPlan, "kept">>`
      select count(*) filter (where stays is null and created)::int as removed, count(*) filter (where stays is null and not created)::int as restored,
        count(*) filter (where stays is not null)::int as stayed from ${planned(id)} plan`;
    const kept =
      (counts?.stayed ?? 0) > 0
        ? await ask<KeptRow>`${named(sql`select unit, kind, stays from ${planned(id)} plan where stays is not null`, id)}`
        : [];
    return { ...(counts ?? { removed: 0, restored: 0, stayed: 0 }), kept };
  },
});

/** What stayed when the import was taken back. */
export const listKept = query({
  name: "imports.kept",
  input: ImportId,
  run: ({ sql: ask, viewer }, { id }): Promise<KeptRow[]> =>
    ask<KeptRow>`${named(
      sql`select distinct case i.sheet when 'household-roster' then t.household_id::text when 'person-roster' then t.person_id::text
          when 'members' then coalesce((select f.member_id::text from party_member_flag f where t.tbl = 'party_member_flag' and f.id = t.key::uuid), t.key)
          when 'measures' then split_part(t.key, '|', 2) when 'team-attendance' then t.key
          when 'trainings' then coalesce((select w.training_id::text from training_attendee w where t.tbl = 'training_attendee' and w.id = t.key::uuid), t.key)
          else split_part(t.key, '|', 1) end as unit,
        case i.sheet when 'household-roster' then 'household' when 'incomes' then 'household' when 'measures' then 'measure'
          when 'person-roster' then 'person' when 'party-orgs' then 'partyOrg' when 'members' then 'partyMember' when 'trainings' then 'training' when 'industry-ledger' then 'industryEntity' when 'need-ledger' then 'need' when 'visit-record' then 'visit' when 'team-roster' then 'teamMember' when 'team-attendance' then 'teamDay' when 'member-duties' then 'dutyHolding' when 'accounts' then 'account' else 'pairing' end as kind, t.stays
      from import_trace t join import i on i.id = t.import_id where t.import_id = ${id}::uuid and i.account_id = ${viewer.accountId} and t.stays is not null`,
      id,
    )}`,
});

export type ImportUnit = { id: number; name: string; parent: string | null };

/** The units one may import for: those of one's grants and what lies directly below. */
export const importUnits = query({
  name: "imports.units",
  input: z.object({}),
  run: ({ sql: ask, viewer }): Promise<ImportUnit[]> => {
    const grants = viewer.grants
      .filter((grant) => mayImport(viewer, grant.divisionId))
      .map((grant) => grant.divisionId);
    return ask`
      select d.id, d.name, p.name as parent from division d left join division p on p.id = d.parent_id
      where d.closed_on is null and d.level <> 'GROUP' and (d.id = any (${grants}::int[]) or d.parent_id = any (${grants}::int[]))
      order by d.level = 'PREFECTURE' desc, d.level = 'COUNTY' desc, d.level = 'TOWNSHIP' desc, d.id`;
  },
});
