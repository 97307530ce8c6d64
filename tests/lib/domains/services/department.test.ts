// An item names its departments in words: who is offered for each of them.
import { expect, test } from "vitest";
import { type PartHandler, peopleOf } from "#lib/domains/services/department-readings.ts";

const one = (name: string, level: string, unit: string, department = false): PartHandler => ({
  ...{ id: name.length, name, unit, level, department },
});
const people = [
  one("甲", "TOWNSHIP", "吉塘镇人民政府"),
  one("乙", "COUNTY", "察雅县扶贫开发办公室"),
  one("丙", "COUNTY", "察雅县教育局", true),
  one("丁", "COUNTY", "察雅县人力资源和社会保障局", true),
];
const named = (department: string) => peopleOf(department, people).map(({ name }) => name);

test.each([
  ["县教育局", ["丙"]],
  ["教育局", ["丙"]],
  ["县人社局", ["丁"]],
  ["县扶贫办", ["乙"]],
  // Nobody of that office has an account: whoever works for the county, not another department.
  ["县残联", ["乙"]],
  ["乡镇民政办", ["甲"]],
  ["镇", ["甲"]],
  ["村委会", []],
])("%s", (department, expected) => expect(named(department)).toEqual(expected));
