// The facts of a household's file that a person fills in: in which section and table each stands, and what it is called.

import type { FactField } from "#lib/base/fact-field.ts";
import { HOUSING_GRADES, IDENTIFICATION_STANDARDS, POVERTY_CAUSES } from "./codes.ts";
import {
  DESTINATIONS,
  FUELS,
  LIVESTOCK_KINDS,
  NOT_EXITED_REASONS,
  PLACEMENTS,
  POLICIES,
  RELOCATION_DIFFICULTIES,
  RELOCATION_METHODS,
  ROAD_KINDS,
} from "./living-codes.ts";

export const SECTIONS = ["basics", "living", "production", "relocation"] as const;
export type Section = (typeof SECTIONS)[number];

export type FactTable =
  | "household"
  | "householdYear"
  | "livingYear"
  | "productionYear"
  | "livestock"
  | "relocation";

export type HouseholdFact = FactField & {
  section: Section;
  table: FactTable;
  /** Also a column of the list, which repeats the open year. */
  listed?: true;
};

type Rest = Partial<Omit<HouseholdFact, "key" | "kind" | "section" | "table" | "zh-CN" | "en">>;
const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const of =
  (section: Section, table: FactTable) =>
  (key: string, kind: HouseholdFact["kind"], zh: string, en: string, rest: Rest = {}): HouseholdFact => ({
    ...{ key, kind, section, table, "zh-CN": zh, en },
    column: snake(key),
    ...rest,
  });

const MU = { "zh-CN": "亩", en: "mu" };
const mu = { unit: MU, most: 100_000_000 };
const heads = { "zh-CN": "头（只、匹）", en: "head" };

const basics = of("basics", "householdYear");
const living = of("living", "livingYear");
const livingYear = of("living", "householdYear");
const farm = of("production", "productionYear");
const move = of("relocation", "relocation");

/** In the order of the forms. */
export const HOUSEHOLD_FACTS: readonly HouseholdFact[] = [
  basics("phone", "phone", "联系电话", "Phone", { listed: true }),
  of("basics", "household")("groupName", "text", "村民小组", "Group", { most: 20 }),
  basics("address", "text", "家庭住址", "Address", { most: 100 }),
  basics("standard", "choice", "识别标准", "Standard of identification", { list: IDENTIFICATION_STANDARDS }),
  basics("mainCause", "choice", "主要致贫原因", "Main cause", { list: POVERTY_CAUSES, listed: true }),
  basics("otherCauses", "choices", "其他致贫原因", "Other causes", { list: POVERTY_CAUSES }),
  basics("causeNote", "text", "致贫原因说明", "About the causes"),
  basics("income", "money", "人均纯收入", "Net income per head", {
    column: "income_per_head_fen",
    listed: true,
    most: 100_000_000,
    unit: { "zh-CN": "元", en: "yuan" },
  }),
  basics("policies", "choices", "享受政策", "Policies received", { list: POLICIES }),
  basics("militaryFamily", "yesNo", "军烈属", "Family of a soldier or martyr"),
  basics("plannedExitYear", "year", "计划脱贫年度", "Year planned for the exit"),
  basics("notExitedReason", "choice", "未脱贫原因", "Reason for not having exited", {
    list: NOT_EXITED_REASONS,
  }),
  basics(
    "summary",
    "text",
    "一句话说明（改写自动生成的）",
    "In one sentence (instead of the one made by machine)",
  ),
  basics("fillerName", "text", "填表人", "Filled in by", { most: 30 }),
  basics("filledOn", "day", "填表日期", "Filled in on"),
  basics("headSigned", "yesNo", "户主已签字", "Signed by the head"),
  basics("remark", "text", "备注", "Remark", { most: 500 }),

  living("foodSecure", "yesNo", "不愁吃", "Enough to eat"),
  living("clothesSecure", "yesNo", "不愁穿", "Enough to wear"),
  livingYear("housingGrade", "choice", "住房等级", "Grade of the house", { list: HOUSING_GRADES }),
  living("houseM100", "hundredths", "住房面积", "Area of the house", {
    column: "house_m100",
    unit: { "zh-CN": "平方米", en: "m²" },
    most: 1_000_000,
  }),
  livingYear("waterSafe", "yesNo", "饮水安全", "Safe water"),
  living("waterHard", "yesNo", "饮水困难", "Water hard to get"),
  living("power", "yesNo", "通生活用电", "Electricity"),
  living("broadcast", "yesNo", "通广播电视", "Radio and television"),
  living("roadKm100", "hundredths", "与村主干路距离", "Distance to the village's main road", {
    column: "road_km100",
    unit: { "zh-CN": "公里", en: "km" },
    most: 100_000,
  }),
  living("roadKind", "choice", "入户路类型", "Road to the house", { list: ROAD_KINDS }),
  living("toilet", "yesNo", "卫生厕所", "Sanitary toilet"),
  living("fuel", "choice", "主要燃料", "Main fuel", { list: FUELS }),

  farm("farmlandMu100", "hundredths", "耕地面积", "Farmland", { column: "farmland_mu100", ...mu }),
  farm("irrigatedMu100", "hundredths", "有效灌溉面积", "Irrigated", { column: "irrigated_mu100", ...mu }),
  farm("barleyMu100", "hundredths", "青稞播种面积", "Sown with barley", { column: "barley_mu100", ...mu }),
  farm("forestMu100", "hundredths", "林地面积", "Forest", { column: "forest_mu100", ...mu }),
  farm("reforestedMu100", "hundredths", "退耕还林面积", "Reforested", { column: "reforested_mu100", ...mu }),
  farm("orchardMu100", "hundredths", "林果面积", "Orchard", { column: "orchard_mu100", ...mu }),
  farm("grasslandMu100", "hundredths", "牧草地面积", "Meadow", { column: "grassland_mu100", ...mu }),
  farm("pastureMu100", "hundredths", "草场承包面积", "Contracted pasture", {
    column: "pasture_mu100",
    ...mu,
  }),
  farm("waterMu100", "hundredths", "水面面积", "Water", { column: "water_mu100", ...mu }),
  farm("productionPower", "yesNo", "通生产用电", "Power for production", { column: "power" }),
  farm("ledByPerson", "yesNo", "有致富带头人带动", "Led by a person who prospers"),
  ...LIVESTOCK_KINDS.flatMap(({ code, "zh-CN": zh, en }) => [
    of("production", "livestock")(`stock.${code}`, "count", `${zh}存栏`, `${en}: at the year's end`, {
      column: "stock",
      unit: heads,
    }),
    of("production", "livestock")(`sold.${code}`, "count", `${zh}出栏`, `${en}: sold or slaughtered`, {
      column: "sold",
      unit: heads,
    }),
  ]),

  of("relocation", "householdYear")("relocated", "yesNo", "是否搬迁户", "Relocated"),
  move("method", "choice", "搬迁方式", "Way of relocation", { list: RELOCATION_METHODS }),
  move("placement", "choice", "安置方式", "Placement", { list: PLACEMENTS }),
  move("destination", "choice", "安置地", "Destination", { list: DESTINATIONS }),
  move("siteId", "text", "安置点", "Settlement"),
  move("difficulty", "choice", "搬迁可能存在的困难", "Difficulty", { list: RELOCATION_DIFFICULTIES }),
  move("plannedOn", "day", "计划搬迁日期", "Planned for"),
  move("keyOn", "day", "拿钥匙日期", "Keys handed over on"),
  move("movedOn", "day", "实际入住日期", "Moved in on"),
  move("areaM100", "hundredths", "安置住房面积", "Area of the new house", {
    column: "area_m100",
    unit: { "zh-CN": "平方米", en: "m²" },
    most: 1_000_000,
  }),
  move("oldDemolished", "yesNo", "旧房已拆除", "Old house demolished"),
  move("crossPrefecture", "yesNo", "跨市（地）搬迁", "To another prefecture"),
];

export const factsIn = (section: Section) => HOUSEHOLD_FACTS.filter((fact) => fact.section === section);
export const householdFact = (key: string) => HOUSEHOLD_FACTS.find((fact) => fact.key === key);
