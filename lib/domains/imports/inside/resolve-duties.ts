/**
 * Duties against the registry: the branch by its name under the unit, the member by his name in its roster, the post by its name in the
 * branch. Whoever holds it is known; what was judged already is not judged again by a sheet, and a proposal goes on by its own steps.
 */
import type { Resolver } from "./resolve.ts";
import { problemIf, stagedTable, tableOf, toldAnd, unlessBad } from "./told.ts";

const BRANCHES = `
  select o.id, o.name, o.division_id from party_org o join division_closure c on c.ancestor_id = $1::int and c.node_id = o.division_id and c.to_on is null where o.closed_on is null`;

const MEANT = `
  select s.row_no, s.name, s.told, n.*, o.id as org_id, o.division_id as sits_in, o.found as orgs_found
  from staged s join import_row r on r.import_id = $1::uuid and r.row_no = s.row_no
  cross join lateral jsonb_to_record(r.values->'duty') as n (org_name text, kind text, post_name text, duties text, promise text, signed_on date, half text, stars int)
  left join lateral (select case when count(*) = 1 then (array_agg(b.id))[1] end as id, case when count(*) = 1 then (array_agg(b.division_id))[1] end as division_id, count(*)::int as found
    from (select b.*, max((b.name = n.org_name)::int) over () as exact from branch b where b.name = n.org_name or right(b.name, length(n.org_name)) = n.org_name) b
    where b.exact = (b.name = n.org_name)::int) o on true`;

const KNOWN = `
  select k.*, m.id as member_id, coalesce(m.found, 0) as members_found, p.id as post_id, p.places, h.id as holding_id, h.status as stands_at,
    case when m.id is null then null when m.full_on is null or m.full_on > k.signed_on then 'PROBATIONARY' when m.id in (select sec.posted_members(k.signed_on)) then 'HAS_POST'
      else (select f.flag from party_member_flag f where f.member_id = m.id and f.flag in ('MOBILE', 'DISABLED', 'FRAIL') and f.from_on <= k.signed_on and (f.to_on is null or f.to_on > k.signed_on) order by f.flag limit 1) end as unfit,
    first_value(k.row_no) over (partition by k.org_id, k.post_name, k.name order by k.row_no) as first_row,
    (select count(*)::int from duty_holding g where g.post_id = p.id and g.status = 'SIGNED') as held,
    count(*) filter (where h.id is null) over (partition by k.org_id, k.post_name) as joining,
    max(k.kind) over (partition by k.org_id, k.post_name) as any_kind, max(k.duties) over (partition by k.org_id, k.post_name) as any_duties,
    coalesce(k.half is not null and not exists (select 1 from duty_review v where v.holding_id = h.id and v.year = $1::int and v.part = 'HALF'), false) as judges_half,
    coalesce(k.stars is not null and not exists (select 1 from duty_review v where v.holding_id = h.id and v.year = $1::int and v.part = 'YEAR'), false) as judges_year,
    exists (select 1 from duty_review v where v.holding_id = h.id and v.year = $1::int and (v.part = 'HALF' and v.result <> k.half or v.part = 'YEAR' and v.stars <> k.stars)) as judged_otherwise
  from meant k
  left join lateral (select case when count(*) = 1 then (array_agg(m.id))[1] end as id, (array_agg(m.full_on))[1] as full_on, count(*)::int as found
    from party_membership s join party_member m on m.id = s.member_id where s.org_id = k.org_id and s.to_on is null and m.status = 'ACTIVE' and m.name = k.name) m on true
  left join lateral (select p.id, p.places from duty_post p where p.org_id = k.org_id and p.name = k.post_name and p.to_on is null order by p.id limit 1) p on true
  left join duty_holding h on h.post_id = p.id and h.member_id = m.id and h.status in ('PROPOSED', 'AGREED', 'PUBLISHED', 'SIGNED')`;

const unfit = (flag: string) =>
  problemIf(`k.unfit = '${flag}' and k.holding_id is null`, "name", `dutyUnfit${flag}`, "error");

const JUDGE = `
  with judged as (
    select k.*, ${toldAnd("k.told", [
      problemIf(
        "k.org_name is not null and coalesce(k.orgs_found, 0) = 0",
        "orgName",
        "dutyOrgUnknown",
        "error",
      ),
      problemIf(
        "k.orgs_found > 1",
        "orgName",
        "dutyOrgTwice",
        "error",
        "jsonb_build_object('count', k.orgs_found)",
      ),
      problemIf(
        "k.org_id is not null and k.name <> '' and k.members_found = 0",
        "name",
        "dutyMemberUnknown",
        "error",
      ),
      problemIf(
        "k.members_found > 1",
        "name",
        "dutyMemberTwice",
        "error",
        "jsonb_build_object('count', k.members_found)",
      ),
      ...["PROBATIONARY", "HAS_POST", "MOBILE", "DISABLED", "FRAIL"].map(unfit),
      problemIf(
        "k.org_id is not null and k.first_row <> k.row_no",
        "postName",
        "duplicateInFile",
        "error",
        "jsonb_build_object('row', k.first_row)",
      ),
      problemIf(
        "k.org_id is not null and k.post_id is null and k.any_kind is null",
        "kind",
        "dutyKind",
        "error",
      ),
      problemIf(
        "k.org_id is not null and k.post_id is null and k.any_duties is null",
        "duties",
        "dutyDuties",
        "error",
      ),
      problemIf("k.stands_at <> 'SIGNED'", "postName", "dutyInSteps", "error"),
      problemIf(
        "k.holding_id is null and k.held + k.joining > k.places",
        "postName",
        "dutyFull",
        "error",
        "jsonb_build_object('count', k.places)",
      ),
      problemIf("k.joining > 50", "postName", "dutyFull", "error", "jsonb_build_object('count', 50)"),
      problemIf("k.judged_otherwise", "half", "dutyJudged", "warn"),
    ])} as problems from known k offset 0)
  update import_row r set problems = k.problems, subject_id = k.holding_id, division_id = k.sits_in,
    values = r.values || jsonb_build_object('meant', jsonb_build_object('orgId', k.org_id, 'memberId', k.member_id, 'postId', k.post_id, 'kind', k.any_kind, 'duties', k.any_duties,
      'half', k.judges_half, 'year', k.judges_year)),
    action = ${unlessBad("k.problems", "case when k.holding_id is null then 'ADD' when k.judges_half or k.judges_year then 'UPDATE' else 'SAME' end")}
  from judged k where r.import_id = $1::uuid and r.row_no = k.row_no`;

export const resolveDuties: Resolver = async (client, record) => {
  await stagedTable(client, record.id);
  await tableOf(client, "branch", BRANCHES, ["name"], [record.divisionId]);
  await tableOf(client, "meant", MEANT, null, [record.id]);
  await tableOf(client, "known", KNOWN, null, [record.year]);
  await client.query(JUDGE, [record.id]);
};
