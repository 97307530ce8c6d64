// Proves that a form is filled with what is known and nothing else: its cells are those of the exports, its counts those of its cells.
import { createWriteStream } from "node:fs";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { officeSheet } from "#lib/domains/exports/office-sheet.ts";
import type { OfficeSheetId } from "#lib/domains/exports/sheet-ids.ts";
import { sheetById } from "#lib/domains/imports/sheets/all.ts";
import { changeForm, dropForm } from "#lib/domains/table-forms/commands/change-form.ts";
import { pasteForm } from "#lib/domains/table-forms/commands/keep-form.ts";
import { fillForm, type KeptForm } from "#lib/domains/table-forms/fill.ts";
import { emptyForm, propose } from "#lib/domains/table-forms/propose.ts";
import { fillTable } from "#lib/domains/table-forms/queries/fill.ts";
import { getForm } from "#lib/domains/table-forms/queries/forms.ts";
import type { SubjectId } from "#lib/domains/table-forms/table-form.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { plainBlank } from "#lib/platform/sheets/blank.ts";
import { cellText, type Row } from "#lib/platform/sheets/cell.ts";
import { readRows } from "#lib/platform/sheets/read.ts";
import { writeWorkbook } from "#lib/platform/sheets/write.ts";
import { writeForm } from "#lib/platform/sheets/write-blank.ts";
import { streaming } from "#lib/platform/streaming.ts";
import { newFile } from "#tests/lib/platform/sheets/planted-workbook.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";
import { BY_DOMAIN } from "./real-forms.ts";

const database = testDatabase();
const prefecture = world.divisions.prefecture.id;
let admin: Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  admin = await signIn(database, "prefecture-admin");
});

const kept = async (id: string): Promise<KeptForm> => {
  const [form] = await database.look<KeptForm>(
    "select name, subject, columns, empty from table_form where id = $1",
    [id],
  );
  return form!;
};

async function fileOf(form: KeptForm, divisionId: number): Promise<string[][]> {
  const file = newFile();
  await streaming(admin, async (stream) => {
    const filling = await fillForm(stream, { form, divisionId, only: null });
    await writeForm(createWriteStream(file), {
      ...filling.file,
      watermark: "向巴 2026",
      about: { name: "说明", rows: () => [["行数", filling.count()]] },
    });
  });
  const rows: string[][] = [];
  for await (const row of readRows(file)) rows.push(row.cells.map((cell) => cellText(cell)));
  return rows;
}

test.each(Object.entries(BY_DOMAIN))("%s is filled cell by cell as it is counted", async (_name, form) => {
  const { title, headings, unknown } = form;
  const { id } = await pasteForm(admin, { divisionId: prefecture, name: title, pasted: headings.join("\t") });
  const told = await reading(admin, (scope) => fillTable(scope, { id }));
  const [top, header, ...data] = await fileOf(await kept(id), prefecture);
  expect(top![0]).toBe(title);
  expect(header).toEqual(headings);
  expect(data).toHaveLength(told.rows);
  const holds = (index: number) => data.filter((row) => (row[index] ?? "") !== "").length;
  for (const { index, filled } of told.by)
    expect([headings[index], holds(index)]).toEqual([headings[index], filled ?? 0]);
  expect(told.filled).toBe(headings.reduce((sum, _label, index) => sum + holds(index), 0));
  // Four of five columns are matched, whatever the form.
  expect(headings.length - unknown.length).toBeGreaterThanOrEqual(0.8 * headings.length);
});

/** The sheets of the office go out by a way of their own: what they tell of a row, the form must tell too. */
const PEERS: [form: keyof typeof BY_DOMAIN, sheet: OfficeSheetId][] = [
  ["sheet 1", "household-roster"],
  ["sheet 2", "person-roster"],
  ["sheet 4", "pairings"],
  ["sheet 10, members", "members"],
  ["sheet 11", "industry-ledger"],
];

test.each(PEERS)(
  "%s tells all that the office knows of its columns, in any order of any of them",
  async (name, sheet) => {
    const peer = await onRegister(await sheetRows(sheet));
    const { title, subject, headings } = BY_DOMAIN[name];
    const labels = new Map(
      sheetById(sheet)!.columns.map((column) => [
        column.key,
        `${column.label["zh-CN"]}${column.required ? "*" : ""}`,
      ]),
    );
    const known = headings.filter((heading) => !["序号", "户主签字"].includes(heading));
    let told = 0;
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(known, { minLength: 3 }), async (chosen) => {
        const rows: Row[] = [[title], chosen].map((cells, at) => ({
          ...{ rowNo: at + 1, hidden: false },
          cells: cells.map((text) => ({ kind: "text", text })),
        }));
        const found = propose({ rows, merges: [], said: { headerRow: 2, depth: 1 } }, subject as SubjectId)!;
        const empty = emptyForm(plainBlank(rows), found.recognized, chosen.length);
        const [, , ...data] = await fileOf({ ...found, name: title, empty }, prefecture);
        for (const { index, field } of found.columns) {
          const column = labels.get(field ?? "");
          if (column === undefined || !peer[0] || !(column in peer[0])) continue;
          const known = peer.map((row) => row[column] ?? "").filter(Boolean);
          expect([
            chosen[index],
            data
              .map((row) => row[index] ?? "")
              .filter(Boolean)
              .sort(),
          ]).toEqual([chosen[index], known.sort()]);
          told += known.length;
        }
      }),
      { numRuns: 12 },
    );
    expect(told).toBeGreaterThan(50);
  },
);

/** The sheets of the office tell of all households, a form of those that are on the register. */
async function onRegister(rows: Record<string, string>[]): Promise<Record<string, string>[]> {
  const found = await database.look<{ no: string }>(
    "select household_no as no from household where status in ('POOR', 'PRE_EXIT', 'EXITED', 'RETURNED')",
  );
  const numbers = new Set(found.map(({ no }) => no));
  return rows.filter((row) => !("户编号*" in row) || numbers.has(row["户编号*"] ?? ""));
}

async function sheetRows(sheet: OfficeSheetId): Promise<Record<string, string>[]> {
  const file = newFile();
  await streaming(admin, async (stream) => {
    const made = await officeSheet(stream, { sheet, divisionId: prefecture, unmasked: false, watermark: "" });
    await writeWorkbook(createWriteStream(file), { sheets: [made.sheet] });
  });
  const rows: Record<string, string>[] = [];
  let header: string[] = [];
  for await (const row of readRows(file)) {
    const texts = row.cells.map((cell) => cellText(cell));
    if (header.length === 0) header = texts;
    else rows.push(Object.fromEntries(header.map((label, index) => [label, texts[index] ?? ""])));
  }
  return rows;
}

test("numbers of families stay masked, and a township sees its own households alone", async () => {
  const cadre = await signIn(database, "township-admin");
  const { id } = await pasteForm(admin, {
    ...{ divisionId: prefecture, name: "入户核查表", pasted: "户主姓名,身份证号,户联系电话,宗教信仰" },
  });
  const whole = await reading(admin, (scope) => fillTable(scope, { id }));
  // The form of the prefecture serves the township.
  const own = await reading(cadre, (scope) => fillTable(scope, { id }));
  expect(own.rows).toBeGreaterThan(0);
  expect(own.rows).toBeLessThan(whole.rows);
  for (const { cells } of whole.preview) expect(cells[1]).toMatch(/^\d{6}\*+[\dX]{4}$/);
  const form = await reading(cadre, (scope) => getForm(scope, { id }));
  expect(form.mine).toBe(false);
  expect(form.columns.at(-1)).toMatchObject({ field: null, refused: "religion" });
  await expect(
    reading(cadre, (scope) => fillTable(scope, { id, unit: String(prefecture) })),
  ).rejects.toMatchObject({ code: "not-found" });
  await expect(
    changeForm(cadre, { id, version: 1, name: "核查表", subject: "household" }),
  ).rejects.toMatchObject({ code: "not-found" });
});

test("a column gets another field, a refused one never does, and rows of another kind are matched anew", async () => {
  const { id } = await pasteForm(admin, {
    ...{ divisionId: prefecture, name: "自定表", pasted: "户主姓名,家中几口,病种" },
  });
  expect((await kept(id)).columns.map(({ field }) => field)).toEqual(["headName", null, null]);
  const told = { id, name: "自定表", subject: "household" };
  await changeForm(admin, { ...told, version: 1, "column.1": "memberCount", "column.2": "remark" });
  expect((await kept(id)).columns.map(({ field }) => field)).toEqual(["headName", "memberCount", null]);
  await expect(
    changeForm(admin, { ...told, version: 2, "column.1": "helperPhoneNumber" }),
  ).rejects.toMatchObject({ code: "invalid" });
  await expect(changeForm(admin, { ...told, version: 1, "column.1": "" })).rejects.toMatchObject({
    code: "conflict",
  });
  await changeForm(admin, { ...told, version: 2, subject: "pairing" });
  expect(await kept(id)).toMatchObject({ subject: "pairing" });
  await dropForm(admin, { id, version: 3 });
  expect(await kept(id)).toBeUndefined();
});
