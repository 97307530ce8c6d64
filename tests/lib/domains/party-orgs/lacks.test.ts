// What an organization lacks and how an election stands to its term: the rules alone.
import { expect, test } from "vitest";
import { lacksOf, type Sizes, type Stock } from "#lib/domains/party-orgs/lacks.ts";
import { endOfTerm, resultOf, usualYears } from "#lib/domains/party-orgs/term.ts";

const SIZES: Sizes = { fewest: 3, generalAbove: 50, committeeFrom: 100, committeeInside: 7, jointUnits: 5 };
const TODAY = "2026-11-25";
const whole: Stock = {
  ...{
    kind: "BRANCH",
    secretary: "次仁",
    secretaryPost: null,
    memberCount: 12,
    led: 0,
    breaks: [],
    weak: null,
  },
  term: { dueOn: "2028-01-01" },
};
const lacks = (given: Partial<Stock>, sizes = SIZES) =>
  lacksOf({ ...whole, ...given }, sizes, TODAY).map(({ kind }) => kind);

test.each<[Partial<Stock>, string[]]>([
  [{}, []],
  [{ secretary: null, memberCount: null }, ["secretary", "members"]],
  [{ memberCount: 3 }, []],
  [{ memberCount: 2 }, ["fewMembers"]],
  [{ kind: "JOINT_BRANCH", memberCount: 2 }, []],
  [{ memberCount: 50 }, []],
  [{ memberCount: 51 }, ["manyForBranch"]],
  [{ kind: "GENERAL_BRANCH", memberCount: 51 }, []],
  [{ kind: "GENERAL_BRANCH", memberCount: 50 }, ["fewForGeneral"]],
  [{ kind: "GENERAL_BRANCH", memberCount: 100 }, ["manyForGeneral"]],
  [{ kind: "JOINT_BRANCH", led: 5 }, []],
  [{ kind: "JOINT_BRANCH", led: 6 }, ["jointUnits"]],
  [{ term: null }, ["noTerm"]],
  [{ kind: "GROUP", memberCount: 2, term: null }, []],
  [{ term: { dueOn: "2026-11-24" } }, ["termOver"]],
  [{ term: { dueOn: TODAY } }, ["termSoon"]],
  [{ term: { dueOn: "2026-12-25" } }, ["termSoon"]],
  [{ term: { dueOn: "2026-12-26" } }, []],
  [{ breaks: [{ field: "documentNo", key: "affiliation.documentNeeded" }] }, ["document"]],
  [{ breaks: [{ field: "basis", key: "affiliation.oneVillageBasis" }] }, ["affiliation"]],
  [{ weak: { id: "w", status: "OPEN", overdue: 2, open: 3 } }, ["weakOverdue"]],
  [{ weak: { id: "w", status: "OPEN", overdue: 0, open: 3 } }, ["weakOpen"]],
  [{ weak: { id: "w", status: "REPORTED", overdue: 0, open: 0 } }, []],
])("%j lacks %j", (given, expected) => expect(lacks(given)).toEqual(expected));

test("the office's own numbers decide", () => {
  expect(lacks({ memberCount: 4 }, { ...SIZES, fewest: 5 })).toEqual(["fewMembers"]);
});

test("a term has the years of its kind, and February's last day stays one", () => {
  const years = { village: 5, committee: 5, other: 3 };
  const of = (kind: string, setting: string, divisionLevel: string) =>
    usualYears({ kind, setting, divisionLevel }, years);
  expect(of("BRANCH", "TERRITORIAL", "VILLAGE")).toBe(5);
  expect(of("COMMITTEE", "TERRITORIAL", "TOWNSHIP")).toBe(5);
  expect(of("BRANCH", "ENTITY", "VILLAGE")).toBe(3);
  expect(of("COMMITTEE", "AGENCY", "COUNTY")).toBe(3);
  expect(
    usualYears(
      { kind: "BRANCH", setting: "TERRITORIAL", divisionLevel: "VILLAGE" },
      { ...years, village: 3 },
    ),
  ).toBe(3);
  expect(endOfTerm("2024-02-29", 3)).toBe("2027-02-28");
});

test.each([
  ["2026-09-10", "ON_TIME"],
  ["2026-09-11", "LATE"],
  ["2026-06-12", "ON_TIME"],
  ["2026-06-11", "EARLY"],
])("an election on %s is %s for a term that ends on 2026-09-10", (day, result) => {
  expect(resultOf({ endsOn: "2026-09-10", dueOn: "2026-09-10" }, day, 90)).toBe(result);
});

test.each([
  ["2026-12-01", "POSTPONED"],
  ["2026-12-02", "LATE"],
  ["2026-09-10", "ON_TIME"],
])("with an approved delay until 2026-12-01, %s is %s", (day, result) => {
  expect(resultOf({ endsOn: "2026-09-10", dueOn: "2026-12-01" }, day, 90)).toBe(result);
});
