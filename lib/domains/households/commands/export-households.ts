/** Takes the list out of the house as it is seen: same unit, filter and order, all pages; audited with how many rows. */
import { may } from "#lib/domains/accounts/roles.ts";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { command } from "#lib/platform/command.ts";
import { ExportHouseholds } from "../input.ts";
import { householdRows } from "../queries/list-households.ts";

export const exportHouseholds = command({
  name: "households.export",
  tells: "household.exported",
  input: ExportHouseholds,
  subject: (work, { unit }) => listPlace(work, unit),
  may: (viewer, { unit }) => may(viewer, "household.export", unit.id),
  run: async (work, { note: _, ...filter }, place) => {
    const rows = await householdRows(work, place, { ...filter, after: undefined, before: undefined }, null);
    return { unit: place.unit, rows };
  },
  fact: ({ unit, rows }, { note }) => ({
    subject: `division:${unit.id}`,
    division: unit.id,
    rows: rows.length,
    filter: note,
  }),
});
