/** The link between two files, told on both, so that each finds the other whoever reaches it. */
import { dayToColumn } from "#lib/platform/clock.ts";
import type { Deed, Home } from "./deed.ts";

type End = Pick<Home, "id" | "divisionId" | "householdNo" | "headName">;

export async function tie(deed: Deed, kind: "SPLIT" | "MERGE" | "DUPLICATE", from: End, to: End) {
  const row = (home: End, other: End, side: "FROM" | "TO") => ({
    eventId: deed.id,
    householdId: home.id,
    divisionId: home.divisionId,
    otherId: other.id,
    otherNo: other.householdNo,
    otherName: other.headName,
    side,
    kind,
    happenedOn: dayToColumn(deed.on),
  });
  await deed.work.tx.householdTie.createMany({ data: [row(from, to, "TO"), row(to, from, "FROM")] });
}
