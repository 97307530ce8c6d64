// Proves that only the listed places read the environment, and that the check notices every way of reading it.
import { expect, test } from "vitest";
import { environmentReaders } from "./environment.ts";
import { planted, sourceFiles } from "./source.ts";

test("the environment is read in its one file", () => {
  expect(environmentReaders(sourceFiles())).toEqual([]);
}, 60_000);

test.each([
  "const url = process.env.DATABASE_URL;",
  'const url = process["env"].DATABASE_URL;',
  "const url = globalThis.process.env.DATABASE_URL;",
  'import { env } from "node:process";',
  "const { env } = process;",
])("it bites: %s", (text) => {
  expect(environmentReaders([planted("lib/domains/visits/visit.ts", text)])).toHaveLength(1);
});

test("a comment about process.env is no offence, nor is the place that may", () => {
  expect(
    environmentReaders([planted("lib/base/a.ts", "// never process.env here\nexport const a = 1;")]),
  ).toEqual([]);
  expect(environmentReaders([planted("lib/platform/env.ts", "export const a = process.env.A;")])).toEqual([]);
});
