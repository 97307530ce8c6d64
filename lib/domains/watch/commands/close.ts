/** watch.close: a visit made since the reason was found says how things are; without one nothing is closed. */
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, rule } from "#lib/platform/problem.ts";
import { CloseWatch } from "../input.ts";
import { CLOSES } from "../inside/closes.ts";
import type { ReasonCode } from "../reasons.ts";

type Held = {
  id: string;
  householdId: string;
  divisionId: number;
  reason: ReasonCode;
  version: number;
  closed: boolean;
};

export const closeWatch = command({
  name: "watch.close",
  tells: "watch.closed",
  input: CloseWatch,
  subject: async ({ sql }, { id }): Promise<Held | null> => {
    const [entry] = await sql<Held>`
      select id, household_id as "householdId", division_id as "divisionId", reason, version, closed_on is not null as closed
      from watch_entry where id = ${id}::uuid and gone_on is null for update`;
    return entry ?? null;
  },
  may: (viewer, entry) =>
    viewer.households.includes(entry.householdId) || may(viewer, "visit.record", entry.divisionId),
  run: async (work, { id, version, visitId, words }, entry) => {
    if (entry.closed) throw conflict("watch.closedAlready");
    if (entry.version !== version) throw conflict("watch.valueChanged");
    const [visit] = await work.sql<{ closes: boolean }>`
      select ${CLOSES} as closes from visit v join watch_entry w on w.id = ${id}::uuid and w.household_id = v.household_id where v.id = ${visitId}::uuid`;
    if (!visit?.closes) throw rule("watch.visitBefore", undefined, "visitId");
    const { accountId, name } = work.viewer;
    await work.sql`update watch_entry set closed_on = ${work.today}::date, visit_id = ${visitId}::uuid, words = ${words}, closed_by = ${accountId}, closed_by_name = ${name}, version = version + 1
      where id = ${id}::uuid`;
    work.note({
      ...{ entity: "household", entityId: entry.householdId, householdId: entry.householdId },
      ...{ divisionId: entry.divisionId, field: "watch", old: null, new: words },
    });
    return { id, householdId: entry.householdId };
  },
  fact: ({ householdId }, { visitId }, { divisionId, reason }) => ({
    subject: `household:${householdId}`,
    division: divisionId,
    visit: visitId,
    reason,
  }),
});
