// From each doubt one comes to a form that exists, and only what has no form of its own to the members of the file.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mendedAt } from "#components/quality/mended-at.ts";
import { RULES, type RuleCode } from "#lib/domains/quality/rules.ts";

const HOUSEHOLD = "0197a000-0000-7000-8000-000000000001";
const PERSON = "0197a000-0000-7000-8000-000000000002";
const WORK = join(import.meta.dirname, "../../../app/(work)");
const at = (rule: RuleCode) =>
  mendedAt({
    ...{ id: "", householdId: HOUSEHOLD, householdNo: "", headName: "", divisionId: 1, place: "", rule },
    ...{ severity: "WARN", member: null, personId: RULES[rule].of === "member" ? PERSON : null, detail: "" },
    ...{ foundOn: "", confirmedNote: null, confirmedByName: null, confirmedOn: null },
  });
const rules = Object.keys(RULES) as RuleCode[];

test("every doubt leads to a page that is there", () => {
  for (const rule of rules) {
    const [path] = at(rule).split("?");
    const page = path!.replace(HOUSEHOLD, "[id]").slice(1);
    expect(existsSync(join(WORK, page, "page.tsx")), `${rule} → ${page}`).toBe(true);
  }
});

test("a member's facts are mended on that member's form, a household's in the section that holds them", () => {
  expect(at("laborOpen")).toBe(`/households/${HOUSEHOLD}/members/edit?person=${PERSON}`);
  expect(at("noCause")).toBe(`/households/${HOUSEHOLD}/edit?section=basics`);
  expect(at("exitedUnsafeHouse")).toBe(`/households/${HOUSEHOLD}/edit?section=living`);
  expect(at("incomeOdd")).toBe(`/households/${HOUSEHOLD}/income`);
  expect(rules.filter((rule) => at(rule).endsWith("?tab=members")).sort()).toEqual(
    [
      ...["bornOdd", "empty", "exitedDropout", "exitedIllUninsured", "relationSex"],
      ...["sameSexSpouse", "severalSpouses"],
    ].sort(),
  );
});
