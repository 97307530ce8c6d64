// What sheet 10 asks of a Party organization besides its name: kinds of members today, the term, and whether it is listed as weak.
import type { Column } from "#lib/domains/imports/sheet.ts";
import { sheetById } from "#lib/domains/imports/sheets/all.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";

const KINDS: Record<string, Column["kind"]> = {
  ...{ electedOn: "date", weak: "yesNo" },
  ...{ probationary: "integer", women: "integer", minority: "integer", young: "integer", old: "integer" },
};

export const ORG_COLUMNS = (): Column[] =>
  sheetById("party-orgs")!.columns.flatMap((column) => {
    const kind = KINDS[column.key];
    return kind ? [{ ...column, kind }] : [];
  });

/** Code 01 is the one ethnicity that is no minority. Whose roster nobody may see counts nothing: its cells stay empty rather than 0. */
export const orgCounts = ({ year, today }: { year: number; today: string }): Fragment => sql`
  left join lateral (select
    nullif(count(m.id), 0) as seen,
    case when count(m.id) > 0 then count(*) filter (where m.full_on is null or m.full_on > ${today}::date)::int end as probationary,
    case when count(m.id) > 0 then count(*) filter (where m.sex = 'F')::int end as women,
    case when count(m.id) > 0 then count(*) filter (where m.ethnicity <> '01')::int end as minority,
    case when count(m.id) > 0 then count(*) filter (where m.birth_on > ${today}::date - interval '36 years')::int end as young,
    case when count(m.id) > 0 then count(*) filter (where m.birth_on <= ${today}::date - interval '60 years')::int end as old,
    (select max(t.elected_on)::text from party_org_term t where t.org_id = r."orgNo" and t.elected_on <= ${today}::date) as "electedOn",
    exists (select 1 from party_org_weak w where w.org_id = r."orgNo" and w.year = ${year}::int and w.status <> 'ACCEPTED') as weak
    from party_membership s left join party_member m on m.id = s.member_id
    where s.org_id = r."orgNo" and s.from_on <= ${today}::date and (s.to_on is null or s.to_on > ${today}::date)) counts on true`;
