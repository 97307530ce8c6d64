/** relocations.openSite, relocations.check: a settlement that families are moved to; and whether a moved family was found living there. */
import * as z from "zod";
import { readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { chosenId, text, typedDay, uuid } from "#lib/base/typed-fields.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, invalid, rule } from "#lib/platform/problem.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { heldHousehold, worksWith } from "../subject.ts";

export const OpenSite = z.strictObject({
  divisionId: chosenId,
  name: z.string("required").trim().min(2, "required").max(60, "tooLong"),
  capacity: z.string().trim().max(6).default(""),
});

export const openSite = command({
  name: "relocations.openSite",
  tells: "relocation.siteOpened",
  input: OpenSite,
  subject: async ({ sql, viewer }, { divisionId }) => {
    const [place] = await sql<{
      id: number;
    }>`select id from division where id = ${divisionId} and closed_on is null`;
    return place && reaches(viewer, place.id) ? place : null;
  },
  may: (viewer, { id }) => may(viewer, "household.edit", id),
  run: async (work, { divisionId, name, capacity }) => {
    const count = capacity === "" ? null : Number(capacity);
    if (count !== null && !(Number.isInteger(count) && count > 0))
      throw invalid({ capacity: [{ key: "facts.count" }] });
    const [there] =
      await work.sql`select 1 from relocation_site where division_id = ${divisionId} and name = ${name}`;
    if (there) throw conflict("household.siteThere", { name });
    const { id } = await work.tx.relocationSite.create({
      data: { divisionId, name, capacity: count, accountId: work.viewer.accountId },
      select: { id: true },
    });
    return { id, divisionId };
  },
  fact: ({ id, divisionId }) => ({ subject: `relocationSite:${id}`, division: divisionId }),
});

export const CheckRelocation = z.strictObject({
  id: uuid,
  on: typedDay,
  living: z.enum(["yes", "no"], "choose"),
  note: text(200),
});

export const checkRelocation = command({
  name: "relocations.check",
  tells: "household.relocationChecked",
  input: CheckRelocation,
  subject: (work, { id }) => heldHousehold(work, id),
  may: worksWith,
  run: async (work, { id, on, living, note }, household) => {
    const [moved] = await work.sql<{ on: string | null }>`
      select moved_on::text as on from relocation where household_id = ${id}::uuid`;
    if (!moved?.on) throw rule("household.notMovedYet");
    const day = readDay(on, work.today);
    if (!day) throw invalid({ on: [dayProblem(on, work.today)] });
    if (day > work.today) throw invalid({ on: [{ key: "futureDay" }] });
    if (day < moved.on) throw rule("household.beforeMoving", { day: moved.on }, "on");
    const { divisionId } = household;
    await work.tx.relocationCheck.create({
      data: {
        ...{ householdId: id, divisionId, countedIn: divisionId, note },
        ...{ checkedOn: dayToColumn(day), living: living === "yes" },
        ...{ accountId: work.viewer.accountId, accountName: work.viewer.name },
      },
    });
    work.note({
      ...{ entity: "household", entityId: id, householdId: id, divisionId },
      ...{ field: "relocationCheck", old: null, new: living },
    });
    return { id, divisionId, living };
  },
  fact: ({ id, divisionId }) => ({ subject: `household:${id}`, division: divisionId }),
});
