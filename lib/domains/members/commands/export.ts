/** Takes the roster out of the house as it is seen: same unit, organization, day and filter, all pages; told before the first row leaves. */
import { may } from "#lib/domains/accounts/roles.ts";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { command } from "#lib/platform/command.ts";
import { ExportMembers } from "../input.ts";
import { conditionsOf } from "../inside/conditions.ts";

export const exportMembers = command({
  name: "members.export",
  tells: "partyMember.exported",
  input: ExportMembers,
  subject: (work, { unit }) => listPlace(work, unit),
  may: (viewer, { unit }) => may(viewer, "household.export", unit.id),
  run: async (work, { note: _, ...filter }, place) => {
    const [count] = await work.sql<{ total: number }>`
      select count(*)::int as total from party_membership s join party_member m on m.id = s.member_id where ${conditionsOf(work, place, filter)}`;
    return { unit: place.unit, total: count?.total ?? 0 };
  },
  fact: ({ unit, total }, { note }) => ({
    subject: `division:${unit.id}`,
    division: unit.id,
    rows: total,
    filter: note,
  }),
});
