// The lines of the world, and what 达娃 earned last year: 67,200 yuan net, 16,800 for each of four.
import type { IncomeGiven, LineGiven } from "../build/income.ts";
import { world } from "./world.ts";

const { prefecture, chaya } = world.divisions;

/** 察雅县 has a poverty line of its own this year; last year it followed the prefecture. */
export const LINES: LineGiven[] = [
  { year: 2025, divisionId: prefecture.id, yuan: 4000, basis: "演示依据", docNo: "昌扶发〔2025〕1号" },
  { year: 2026, divisionId: prefecture.id, yuan: 4100, basis: "演示依据", docNo: "昌扶发〔2026〕1号" },
  { year: 2026, divisionId: chaya.id, yuan: 4300, basis: "演示依据", docNo: "察政发〔2026〕3号" },
  { kind: "MONITORING", year: 2026, divisionId: prefecture.id, yuan: 8000, docNo: "昌扶发〔2026〕1号" },
];

export const INCOMES: IncomeGiven[] = [
  {
    household: world.households.dawa,
    year: 2025,
    yuan: {
      "WAGE.WAGES": 30_000,
      "BUSINESS.OPERATIONS": 35_000,
      "BUSINESS.FUNGUS": 8000,
      "COST.OPERATING_COST": 5800,
    },
  },
];
