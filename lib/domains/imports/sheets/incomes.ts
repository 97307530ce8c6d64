// Sheet 3, 家庭收入明细表: one row per household with its sources of the open year; net income is worked out, never taken over.

import { inYuan } from "#lib/base/money.ts";
import { netOf } from "#lib/domains/incomes/income.ts";
import type { Column, Problem, Sheet, Values } from "../sheet.ts";
import { incomeColumns, incomesOf } from "./income-sources.ts";
import { reference } from "./reference-column.ts";

const HEAD: Column[] = [
  { ...reference("seq", "序号", "No.", "编号"), sample: "示例" },
  {
    key: "householdNo",
    label: { "zh-CN": "户编号", en: "Household number" },
    aliases: ["户号", "家庭编号"],
    kind: "number",
    required: true,
    sample: "540326001001",
  },
  {
    key: "headName",
    label: { "zh-CN": "户主", en: "Head" },
    aliases: ["户主姓名", "姓名"],
    kind: "name",
    sample: "扎西",
  },
  {
    key: "memberCount",
    label: { "zh-CN": "人口", en: "Members" },
    aliases: ["家庭人口", "家庭人口数", "人口数"],
    kind: "integer",
    least: 1,
    most: 60,
    sample: "5",
  },
];
const TAIL: Column[] = [
  {
    key: "netFen",
    label: { "zh-CN": "纯收入", en: "Net income" },
    aliases: ["家庭纯收入", "纯收入合计", "总纯收入", "家庭年纯收入"],
    kind: "money",
    note: { "zh-CN": "由各项收入减支出算出，只用来核对", en: "Worked out from the sources; only compared" },
  },
  {
    ...reference("perHead", "人均纯收入", "Net income per head", "家庭人均纯收入", "年人均纯收入"),
    kind: "money",
    note: { "zh-CN": "按登记的家庭人口算出，不读取", en: "Worked out by the members registered; not read" },
  },
  { key: "year", label: { "zh-CN": "年度", en: "Year" }, aliases: ["年份"], kind: "year" },
];

function check(values: Values, context: { year: number }): Problem[] {
  if (values.year != null && values.year !== context.year)
    return [{ column: "year", key: "otherYear", values: { year: context.year }, level: "error" }];
  const items = Object.entries(incomesOf(values)).map(([code, fen]) => ({ code, fen: BigInt(fen) }));
  const net = netOf(items);
  if (net === null) return [{ column: "householdNo", key: "incomeNothing", level: "warn" }];
  if (typeof values.netFen === "number" && BigInt(values.netFen) !== net)
    return [{ column: "netFen", key: "netDiffers", values: { net: inYuan(net) }, level: "warn" }];
  return [];
}

export const incomes: Sheet = {
  id: "incomes",
  title: { "zh-CN": "家庭收入明细表", en: "Income of households" },
  /** Its sources are those of the office's dictionary today. */
  get columns() {
    return [...HEAD, ...incomeColumns(), ...TAIL];
  },
  unique: [["householdNo"]],
  right: "household.edit",
  check,
};
