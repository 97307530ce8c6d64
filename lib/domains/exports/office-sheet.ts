/** A whole sheet of an office in the columns in which it is imported, so that what goes out can come back; masked unless let out in clear. */
import { maskIdNumber, maskPhone } from "#lib/base/mask.ts";
import type { Period } from "#lib/base/period.ts";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { type Column, YES_NO } from "#lib/domains/imports/sheet.ts";
import { sheetById } from "#lib/domains/imports/sheets/all.ts";
import { unsealIdNo } from "#lib/platform/seal.ts";
import type { WrittenCell, WrittenColumn, WrittenSheet } from "#lib/platform/sheets/write.ts";
import type { Stream } from "#lib/platform/streaming.ts";
import { type OfficeRow, officeQuery } from "./office-queries.ts";
import type { OfficeSheetId } from "./sheet-ids.ts";

type Asked = {
  sheet: OfficeSheetId;
  divisionId: number;
  unmasked: boolean;
  watermark: string;
  month?: Period;
};
export type OfficeFile = { sheet: WrittenSheet; unit: string; year: number; count: () => number };

export async function officeSheet(stream: Stream, asked: Asked): Promise<OfficeFile> {
  const { columns: all, title, legend } = sheetById(asked.sheet)!;
  const columns = all.filter(({ asked, leaves }) => asked !== "never" && leaves !== false);
  const place = await listPlace(stream, String(asked.divisionId));
  const [open] = await stream.sql<{ year: number }>`select year from registry_year where status = 'OPEN'`;
  const year = open?.year ?? Number(stream.today.slice(0, 4));
  const query = officeQuery(asked.sheet, {
    place,
    year,
    today: stream.today,
    month: asked.month ?? (stream.today.slice(0, 7) as Period),
  });
  let count = 0;
  async function* rows(): AsyncGenerator<WrittenCell[]> {
    for await (const row of stream.rows<OfficeRow>(query)) {
      count++;
      yield columns.map((column) => cellOf(column, row, count, asked.unmasked));
    }
    if (legend && count > 0) yield [legend];
  }
  return {
    unit: place.unit.name,
    year,
    count: () => count,
    sheet: {
      name: title["zh-CN"],
      watermark: asked.watermark,
      columns: columns.map(writtenColumn),
      rows: rows(),
    },
  };
}

/** How a workbook shows a column. */
export const WRITTEN_KINDS: Partial<Record<Column["kind"], WrittenColumn["kind"]>> = {
  money: "money",
  integer: "number",
  tenths: "number",
  year: "number",
  date: "date",
};
const writtenColumn = (column: Column): WrittenColumn => ({
  label: `${column.label["zh-CN"]}${column.required ? "*" : ""}`,
  width: column.kind === "idNo" || column.kind === "number" ? 22 : 14,
  kind: WRITTEN_KINDS[column.kind] ?? "text",
});

/** Whose telephone it is decides: a helper's is an office number, a family's is not. */
const FAMILY_PHONES = new Set(["phone", "householdPhone"]);

/** A cell as the file tells it. */
export function cellOf(column: Column, row: OfficeRow, serial: number, unmasked: boolean): WrittenCell {
  if (column.key === "seq") return String(serial);
  if (column.key === "idNo") return idNumber(row.sealed, row.digest, unmasked);
  if (column.key === "headIdNo") return idNumber(row.headSealed, row.headDigest, unmasked);
  if (column.kind === "idNo") return null;
  const yearly = row["year columns"] as Record<string, unknown> | undefined;
  const value = row[column.key] ?? yearly?.[snake(column.key)] ?? row.columns?.[column.key] ?? null;
  if (value === null) return null;
  if (FAMILY_PHONES.has(column.key) && !unmasked) return maskPhone(String(value));
  return written(column, value);
}

const NUMBERS = new Set<Column["kind"]>(["integer", "tenths", "year"]);

function written(column: Column, value: unknown): WrittenCell {
  if (column.list) {
    const codes = Array.isArray(value) ? value : String(value).split(",");
    return (
      codes
        .map((code) => column.list?.find((one) => one.code === code)?.["zh-CN"] ?? String(code))
        .join("、") || null
    );
  }
  if (typeof value === "boolean") return YES_NO[value ? 0 : 1]!;
  if (column.kind === "money") return Number(value) / 100;
  return NUMBERS.has(column.kind) ? Number(value) : String(value);
}

type Sealed = Buffer | null | undefined;
function idNumber(sealed: Sealed, digest: Sealed, unmasked: boolean): string | null {
  if (!sealed || !digest) return null;
  const idNo = unsealIdNo(sealed, digest);
  return unmasked ? idNo : maskIdNumber(idNo);
}

const snakes = new Map<string, string>();
function snake(key: string): string {
  const known = snakes.get(key);
  if (known !== undefined) return known;
  const name = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  snakes.set(key, name);
  return name;
}
