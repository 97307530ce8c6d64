/** A household comes into the registry with its head; the same ID number is refused, a head of the same name is asked about. */
import { may } from "#lib/domains/accounts/roles.ts";
import { makePerson, tellsElsewhere } from "#lib/domains/people/new-person.ts";
import { pinyinKeys } from "#lib/domains/people/pinyin.ts";
import { keepSearchEntry } from "#lib/domains/people/search-entry.ts";
import { windowOpen } from "#lib/domains/registry-years/gate.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { conflict } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { RegisterHousehold } from "../input.ts";
import { openYear } from "../open-year.ts";
import { provisionalNumber } from "../provisional-number.ts";
import { villageWithin } from "../village.ts";

export const registerHousehold = tellsElsewhere(
  command({
    name: "households.register",
    tells: "household.registered",
    input: RegisterHousehold,
    subject: (work, { divisionId }) => villageWithin(work, divisionId),
    may: (viewer, village) => may(viewer, "household.edit", village.id),
    run: async (work, input, village) => {
      await windowOpen(work, village.id);
      if (input.overwrite !== "yes") await askAboutNamesake(work, village.id, input.name);
      const year = await openYear(work);
      const facts = {
        divisionId: village.id,
        headName: input.name,
        status: input.status,
        attribute: input.attribute ?? null,
        mainCause: input.mainCause ?? null,
        memberCount: 1,
        phone: input.phone ?? null,
      };
      const household = await work.tx.household.create({
        data: {
          ...facts,
          groupName: input.groupName ?? null,
          householdNo: input.householdNo ?? (await provisionalNumber(work)),
          ...pinyinKeys(input.name),
        },
        select: { id: true, householdNo: true },
      });
      const head = await makePerson(work, {
        name: input.name,
        idNo: input.idNo,
        divisionId: village.id,
        householdId: household.id,
        phone: input.phone ?? null,
      });
      await work.tx.household.update({ where: { id: household.id }, data: { headPersonId: head.id } });
      await work.tx.householdYear.create({ data: { ...facts, householdId: household.id, year } });
      await work.tx.membershipYear.create({
        data: {
          personId: head.id,
          year,
          householdId: household.id,
          divisionId: village.id,
          name: input.name,
          relation: "HEAD",
        },
      });
      await work.tx.householdSpell.create({
        data: {
          householdId: household.id,
          divisionId: village.id,
          status: input.status,
          fromOn: dayToColumn(work.today),
        },
      });
      await keepSearchEntry(work, {
        kind: "household",
        subjectId: household.id,
        divisionId: village.id,
        householdId: household.id,
        title: input.name,
        detail: household.householdNo,
      });
      return { id: household.id, divisionId: village.id, householdNo: household.householdNo };
    },
    fact: (result) => ({ subject: `household:${result.id}`, division: result.divisionId }),
  }),
);

/** Same name, or one that sounds the same, in the same village: perhaps the same family. */
async function askAboutNamesake({ sql }: Work, divisionId: number, name: string) {
  const [namesake] = await sql<{ name: string; number: string; group: string | null }>`
    select head_name as name, household_no as number, group_name as "group" from household
    where division_id = ${divisionId} and (head_name = ${name} or pinyin = ${pinyinKeys(name).pinyin}) order by head_name <> ${name}, id limit 1`;
  if (namesake)
    throw conflict("household.namesake", {
      name: namesake.name,
      number: namesake.number,
      group: namesake.group ?? "",
    });
}
