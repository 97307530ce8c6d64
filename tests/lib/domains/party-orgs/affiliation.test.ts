// The rule of affiliation as a table: who may lead which organization, and which field is told when not.
import { describe, expect, test } from "vitest";
import {
  type Affiliation,
  proposalFor,
  type Refusal,
  refusalsOf,
} from "#lib/domains/party-orgs/affiliation.ts";

const VILLAGE = 31;
const seat = [
  { id: VILLAGE, level: "VILLAGE" },
  { id: 21, level: "TOWNSHIP" },
  { id: 11, level: "COUNTY" },
  { id: 1, level: "PREFECTURE" },
];
const villageBranch = { id: 100, setting: "TERRITORIAL", divisionId: VILLAGE, divisionLevel: "VILLAGE" };
const otherVillage = { ...villageBranch, id: 101, divisionId: 32 };
const villageAgency = { ...villageBranch, id: 102, setting: "AGENCY" };
const township = { id: 103, setting: "TERRITORIAL", divisionId: 21, divisionLevel: "TOWNSHIP" };
const county = { id: 104, setting: "TERRITORIAL", divisionId: 11, divisionLevel: "COUNTY" };
const department = { id: 105, setting: "AGENCY", divisionId: 11, divisionLevel: "COUNTY" };

const cooperative = { id: 106, setting: "ENTITY", divisionId: 11, divisionLevel: "COUNTY" };

const entity = (over: Partial<Affiliation>): Affiliation => ({
  setting: "ENTITY",
  coverage: "ONE_VILLAGE",
  basis: "VILLAGE_LED",
  seat,
  leader: villageBranch,
  ...over,
});

const TABLE: [said: string, asked: Affiliation, fields: Refusal["field"][]][] = [
  ["one village, led by its branch", entity({}), []],
  ["one village, seated in a group of it", entity({ seat: [{ id: 41, level: "GROUP" }, ...seat] }), []],
  ["one village, led by another village", entity({ leader: otherVillage }), ["leaderId"]],
  ["one village, led by the township", entity({ leader: township }), ["leaderId"]],
  ["one village, led by an agency's branch in the village", entity({ leader: villageAgency }), ["leaderId"]],
  ["one village, by approval", entity({ basis: "APPROVER_LED" }), ["basis"]],
  [
    "one village, by approval of the township",
    entity({ basis: "APPROVER_LED", leader: township }),
    ["basis", "leaderId"],
  ],
  ["one village, by the ordinary line", entity({ basis: "LINE" }), ["basis"]],
  [
    "one village, designated with everything",
    entity({ basis: "COUNTY_DESIGNATED", documentNo: "1号", supervisingDept: "农业农村局" }),
    ["basis"],
  ],
  ["one village, but seated in a township", entity({ seat: seat.slice(1) }), ["coverage"]],
  ["no coverage said", entity({ coverage: null }), ["coverage"]],
  [
    "across villages, approved by the township",
    entity({ coverage: "CROSS_VILLAGE", basis: "APPROVER_LED", leader: township }),
    [],
  ],
  [
    "across villages, approved by the county",
    entity({ coverage: "CROSS_VILLAGE", basis: "APPROVER_LED", leader: county }),
    [],
  ],
  [
    "across villages, “approved” by a village",
    entity({ coverage: "CROSS_VILLAGE", basis: "APPROVER_LED" }),
    ["leaderId"],
  ],
  [
    "across villages, “approved” by another cooperative's branch",
    entity({ coverage: "CROSS_VILLAGE", basis: "APPROVER_LED", leader: cooperative }),
    ["leaderId"],
  ],
  [
    "a village's own branch, under a cooperative's",
    entity({ setting: "TERRITORIAL", coverage: null, basis: "LINE", leader: cooperative }),
    ["leaderId"],
  ],
  ["across villages, led by a village", entity({ coverage: "CROSS_VILLAGE" }), ["basis"]],
  [
    "across townships, by the ordinary line",
    entity({ coverage: "CROSS_TOWNSHIP", basis: "LINE", leader: county }),
    ["basis"],
  ],
  [
    "across townships, approved by the county",
    entity({ coverage: "CROSS_TOWNSHIP", basis: "APPROVER_LED", leader: county }),
    [],
  ],
  [
    "across townships, designated with document and department",
    entity({
      coverage: "CROSS_TOWNSHIP",
      basis: "COUNTY_DESIGNATED",
      leader: department,
      documentNo: "昌组〔2026〕3号",
      supervisingDept: "农业农村局",
    }),
    [],
  ],
  [
    "across townships, designated without a document",
    entity({
      coverage: "CROSS_TOWNSHIP",
      basis: "COUNTY_DESIGNATED",
      leader: department,
      supervisingDept: "农业农村局",
    }),
    ["documentNo"],
  ],
  [
    "across villages, designated with neither",
    entity({ coverage: "CROSS_VILLAGE", basis: "COUNTY_DESIGNATED", leader: department }),
    ["supervisingDept", "documentNo"],
  ],
  [
    "a village's own branch in the ordinary line",
    entity({ setting: "TERRITORIAL", coverage: null, basis: "LINE", leader: township }),
    [],
  ],
  [
    "a village's own branch by designation",
    entity({ setting: "TERRITORIAL", coverage: null, basis: "COUNTY_DESIGNATED", leader: township }),
    ["basis"],
  ],
  [
    "a department's branch with a coverage",
    entity({ setting: "AGENCY", basis: "LINE", leader: county }),
    ["coverage"],
  ],
];

describe("who may lead", () => {
  test.each(TABLE)("%s", (_said, asked, fields) => {
    expect(refusalsOf(asked).map((refusal) => refusal.field)).toEqual(fields);
  });
});

describe("what the form proposes", () => {
  test.each([
    ["ENTITY", "ONE_VILLAGE", { basis: "VILLAGE_LED", placeId: VILLAGE, reason: "village" }],
    ["ENTITY", "CROSS_VILLAGE", { basis: "APPROVER_LED", placeId: 21, reason: "township" }],
    ["ENTITY", "CROSS_TOWNSHIP", { basis: "APPROVER_LED", placeId: 11, reason: "county" }],
    ["TERRITORIAL", null, { basis: "LINE", placeId: 21, reason: "line" }],
    ["AGENCY", null, { basis: "LINE", placeId: VILLAGE, reason: "line" }],
  ] as const)("%s %s", (setting, coverage, proposal) => {
    expect(proposalFor({ setting, coverage, seat })).toEqual(proposal);
  });

  test("a proposal, if its organization is there, passes the rule", () => {
    for (const [coverage, leader] of [
      ["ONE_VILLAGE", villageBranch],
      ["CROSS_VILLAGE", township],
      ["CROSS_TOWNSHIP", county],
    ] as const) {
      const { basis, placeId } = proposalFor({ setting: "ENTITY", coverage, seat });
      expect(placeId).toBe(leader.divisionId);
      expect(refusalsOf(entity({ coverage, basis, leader }))).toEqual([]);
    }
  });
});
