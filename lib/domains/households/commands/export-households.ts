/** Takes the list out of the house as it is seen: same unit, filter and order, all pages; told with how many rows before the first one leaves. */
import { may } from "#lib/domains/accounts/roles.ts";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { command } from "#lib/platform/command.ts";
import { ExportHouseholds } from "../input.ts";
import { conditionsOf } from "../inside/conditions.ts";

export const exportHouseholds = command({
  name: "households.export",
  tells: "household.exported",
  input: ExportHouseholds,
  subject: (work, { unit }) => listPlace(work, unit),
  may: (viewer, { unit }) => may(viewer, "household.export", unit.id),
  run: async (work, { note: _, ...filter }, place) => {
    const [count] = await work.sql<{ total: number }>`
      select count(*)::int as total from household h where ${conditionsOf(work, place, filter)}`;
    return { unit: place.unit, total: count?.total ?? 0 };
  },
  fact: ({ unit, total }, { note }) => ({
    subject: `division:${unit.id}`,
    division: unit.id,
    rows: total,
    filter: note,
  }),
});
