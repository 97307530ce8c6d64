// The sources of income as the columns of sheet 3: in the order of the paper form, then what offices count besides, then the office's own.
import { amendmentOf, codesVersion } from "#lib/domains/households/amended-codes.ts";
import { type CodeList, word } from "#lib/domains/households/code-word.ts";
import { CATEGORIES, type Category, codeOf, LIST_OF } from "#lib/domains/incomes/income.ts";
import { today } from "#lib/platform/clock.ts";
import type { Column, Values } from "../sheet.ts";
import { liveList } from "./live-list.ts";

const WORDS: Record<Category, CodeList> = {
  WAGE: [word("WAGES", "工资性收入", "Wages", "工资性", "工资收入", "务工收入")],
  BUSINESS: [
    word(
      "OPERATIONS",
      "种养加等生产经营收入",
      "Farming and trade",
      "生产经营性",
      "生产经营性收入",
      "经营性收入",
      "生产经营收入",
    ),
    word("FUNGUS", "虫草采集收入", "Caterpillar fungus", "虫草", "虫草收入"),
    word("MATSUTAKE", "松茸采集收入", "Matsutake", "松茸", "松茸收入"),
  ],
  PROPERTY: [
    word(
      "DIVIDEND",
      "资产收益扶贫分红",
      "Dividend of poverty-relief assets",
      "资产收益分红",
      "扶贫分红",
      "分红",
    ),
    word("PROPERTY_OTHER", "其他财产性收入", "Other property income", "其他财产性"),
  ],
  TRANSFER: [
    word("LOW_ALLOWANCE_MONEY", "低保金", "Low allowance", "低保", "低保收入", "最低生活保障金"),
    word("DESTITUTE_MONEY", "特困供养金", "Support for the destitute", "五保金", "特困金", "五保供养金"),
    word("PENSION_MONEY", "养老保险金", "Old-age pension", "养老金", "养老保险", "城乡居民养老保险金"),
    word("ECO_COMPENSATION", "生态补偿金", "Ecological compensation", "生态补偿", "生态岗位补助"),
    word("GRASSLAND_AWARD", "草原生态奖补", "Grassland award", "草补", "草原奖补", "草畜平衡奖励"),
    word("PUBLIC_FOREST", "公益林补偿", "Public forest", "公益林", "公益林补偿金"),
    word("REFORESTATION", "退耕还林补助", "Reforestation", "退耕还林"),
    word("LAND_FERTILITY", "耕地地力补贴", "Land fertility", "地力补贴", "耕地补贴", "粮补"),
    word("OLD_AGE", "高龄补贴", "Allowance for the very old", "高龄津贴", "寿星补贴"),
    word("PREFERENTIAL", "优抚金", "Veterans' and martyrs' allowance", "优抚"),
    word("DISABILITY_AID", "残疾人补贴", "Disability allowance", "残疾补贴", "残疾人两项补贴"),
    word("EDUCATION_AID", "教育资助", "Education aid", "教育补助", "助学金"),
    word("DISASTER_RELIEF", "救灾救助", "Disaster relief", "救灾款", "临时救助"),
    word("ALIMONY", "赡养费", "Support by relatives", "赡养收入", "抚养费"),
    word("RELAPSE_INSURANCE", "防贫保险赔付", "Insurance against relapse", "防贫保险"),
    word("TRANSFER_OTHER", "其他转移性收入", "Other transfers", "其他转移性"),
  ],
  COST: [
    word("OPERATING_COST", "生产经营性支出", "Operating costs", "经营性支出", "生产经营支出", "家庭经营支出"),
  ],
};
const LISTS = Object.fromEntries(
  CATEGORIES.map((category) => [category, liveList(LIST_OF[category], WORDS[category])]),
) as Record<Category, () => CodeList>;

/** In the order of the paper; what it does not name stands behind its category. */
const ON_PAPER = [
  ...["WAGE.WAGES", "BUSINESS.OPERATIONS", "TRANSFER.LOW_ALLOWANCE_MONEY", "TRANSFER.DESTITUTE_MONEY"],
  ...["TRANSFER.PENSION_MONEY", "TRANSFER.ECO_COMPENSATION", "TRANSFER.TRANSFER_OTHER", "PROPERTY.DIVIDEND"],
  ...["PROPERTY.PROPERTY_OTHER", "COST.OPERATING_COST"],
];
const SAMPLES: Record<string, string> = { "WAGE.WAGES": "12000", "COST.OPERATING_COST": "1500.50" };

/** Columns are called by letters alone: "TRANSFER.OWN_17" is "transferOwnBh". */
const keyOf = (code: string) =>
  code
    .toLowerCase()
    .replace(/[._](\w)/g, (_whole, letter: string) => letter.toUpperCase())
    .replace(/\d/g, (digit) => "abcdefghij"[Number(digit)]!);

/** 计划生育金 is no source of its own (decisions 8): what a form of old says of it goes into the other transfers, and is kept nowhere else. */
const FAMILY_PLANNING = "planningFen";
const OTHER_TRANSFER = "TRANSFER.TRANSFER_OTHER";
const familyPlanning: Column = {
  key: FAMILY_PLANNING,
  label: {
    "zh-CN": "计划生育金（并入其他转移性收入）",
    en: "Family planning money (summed into other transfers)",
  },
  aliases: ["计划生育金", "计生金", "计划生育奖励金", "计划生育补助"],
  kind: "money",
  least: 0,
  asked: "never",
};

type SourceColumn = { code: string; column: Column };
let made: { version: number; day: string; columns: SourceColumn[] } | null = null;

function sourceColumns(): SourceColumn[] {
  const [version, day] = [codesVersion(), today()];
  if (made?.version === version && made.day === day) return made.columns;
  const columns = CATEGORIES.flatMap((category) =>
    LISTS[category]().map((one): SourceColumn => {
      const code = codeOf(category, one.code);
      const retiredOn = amendmentOf(LIST_OF[category], one.code)?.retiredOn;
      const column: Column = {
        key: keyOf(code),
        label: { "zh-CN": one["zh-CN"], en: one.en },
        aliases: one.aliases ?? [],
        kind: "money",
        least: 0,
        ...(SAMPLES[code] ? { sample: SAMPLES[code] } : {}),
        ...(retiredOn && retiredOn <= day ? { asked: "formerly" } : {}),
      };
      return { code, column };
    }),
  );
  const place = ({ code }: SourceColumn) =>
    ON_PAPER.includes(code) ? ON_PAPER.indexOf(code) : ON_PAPER.length;
  made = { version, day, columns: columns.sort((a, b) => place(a) - place(b)) };
  return made.columns;
}

export const incomeColumns = (): Column[] => [...sourceColumns().map(({ column }) => column), familyPlanning];
export const incomeCodes = (): { key: string; code: string }[] =>
  sourceColumns().map(({ code, column }) => ({ code, key: column.key }));

/** Fen by code, of the sources that the row says something of. */
export function incomesOf(values: Values): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { code, column } of sourceColumns()) {
    const fen = values[column.key];
    if (typeof fen === "number") found[code] = fen;
  }
  const besides = values[FAMILY_PLANNING];
  if (typeof besides === "number") found[OTHER_TRANSFER] = (found[OTHER_TRANSFER] ?? 0) + besides;
  return found;
}
