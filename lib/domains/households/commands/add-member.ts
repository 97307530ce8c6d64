/** A person joins a household in the open year; the count of members follows, income per head stays as reported. */
import { isDay, readDay } from "#lib/base/calendar.ts";
import { makePerson, tellsElsewhere } from "#lib/domains/people/new-person.ts";
import { command } from "#lib/platform/command.ts";
import { invalid } from "#lib/platform/problem.ts";
import { AddMember } from "../input.ts";
import { openYear } from "../open-year.ts";
import { heldHousehold, mayEdit } from "../subject.ts";

export const addMember = tellsElsewhere(
  command({
    name: "households.addMember",
    tells: "household.memberAdded",
    input: AddMember,
    subject: (work, { householdId }) => heldHousehold(work, householdId),
    may: mayEdit,
    run: async (work, input, household) => {
      const birthOn = input.birthOn ? readDay(input.birthOn, work.today) : null;
      if (input.birthOn && (!birthOn || !isDay(birthOn))) throw invalid({ birthOn: [{ key: "day" }] });
      if (birthOn && birthOn > work.today) throw invalid({ birthOn: [{ key: "futureDay" }] });
      const year = await openYear(work);
      const person = await makePerson(work, {
        name: input.name,
        idNo: input.idNo,
        sex: input.sex,
        birthOn,
        divisionId: household.divisionId,
        householdId: household.id,
      });
      await work.tx.membershipYear.create({
        data: {
          personId: person.id,
          year,
          householdId: household.id,
          divisionId: household.divisionId,
          name: input.name,
          relation: input.relation,
        },
      });
      const members = await work.tx.membershipYear.count({ where: { householdId: household.id, year } });
      await work.tx.household.update({
        where: { id: household.id },
        data: { memberCount: members, version: { increment: 1 } },
      });
      await work.tx.householdYear.updateMany({
        where: { householdId: household.id, year },
        data: { memberCount: members },
      });
      work.note({
        entity: "household",
        entityId: household.id,
        householdId: household.id,
        divisionId: household.divisionId,
        field: "member",
        old: null,
        new: input.name,
      });
      return { id: household.id, personId: person.id, divisionId: household.divisionId, members };
    },
    fact: (result) => ({
      subject: `household:${result.id}`,
      division: result.divisionId,
      person: result.personId,
    }),
  }),
);
