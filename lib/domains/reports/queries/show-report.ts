/** reports.get: one report with its figures (of a draft those of the moment) and what the viewer may do with it. */
import type { Period } from "#lib/base/period.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { notFound, refused } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { contentOf } from "../content-of.ts";
import { ReportId } from "../input.ts";
import { type Content, type State, type Texts, writesFor } from "../report.ts";

type Row = {
  id: string;
  divisionId: number;
  period: Period;
  revision: number;
  status: State;
  texts: Texts;
  content: Content | null;
  maker: string;
  issuedName: string | null;
  issuedOn: string | null;
  reason: string | null;
  version: number;
  /** The revision that it corrects, and the one that corrects it. */
  corrects: string | null;
  correctedBy: string | null;
};

export const getReport = query({
  name: "reports.get",
  input: ReportId,
  run: async (scope, { id }) => {
    const [row] = await scope.sql<Row>`
      select r.id, r.division_id as "divisionId", r.period, r.revision, r.status, r.texts, r.content, r.account_name as maker, r.issued_name as "issuedName",
        r.issued_on::text as "issuedOn", r.reason, r.version, r.corrects_id as corrects, (select n.id from report n where n.corrects_id = r.id) as "correctedBy"
      from report r where r.id = ${id}::uuid and ${reachable(scope.viewer, { division: "r.division_id" })}`;
    if (!row) throw notFound();
    if (!may(scope.viewer, "cockpit.view", row.divisionId)) throw refused();
    const { content, ...report } = row;
    const writes = writesFor(scope.viewer, row.divisionId);
    return {
      report,
      content: content ?? (await contentOf(scope, { unit: row.divisionId, period: row.period })),
      may: {
        write: writes && row.status === "DRAFT",
        correct: writes && row.status === "ISSUED" && row.correctedBy === null,
      },
    };
  },
});
export type ReportView = Awaited<ReturnType<typeof getReport>>;
