// Reads what vitest and Playwright wrote down and turns it into true totals: a file that did not load counts as a failure.
import { existsSync, readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

const nothing = (name) => ({
  passed: 0,
  failed: 1,
  skipped: 0,
  failures: [`${name}: no report was written`],
});

/** One check that has no runner of its own, such as the types. */
export const ofCheck = (name, ok) => ({
  passed: ok ? 1 : 0,
  failed: ok ? 0 : 1,
  skipped: 0,
  failures: ok ? [] : [name],
});

export function ofVitest(file, ok) {
  if (!existsSync(file)) return nothing("vitest");
  const report = JSON.parse(readFileSync(file, "utf8"));
  const failures = report.testResults.flatMap((suite) => {
    const failed = suite.assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0 && suite.status === "failed") return [`${suite.name}: did not load`];
    return failed.map((test) => `${suite.name}: ${test.fullName}`);
  });
  const skipped = report.numPendingTests + report.numTodoTests;
  return settle("vitest", { passed: report.numPassedTests, skipped, failures }, ok);
}

/** One report a run: journeys that may share the app's time and those that may not. */
export function ofPlaywright(files, ok) {
  if (files.some((file) => !existsSync(file))) return nothing("playwright");
  const reports = files.map((file) => JSON.parse(readFileSync(file, "utf8")));
  const failures = reports.flatMap(({ errors }) =>
    errors.map((error) => `playwright: ${String(error.message).split("\n")[0]}`),
  );
  const count = { expected: 0, flaky: 0, unexpected: 0, skipped: 0 };
  const walk = (suite, path) => {
    for (const spec of suite.specs ?? [])
      for (const test of spec.tests) {
        count[test.status] += 1;
        if (test.status === "unexpected")
          failures.push(`${path} [${test.projectName}]: ${spec.title}${whyOf(test)}`);
      }
    for (const inner of suite.suites ?? []) walk(inner, path || inner.title);
  };
  for (const suite of reports.flatMap(({ suites }) => suites)) walk(suite, suite.title);
  return settle("playwright", { passed: count.expected + count.flaky, skipped: count.skipped, failures }, ok);
}

/** What went wrong at the last try, in its first words. */
function whyOf({ results }) {
  const message = results?.at(-1)?.error?.message ?? "";
  const plain = stripVTControlCharacters(message);
  const words = plain
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 4)
    .join(" | ");
  return words && ` — ${words.slice(0, 300)}`;
}

/** A runner that is unhappy without naming a test, or that ran nothing at all, has failed. */
function settle(name, { passed, skipped, failures }, ok) {
  if (failures.length === 0 && !ok) failures.push(`${name}: ended with an error outside any test`);
  if (failures.length === 0 && passed === 0) failures.push(`${name}: no test ran`);
  return { passed, failed: failures.length, skipped, failures };
}

export function sum(all) {
  const add = (key) => all.reduce((total, one) => total + one[key], 0);
  return {
    passed: add("passed"),
    failed: add("failed"),
    skipped: add("skipped"),
    failures: all.flatMap((one) => one.failures),
  };
}
