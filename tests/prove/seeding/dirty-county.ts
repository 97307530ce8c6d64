// A real county's places with invented rows, written as dirty workbooks: slips that repeat, cells that only the village can mend, and
// what forms of offices always carry (title, two levels of header, a total, rows left behind a filter, rows twice).
import { checkDigit } from "#lib/base/id-number.ts";
import { type Place, readPlaces } from "#lib/operate/ground/places.ts";
import type { Line, Planted } from "#tests/lib/domains/imports/seeded-workbook.ts";

export const ORGS = 3_000;
export const HOUSEHOLDS = 3_000;
export const PERSONS = 12_000;
export const ACCOUNTS = 800;
export const YEAR = 2026;

/** Rows that only repeat a row above: left out for good, and no loss. */
export const TWICE = { orgs: 6, households: 8, persons: 20 };

const county = readPlaces()[0]!.children.find(({ name }) => name === "洛隆县")!;
export const places = {
  county,
  townships: county.children,
  villages: county.children.flatMap((at) => at.children),
};
export const COMMITTEE = "中共洛隆县委员会";

/** What stands in so many rows instead of the true word: a habit, which the desk sets right for all at once, or what one row alone knows. */
export type Slip = { column: string; wrong: Planted; rows: number; from: number; habit?: string };
/** Rows of a workbook as they ought to be, and as they are. */
export type Roster = {
  labels: string[];
  truth: Line[];
  rows: Line[];
  habits: { column: string; wrong: string; right: string }[];
  /** By the place of the row: the column that only the village can mend. */
  unknown: Map<number, string>;
};

const pick = <T>(list: readonly T[], nth: number): T => list[nth % list.length]!;
const GIVEN = [
  "扎西",
  "次仁",
  "卓玛",
  "央金",
  "多吉",
  "平措",
  "旺堆",
  "曲珍",
  "德吉",
  "洛桑",
  "格桑",
  "白玛",
  "罗布",
  "益西",
];
const nameOf = (nth: number) => `${pick(GIVEN, nth)}${pick(GIVEN, Math.floor(nth / GIVEN.length) + 3)}`;
const personOf = (nth: number) => {
  const born = new Date(Date.UTC(1950, 0, 1 + ((nth * 37) % 20_000))).toISOString().slice(0, 10);
  const start = `540329${born.replaceAll("-", "")}${String((nth % 500) * 2 + 1).padStart(3, "0")}`;
  return { idNo: start + checkDigit(start), born }; // an odd third figure: a man
};
const wrongDigit = (whole: string) => whole.slice(0, 17) + (whole[17] === "1" ? "2" : "1");

/** No row is spoiled twice, so that each one's fate is known; every fourth, so that heads of families keep theirs. */
function spoil(labels: string[], truth: Line[], slips: Slip[], twice: number): Roster {
  const rows = truth.map((row) => ({ ...row }));
  const unknown = new Map<number, string>();
  const spoiled = new Set<number>();
  for (const { column, wrong, rows: count, from, habit } of slips)
    for (let nth = 0; nth < count; nth++) {
      const at = from + nth * 4;
      if (!rows[at] || spoiled.has(at)) throw new Error(`row ${at} cannot take ${column}: ${String(wrong)}`);
      spoiled.add(at);
      rows[at][column] = wrong;
      if (habit === undefined) unknown.set(at, column);
      else truth[at]![column] = habit;
    }
  for (let nth = 0; nth < twice; nth++) rows.push({ ...truth[100 + nth * 3]! });
  const habits = slips.flatMap(({ column, wrong, habit }) =>
    habit === undefined ? [] : [{ column, wrong: String(wrong ?? ""), right: habit }],
  );
  return { labels, truth, rows, habits, unknown };
}

const near = (place: Place) => `${place.name.slice(0, 1)}某${place.name.slice(2)}`;
/** A village whose name with one character wrong still points at it alone. */
const slipped = places.villages.find(
  ({ name, parent }) =>
    name.length === 4 &&
    parent!.children.filter(
      (other) => other.name.length === 4 && other.name[0] === name[0] && other.name[2] === name[2],
    ).length === 1,
)!;

// ---- sheet 10 ----

const ORG_LABELS =
  "序号,乡镇,所在村,支部（总支）全名,组织类型,上级党组织,所属领域,书记姓名,书记证件号,成立时间,党员人数".split(
    ",",
  );

export function orgs(): Roster {
  const truth: Line[] = [];
  const add = (change: Line) =>
    truth.push({
      序号: truth.length + 1,
      组织类型: "党支部",
      所属领域: "农村",
      书记姓名: nameOf(truth.length),
      成立时间: "2016.3.18",
      党员人数: 12 + (truth.length % 40),
      ...change,
    });
  for (const town of places.townships)
    add({ 乡镇: town.name, "支部（总支）全名": `${town.name}党委`, 组织类型: "党委", 上级党组织: COMMITTEE });
  for (const village of places.villages)
    add({
      乡镇: village.parent!.name,
      所在村: village.name,
      "支部（总支）全名": `${village.parent!.name}${village.name}党总支`,
      组织类型: "党总支",
      上级党组织: `${village.parent!.name}党委`,
    });
  for (let nth = 1; truth.length < ORGS; nth++) {
    const village = pick(places.villages, nth);
    const above = `${village.parent!.name}${village.name}党总支`;
    add({
      乡镇: village.parent!.name,
      所在村: village.name,
      "支部（总支）全名": `${village.name}第${nth}党支部`,
      上级党组织: above,
    });
  }
  for (const [at, row] of truth.entries()) if (at % 7 === 0) row.书记证件号 = personOf(40_000 + at).idNo;
  const slips: Slip[] = [
    { column: "组织类型", wrong: "党支布", rows: 60, from: 400, habit: "党支部" },
    { column: "组织类型", wrong: "小支部", rows: 45, from: 601, habit: "党支部" },
    { column: "所属领域", wrong: "牧业", rows: 80, from: 800, habit: "地方（区划）" },
    { column: "成立时间", wrong: "2016.2.30", rows: 25, from: 1_201, habit: "2016-03-01" },
    { column: "党员人数", wrong: "十来个", rows: 30, from: 1_402, habit: "12" },
    // Only somebody who knows can say these.
    { column: "书记证件号", wrong: wrongDigit(personOf(41_001).idNo), rows: 8, from: 2_000 },
    { column: "支部（总支）全名", wrong: "", rows: 4, from: 2_101 },
    { column: "上级党组织", wrong: "火星工委", rows: 5, from: 2_202 },
  ];
  return spoil(ORG_LABELS, truth, slips, TWICE.orgs);
}

// ---- sheet 1 ----

const HOUSEHOLD_LABELS =
  "序号,县,乡（镇）,村,户编号,户主姓名,性别,身份证号,民族,家庭人口,贫困户属性,识别标准,主要致贫原因,脱贫属性,人均纯收入（元）,是否搬迁户,危房等级,饮水情况,户联系电话,年度".split(
    ",",
  );
const numberOf = (nth: number) => `540329${String(nth).padStart(6, "0")}`;

export function households(): Roster {
  const truth = Array.from({ length: HOUSEHOLDS }, (_none, nth): Line => {
    const village = pick(places.villages, nth);
    return {
      序号: nth + 1,
      县: "洛隆县",
      "乡（镇）": village.parent!.name,
      村: village.name,
      户编号: numberOf(nth),
      户主姓名: nameOf(nth),
      性别: "男",
      身份证号: personOf(nth * 4).idNo,
      民族: "藏族",
      家庭人口: 4,
      贫困户属性: "一般贫困户",
      识别标准: "国家标准",
      主要致贫原因: "缺技术",
      脱贫属性: "未脱贫",
      "人均纯收入（元）": 2_800 + (nth % 900),
      是否搬迁户: "否",
      危房等级: "A级",
      饮水情况: "是",
      户联系电话: `139${String(nth).padStart(8, "0")}`,
      年度: YEAR,
    };
  });
  const slips: Slip[] = [
    { column: "脱贫属性", wrong: "没脱", rows: 120, from: 1_000, habit: "未脱贫" },
    { column: "脱贫属性", wrong: "", rows: 40, from: 1_601, habit: "未脱贫" },
    { column: "主要致贫原因", wrong: "没有手艺", rows: 70, from: 1_902, habit: "缺技术" },
    { column: "年度", wrong: YEAR - 1, rows: 50, from: 2_200, habit: String(YEAR) },
    { column: "人均纯收入（元）", wrong: "面议", rows: 20, from: 2_401 },
    { column: "身份证号", wrong: 5.40329e17, rows: 10, from: 2_700 },
    { column: "身份证号", wrong: wrongDigit(personOf(4).idNo), rows: 9, from: 2_801 },
    { column: "户主姓名", wrong: "　", rows: 3, from: 2_902 },
  ];
  const roster = spoil(HOUSEHOLD_LABELS, truth, slips, TWICE.households);
  for (const row of roster.rows.slice(500, 1000)) if (row.村 === slipped.name) row.村 = near(slipped);
  roster.habits.push({ column: "村", wrong: near(slipped), right: slipped.name });
  return roster;
}

// ---- sheet 2 ----

const PERSON_LABELS =
  "县,乡,村,户编号,人口编号,姓名,性别,出生日期,证件类型,证件号码,民族,成员联系电话,年度,与户主关系,文化程度,在校生状况,劳动技能,健康状况,政治面貌,是否低保,户主姓名".split(
    ",",
  );

export function persons(): Roster {
  const truth = Array.from({ length: PERSONS }, (_none, nth): Line => {
    const home = Math.floor(nth / 4);
    const village = pick(places.villages, home);
    const { idNo, born } = personOf(nth);
    const head = nth % 4 === 0;
    return {
      县: "洛隆县",
      乡: village.parent!.name,
      村: village.name,
      户编号: numberOf(home),
      人口编号: `${numberOf(home)}0${nth % 4}`,
      姓名: head ? nameOf(home) : nameOf(nth + 5),
      性别: "男",
      出生日期: born,
      证件类型: "居民身份证",
      证件号码: idNo,
      民族: "藏族",
      成员联系电话: `138${String(nth).padStart(8, "0")}`,
      年度: YEAR,
      与户主关系: head ? "户主" : "之子",
      文化程度: "小学",
      在校生状况: "非在校生",
      劳动技能: "普通劳动力",
      健康状况: "健康",
      政治面貌: "群众",
      是否低保: "否",
      户主姓名: nameOf(home),
    };
  });
  const slips: Slip[] = [
    { column: "与户主关系", wrong: "崽", rows: 90, from: 4_001, habit: "之子" },
    { column: "文化程度", wrong: "上过几年学", rows: 150, from: 5_001, habit: "小学" },
    { column: "健康状况", wrong: "身体可以", rows: 200, from: 6_001, habit: "健康" },
    { column: "劳动技能", wrong: "能干活", rows: 110, from: 7_001, habit: "普通劳动力" },
    { column: "民族", wrong: "藏民", rows: 140, from: 8_001, habit: "藏族" },
    { column: "年度", wrong: YEAR - 1, rows: 60, from: 9_001, habit: String(YEAR) },
    { column: "出生日期", wrong: "属羊", rows: 12, from: 9_501 },
    { column: "证件号码", wrong: 540329198503180000, rows: 15, from: 10_001 },
    { column: "证件号码", wrong: wrongDigit(personOf(1).idNo), rows: 14, from: 10_501 },
    { column: "姓名", wrong: "　", rows: 5, from: 11_001 },
  ];
  return spoil(PERSON_LABELS, truth, slips, TWICE.persons);
}

// ---- accounts ----

const ACCOUNT_LABELS = "序号,姓名,工作单位,岗位,备注".split(",");
const ROLES = ["第一书记", "村干部", "帮扶责任人", "驻村工作队员"];

export function accounts(): Roster {
  const truth = Array.from({ length: ACCOUNTS }, (_none, nth): Line => {
    const village = pick(places.villages, nth);
    return {
      序号: nth + 1,
      姓名:
        nth % 50 === 7
          ? nameOf(nth * 3 + 1)
              .split("")
              .join("　")
          : nameOf(nth * 3 + 1),
      工作单位: `${village.parent!.name}${village.name}`,
      岗位: pick(ROLES, Math.floor(nth / places.villages.length)),
      备注: null,
    };
  });
  const slips: Slip[] = [
    { column: "岗位", wrong: "一书记", rows: 12, from: 100, habit: "第一书记" },
    { column: "岗位", wrong: "村官", rows: 30, from: 201, habit: "村干部" },
    { column: "岗位", wrong: "", rows: 5, from: 402, habit: "帮扶责任人" },
  ];
  return spoil(ACCOUNT_LABELS, truth, slips, 0);
}
