/** Writes who was there; whoever stands on the list already is not written twice. */
import type { Work } from "#lib/platform/scope.ts";
import type { Attendee } from "../recognize.ts";

export type Written = { known: number; unknown: number };

export async function writeAttendees(
  { tx }: Work,
  trainingId: string,
  host: number,
  attendees: readonly Attendee[],
): Promise<Written> {
  const { count } = await tx.trainingAttendee.createMany({
    data: attendees.map((one) => ({
      ...one,
      trainingId,
      hostId: host,
      standing: one.personId ? "KNOWN" : "UNKNOWN",
    })),
    skipDuplicates: true,
  });
  const unknown = attendees.filter(({ personId }) => personId === null).length;
  return { known: count - unknown, unknown };
}
