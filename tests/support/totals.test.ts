// The closing line of `npm test` may not lie: what crashed, did not load or never ran is a failure.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ofCheck, ofPlaywright, ofVitest, sum } from "./totals.mjs";

const folder = mkdtempSync(join(tmpdir(), "totals-"));
afterAll(() => rmSync(folder, { recursive: true }));

const written = (report: object, name = "report") => {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(report));
  return file;
};
const suite = (name: string, status: string, tests: string[] = []) => ({
  name,
  status,
  assertionResults: tests.map((result) => ({ status: result, fullName: `a test that ${result}` })),
});
const vitest = (passed: number, ...testResults: object[]) =>
  written({ numPassedTests: passed, numPendingTests: 0, numTodoTests: 0, testResults });

test("a failed test and a file that did not load each count", () => {
  const report = vitest(1, suite("a.test.ts", "failed", ["passed", "failed"]), suite("b.test.ts", "failed"));
  expect(ofVitest(report, false)).toMatchObject({ passed: 1, failed: 2 });
});

test("a runner that is unhappy without naming a test has failed; so has one that ran nothing, or wrote nothing", () => {
  expect(ofVitest(vitest(2, suite("a.test.ts", "passed", ["passed", "passed"])), false)).toMatchObject({
    passed: 2,
    failed: 1,
  });
  expect(ofVitest(vitest(0), true)).toMatchObject({ passed: 0, failed: 1 });
  expect(ofVitest(join(folder, "nothing.json"), true)).toMatchObject({ passed: 0, failed: 1 });
});

test("journeys are counted in every project, skipped ones apart", () => {
  const spec = (...statuses: string[]) => ({
    title: "s",
    tests: statuses.map((status) => ({ status, projectName: "phone" })),
  });
  const suites = [
    {
      title: "a.spec.ts",
      specs: [spec("expected", "unexpected")],
      suites: [{ title: "in", specs: [spec("skipped")] }],
    },
  ];
  const one = written({ errors: [], suites });
  const passing = { title: "b.spec.ts", specs: [spec("expected", "expected")] };
  const other = written({ errors: [], suites: [passing] }, "other");
  expect(ofPlaywright([one, other], false)).toMatchObject({ passed: 3, failed: 1, skipped: 1 });
  expect(ofPlaywright([other, join(folder, "nothing.json")], true)).toMatchObject({ failed: 1 });
  expect(ofPlaywright([written({ errors: [{ message: "no browser" }], suites: [] })], false)).toMatchObject({
    failed: 1,
  });
});

test("the sum is the sum", () => {
  expect(sum([ofCheck("types", true), ofCheck("lint", false)])).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
    failures: ["lint"],
  });
});
