// Proves that a unit's matching of columns comes back until it is forgotten, and that a pasted block is read like a file.
import { readdirSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { checkImport } from "#lib/domains/imports/commands/check-import.ts";
import { forgetColumns } from "#lib/domains/imports/commands/forget-columns.ts";
import { pasteImport } from "#lib/domains/imports/commands/paste-import.ts";
import { asCsv, withHeader } from "#lib/domains/imports/inside/pasted.ts";
import { uploadFolder } from "#lib/domains/imports/inside/uploads.ts";
import { readPasted } from "#lib/domains/imports/pasted-block.ts";
import { sheetById } from "#lib/domains/imports/sheets/all.ts";
import { holdToday } from "#lib/platform/clock.ts";
import type { Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import {
  aTownship,
  check,
  fileOf,
  type Line,
  rowsOf,
  runJobs,
  type Township,
  upload,
  view,
} from "./importing.ts";

const database = testDatabase();
let town: Township;
let admin: Session;

beforeAll(async () => {
  holdToday("2026-11-23");
  town = await aTownship(database);
  admin = await signIn(database, town.admin);
});

const line: Line = {
  村: "吉塘村",
  户编号: "M1",
  户主姓名: "扎西",
  脱贫属性: "未脱贫",
  去年每人挣多少: "4000",
  备注: "甲",
};
const send = async (lines = [line], unit = town.township) =>
  upload(admin, "household-roster", unit, await fileOf(lines));
const columnsOf = (id: string, mapping: Record<string, number>, more: Record<string, string> = {}) => ({
  id,
  ...Object.fromEntries(Object.entries(mapping).map(([key, index]) => [`column.${index}`, key])),
  ...more,
});

test("what was matched by hand is offered the next time, only there, and can be forgotten", async () => {
  const first = await send();
  const { mapping, preview } = await view(admin, first);
  const index = preview.columns!.find(({ label }) => label === "去年每人挣多少")!.index;
  const remark = mapping.remark!;
  expect(mapping).not.toHaveProperty("incomePerHeadFen");
  const chosen: Record<string, number> = { ...mapping, incomePerHeadFen: index };
  delete chosen.remark;
  await checkImport(admin, columnsOf(first, chosen, { remember: "yes" }));
  await runJobs();
  const second = await view(admin, await send());
  expect(second.mapping).toMatchObject({ incomePerHeadFen: index });
  expect(second.mapping).not.toHaveProperty("remark");
  expect(second.preview.columns!.filter((column) => column.remembered).map((column) => column.index)).toEqual(
    [index, remark],
  );
  // Another unit chose nothing yet.
  const village = await view(admin, await send([line], town.villages[0]));
  expect(village.mapping).not.toHaveProperty("incomePerHeadFen");
  await forgetColumns(admin, { id: second.id });
  await runJobs();
  expect((await view(admin, second.id)).mapping).toEqual(mapping);
  expect((await view(admin, await send())).mapping).toEqual(mapping);
});

test("nothing is remembered unless somebody wants it", async () => {
  const first = await send();
  const { mapping } = await view(admin, first);
  const { remark: _, ...chosen } = mapping;
  await checkImport(admin, columnsOf(first, chosen));
  await runJobs();
  expect((await view(admin, await send())).mapping).toEqual(mapping);
});

const paste = async (pasted: string) => {
  const { id } = await pasteImport(admin, {
    sheet: "household-roster",
    divisionId: String(town.township),
    fileName: "粘贴的内容",
    pasted,
  });
  await runJobs();
  return id;
};

test("a pasted block with its header goes the way of a file", async () => {
  const id = await paste(
    '户编号\t户主姓名\t脱贫属性\t村\t备注\r\nV1\t扎西\t未脱贫\t吉塘村\t"第一行\n第二行"\r\n',
  );
  const found = await check(admin, id);
  expect(found.counts).toMatchObject({ rows: 1, added: 1 });
  expect((await rowsOf(admin, found.id, "ADD"))[0]).toMatchObject({ householdNo: "V1", name: "扎西" });
});

test("without a header the order of the template is taken", async () => {
  const sheet = sheetById("household-roster")!;
  const values: Record<string, string> = {
    seq: "1",
    village: "吉塘村",
    householdNo: "V2",
    headName: "达瓦",
    status: "未脱贫",
  };
  const id = await paste(sheet.columns.map(({ key }) => values[key] ?? "").join("\t"));
  expect((await check(admin, id)).counts).toMatchObject({ rows: 1, added: 1 });
});

test("nothing, or too much, is said at the box, and no file stays behind", async () => {
  const files = () => readdirSync(uploadFolder()).length;
  const before = files();
  await expect(paste(" \n\t\n")).rejects.toMatchObject({
    fields: { pasted: [{ key: "import.pasteEmpty" }] },
  });
  const rows = { rows: 600, most: 500 };
  await expect(paste("a\tb\n".repeat(600))).rejects.toMatchObject({
    fields: { pasted: [{ key: "import.pasteTooLong", values: rows }] },
  });
  expect(files()).toBe(before);
});

test("quotes that nothing closes are quotes; commas and quotes survive the way through the list", () => {
  expect(readPasted('5" 管\t好\n"甲\t乙"\t"他说""好"""\n')).toEqual([
    ['5" 管', "好"],
    ["甲\t乙", '他说"好"'],
  ]);
  expect(readPasted('"没有关上\t丙\n丁\t戊')).toEqual([
    ['"没有关上', "丙"],
    ["丁", "戊"],
  ]);
  expect(asCsv([['a,"b"', "=1+1"]])).toBe('\ufeff"a,""b""","=1+1"\r\n');
  expect(withHeader([["1"]], sheetById("household-roster")!)[0]).toEqual(["序号"]);
});
