/** A deed that was a mistake is taken back as if it had not been, as long as nothing was written on its files since. */
import { openYear } from "#lib/domains/households/open-year.ts";
import { type HouseholdSubject, heldHousehold, mayEdit } from "#lib/domains/households/subject.ts";
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { EventId } from "../input.ts";
import type { Kept } from "../inside/deed.ts";
import { restoreFiles } from "../inside/restore.ts";
import { turnBack } from "../inside/turn-back.ts";
import type { TakenBack } from "../life.ts";

type Event = {
  id: string;
  householdId: string;
  divisionId: number;
  year: number;
  kind: string;
  kept: Kept;
  undone: boolean;
};

async function eventOf({ sql }: Work, id: string): Promise<Event | null> {
  const [event] = await sql<Event>`
    select e.id, e.household_id as "householdId", h.division_id as "divisionId", e.year, e.kind, e.kept, e.undone_at is not null as undone
    from life_event e join household h on h.id = e.household_id where e.id = ${id}::uuid for update of e`;
  return event ?? null;
}

export const takeBackDeed = command({
  name: "lives.takeBack",
  tells: "household.lifeTakenBack",
  input: EventId,
  subject: (work, { id }) => eventOf(work, id),
  may: mayEdit,
  run: async (work, _input, event): Promise<TakenBack> => {
    if (event.undone) throw rule("life.takenBack");
    if (event.year !== (await openYear(work))) throw rule("life.yearClosed");
    const homes = await homesUntouched(work, event.kept);
    await nobodyWentOn(work, event.id);
    await turnBack(work, event);
    await restoreFiles(work, event, homes);
    await work.tx.householdTie.deleteMany({ where: { eventId: event.id } });
    await work.sql`update life_change set undone = true where event_id = ${event.id}::uuid returning event_id`;
    await work.tx.lifeEvent.update({
      where: { id: event.id },
      data: { undoneAt: new Date(), undoneBy: work.viewer.name },
    });
    return { id: event.householdId, divisionId: event.divisionId, kind: event.kind };
  },
  fact: (result) => ({
    subject: `household:${result.id}`,
    division: result.divisionId,
    kind: result.kind,
  }),
});

/** All files as the deed left them; any edit, deed or move since counts up the version. */
async function homesUntouched(work: Work, kept: Kept): Promise<HouseholdSubject[]> {
  const homes: HouseholdSubject[] = [];
  for (const [id, version] of Object.entries(kept.versions)) {
    const home = await heldHousehold(work, id);
    if (!home || !mayEdit(work.viewer, home)) throw rule("life.otherFileOutOfReach");
    if (home.version !== version) throw rule("life.writtenSince", { name: home.headName });
    homes.push(home);
  }
  return homes;
}

/** Whoever left and has been somewhere else since comes back only after that is taken back. */
async function nobodyWentOn({ sql }: Work, eventId: string): Promise<void> {
  const [gone] = await sql<{ name: string }>`
    select later.name from life_change mine join life_change later
      on later.person_id = mine.person_id and later.nth > mine.nth and later.event_id <> mine.event_id and not later.undone
    where mine.event_id = ${eventId}::uuid limit 1`;
  if (gone) throw rule("life.goneOnSince", { name: gone.name });
}
