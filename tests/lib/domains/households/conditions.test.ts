// 两不愁三保障: each condition says done, not met, looked at but lacking, not started, or cannot begin yet, and why.
import { expect, test } from "vitest";
import { conditionsOf, type Person } from "#lib/domains/households/conditions.ts";

const person = (name: string, given: Partial<Person> = {}): Person => ({
  ...{ name, birthOn: "1980-01-01", schoolStatus: null, residentMedical: true, employeeMedical: null },
  ...given,
});
const whole = { foodSecure: "yes", clothesSecure: "yes", housingGrade: "B", waterSafe: "yes" };
const judged = (given: Partial<Parameters<typeof conditionsOf>[0]>) =>
  Object.fromEntries(
    conditionsOf({
      texts: whole,
      people: [person("达娃")],
      year: 2026,
      perHeadFen: 500n,
      lineFen: 400n,
      ...given,
    }).map(({ key, state, why, names }) => [key, [state, why, ...names]]),
  );

test("a file in which all is recorded and well is done", () => {
  expect(judged({})).toEqual({
    income: ["MET", null],
    food: ["MET", null],
    clothes: ["MET", null],
    schooling: ["MET", "noChildren"],
    medical: ["MET", null],
    housing: ["MET", null],
    water: ["MET", null],
  });
});

test("income waits for the line, then for a figure; at the line it is reached", () => {
  expect(judged({ lineFen: null }).income).toEqual(["BLOCKED", "noLine"]);
  expect(judged({ perHeadFen: null }).income).toEqual(["NOT_STARTED", "noIncome"]);
  expect(judged({ perHeadFen: 400n }).income).toEqual(["MET", null]);
  expect(judged({ perHeadFen: 399n }).income).toEqual(["UNMET", "belowLine"]);
});

test("what nobody looked at is not started, and a dangerous house is named", () => {
  const none = judged({ texts: {} });
  for (const key of ["food", "clothes", "housing", "water"]) expect(none[key]?.[0], key).toBe("NOT_STARTED");
  expect(judged({ texts: { ...whole, housingGrade: "D" } }).housing).toEqual(["UNMET", "dangerous"]);
});

test("children of six to fifteen must be in school; who is unsaid is named", () => {
  const child = (given: Partial<Person>) => person("扎西", { birthOn: "2014-05-01", ...given });
  expect(judged({ people: [child({ schoolStatus: "PRIMARY" })] }).schooling).toEqual(["MET", null]);
  expect(judged({ people: [child({ schoolStatus: "NOT_IN_SCHOOL" })] }).schooling).toEqual([
    "UNMET",
    "outOfSchool",
    "扎西",
  ]);
  expect(judged({ people: [child({})] }).schooling).toEqual(["LACKING", "noSchoolStatus", "扎西"]);
  expect(judged({ people: [child({ birthOn: "2010-05-01" })] }).schooling).toEqual(["MET", "noChildren"]);
  expect(judged({ people: [child({ birthOn: null })] }).schooling).toEqual(["LACKING", "noBirthDay", "扎西"]);
});

test("one without insurance is enough to miss it; some unsaid is lacking, all unsaid is not started", () => {
  const unsaid = person("卓玛", { residentMedical: null });
  expect(judged({ people: [person("达娃"), person("扎西", { residentMedical: false })] }).medical).toEqual([
    "UNMET",
    "uninsured",
    "扎西",
  ]);
  expect(judged({ people: [person("达娃"), unsaid] }).medical).toEqual([
    "LACKING",
    "insuranceUnsaid",
    "卓玛",
  ]);
  expect(judged({ people: [unsaid] }).medical).toEqual(["NOT_STARTED", "noInsurance"]);
  expect(
    judged({ people: [person("达娃", { residentMedical: false, employeeMedical: true })] }).medical,
  ).toEqual(["MET", null]);
  expect(judged({ people: [] }).medical).toEqual(["BLOCKED", "noMembers"]);
});
