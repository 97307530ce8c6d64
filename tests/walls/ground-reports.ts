// A report of each place that reports: a draft, and one that was issued; marked, written by nobody's account.
import type { TestDatabase } from "#tests/support/database.ts";
import { SIGNED, TO_SIGN } from "./ground-closings.ts";

export type ReportTarget = { report: string; issuedReport: string };
export const reportIds = (id: (name: string) => string): ReportTarget => ({
  report: id("report"),
  issuedReport: id("issuedReport"),
});

type Planted = ReportTarget & { node: number; mark: string; paired: boolean };

export async function plantReports(look: TestDatabase["look"], planted: Planted): Promise<void> {
  const { report, issuedReport, node, mark, paired } = planted;
  // A place is furnished twice, once with the household that is helped.
  const [draft, issued] = paired ? [TO_SIGN, "2025-02"] : [SIGNED, "2025-01"];
  await look(
    "insert into report (id, division_id, period, texts, account_id, account_name) values ($1, $2, $3, $4, 0, $5)",
    [report, node, draft, JSON.stringify({ plans: `打算${mark}` }), `经办${mark}`],
  );
  const content = { unit: { id: node, name: `单位${mark}`, level: "COUNTY" }, period: issued };
  await look(
    `insert into report (id, division_id, period, texts, account_id, account_name, status, content, issued_by, issued_name, issued_on)
     values ($1, $2, $6, $3, 0, $4, 'ISSUED', $5, 0, $4, '2025-03-06')`,
    [
      issuedReport,
      node,
      JSON.stringify({ plans: `打算${mark}` }),
      `经办${mark}`,
      JSON.stringify(content),
      issued,
    ],
  );
}
