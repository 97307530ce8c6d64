// Workbooks as offices send them: a title over merged cells, a header of two levels, records, a total and a line for signatures.
import { writeFile } from "node:fs/promises";
import { test } from "@playwright/test";
import { type CellValue, writeXlsx } from "hucre/xlsx";
import { checkDigit } from "#lib/base/id-number.ts";

/** Six digits of this run, so that the same journeys meet new people on a database where they were walked before. */
export const RUN = String(Math.floor(Date.now() / 1000) % 1_000_000).padStart(6, "0");

/** A person of the sheet, invented: lawful in form, of a day of birth and a number that no other row, and hardly another run, uses. */
export function idNumber(nth: number, sex: "男" | "女" = "男"): string {
  const at = (Number(RUN) * 100 + nth) % 522_000;
  const [year, month, day] = [70 + (at % 29), 1 + (Math.floor(at / 29) % 9), Math.floor(at / 261) % 10];
  const serial = 600 + 2 * Math.floor(at / 2610) + (sex === "男" ? 1 : 0);
  const first17 = `54032519${year}0${month}1${day}${serial}`;
  return first17 + checkDigit(first17);
}

/** The number of a household of this run. */
export const householdNumber = (nth: number): string => `5499${RUN}${String(nth).padStart(3, "0")}`;

const SYLLABLES = "布措达格吉卡拉玛尼平曲仁桑旺西央益珠";
/** A name of several syllables that only this run bears. */
export const nameOfRun = (before: string): string =>
  before +
  [...RUN.slice(1)].map((digit, at) => SYLLABLES[(Number(digit) + 7 * at) % SYLLABLES.length]).join("");

type Column = { over?: string; label: string; of: (row: Record<string, CellValue>) => CellValue };

/** Writes the sheet and says where the file lies. Cells are what the row says: a number stays a number, as a careless clerk leaves it. */
export async function workbook(
  name: string,
  title: string,
  columns: Column[],
  rows: Record<string, CellValue>[],
  last: CellValue[][] = [],
): Promise<string> {
  const width = columns.length;
  const above = columns.map((column, at) =>
    column.over === undefined ? column.label : columns[at - 1]?.over === column.over ? null : column.over,
  );
  const below = columns.map((column) => (column.over === undefined ? null : column.label));
  const data = rows.map((row) => columns.map((column) => column.of(row)));
  const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: width - 1 }];
  for (const [at, column] of columns.entries()) {
    if (column.over === undefined) merges.push({ startRow: 2, startCol: at, endRow: 3, endCol: at });
    else if (columns[at - 1]?.over !== column.over)
      merges.push({
        startRow: 2,
        startCol: at,
        endRow: 2,
        endCol: at - 1 + columns.filter((one) => one.over === column.over).length,
      });
  }
  const head: CellValue[][] = [[title], ["填报单位：香堆镇人民政府", null, null, "2026年"], above, below];
  const file = test.info().outputPath(name);
  const bytes = await writeXlsx({ sheets: [{ name: "Sheet1", rows: [...head, ...data, ...last], merges }] });
  await writeFile(file, bytes);
  return file;
}

/** A column that a row says under its own label, or another. */
export const plain = (label: string, key = label, over?: string): Column => ({
  label,
  over,
  of: (row) => row[key] ?? null,
});

/** Columns of a roster of households in the words of an office, not of our template. */
export const HOUSEHOLD_COLUMNS: Column[] = [
  plain("编号"),
  plain("乡镇", "乡镇", "住址"),
  plain("行政村", "村", "住址"),
  plain("小组", "组", "住址"),
  plain("户编号"),
  plain("姓名", "户主", "户主"),
  plain("性别", "性别", "户主"),
  plain("身份证号码", "证件号", "户主"),
  plain("民族", "民族", "户主"),
  plain("家庭人口数"),
  plain("户属性"),
  plain("主要致贫原因"),
  plain("脱贫属性"),
  plain("人均纯收入"),
];

/** Columns of a list of persons: the few that every office fills in. */
export const PERSON_COLUMNS: Column[] = [
  plain("乡"),
  plain("村"),
  plain("户编号"),
  plain("姓名"),
  plain("性别"),
  plain("证件号码", "证件号"),
  plain("民族"),
  plain("与户主关系", "关系"),
  plain("文化程度"),
  plain("健康状况"),
];

/** Columns of the list of who helps whom. */
export const PAIRING_COLUMNS: Column[] = [
  plain("编号"),
  plain("乡镇"),
  plain("村"),
  plain("户编号"),
  plain("户主"),
  plain("帮扶单位", "单位", "帮扶责任人"),
  plain("帮扶责任人", "责任人", "帮扶责任人"),
  plain("职务", "职务", "帮扶责任人"),
  plain("联系电话", "电话", "帮扶责任人"),
  plain("结对时间", "时间"),
];
