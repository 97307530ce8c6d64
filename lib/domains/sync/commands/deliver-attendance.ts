/** Takes in who was at a training, ticked on a phone, by the same command as at the desk; who is out of reach by now stands there by name, to be settled. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { addAttendees } from "#lib/domains/trainings/commands/attend-training.ts";
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { AttendanceTold, DeliverAttendance, OneTraining } from "../input.ts";
import { carried } from "../inside/carried.ts";
import { once } from "../inside/once.ts";

type Taken = { id: string; divisionId: number; sheet: string; known: number; unknown: number };

export const deliverAttendance = command({
  name: "sync.deliverAttendance",
  tells: "sync.attendanceDelivered",
  input: DeliverAttendance,
  subject: async ({ sql, viewer }, input) => {
    const { success, data } = OneTraining.safeParse(carried(input));
    // A twin on its way waits here for the first one, and then finds its answer.
    if (success) await sql`select 1 as held from training where id = ${data.id}::uuid for update`;
    return { accountId: viewer.accountId };
  },
  may: () => true, // the training's own command decides
  run: (work, input) =>
    once(work, { ...input, kind: "ATTENDANCE" }, async (): Promise<Taken> => {
      const told = AttendanceTold.safeParse(carried(input));
      if (!told.success) throw rule("sync.damaged");
      const { id, sheet, people, called, names } = told.data;
      const before = await takenBefore(work, sheet, input.sha256);
      if (before) return before;
      const here = await withinReach(work, people);
      const gone = people.flatMap((person, at) => (here.has(person) ? [] : (called[at] ?? [])));
      const { divisionId, known, unknown } = await addAttendees.within(work, {
        id,
        people: people.filter((person) => here.has(person)),
        names: [...gone, names].join("\n"),
      });
      return { id, divisionId, sheet, known, unknown };
    }),
  fact: ({ value, repeated }, { op, device, writtenAt }) => ({
    subject: `training:${value.id}`,
    division: value.divisionId,
    ...{ op, device, writtenAt, repeated },
  }),
});

/** The same list came before, and its answer was lost: as it was it is answered again; another one would leave on the list who was unticked since. */
async function takenBefore({ sql, viewer }: Work, sheet: string, sha256: string): Promise<Taken | null> {
  const [row] = await sql<{ result: Taken; same: boolean }>`
    select result, payload_sha256 = decode(${sha256}, 'hex') as same from sync_op
    where account_id = ${viewer.accountId} and kind = 'ATTENDANCE' and result ->> 'sheet' = ${sheet} limit 1`;
  if (row && !row.same) throw rule("sync.attendedAlready");
  return row?.result ?? null;
}

async function withinReach({ sql, viewer }: Work, people: readonly string[]): Promise<Set<string>> {
  const rows = await sql<{ id: string }>`
    select p.id from person p where p.id = any (${people}::uuid[])
      and ${reachable(viewer, { division: "p.division_id", household: "p.household_id" })}`;
  return new Set(rows.map(({ id }) => id));
}
