/**
 * 两不愁三保障 as a list of tasks: for each condition whether it is met by what is recorded, and if nobody can say yet, why.
 * It judges the file and changes nothing: a status moves by its procedure alone.
 */
import type { FactTexts } from "./fact-texts.ts";

export const CONDITIONS = ["income", "food", "clothes", "schooling", "medical", "housing", "water"] as const;
export type ConditionKey = (typeof CONDITIONS)[number];

/** NOT_STARTED nobody looked; LACKING looked at, something is missing; BLOCKED cannot begin yet. */
export type ConditionState = "MET" | "UNMET" | "LACKING" | "NOT_STARTED" | "BLOCKED";
export type Condition = { key: ConditionKey; state: ConditionState; why: string | null; names: string[] };

export type Person = {
  name: string;
  birthOn: string | null;
  schoolStatus: string | null;
  residentMedical: boolean | null;
  employeeMedical: boolean | null;
};

type Known = {
  texts: FactTexts;
  people: readonly Person[];
  year: number;
  perHeadFen: bigint | null;
  lineFen: bigint | null;
};

const said = (key: ConditionKey, state: ConditionState, why: string | null = null, names: string[] = []) => ({
  ...{ key, state, why, names },
});

export function conditionsOf(known: Known): Condition[] {
  const { texts } = known;
  return [
    income(known),
    answered("food", texts.foodSecure),
    answered("clothes", texts.clothesSecure),
    schooling(known),
    medical(known),
    housing(texts.housingGrade ?? ""),
    answered("water", texts.waterSafe),
  ];
}

function income({ perHeadFen, lineFen }: Known): Condition {
  if (lineFen === null) return said("income", "BLOCKED", "noLine");
  if (perHeadFen === null) return said("income", "NOT_STARTED", "noIncome");
  return perHeadFen >= lineFen ? said("income", "MET") : said("income", "UNMET", "belowLine");
}

function answered(key: ConditionKey, answer: string | undefined): Condition {
  if (!answer) return said(key, "NOT_STARTED", "notLooked");
  return said(key, answer === "yes" ? "MET" : "UNMET");
}

function housing(grade: string): Condition {
  if (grade === "") return said("housing", "NOT_STARTED", "noGrade");
  return grade === "A" || grade === "B" ? said("housing", "MET") : said("housing", "UNMET", "dangerous");
}

const IN_COMPULSORY_SCHOOL = /^(PRIMARY|GRADE_[789]|SENIOR_|VOCATIONAL_)/;
/** Who is of the age of compulsory schooling in that year: six to fifteen. */
function schooling({ people, year }: Known): Condition {
  if (people.length === 0) return said("schooling", "BLOCKED", "noMembers");
  const unknown = people.filter(({ birthOn }) => birthOn === null);
  const children = people.filter(({ birthOn }) => {
    const age = birthOn === null ? -1 : year - Number(birthOn.slice(0, 4));
    return age >= 6 && age <= 15;
  });
  const out = children.filter(
    (child) => child.schoolStatus && !IN_COMPULSORY_SCHOOL.test(child.schoolStatus),
  );
  if (out.length > 0) return said("schooling", "UNMET", "outOfSchool", names(out));
  const unsaid = children.filter((child) => !child.schoolStatus);
  if (unsaid.length > 0) return said("schooling", "LACKING", "noSchoolStatus", names(unsaid));
  if (unknown.length > 0) return said("schooling", "LACKING", "noBirthDay", names(unknown));
  return said("schooling", "MET", children.length === 0 ? "noChildren" : null);
}

function medical({ people }: Known): Condition {
  if (people.length === 0) return said("medical", "BLOCKED", "noMembers");
  const insured = ({ residentMedical, employeeMedical }: Person) => residentMedical || employeeMedical;
  const without = people.filter((one) => one.residentMedical === false && !insured(one));
  if (without.length > 0) return said("medical", "UNMET", "uninsured", names(without));
  const unsaid = people.filter((one) => !insured(one));
  if (unsaid.length === people.length) return said("medical", "NOT_STARTED", "noInsurance");
  if (unsaid.length > 0) return said("medical", "LACKING", "insuranceUnsaid", names(unsaid));
  return said("medical", "MET");
}

const names = (people: readonly Person[]) => people.map(({ name }) => name);
