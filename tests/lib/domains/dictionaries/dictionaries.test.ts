// Dictionaries: another name shows on screens, a new spelling is read by imports, a retired entry is no longer offered and still named.

import pg from "pg";
import { afterAll, beforeEach, expect, test } from "vitest";
import { saveEntry } from "#lib/domains/dictionaries/commands/save-entry.ts";
import { getDictionary } from "#lib/domains/dictionaries/queries.ts";
import { dictionaryFor } from "#lib/domains/dictionaries/refresh.ts";
import { amendCodes } from "#lib/domains/households/amended-codes.ts";
import { CODE_LISTS, codeName, offered, POVERTY_CAUSES, sought } from "#lib/domains/households/codes.ts";
import { matchChoice } from "#lib/domains/imports/inside/choices.ts";
import { householdRoster } from "#lib/domains/imports/sheets/household-roster.ts";
import { templateOf } from "#lib/domains/imports/template.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";

const database = testDatabase();
beforeEach(async () => {
  amendCodes([]);
  await database.look("delete from dictionary_entry");
});
afterAll(() => amendCodes([]));

const illness = { list: "POVERTY_CAUSES", code: "ILLNESS" };
const read = (session: Session, list: string) => reading(session, (scope) => getDictionary(scope, { list }));

test("a new name is on every screen and in every form, and the former one still reads in imports", async () => {
  const admin = await signIn(database, "prefecture-admin");
  await saveEntry(admin, { ...illness, name: "因病致困", nameEn: "Sickness" });
  expect(codeName(POVERTY_CAUSES, "ILLNESS,OTHER", "zh-CN")).toBe("因病致困、其他");
  expect(codeName(POVERTY_CAUSES, "ILLNESS", "en")).toBe("Sickness");
  expect(matchChoice(POVERTY_CAUSES, "因病致困")).toBe("ILLNESS");
  expect(matchChoice(POVERTY_CAUSES, "因病")).toBe("ILLNESS");
});

test("the worker reads an alias that an administrator added, before it looks at a sheet", async () => {
  const admin = await signIn(database, "prefecture-admin");
  expect(matchChoice(POVERTY_CAUSES, "老病号")).toBeNull();
  await saveEntry(admin, { ...illness, aliases: "老病号、 常年吃药" });
  amendCodes([]); // another process
  expect(matchChoice(POVERTY_CAUSES, "老病号")).toBeNull();
  const pool = new pg.Pool({ connectionString: database.job, max: 1 });
  pool.on("error", () => {}); // the database may be dropped before the last one has closed
  await dictionaryFor(pool);
  await pool.end();
  expect(matchChoice(POVERTY_CAUSES, "老病号")).toBe("ILLNESS");
  expect(matchChoice(POVERTY_CAUSES, "常年吃药")).toBe("ILLNESS");
});

test("a retired entry is not offered from its day on, but keeps its name and stays choosable where it stands", async () => {
  const admin = await signIn(database, "prefecture-admin");
  await saveEntry(admin, { list: "POVERTY_CAUSES", code: "FUNERAL", retiredOn: "2026-12-01" });
  const codes = (day: string, ...stored: string[]) =>
    offered(POVERTY_CAUSES, day, ...stored).map(({ code }) => code);
  expect(codes("2026-11-30")).toContain("FUNERAL");
  expect(codes("2026-12-01")).not.toContain("FUNERAL");
  expect(codes("2026-12-01", "FUNERAL")).toContain("FUNERAL");
  expect(codeName(POVERTY_CAUSES, "FUNERAL", "zh-CN")).toBe("因丧");
});

test("templates do not offer what is retired, in the drop-downs or the notes, filters keep it at their end", async () => {
  const admin = await signIn(database, "prefecture-admin");
  await saveEntry(admin, { list: "POVERTY_CAUSES", code: "FUNERAL", retiredOn: "2026-12-01" });
  await saveEntry(admin, { list: "POVERTY_CAUSES", code: "OTHER", position: "1" });
  const words = { notes: "说明", column: "列", need: "必填", choices: "可填", must: "是" };
  const template = (day: string) => templateOf(householdRoster, words, "zh-CN", day);
  const dropDown = (day: string) =>
    template(day)[0]!.columns.find(({ choices }) => choices?.includes("因病"))!.choices!;
  expect(dropDown("2026-11-30")).toContain("因丧");
  expect(dropDown("2026-12-01")).not.toContain("因丧");
  expect(dropDown("2026-12-01")[0]).toBe("其他");
  expect(JSON.stringify(template("2026-12-01")[1]!.rows)).not.toContain("因丧");
  expect(sought(POVERTY_CAUSES, "2026-12-01").at(-1)?.code).toBe("FUNERAL");
});

test("order follows the office's numbers", async () => {
  const admin = await signIn(database, "prefecture-admin");
  await saveEntry(admin, { list: "POVERTY_CAUSES", code: "OTHER", position: "1" });
  expect(offered(POVERTY_CAUSES, "2026-11-25")[0]?.code).toBe("OTHER");
});

test("the four responsibilities have a visible default and take entries of the office's own; history says who", async () => {
  const admin = await signIn(database, "prefecture-admin");
  const before = await read(admin, "DUTY_CATEGORIES");
  expect(before.entries.map(({ defaultKey }) => defaultKey)).toEqual([
    "LEADERSHIP",
    "DEPARTMENT",
    "SOCIETY",
    "ASSISTANCE",
  ]);
  await saveEntry(admin, { list: "DUTY_CATEGORIES", name: "监督责任", basis: "昌委发〔2016〕1号" });
  const after = await read(admin, "DUTY_CATEGORIES");
  expect(after.entries.at(-1)).toMatchObject({ name: "监督责任", code: "OWN_5", version: 1 });
  expect(after.history).toMatchObject([{ field: "basis" }, { field: "name", old: null, new: "监督责任" }]);
  const told = await database.look(
    "select subject from audit_event where verb = 'dictionary.changed' order by id desc limit 1",
  );
  expect(told).toEqual([{ subject: "dictionary:DUTY_CATEGORIES:OWN_5" }]);
});

test("a spelling means one thing, a closed list takes no new entry, two at once collide, and only the prefecture may", async () => {
  const admin = await signIn(database, "prefecture-admin");
  await expect(saveEntry(admin, { ...illness, aliases: "因残" })).rejects.toMatchObject({
    fields: { aliases: [{ key: "dictionary.taken", values: { word: "因残", other: "因残" } }] },
  });
  await expect(saveEntry(admin, { list: "POVERTY_CAUSES", name: "新原因" })).rejects.toMatchObject({
    code: "not-found",
  });
  await saveEntry(admin, { ...illness, name: "甲" });
  await expect(saveEntry(admin, { ...illness, name: "乙" })).rejects.toMatchObject({ code: "conflict" });
  await expect(saveEntry(admin, { list: "DUTY_CATEGORIES", name: "" })).rejects.toMatchObject({
    fields: { name: expect.anything() },
  });
  const county = await signIn(database, "county-admin");
  await expect(saveEntry(county, { ...illness, name: "丙", version: "1" })).rejects.toMatchObject({
    code: "refused",
  });
});

test("every list that the program knows is in the dictionary, with codes that stay", () => {
  for (const list of Object.values(CODE_LISTS))
    expect(new Set(list.map(({ code }) => code)).size).toBe(list.length);
});
