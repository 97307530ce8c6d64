// Proves that the roster of persons is read as an office writes it: planted faults are named, odd but true rows go in.
import { expect, test } from "vitest";
import { checkDigit } from "#lib/base/id-number.ts";
import { findLayout } from "#lib/domains/imports/inside/layout.ts";
import { type Late, type ReadRow, readSheet, type Summary } from "#lib/domains/imports/inside/read-sheet.ts";
import { personRoster } from "#lib/domains/imports/sheets/person-roster.ts";
import { rowsOf, type Written } from "./sheet-rows.ts";

/** The export of 2021, column by column. */
const EXPORT =
  "省,市,县,乡,村,户编号,人口编号,姓名,性别,出生日期,证件类型,证件号码,民族,户联系电话,成员联系电话,年度,与户主关系,文化程度,在校生状况,劳动技能,务工时间(月),健康状况,政治面貌,务工企业,是否低保,职工养老,大病保险,新农合,居民养老,失学原因,会讲普通话,商业补充医保,国外务工,产业分类,医疗救助,其他健康扶贫,公益岗类型,公益岗月数,就业渠道,残疾类别,务工所在地,户主姓名,户主证件号码,职工医保,特困供养,残疾证年度,识别标准".split(
    ",",
  );

const id = (first17: string) => first17 + checkDigit(first17);
const CONTEXT = { year: 2026, today: "2026-11-23" };
const PLAIN: Record<string, Written> = {
  省: "西藏自治区",
  市: "昌都市",
  县: "察雅县",
  乡: "吉塘镇",
  村: "吉塘村",
  户编号: "540326001001",
  人口编号: "54032600100101",
  姓名: "扎西",
  性别: "男",
  出生日期: "1985-03-18",
  证件类型: "居民身份证",
  证件号码: id("54032619850318001"),
  民族: "藏族",
  户联系电话: "13800000001",
  年度: "2026",
  与户主关系: "户主",
  文化程度: "小学",
  在校生状况: "非在校生",
  劳动技能: "普通劳动力",
  健康状况: "健康",
  政治面貌: "群众",
  是否低保: "否",
  新农合: "是",
  识别标准: "国家标准",
};
const SPOUSE: Record<string, Written> = {
  ...PLAIN,
  人口编号: "54032600100102",
  姓名: "卓玛",
  性别: "女",
  出生日期: "1987-06-01",
  证件号码: id("54032619870601002"),
  与户主关系: "配偶",
};

async function read(people: Record<string, Written>[], header = EXPORT) {
  const rows = rowsOf([
    header,
    ...people.map((person) => header.map((label) => (Object.hasOwn(person, label) ? person[label]! : null))),
  ]);
  const layout = findLayout(rows.slice(0, 30), personRoster)!;
  const columns = Object.fromEntries(layout.columns.flatMap(({ key, index }) => (key ? [[key, index]] : [])));
  const found: ReadRow[] = [];
  const late: Late[] = [];
  let summary: Summary | null = null;
  const mapping = { firstRow: layout.headerRow + layout.depth, columns };
  for await (const items of readSheet([rows], personRoster, mapping, CONTEXT))
    for (const item of items) {
      if (item.kind === "row") found.push(item);
      else if (item.kind === "late") late.push(item);
      else summary = item;
    }
  return { layout, rows: found, late, summary: summary! };
}

test("all 47 columns of the national export are known, none is missing and none refused", async () => {
  const { layout, rows, late } = await read([PLAIN]);
  expect(EXPORT).toHaveLength(47);
  expect(layout.columns.map((column) => column.key)).toEqual(
    personRoster.columns.map((column) => column.key),
  );
  expect(layout.missing).toEqual([]);
  expect(rows[0]!.problems).toEqual([]);
  expect(late).toEqual([]);
  expect(rows[0]!.values).toMatchObject({
    householdNo: "540326001001",
    name: "扎西",
    sex: "M",
    birthOn: "1985-03-18",
    idNo: id("54032619850318001"),
    idNoSex: "M",
    idNoBirth: "1985-03-18",
    ethnicity: "04",
    relation: "HEAD",
    labor: "ORDINARY",
    lowAllowance: false,
    residentMedical: true,
  });
});

test.each<[string, Record<string, Written>, string, string, Record<string, string | number>?]>([
  ["an ID number that Excel turned into 5.40326E+17", { 证件号码: "5.40326E+17" }, "idNo", "scientific"],
  [
    "an ID number kept as a number has lost its last three digits",
    { 证件号码: 540326198503180000 },
    "idNo",
    "idLostDigits",
  ],
  ["17 digits", { 证件号码: "54032619850318001" }, "idNo", "idLength", { length: 17 }],
  [
    "a wrong last digit",
    { 证件号码: `54032619850318001${checkDigit("54032619850318001") === "1" ? "2" : "1"}` },
    "idNo",
    "idCheckDigit",
  ],
  ["the 31st of February", { 证件号码: id("54032619850231001") }, "idNo", "idBirth"],
  ["letters among the digits", { 证件号码: "5403261985O318001X" }, "idNo", "idCharacters"],
  ["no ID number", { 证件号码: "无" }, "idNo", "required"],
  ["no name", { 姓名: "/" }, "name", "required"],
  ["a name of one character", { 姓名: "扎" }, "name", "nameLength"],
  [
    "an unknown relation",
    { 与户主关系: "侄子" },
    "relation",
    "unknownChoiceNear",
    { value: "侄子", near: "侄儿" },
  ],
  ["a relation like none of ours", { 与户主关系: "房东" }, "relation", "unknownChoice", { value: "房东" }],
  [
    "thirteen months of work",
    { "务工时间(月)": "13", 务工所在地: "拉萨" },
    "workMonths",
    "outOfRange",
    { least: 0, most: 12 },
  ],
  ["half a month", { "务工时间(月)": 2.5 }, "workMonths", "integer"],
  ["a day that is none", { 出生日期: "1985-02-30" }, "birthOn", "date"],
  ["a yes that is neither yes nor no", { 是否低保: "可能" }, "lowAllowance", "yesNo", { value: "可能" }],
  ["another year's sheet", { 年度: "2025" }, "year", "otherYear", { year: 2026 }],
  [
    "a formula without its value",
    { 户编号: { kind: "formula", stored: null } },
    "householdNo",
    "formulaWithoutValue",
  ],
  [
    "a broken reference",
    { 户编号: { kind: "error", text: "#REF!" } },
    "householdNo",
    "cellError",
    { text: "#REF!" },
  ],
  [
    "a household number that lost its digits",
    { 户编号: Number("5403260010010012345") },
    "householdNo",
    "numberLostDigits",
  ],
  [
    "somebody born tomorrow",
    { 证件号码: id("54032620261124001"), 出生日期: "2026-11-24" },
    "idNo",
    "birthAhead",
  ],
])("%s keeps the row out, and says so at its column", async (_what, change, column, key, values) => {
  const { rows } = await read([{ ...PLAIN, ...change }]);
  expect(rows[0]!.problems.filter((problem) => problem.level === "error")).toEqual([
    { column, key, level: "error", ...(values ? { values: expect.objectContaining(values) } : {}) },
  ]);
});

test.each<[string, Record<string, Written>, Record<string, unknown>]>([
  [
    "full-width digits and a small x",
    {
      证件号码:
        "５４０３２６１９８５０３１８００１".normalize("NFC") + checkDigit("54032619850318001").toLowerCase(),
    },
    { idNo: id("54032619850318001") },
  ],
  ["blanks around and inside a name", { 姓名: "\u3000扎 西 " }, { name: "扎西" }],
  ["a name with a dot of another kind", { 姓名: "扎西•次仁" }, { name: "扎西·次仁" }],
  ["a day as Excel counts it", { 出生日期: 31124 }, { birthOn: "1985-03-18" }],
  ["a day with dots", { 出生日期: "1985.3.18" }, { birthOn: "1985-03-18" }],
  ["a day in words", { 出生日期: "1985年3月18日" }, { birthOn: "1985-03-18" }],
  ["a day in eight digits", { 出生日期: "19850318" }, { birthOn: "1985-03-18" }],
  ["a tick for yes", { 是否低保: "√" }, { lowAllowance: true }],
  ["a cross for no", { 是否低保: "×" }, { lowAllowance: false }],
  ["无 for no", { 是否低保: "无" }, { lowAllowance: false }],
  ["a dash for nothing", { 是否低保: "—" }, { lowAllowance: null }],
  ["a number before the word", { 与户主关系: "01 户主" }, { relation: "HEAD" }],
  ["an ethnicity without 族", { 民族: "藏" }, { ethnicity: "04" }],
  ["two states of health", { 健康状况: "长期慢性病、残疾" }, { health: "CHRONIC,DISABLED" }],
  ["months with their unit", { "务工时间(月)": "8个月", 务工所在地: "拉萨" }, { workMonths: 8 }],
  [
    "the value of a formula",
    { 户编号: { kind: "formula", stored: { kind: "text", text: "540326001001" } } },
    { householdNo: "540326001001" },
  ],
  ["text that looks like a formula", { 务工企业: '=HYPERLINK("x")' }, { employer: '=HYPERLINK("x")' }],
  ["a household number typed as a number", { 户编号: 540326001001 }, { householdNo: "540326001001" }],
  [
    "the card of a disabled person",
    { 证件类型: "残疾人证", 证件号码: `${id("54032619850318001")}43` },
    {
      idNo: `${id("54032619850318001")}43`,
      idNoPerson: id("54032619850318001"),
      idNoType: "DISABILITY_CARD",
    },
  ],
  ["an officer's card", { 证件类型: "军官证", 证件号码: "军字第2001988号" }, { idNo: "军字第2001988号" }],
  ["a landline", { 户联系电话: "0895-4821234" }, { householdPhone: "08954821234" }],
])("%s is accepted without a word", async (_what, change, values) => {
  const { rows } = await read([{ ...PLAIN, ...change }]);
  expect(rows[0]!.problems).toEqual([]);
  expect(rows[0]!.values).toMatchObject(values);
});

test.each<[string, Record<string, Written>, string, string]>([
  ["an old number of 15 digits is given its 18", { 证件号码: "540326850318001" }, "idNo", "idOld"],
  [
    "a telephone number too short leaves its cell empty",
    { 户联系电话: "1380000" },
    "householdPhone",
    "phone",
  ],
  ["a birthday that differs from the ID number", { 出生日期: "1985-03-19" }, "birthOn", "birthDiffers"],
  ["a sex that differs from the ID number", { 性别: "女" }, "sex", "sexDiffers"],
  ["work without a place", { "务工时间(月)": "8" }, "workPlace", "workPlaceMissing"],
  ["a date with its month only", { 出生日期: "1985年3月" }, "birthOn", "dateCoarse"],
])("%s: the row goes in with a warning", async (_what, change, column, key) => {
  const { rows } = await read([{ ...PLAIN, ...change }]);
  expect(rows[0]!.problems.every((problem) => problem.level === "warn")).toBe(true);
  expect(rows[0]!.problems).toContainEqual(expect.objectContaining({ column, key }));
});

test("two heads: both wait, because only the family knows which it is", async () => {
  const { rows, late } = await read([PLAIN, { ...SPOUSE, 与户主关系: "户主" }]);
  expect(rows[1]!.problems).toContainEqual({
    column: "relation",
    key: "secondHead",
    values: { row: 2 },
    level: "error",
  });
  expect(late).toEqual([
    {
      kind: "late",
      rowNo: 2,
      problem: { column: "relation", key: "secondHead", values: { row: 3 }, level: "error" },
    },
  ]);
});

test("the head's row once more is told as repeated, and the first one does not wait for it", async () => {
  const { rows, late } = await read([PLAIN, PLAIN]);
  expect(rows[1]!.problems.map(({ key }) => key)).toEqual(["duplicateInFile", "duplicateInFile"]);
  expect(late).toEqual([]);
});

test("a household without a head is told at its first row; a second spouse is only remarked", async () => {
  const other = {
    ...SPOUSE,
    人口编号: "54032600100103",
    姓名: "央金",
    出生日期: null,
    证件号码: id("54032619880601002"),
  };
  const { rows, late } = await read([SPOUSE, other]);
  expect(rows[1]!.problems).toEqual([
    { column: "relation", key: "secondSpouse", values: { row: 2 }, level: "warn" },
  ]);
  expect(late.map(({ rowNo, problem }) => [rowNo, problem.key, problem.level])).toEqual([
    [2, "noHead", "warn"],
  ]);
});

test("the same person twice in a file is told with the row of the first", async () => {
  const again = {
    ...SPOUSE,
    证件类型: "残疾人证",
    证件号码: `${SPOUSE.证件号码}43`,
    人口编号: "9",
    与户主关系: "其他",
  };
  const { rows } = await read([PLAIN, SPOUSE, again]);
  expect(rows[2]!.problems).toEqual([
    { column: "idNo", key: "duplicateInFile", values: { row: 3 }, level: "error" },
  ]);
  // What stands there is quoted, and not in clear.
  expect(rows[2]!.texts.idNo).toMatch(/^\d{6}\*{8}\w{4}$/);
});

test("sums, signatures, repeated headers, column numbers and empty tails are passed over", async () => {
  const numbers = Object.fromEntries(EXPORT.map((label, index) => [label, String(index + 1)]));
  const again = Object.fromEntries(EXPORT.map((label) => [label, label]));
  const { rows, summary } = await read([
    numbers,
    PLAIN,
    again,
    SPOUSE,
    {},
    { 省: "合 计", 姓名: "2" },
    { 省: "填表人：次仁　审核人：" },
    {},
  ]);
  expect(rows.map((row) => row.rowNo)).toEqual([3, 5]);
  expect(summary).toMatchObject({ rows: 2, skipped: 3 });
});

test("__proto__ as a header is only an unknown column", async () => {
  const { layout } = await read([PLAIN], ["__proto__", "constructor", ...EXPORT]);
  expect(layout.columns.slice(0, 2).map((column) => column.key)).toEqual([null, null]);
  expect(({} as Record<string, unknown>).户编号).toBeUndefined();
});

test("columns that the work does not need are named and not read", async () => {
  const header = [...EXPORT, "疾病名称", "宗教信仰", "银行账号", "独生子女户", "我们自己的列"];
  const { layout, rows } = await read([{ ...PLAIN, 疾病名称: "肺结核", 宗教信仰: "有" }], header);
  expect(layout.columns.slice(47).map((column) => column.refused)).toEqual([
    "disease",
    "religion",
    "bank",
    "familyPlanning",
    null,
  ]);
  expect(JSON.stringify(rows[0]!.values)).not.toContain("肺结核");
});
