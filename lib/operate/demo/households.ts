// One household with its years and members, as rows; what its helpers did is added by whoever comes after.

import type { Batch } from "../ground/copy.ts";
import { addToIndex, keysOf } from "../ground/index-names.ts";
import type { Place } from "../ground/places.ts";
import type { Chance } from "./chance.ts";
import { family, situation } from "./family.ts";
import type { IdNumbers } from "./id-numbers.ts";
import { endOf, life, type Spell, spellOn } from "./life.ts";
import { phoneNumber } from "./names.ts";
import type { CountyStory } from "./story.ts";

export type Household = {
  id: string;
  no: string;
  village: Place;
  headName: string;
  spells: Spell[];
  /** The first day on which nobody helps it any more. */
  endedOn: string | null;
};
export type Making = {
  rows: Batch;
  by: Chance;
  years: number[];
  today: string;
  story: CountyStory;
  idNumber: IdNumbers;
  branchOf: (village: Place) => number;
};

const CAUSES = [
  ["ILLNESS", 22],
  ["LACK_SKILL", 18],
  ["LACK_CAPITAL", 15],
  ["LACK_LABOR", 14],
  ["POOR_ROADS", 9],
  ["LACK_LAND", 7],
  ["DISABILITY", 6],
  ["SCHOOLING", 5],
  ["LACK_DRIVE", 3],
  ["DISASTER", 1],
] as const;
const GROUPS = ["一组", "二组", "三组", "四组"];

/** Gives the household and a way to add its row once the day of the last visit is known. */
export function makeHousehold(making: Making, village: Place, nth: number) {
  const { rows, by, years, today } = making;
  const openYear = years.at(-1)!;
  const id = by.id("2016-01-01");
  const no = `${village.code}${String(nth).padStart(4, "0")}`;
  const { spells, exitYear } = life(by, village, today);
  const present = spells.at(-1)!;
  const group = GROUPS[Math.min(by.between(0, 3), Math.floor(nth / 6))]!;
  const attribute = by.weigh([
    ["GENERAL", 72],
    ["LOW_ALLOWANCE", 22],
    ["DESTITUTE", 6],
  ] as const);
  const cause = by.weigh(CAUSES);
  const other = by.weigh(CAUSES);
  const phone = by.happens(0.93) ? phoneNumber(by) : null;
  const people = family(by, openYear).map((member) => ({ ...member, id: by.id("2016-01-01") }));
  const head = people[0]!;
  const endedOn = endOf(spells);
  const household: Household = { id, no, village, headName: head.name, spells, endedOn };
  const incomes = incomesOf(making, attribute);
  const relocated = by.happens(0.24);
  for (const { divisionId, status, fromOn, toOn } of spells)
    rows.add("household_spell", {
      household_id: id,
      division_id: divisionId,
      status,
      from_on: fromOn,
      to_on: toOn,
    });
  const livingYears = years.filter((year) => endedOn === null || Number(endedOn.slice(0, 4)) >= year);
  for (const year of livingYears) {
    const lastDay = year === openYear ? today : `${year}-12-31`;
    const then = spellOn(spells, lastDay) ?? present;
    rows.add("household_year", {
      household_id: id,
      year,
      division_id: then.divisionId,
      head_name: head.name,
      status: then.status,
      attribute,
      standard: "NATIONAL",
      main_cause: cause,
      other_causes: other === cause || by.happens(0.5) ? [] : [other],
      exit_year: exitYear,
      member_count: people.filter(({ birthOn }) => birthOn <= lastDay).length,
      income_per_head_fen: incomes(year),
      relocated,
      housing_grade: by.weigh([
        ["A", 70],
        ["B", 29],
        ["C", 1],
      ] as const),
      water_safe: by.happens(0.995),
      address: `${village.name}${group}`,
      phone,
    });
  }
  for (const [at, member] of people.entries())
    addMember(making, household, member, at, { attribute, livingYears, phone });
  const addRow = (lastVisitOn: string | null) => {
    const { pinyin, initials } = keysOf(head.name);
    rows.add("household", {
      id,
      household_no: no,
      division_id: village.id,
      group_name: group,
      head_name: head.name,
      head_person_id: head.id,
      status: present.status,
      attribute,
      main_cause: cause,
      member_count: people.length,
      income_per_head_fen: livingYears.includes(openYear) ? incomes(openYear) : null,
      phone,
      last_visit_on: lastVisitOn,
      pinyin,
      initials,
    });
    addToIndex(rows, {
      kind: "household",
      id,
      divisionId: village.id,
      householdId: id,
      title: head.name,
      detail: no,
    });
  };
  return { household, addRow };
}

type Person = ReturnType<typeof family>[number] & { id: string };
type Around = { attribute: string; livingYears: number[]; phone: string | null };

function addMember(making: Making, household: Household, member: Person, at: number, around: Around) {
  const { rows, by, years, today, idNumber, branchOf } = making;
  const openYear = years.at(-1)!;
  const { id, village, no } = household;
  const adult = openYear - Number(member.birthOn.slice(0, 4)) >= 18;
  const party = adult && by.happens(0.045);
  const phone = at === 0 ? around.phone : adult && by.happens(0.3) ? phoneNumber(by) : null;
  const { pinyin, initials } = keysOf(member.name);
  rows.add("person", {
    id: member.id,
    name: member.name,
    sex: member.sex,
    birth_on: member.birthOn,
    ethnicity: "04",
    political_status: party ? "PARTY_MEMBER" : "MASSES",
    phone,
    ...idNumber(member.birthOn, member.sex),
    division_id: village.id,
    household_id: around.livingYears.includes(openYear) ? id : null,
    party_org_id: party ? branchOf(village) : null,
    pinyin,
    initials,
  });
  addToIndex(rows, {
    kind: "person",
    id: member.id,
    divisionId: village.id,
    householdId: id,
    title: member.name,
    detail: no,
  });
  for (const year of around.livingYears.filter((one) => one >= openYear - 1)) {
    if (member.birthOn > (year === openYear ? today : `${year}-12-31`)) continue;
    rows.add("membership_year", {
      person_id: member.id,
      year,
      household_id: id,
      division_id: village.id,
      member_no: `${no}${String(at + 1).padStart(2, "0")}`,
      name: member.name,
      relation: member.relation,
      phone,
      ...situation(by, member.birthOn, year, around.attribute === "DESTITUTE"),
      low_allowance: around.attribute === "LOW_ALLOWANCE",
    });
  }
}

/** Income per head in fen, a little more each year; the open year's may not be reported yet. */
function incomesOf({ by, years, story }: Making, attribute: string) {
  const openYear = years.at(-1)!;
  const spread = Math.exp((by.next() + by.next() + by.next() - 1.5) * 0.55);
  const base = (attribute === "GENERAL" ? 14_600 : 11_200) * spread;
  const reported = by.happens(story.reported);
  const fen = new Map(
    years.map(
      (year, at) => [year, Math.round(base * 1.085 ** at * (0.96 + by.next() * 0.08)) * 100] as const,
    ),
  );
  return (year: number) => (year === openYear && !reported ? null : fen.get(year)!);
}
