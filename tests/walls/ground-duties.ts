// A duty of the organization in each place, the member proposed for it, a pledge of his, and a report to the community.
import type { TestDatabase } from "#tests/support/database.ts";

export type DutyTarget = { duty: string; holding: string; signed: string; pledge: string; checkIn: string };
export const dutyIds = (id: (name: string) => string): DutyTarget => ({
  duty: id("duty"),
  holding: id("holding"),
  signed: id("signed"),
  pledge: id("pledge"),
  checkIn: id("checkIn"),
});

type Planted = DutyTarget & { node: number; org: number; member: string; mark: string };

export async function plantDuties(look: TestDatabase["look"], planted: Planted): Promise<void> {
  const { duty, holding, signed, pledge, checkIn, node, org, member, mark } = planted;
  await look(
    "insert into duty_post (id, org_id, division_id, kind, name, duties, places, from_on) values ($1, $2, $3, 'PUBLIC', $4, $5, 5, '2020-01-01')",
    [duty, org, node, `岗${mark}`, `职责${mark}`],
  );
  await look(
    "insert into duty_holding (id, post_id, division_id, member_id, member_name, how, proposed_on, promise) values ($1, $2, $3, $4, $5, 'APPLIED', '2026-01-05', $6)",
    [holding, duty, node, member, `党${mark}`, `诺${mark}`],
  );
  const other = await look<{ id: string }>(
    "insert into duty_post (org_id, division_id, kind, name, duties, places, from_on) values ($1, $2, 'MINDS', $3, $4, 5, '2020-01-01') returning id",
    [org, node, `宣${mark}`, `职责${mark}`],
  );
  await look(
    `insert into duty_holding (id, post_id, division_id, member_id, member_name, how, status, proposed_on, decided_on, published_on, signed_on)
     values ($1, $2, $3, $4, $5, 'APPLIED', 'SIGNED', '2026-01-05', '2026-01-06', '2026-01-07', '2026-01-20')`,
    [signed, other[0]?.id, node, member, `党${mark}`],
  );
  await look(
    `insert into service_pledge (id, member_id, member_name, division_id, content, target, due_on, status, evidence, delivered_on, delivered_by)
     values ($1, $2, $3, $4, $5, '两户', '2026-01-10', 'DELIVERED', '都做完了', '2026-01-09', 0)`,
    [pledge, member, `党${mark}`, node, `承诺${mark}`],
  );
  await look(
    "insert into community_check_in (id, division_id, member_id, name, from_on) values ($1, $2, $3, $4, '2026-01-05')",
    [checkIn, node, member, `党${mark}`],
  );
}
