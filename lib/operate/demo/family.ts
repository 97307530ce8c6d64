// Invents the people of a household: who they are to its head, how old, at school or at work.
import { makeDay } from "#lib/base/calendar.ts";
import type { Chance } from "./chance.ts";
import { type Sex, tibetanName } from "./names.ts";

export type Member = { name: string; sex: Sex; birthOn: string; relation: string };

const SIZES = [
  [1, 4],
  [2, 8],
  [3, 12],
  [4, 18],
  [5, 20],
  [6, 16],
  [7, 11],
  [8, 7],
  [9, 3],
  [10, 1],
] as const;

export function family(by: Chance, year: number): Member[] {
  const size = by.weigh(SIZES);
  const headAge = by.between(size === 1 ? 45 : 27, 74);
  const headSex: Sex = by.happens(0.74) ? "M" : "F";
  const members = [member(by, year, "HEAD", headSex, headAge)];
  const room = () => size - members.length;
  if (room() > 0 && by.happens(0.86))
    members.push(member(by, year, "SPOUSE", headSex === "M" ? "F" : "M", headAge + by.between(-5, 5)));
  if (room() > 1 && headAge < 58 && by.happens(0.35))
    members.push(member(by, year, "MOTHER", "F", headAge + by.between(20, 30)));
  if (room() > 1 && headAge < 55 && by.happens(0.22))
    members.push(member(by, year, "FATHER", "M", headAge + by.between(21, 31)));
  while (room() > 0) {
    const age = childAge(by, headAge);
    const sex: Sex = by.happens(0.5) ? "M" : "F";
    members.push(member(by, year, sex === "M" ? "SON" : "DAUGHTER", sex, age));
    if (age < 23 || room() === 0 || !by.happens(0.5)) continue;
    members.push(
      sex === "M"
        ? member(by, year, "DAUGHTER_IN_LAW", "F", age - 1)
        : member(by, year, "SON_IN_LAW", "M", age + 2),
    );
    for (let child = 0; child < 2 && room() > 0 && by.happens(0.7); child++) {
      const childSex: Sex = by.happens(0.5) ? "M" : "F";
      const relation = childSex === "M" ? "GRANDSON" : "GRANDDAUGHTER";
      members.push(member(by, year, relation, childSex, Math.max(1, age - by.between(21, 27))));
    }
  }
  return members;
}

/** Nobody is born in the open year, so that a count of heads is the same on each of its days. */
const childAge = (by: Chance, headAge: number) =>
  by.between(Math.max(1, headAge - 42), Math.max(3, headAge - 20));

function member(by: Chance, year: number, relation: string, sex: Sex, age: number): Member {
  return {
    name: tibetanName(by, sex),
    sex,
    birthOn: makeDay(year - age, by.between(1, 10), by.between(1, 28)),
    relation,
  };
}

const SCHOOLS: Record<number, string> = {
  3: "PRESCHOOL",
  4: "PRESCHOOL",
  5: "PRESCHOOL",
  6: "PRIMARY",
  7: "PRIMARY",
  8: "PRIMARY",
  9: "PRIMARY",
  10: "PRIMARY",
  11: "PRIMARY",
  12: "GRADE_7",
  13: "GRADE_8",
  14: "GRADE_9",
  15: "SENIOR_1",
  16: "SENIOR_2",
  17: "SENIOR_3",
  18: "COLLEGE_1",
  19: "COLLEGE_2",
  20: "COLLEGE_3",
};
/** From here on some no longer go to school. */
const LEAVING_AGE = 15;

/** What the yearly sheet asks of one member. */
export function situation(by: Chance, birthOn: string, year: number, destitute: boolean) {
  const age = year - Number(birthOn.slice(0, 4));
  const atSchool = age < LEAVING_AGE ? SCHOOLS[age] : by.happens(0.55) ? SCHOOLS[age] : undefined;
  const health = by.weigh([
    ["HEALTHY", age > 60 ? 62 : 91],
    ["CHRONIC", age > 60 ? 27 : 5],
    ["SERIOUS", 1],
    ["DISABLED", 3],
  ] as const);
  const working = age >= 16 && age <= 64 && !atSchool;
  const labor = !working
    ? "NONE"
    : health === "HEALTHY"
      ? by.weigh([
          ["ORDINARY", 80],
          ["SKILLED", 14],
          ["WEAK", 6],
        ] as const)
      : by.weigh([
          ["WEAK", 60],
          ["ORDINARY", 25],
          ["LOST", 15],
        ] as const);
  const away = working && (labor === "ORDINARY" || labor === "SKILLED") && by.happens(0.34);
  const post =
    working && !away && labor !== "LOST" && by.happens(0.12)
      ? by.pick(["护林员", "草管员", "保洁员", "护路员", "水管员"])
      : null;
  return {
    education: atSchool && age > 5 ? null : age < 6 ? "PRESCHOOL_AGE" : schooling(by, age),
    school_status: atSchool ?? (age < 3 ? "BELOW_SCHOOL_AGE" : age <= 23 ? "NOT_IN_SCHOOL" : null),
    health,
    labor,
    work_months: away ? by.between(2, 11) : null,
    work_place: away
      ? by.weigh([
          ["乡镇内", 5],
          ["县内乡镇外", 4],
          ["区内县外", 3],
          ["区外", 1],
        ] as const)
      : null,
    public_post: post,
    public_post_months: post ? 12 : null,
    speaks_mandarin: age < 6 ? null : by.happens(age < 30 ? 0.9 : age < 50 ? 0.45 : 0.15),
    low_allowance: false,
    destitute_support: destitute ? "DISPERSED" : "NONE",
    resident_medical: by.happens(0.985),
    resident_pension: age >= 16 && !atSchool ? by.happens(0.94) : null,
    serious_illness: true,
  };
}

const schooling = (by: Chance, age: number) =>
  age > 50
    ? by.weigh([
        ["ILLITERATE", 7],
        ["PRIMARY", 3],
      ] as const)
    : by.weigh([
        ["ILLITERATE", 2],
        ["PRIMARY", 5],
        ["JUNIOR_MIDDLE", 4],
        ["SENIOR_MIDDLE", 2],
        ["COLLEGE", 1],
      ] as const);
