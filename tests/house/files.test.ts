// Proves the habits of the files: named for what they hold, opened with a sentence, short, and none with its checks silenced.
import { expect, test } from "vitest";
import {
  barrels,
  homelessNames,
  silencedChecks,
  tooLong,
  withoutOpening,
  worthASecondLook,
} from "./files.ts";
import { planted, sourceFiles } from "./source.ts";

const code = sourceFiles([".ts", ".tsx", ".mjs"]);
const all = [...code, ...sourceFiles([".css", ".sql", ".prisma"])];

test("no file is a corner for leftovers", () => {
  expect(homelessNames(code)).toEqual([]);
});

test.each([
  "lib/base/utils.ts",
  "lib/base/date-helpers.ts",
  "lib/utils/date.ts",
  "components/misc.tsx",
  "lib/domains/visits/types.ts",
])("it bites: %s", (path) => {
  expect(homelessNames([planted(path, "")])).toEqual([path]);
});

test("services and helpers are words of the trade where the trade means them", () => {
  const paths = ["lib/domains/services/service-window.ts", "lib/domains/pairings/queries/helpers.ts"];
  expect(homelessNames(paths.map((path) => planted(path, "")))).toEqual([]);
  expect(homelessNames([planted("lib/domains/visits/helpers.ts", "")])).toHaveLength(1);
});

// It reads every file as a program; a busy machine takes its time.
test("no file merely passes on what others hold", { timeout: 60_000 }, () => {
  expect(barrels(code)).toEqual([]);
});

test("it bites: a barrel", () => {
  const text = '// all of it, in one place\nexport * from "./visit.ts";\nexport { a } from "./input.ts";';
  expect(barrels([planted("lib/domains/visits/index.ts", text)])).toHaveLength(1);
  expect(
    barrels([planted("lib/indicators/index.ts", 'import a from "./a.ts";\nexport const all = [a];')]),
  ).toEqual([]);
});

test("every file opens with a sentence on what it is for", () => {
  expect(withoutOpening(all)).toEqual([]);
});

test.each([
  'import a from "./a.ts";\n// late',
  '"use client";\nimport a from "a";',
  "// visits\nexport const a = 1;",
  "/* */ select 1",
])("it bites: %j", (text) => {
  expect(withoutOpening([planted("a.ts", text)])).toHaveLength(1);
});

test.each([
  "// What a visit is.\nexport {};",
  '"use client";\n// Asks what was seen at a visit.',
  "-- The tree and its closures.\nselect 1",
  "/**\n * What a visit is.\n */",
])("it lets the lawful pass: %j", (text) => {
  expect(withoutOpening([planted("a.ts", text)])).toEqual([]);
});

test("no file is longer than anyone reads", ({ annotate }) => {
  void annotate(`worth a second look:\n${worthASecondLook(code).join("\n")}`);
  expect(tooLong(code)).toEqual([]);
});

test("it bites: 401 lines, unless they are data", () => {
  const text = "x\n".repeat(401);
  expect(
    tooLong([planted("lib/base/a.ts", text), planted("lib/operate/demo/names.data.ts", text)]),
  ).toHaveLength(1);
});

test("nobody silences a check", () => {
  expect(silencedChecks(code.filter((file) => file.path !== "tests/house/files.test.ts"))).toEqual([]);
  expect(silencedChecks([planted("a.ts", "// @ts-expect-error later")])).toEqual(["a.ts"]);
});
