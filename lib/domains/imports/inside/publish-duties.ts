/** Sets the posts that a branch does not have yet, and lets members hold them as the sheet says they signed; judged as it says where nobody judged. */
import type { Publishing } from "./publish.ts";

const SAID =
  "jsonb_to_record(r.values->'duty') as n (post_name text, promise text, signed_on date, half text, stars int)";

export async function publishDuties({ client, record, viewer, step }: Publishing): Promise<void> {
  const who = [record.id, viewer.accountId];
  await step("duties");
  await client.query(
    `insert into duty_post (org_id, division_id, kind, name, duties, places, from_on, account_id, import_id)
     select (r.values->'meant'->>'orgId')::int, min(r.division_id), min(r.values->'meant'->>'kind'), n.post_name, min(r.values->'meant'->>'duties'), count(*), min(n.signed_on), $2, $1
     from import_row r cross join lateral ${SAID}
     where r.import_id = $1 and r.action = 'ADD' and r.values->'meant'->>'postId' is null group by 1, n.post_name`,
    who,
  );
  await client.query(
    `insert into duty_holding (post_id, division_id, member_id, member_name, how, status, promise, proposed_on, decided_on, published_on, signed_on, account_id, import_id)
     select p.id, p.division_id, (r.values->'meant'->>'memberId')::uuid, r.values->>'name', 'RECOMMENDED', 'SIGNED', n.promise, n.signed_on, n.signed_on, n.signed_on, n.signed_on, $2, $1
     from import_row r cross join lateral ${SAID}
     join duty_post p on p.id = coalesce((r.values->'meant'->>'postId')::uuid,
       (select q.id from duty_post q where q.import_id = $1 and q.org_id = (r.values->'meant'->>'orgId')::int and q.name = n.post_name))
     where r.import_id = $1 and r.action = 'ADD' order by r.row_no`,
    who,
  );
  await client.query(
    `insert into duty_review (holding_id, division_id, year, part, result, stars, account_id, account_name, import_id)
     select h.id, h.division_id, $3, v.part, case when v.part = 'HALF' then n.half end, case when v.part = 'YEAR' then n.stars end, $2, $4, $1
     from import_row r cross join lateral ${SAID} join lateral (values ('HALF', 'half'), ('YEAR', 'year')) v (part, flag) on (r.values->'meant'->>v.flag)::boolean
     join duty_holding h on h.id = r.subject_id or (r.action = 'ADD' and h.import_id = $1 and h.member_id = (r.values->'meant'->>'memberId')::uuid
       and exists (select 1 from duty_post p where p.id = h.post_id and p.name = n.post_name and p.org_id = (r.values->'meant'->>'orgId')::int))
     where r.import_id = $1 and r.action in ('ADD', 'UPDATE')`,
    [...who, record.year, viewer.name],
  );
}
