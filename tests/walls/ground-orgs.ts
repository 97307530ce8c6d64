// The life of an organization on the ground: its term, a listing as weak with a measure, a member of its roster, and who holds its post.
import type { TestDatabase } from "#tests/support/database.ts";
import type { Target } from "./ground.ts";

/** Its listing as weak and lax, worked on, with a measure; another of the year before, reported as put right; and one just entered. */
export type OrgLifeTarget = Record<"weak" | "measure" | "reported" | "mistaken", string>;
export const orgLifeIds = (id: (name: string) => string): OrgLifeTarget => ({
  weak: id("weak"),
  measure: id("measure"),
  reported: id("reported"),
  mistaken: id("mistaken"),
});

export async function plantOrgLife(look: TestDatabase["look"], target: Target, mark: string): Promise<void> {
  const { node, person } = target;
  await look(
    "insert into paper (id, subject_kind, subject_id, division_id, title, uploaded_by, uploaded_by_name) values ($1, 'partyOrg', $2::int::text, $3, $4, 0, '')",
    [target.paper, target.org, node, `文${mark}`],
  );
  await look(
    "insert into party_org_term (org_id, division_id, elected_on, years, ends_on, due_on, account_id) values ($1, $2, '2023-01-01', 3, '2026-01-01', '2026-01-01', 0)",
    [target.org, node],
  );
  for (const [id, year, status] of [
    [target.weak, 2021, "OPEN"],
    [target.reported, 2020, "REPORTED"],
    [target.mistaken, 2022, "OPEN"],
  ])
    await look(
      `insert into party_org_weak (id, org_id, division_id, year, cause, found_on, note, status, reported_by, reported_on)
       values ($1, $2, $3, $4, 'NO_SECRETARY', '2020-02-01', $5, $6, 0, '2020-09-01')`,
      [id, target.org, node, year, `弱${mark}`, status],
    );
  await look(
    "insert into party_org_weak_measure (id, weak_id, division_id, what, who, due_on) values ($1, $2, $3, $4, '某某', '2020-06-30')",
    [target.measure, target.weak, node, `措${mark}`],
  );
  await look(
    `with roster as (insert into party_membership (member_id, org_id, division_id, from_on, how) values ($1, $2, $3, '2015-07-01', 'ADMITTED'))
     insert into party_member (id, person_id, name, joined_on, member_group, division_id) values ($1, $4, $5, '2015-07-01', 'HERDER', $3)`,
    [target.member, target.org, node, person, `人${mark}`],
  );
  await look(
    "insert into party_member_flag (id, member_id, flag, from_on, where_to) values ($1, $2, 'MOBILE', '2020-01-01', $3)",
    [target.mark, target.member, `外${mark}`],
  );
  await look(
    "insert into post (id, division_id, party_org_id, kind, principal) values ($1, $2, $3, 'SECRETARY', true)",
    [target.post, node, target.org],
  );
  await look(
    "insert into post_quota (post_id, division_id, from_on, places) values ($1, $2, '2018-01-01', 1)",
    [target.post, node],
  );
  await look(
    "insert into tenure (id, post_id, division_id, person_id, person_name, from_on, source) values ($1, $2, $3, $4, $5, '2020-01-01', 'ELECTED')",
    [target.tenure, target.post, node, person, `任${mark}`],
  );
  await look("insert into tenure_tag (tenure_id, tag, division_id) values ($1, 'KNOWS_RURAL', $2)", [
    target.tenure,
    node,
  ]);
}
