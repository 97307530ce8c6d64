// Seed a county in under ten minutes of a person's time: 3,000 organizations, 12,000 persons in 3,000 households and 800 accounts from
// dirty workbooks, by the commands that the screens call, with every look, click and typed word counted (seeding/desk.ts).
import { createWriteStream } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { fixableTexts } from "#components/imports/set-all.tsx";
import { issueSlips } from "#lib/domains/accounts/commands/issue-slips.ts";
import { annotatedWorkbook, annotationsOf } from "#lib/domains/imports/annotated.ts";
import { checkImport } from "#lib/domains/imports/commands/check-import.ts";
import { fixRows } from "#lib/domains/imports/commands/fix-rows.ts";
import { sheetById } from "#lib/domains/imports/sheets/all.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { cellText } from "#lib/platform/sheets/cell.ts";
import { readRows } from "#lib/platform/sheets/read.ts";
import { writeWorkbook } from "#lib/platform/sheets/write.ts";
import { anAccount } from "#tests/build/account.ts";
import { aDivision } from "#tests/build/division.ts";
import { aPartyOrg } from "#tests/build/party-org.ts";
import { publish, runJobs, upload, view } from "#tests/lib/domains/imports/importing.ts";
import { FIRST_ROW, seededWorkbook } from "#tests/lib/domains/imports/seeded-workbook.ts";
import { newFile } from "#tests/lib/platform/sheets/planted-workbook.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";
import { Desk } from "./seeding/desk.ts";
import {
  ACCOUNTS,
  accounts,
  COMMITTEE,
  HOUSEHOLDS,
  households,
  ORGS,
  orgs,
  PERSONS,
  persons,
  places,
  type Roster,
  TWICE,
} from "./seeding/dirty-county.ts";

const TEN_MINUTES = 600;

const database = testDatabase();
const desk = new Desk();
let unit: number;
let admin: Session;
const mended = { cells: 0 };

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  const { id: prefecture } = world.divisions.prefecture;
  const idOf = new Map<string, number>();
  for (const place of [places.county, ...places.townships, ...places.villages]) {
    const parentId = idOf.get(place.parent?.code ?? "") ?? prefecture;
    const { id } = await aDivision(database, {
      name: place.name,
      level: place.level,
      code: place.code,
      parentId,
    });
    idOf.set(place.code, id);
  }
  unit = idOf.get(places.county.code)!;
  await aPartyOrg(database, {
    name: COMMITTEE,
    kind: "COMMITTEE",
    divisionId: unit,
    leaderId: world.partyOrgs.prefecture.id,
  });
  const { username } = await anAccount(database, { divisionId: unit, role: "COUNTY_ADMIN" });
  admin = await signIn(database, username);
}, 120_000);

/** What cannot be recognized by its name: the clerk knows, and chooses from the list. */
type Unnamed = Record<string, string>;

async function arrives(sheet: string, file: string, unnamed: Unnamed) {
  desk.page("导入");
  desk.clicksOn("新的导入", "the sheet", "upload");
  desk.takesFile();
  const id = await desk.waits(`${sheet} is read`, () => upload(admin, sheet, unit, file));
  const { mapping, preview } = await view(admin, id);
  const columns = preview.columns ?? [];
  desk.page("columns");
  desk.glances("columns and what they were taken for", columns.length);
  const chosen = Object.fromEntries(Object.entries(mapping).map(([key, index]) => [`column.${index}`, key]));
  for (const [label, key] of Object.entries(unnamed)) {
    const { index } = columns.find((column) => column.label === label)!;
    if (chosen[`column.${index}`] === key) continue; // remembered from the last time
    chosen[`column.${index}`] = key;
    desk.chooses(`what the column ${label} is`);
    desk.clicksOn("remember");
  }
  if (preview.hiddenRows) desk.chooses("to take the hidden rows in");
  desk.clicksOn("go on");
  await desk.waits(`${sheet} is checked`, async () => {
    const hidden = preview.hiddenRows ? { hidden: "include" } : {};
    await checkImport(admin, { id, ...chosen, remember: "yes", ...hidden });
    await runJobs();
  });
  return id;
}

/** All that the dry run offers to set right for all rows, as far as the desk knows the office's habits. */
async function setAllRight(id: string, name: string, { habits, labels }: Roster) {
  const sheet = sheetById(name)!;
  let found = await view(admin, id);
  desk.page("the dry run");
  desk.reads("groups of faults", found.groups.length);
  const offered = () =>
    found.groups.flatMap((group) => {
      const column = sheet.columns.find(({ key }) => key === group.column)!;
      const label = labels[found.mapping[group.column] ?? -1];
      return fixableTexts(column, group).flatMap(({ text, near }) => {
        const habit = habits.find((one) => one.column === label && one.wrong === text);
        return habit ? [{ column, text, near, right: habit.right }] : [];
      });
    });
  for (let next = offered()[0]; next; next = offered()[0]) {
    const { column, text, near, right } = next;
    desk.clicksOn(`“${text}”: for all rows`);
    if (near !== right) {
      if (column.list || column.kind === "yesNo") desk.chooses(right);
      else desk.types(right);
    }
    desk.clicksOn("set");
    found = await desk.waits(`${name} is checked anew`, async () => {
      await fixRows(admin, { id, column: column.key, from: text, to: right });
      await runJobs();
      return view(admin, id);
    });
  }
  return found;
}

async function goesIn(id: string, name: string) {
  desk.clicksOn("take the good rows in");
  const done = await desk.waits(`${name} goes in`, () => publish(admin, id));
  desk.glances("the receipt", 4);
  expect([done.status, done.failure]).toEqual(["DONE", null]);
  return done;
}

/** The marked workbook goes out, the villages fill in what only they know, and it comes back. */
async function mendedByVillages(id: string, { unknown, truth }: Roster, labels: string[]): Promise<string> {
  desk.clicksOn("the marked workbook", "save", "pass on", "to the townships");
  const told = await reading(admin, (scope) => annotationsOf(scope, id));
  const marked = newFile();
  await annotatedWorkbook(
    told,
    { column: "系统提示", say: ({ key }, label) => `${label}:${key}`, locale: "zh-CN" },
    createWriteStream(marked),
  );
  const rows: string[][] = [];
  for await (const row of readRows(marked, { sheet: "花名册" })) {
    while (rows.length < row.rowNo - 1) rows.push([]);
    rows.push(row.cells.map(cellText));
  }
  for (const [at, label] of unknown) {
    rows[FIRST_ROW - 1 + at]![labels.indexOf(label)] = String(truth[at]![label] ?? "");
    mended.cells += 1;
  }
  const back = newFile();
  await writeWorkbook(back, { sheets: [{ name: "花名册", columns: [], rows, plain: true }] });
  return back;
}

async function seed(name: string, roster: Roster, unnamed: Unnamed, twice: number) {
  const { labels, rows, unknown } = roster;
  const from = desk.entries.length;
  const file = await seededWorkbook([
    { name: "花名册", title: "洛隆县花名册", labels, rows, hiddenRows: [300, 301, 305] },
  ]);
  const first = await arrives(name, file, unnamed);
  const checked = await setAllRight(first, name, roster);
  // Every row but the unknown and the repeated ones is good now, however it was written.
  expect([name, checked.counts.rows, checked.counts.bad]).toEqual([name, rows.length, unknown.size + twice]);
  await goesIn(first, name);
  if (unknown.size === 0) return tell(name, from);
  const marked = await mendedByVillages(first, roster, labels);
  desk.sitting = 2;
  const second = await arrives(name, marked, unnamed);
  const again = await view(admin, second);
  desk.page("the dry run");
  desk.reads("groups of faults", again.groups.length);
  // What went in is not looked at again, nor what only repeats it.
  expect([name, again.counts.already, again.counts.bad]).toEqual([name, rows.length - unknown.size, 0]);
  await goesIn(second, name);
  desk.sitting = 1;
  tell(name, from);
}

function tell(name: string, from = 0) {
  const seconds = ({ person, machine }: { person: number; machine: number }) =>
    `${Math.round(person)} s of a person and ${Math.round(machine)} s of the machine`;
  const [first, second] = ([1, 2] as const).map((sitting) => seconds(desk.sum({ sitting }, from)));
  process.stderr.write(`${name}: ${first}; what villages mended, later: ${second}\n`);
}

const under = (table: string) =>
  database
    .look<{ n: number }>(
      `select count(*)::int as n from ${table} x join division_closure c on c.node_id = x.division_id and c.ancestor_id = $1 and c.to_on is null`,
      [unit],
    )
    .then(([row]) => row?.n);

test("organizations, households and persons from three dirty workbooks: every row goes in, nothing false goes in", async () => {
  await seed("party-orgs", orgs(), { "支部（总支）全名": "name" }, TWICE.orgs);
  await seed("household-roster", households(), { 饮水情况: "safeWater" }, TWICE.households);
  await seed("person-roster", persons(), {}, TWICE.persons);
  expect(await under("party_org")).toBe(ORGS + 1);
  expect(await under("household")).toBe(HOUSEHOLDS);
  expect(await under("person")).toBe(PERSONS);
  expect(
    await database.look(
      `select count(distinct status)::int as statuses, count(distinct main_cause)::int as causes from household where household_no like '540329%'`,
    ),
  ).toEqual([{ statuses: 1, causes: 1 }]);
}, 900_000);

test("eight hundred accounts from a fourth one, and their slips to print", async () => {
  await seed("accounts", accounts(), {}, 0);
  expect(await under("account")).toBe(ACCOUNTS + 1);
  const made = await database.look<{ id: number }>(
    "select id from account where division_id <> $1 and password_hash is null and id > (select max(id) from account where division_id = $1)",
    [unit],
  );
  desk.clicksOn("make the slips", "print", "print");
  const { slips } = await desk.waits("slips", () =>
    issueSlips(admin, { accountIds: made.map(({ id }) => id) }),
  );
  expect(new Set(slips.map(({ code }) => code)).size).toBe(ACCOUNTS);
}, 300_000);

test("the first sitting is less than ten minutes, all but what only villages know; what they mend takes four minutes more", () => {
  process.stderr.write(
    `${desk.clicks} clicks, ${desk.decisions} decisions; ${mended.cells} cells were mended by villages\n`,
  );
  tell("in all");
  expect(mended.cells).toBeLessThan((ORGS + HOUSEHOLDS + PERSONS + ACCOUNTS) / 100);
  expect(desk.sum({ sitting: 1 }).person).toBeLessThan(TEN_MINUTES);
  expect(desk.sum({ sitting: 2 }).person).toBeLessThan(240);
  expect(desk.sum().machine).toBeLessThan(TEN_MINUTES); // some 40 s when nothing else runs
});
