/** The turns of a deed, undone person by person. */
import type { Work } from "#lib/platform/scope.ts";
import type { Kept } from "./deed.ts";
import { foundAgain } from "./found.ts";

type Event = { id: string; year: number; kept: Kept };
type Row = {
  personId: string;
  householdId: string;
  divisionId: number;
  kind: string;
  oldRelation: string | null;
};

export async function turnBack(work: Work, event: Event): Promise<void> {
  const rows = await work.sql<Row>`
    select c.person_id as "personId", c.household_id as "householdId", h.division_id as "divisionId", c.kind, c.old_relation as "oldRelation"
    from life_change c join household h on h.id = c.household_id where c.event_id = ${event.id}::uuid
    order by c.old_relation = 'HEAD', c.nth desc`;
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  // Whoever becomes head again comes last, so that no household has two.
  for (const { personId, oldRelation } of of("RELATION"))
    await work.tx.membershipYear.update({
      where: { personId_year: { personId, year: event.year } },
      data: { relation: oldRelation ?? "OTHER" },
    });
  const cameFromNowhere = of("IN").filter(
    ({ personId }) => !of("OUT").some((one) => one.personId === personId),
  );
  for (const { personId, householdId } of cameFromNowhere) {
    await work.sql`select sec.member_leaves(${personId}::uuid, ${householdId}::uuid, ${event.year})::text`;
    await foundAgain(work, personId, event.kept.found);
  }
  for (const row of of("OUT")) await backTo(work, event, row);
}

async function backTo(work: Work, { year, kept }: Event, home: Row): Promise<void> {
  const { personId, householdId, divisionId, oldRelation } = home;
  const gone = kept.rows.find((one) => one.personId === personId)?.row;
  if (gone) {
    await work.sql`
      insert into membership_year select * from jsonb_populate_record(null::membership_year,
        ${JSON.stringify({ ...gone, division_id: divisionId })}::jsonb) returning person_id`;
  } else {
    await work.tx.membershipYear.update({
      where: { personId_year: { personId, year } },
      data: { householdId, divisionId, relation: oldRelation ?? "OTHER" },
    });
  }
  await work.tx.person.update({ where: { id: personId }, data: { householdId, divisionId } });
  await work.tx.searchEntry.updateMany({
    where: { kind: "person", subjectId: personId },
    data: { divisionId, householdId },
  });
}
