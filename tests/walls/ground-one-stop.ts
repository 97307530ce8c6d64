// A window in each place with a matter of its own, and a case there of which one paper is missing and one part is not done.
import type { TestDatabase } from "#tests/support/database.ts";

export type ServiceTarget = {
  desk: string;
  matter: string;
  /** What citizens ask for without papers, so that a sample can accept it. */
  serviceCase: string;
  part: string;
};
export const serviceIds = (id: (name: string) => string): ServiceTarget => ({
  desk: id("service window"),
  matter: id("service item"),
  serviceCase: id("service case"),
  part: id("service part"),
});

type Planted = ServiceTarget & { node: number; number: number; mark: string };

export async function plantService(look: TestDatabase["look"], planted: Planted): Promise<void> {
  const { desk, matter, serviceCase, part, node, number, mark } = planted;
  await look(
    `insert into service_window (id, division_id, name, place, hours, opened_on) values ($1, $2, $3, '一楼', '工作日', '2026-01-01')`,
    [desk, node, `窗${number}`],
  );
  await look(
    `insert into service_item (id, division_id, name, limit_days, parts, papers, from_on) values ($1, $2, $3, 5, '{"民政"}', '{}', '2026-01-01')`,
    [matter, node, `事${number}`],
  );
  await look(
    `insert into service_case (id, number, code, window_id, division_id, item_id, item_name, limit_days, applicant, accepted_on, received_on, state, account_id, account_name)
     values ($1, $2, $3, $4, $5, $6, $7, 5, $8, '2026-01-05', '2026-01-05', 'PAUSED', 0, $8)`,
    [
      serviceCase,
      `260105-${100000 + number}`,
      `${number}`.padStart(16, "0"),
      desk,
      node,
      matter,
      `事${number}`,
      `甲${mark}`,
    ],
  );
  await look("insert into service_paper (case_id, division_id, position, name) values ($1, $2, 1, $3)", [
    serviceCase,
    node,
    `材料${mark}`,
  ]);
  await look(
    "insert into service_part (id, case_id, division_id, position, department) values ($1, $2, $3, 1, $4)",
    [part, serviceCase, node, `民政${mark}`],
  );
  await look(
    "insert into service_pause (case_id, division_id, from_on, position) values ($1, $2, '2026-01-05', 1)",
    [serviceCase, node],
  );
  await look(
    `insert into service_contact (case_id, division_id, kind, on_day, came, note, account_id, account_name) values ($1, $2, 'ACCEPTED', '2026-01-05', true, $3, 0, '')`,
    [serviceCase, node, `说${mark}`],
  );
}
