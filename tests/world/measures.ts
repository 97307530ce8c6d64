// What was done for households of the world: three measures in 察雅县, one in 左贡县.
import type { MeasureGiven } from "../build/measure.ts";
import { world } from "./world.ts";

const { dawa, drolma, tsering } = world.households;

export const MEASURES: MeasureGiven[] = [
  {
    ...{
      household: dawa,
      year: 2026,
      category: "GROW_PRODUCTION",
      project: "牦牛养殖到户",
      unit: "察雅县农业农村局",
    },
    ...{ yuan: 6000, fromOn: "2026-03-01" },
  },
  {
    ...{ household: dawa, year: 2025, category: "ECOLOGY", project: "草管员岗位", unit: "察雅县林草局" },
    ...{ yuan: 3500, fromOn: "2025-01-01", toOn: "2025-12-31", status: "DONE", gain: 3500 },
  },
  { household: drolma, year: 2026, category: "HEALTH_AID", project: "慢性病签约服务", unit: "吉塘镇卫生院" },
  {
    household: tsering,
    year: 2026,
    category: "GROW_PRODUCTION",
    project: "青稞良种",
    unit: "左贡县农业农村局",
    yuan: 800,
  },
];
