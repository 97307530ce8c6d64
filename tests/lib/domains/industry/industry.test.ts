// The pure rules: the check character of a credit code, how far an entity reaches, and what it lacks.
import { expect, test } from "vitest";
import { checkOf, isCreditNumber, tidyCreditNumber } from "#lib/domains/industry/credit-number.ts";
import { coverageOf, incomeYear, lacksOf } from "#lib/domains/industry/industry.ts";

test("a credit code is taken with its own check character alone", () => {
  // 中国石油天然气股份有限公司 and 阿里巴巴（中国）网络技术有限公司, as their licenses are published.
  for (const code of ["91110000710925462X", "91330100799655058B"])
    expect(isCreditNumber(code), code).toBe(true);
  expect(isCreditNumber("91110000710925463X")).toBe(false);
  expect(isCreditNumber("91110000710925462")).toBe(false);
  expect(isCreditNumber("9111000071092546IX")).toBe(false);
  const body = "93540325MA6T00001";
  expect(isCreditNumber(body + checkOf(body))).toBe(true);
});

test("two characters changed for each other are noticed", () => {
  const code = "91330100799655058B";
  for (let at = 0; at < 16; at++) {
    if (code[at] === code[at + 1]) continue;
    const turned = `${code.slice(0, at)}${code[at + 1]}${code[at]}${code.slice(at + 2)}`;
    expect(isCreditNumber(turned), turned).toBe(false);
  }
});

test("a code is read as people type it", () => {
  expect(tidyCreditNumber(" 9133 0100 7996 55058b")).toBe("91330100799655058B");
  expect(tidyCreditNumber("９１３３０１００７９９６５５０５８Ｂ")).toBe("91330100799655058B");
});

test("villages tell how far an entity reaches", () => {
  expect(coverageOf([])).toBeNull();
  expect(coverageOf([{ id: 1, township: 9 }])).toBe("ONE_VILLAGE");
  // Two villages that were merged into one are one.
  expect(
    coverageOf([
      { id: 1, township: 9 },
      { id: 1, township: 9 },
    ]),
  ).toBe("ONE_VILLAGE");
  expect(
    coverageOf([
      { id: 1, township: 9 },
      { id: 2, township: 9 },
    ]),
  ).toBe("CROSS_VILLAGE");
  expect(
    coverageOf([
      { id: 1, township: 9 },
      { id: 2, township: 8 },
    ]),
  ).toBe("CROSS_TOWNSHIP");
});

test("what is missing is told line by line, and nothing when all is there", () => {
  const whole = {
    ...{ creditNo: "91330100799655058B", operator: "某某", memberCount: 20, partyMembers: 4, fullMembers: 3 },
    party: { coverage: "OWN" as const, mode: "BRANCH_ASSOC", orgClosedOn: null },
    ...{ broken: [], links: 3, linksWithoutIncome: 0 },
  };
  expect(lacksOf(whole)).toEqual([]);
  const uncovered = { coverage: "NONE" as const, mode: null, orgClosedOn: null };
  expect(lacksOf({ ...whole, party: uncovered })).toEqual(["ownBranch"]);
  expect(lacksOf({ ...whole, party: uncovered, fullMembers: 2 })).toEqual(["party"]);
  expect(lacksOf({ ...whole, creditNo: null, links: 0, broken: ["affiliation.crossBasis"] })).toEqual([
    "creditNo",
    "affiliation",
    "households",
  ]);
  expect(incomeYear("2026-11-25")).toBe(2025);
});
