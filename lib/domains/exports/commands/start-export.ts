/** Somebody takes a masked file: told before the first row leaves, and counted when the last one has. */
import { may, tends } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { CountRows, StartExport } from "../input.ts";
import { mayExport } from "../policy.ts";
import { FIGURE_LISTS } from "../sheet-ids.ts";

export const startExport = command({
  name: "exports.start",
  tells: "export.started",
  input: StartExport,
  subject: async ({ sql, viewer }, { divisionId }) => {
    const [unit] = await sql<{
      id: number;
      name: string;
    }>`select id, name from division where id = ${divisionId}`;
    return unit && reaches(viewer, unit.id) ? unit : null;
  },
  // A list of accounts is for whoever looks after them.
  may: (viewer, unit, { what }) =>
    FIGURE_LISTS.includes(what)
      ? may(viewer, "cockpit.view", unit.id)
      : mayExport(viewer, unit.id) && (what !== "accounts" || tends(viewer, unit.id)),
  run: async ({ tx, viewer }, { what, conditions }, unit) => {
    const { id } = await tx.export.create({
      data: {
        what,
        conditions,
        divisionId: unit.id,
        accountId: viewer.accountId,
        accountName: viewer.name,
        status: "TAKEN",
      },
      select: { id: true },
    });
    return { id, unit: unit.name };
  },
  fact: ({ id }, { what }, unit) => ({ subject: `export:${id}`, division: unit.id, what }),
});

export const countRows = command({
  name: "exports.count",
  tells: "export.finished",
  input: CountRows,
  subject: async ({ sql, viewer }, { id }) => {
    const [mine] = await sql<{ id: string; divisionId: number }>`
      select id, division_id as "divisionId" from export where id = ${id}::uuid and account_id = ${viewer.accountId} and status = 'TAKEN'`;
    return mine ?? null;
  },
  may: () => true,
  run: ({ tx }, { id, rows }) => tx.export.updateMany({ where: { id }, data: { rows } }),
  fact: (_result, { id, rows }, { divisionId }) => ({ subject: `export:${id}`, division: divisionId, rows }),
});
