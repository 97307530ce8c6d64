// Proves the direction of imports, that the walk really saw the house, and that each rule notices an offence planted for it.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { RULES } from "./import-rules.ts";
import { type Walk, walkImports } from "./imports.ts";
import { root } from "./source.ts";

test("imports look down, and enter domains by their doors", { timeout: 60_000 }, async () => {
  const { modules, offences } = await walkImports(root);
  expect(offences.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`)).toEqual([]);
  expect(modules, "a walk that saw nothing proves nothing").toBeGreaterThan(50);
});

/** One offence for each rule; the file on the right is what the offender wants. */
const OFFENCES: Record<string, [file: string, imports: string]> = {
  "base-imports-nothing": ["lib/base/period.ts", 'import "#lib/platform/clock.ts";'],
  "platform-looks-down": [
    "lib/platform/clock.ts",
    'import type { Visit } from "#lib/domains/visits/visit.ts";',
  ],
  "domains-look-down": ["lib/domains/visits/board.ts", 'import "#lib/operate/two.ts";'],
  "indicators-read-facts": ["lib/indicators/engine.ts", 'import "#lib/domains/visits/visit.ts";'],
  "lib-looks-down": ["lib/domains/visits/screen.ts", 'import "#components/ui/button.tsx";'],
  "components-hold-no-server-code": [
    "components/visits/form.tsx",
    'import { recordVisit } from "#lib/domains/visits/commands.ts";\nrecordVisit;',
  ],
  "by-the-door": ["lib/domains/needs/queries.ts", 'import "#lib/domains/visits/inside/photo-store.ts";'],
  "by-the-door-from-outside": ["app/visits/page.tsx", 'import "#lib/domains/visits/inside/photo-store.ts";'],
  "domains-have-an-order": ["lib/domains/visits/needs.ts", 'import "#lib/domains/needs/need.ts";'],
  "no-circle": ["lib/operate/one.ts", 'import "./two.ts";'],
  "one-door-to-the-database": [
    "lib/domains/visits/rows.ts",
    'import { databases } from "#lib/platform/db.ts";\ndatabases;',
  ],
  "nobody-imports-tests": ["lib/operate/demo.ts", 'import "#tests/support/database.ts";'],
  "only-seeds-import-the-world": ["app/demo/page.tsx", 'import "#tests/world/places.ts";'],
  "it-must-be-there": ["lib/domains/visits/lost.ts", 'import "#lib/domains/visits/nowhere.ts";'],
};

/** What the offenders look for, and imports that are lawful. */
const LAWFUL: Record<string, string> = {
  "components/ui/button.tsx":
    'import { money } from "#lib/base/money.ts";\nimport type { Visit } from "#lib/domains/visits/commands.ts";\nmoney;\nexport type A = Visit;',
  "lib/base/day.ts": 'import { money } from "./money.ts";\nexport type Day = typeof money;',
  "lib/base/money.ts":
    'import type { Day } from "./day.ts";\nexport const money = 1;\nexport type Sum = Day;',
  "lib/domains/needs/need.ts": 'import "#lib/domains/visits/visit.ts";',
  "lib/domains/visits/commands.ts":
    'import "./inside/photo-store.ts";\nexport type Visit = 1;\nexport const recordVisit = 1;',
  "lib/domains/visits/inside/photo-store.ts": "export {};",
  "lib/domains/visits/tiles.ts": 'import "#lib/indicators/items.ts";',
  "lib/domains/visits/visit.ts": "export type Visit = 1;",
  "lib/indicators/items.ts": "export {};",
  "lib/operate/two.ts": 'import "./one.ts";',
  "lib/operate/world.ts": 'import "#tests/world/places.ts";',
  "lib/platform/db.ts": 'import type { Visit } from "#lib/base/money.ts";\nexport const databases = 1;',
  "prisma/seed.ts": 'import "#tests/world/places.ts";',
  "tests/support/database.ts": 'import "#lib/domains/visits/inside/photo-store.ts";',
  "tests/world/places.ts": "export {};",
};

const planted = mkdtempSync(join(tmpdir(), "planted-"));
let walk: Walk;

beforeAll(async () => {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(planted, path)), { recursive: true });
    writeFileSync(join(planted, path), text);
  };
  write(
    "package.json",
    JSON.stringify({
      type: "module",
      imports: { "#lib/*": "./lib/*", "#components/*": "./components/*", "#tests/*": "./tests/*" },
    }),
  );
  write(
    "tsconfig.json",
    JSON.stringify({
      compilerOptions: {
        module: "esnext",
        moduleResolution: "bundler",
        allowImportingTsExtensions: true,
        noEmit: true,
      },
    }),
  );
  for (const [path, text] of Object.entries(LAWFUL)) write(path, text);
  for (const [path, text] of Object.values(OFFENCES)) write(path, text);
  write("lib/domains/visits/driver.ts", 'import pg from "pg";\npg;');
  symlinkSync(join(root, "node_modules"), join(planted, "node_modules"));
  walk = await walkImports(planted);
}, 60_000);

afterAll(() => rmSync(planted, { recursive: true, force: true }));

test.each(RULES.map((rule) => rule.name ?? ""))("it bites: %s", (name) => {
  const offence = OFFENCES[name];
  expect(offence, "a rule without an offence to prove it").toBeDefined();
  const offenders = walk.offences.filter(({ rule }) => rule === name).map(({ from }) => from);
  const expected = name === "domains-have-an-order" ? "lib/domains/visits" : offence?.[0];
  expect(offenders).toContain(expected);
});

test("it bites: a driver of its own beside the one door", () => {
  const rule = { rule: "one-door-to-the-database", from: "lib/domains/visits/driver.ts" };
  expect(walk.offences).toContainEqual(expect.objectContaining(rule));
});

test("it lets the lawful pass", () => {
  const lawful = Object.keys(LAWFUL).filter((path) => path !== "lib/operate/two.ts");
  expect(walk.offences.filter(({ from }) => lawful.includes(from))).toEqual([]);
});
