/** The one who asked fetches the approved file: only within its day, only with the right still held; each time is kept. */
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { ExportId } from "../input.ts";
import { mayAsk } from "../policy.ts";
import type { OfficeSheetId } from "../sheet-ids.ts";

type Mine = {
  id: string;
  what: OfficeSheetId;
  divisionId: number;
  unit: string;
  status: string;
  alive: boolean;
  decidedName: string | null;
  reason: string;
};

export const fetchExport = command({
  name: "exports.fetch",
  tells: "export.fetched",
  asks: "fresh-proof",
  input: ExportId,
  subject: async ({ sql, viewer }, { id }) => {
    const [mine] = await sql<Mine>`
      select e.id, e.what, e.division_id as "divisionId", d.name as unit, e.status, e.expires_at > now() as alive, e.decided_name as "decidedName", e.reason
      from export e join division d on d.id = e.division_id where e.id = ${id}::uuid and e.unmasked and e.account_id = ${viewer.accountId}`;
    return mine ?? null;
  },
  may: (viewer, mine) => mayAsk(viewer, mine.divisionId),
  run: async ({ tx, viewer }, _input, mine) => {
    if (mine.status !== "APPROVED") throw rule("export.notApproved");
    if (!mine.alive) throw rule("export.expired");
    await tx.exportDownload.create({
      data: {
        exportId: mine.id,
        accountId: viewer.accountId,
        accountName: viewer.name,
        divisionId: mine.divisionId,
      },
    });
    return mine;
  },
  fact: ({ id, what, divisionId }) => ({ subject: `export:${id}`, division: divisionId, what }),
});
