// The facts of the village register (贫困村登记表) that no other row tells, by section, and what each is called.

import type { FactField } from "#lib/base/fact-field.ts";
import { TERRAINS, VILLAGE_ATTRIBUTES } from "#lib/domains/households/living-codes.ts";

export const VILLAGE_SECTIONS = [
  "basics",
  "population",
  "land",
  "economy",
  "insurance",
  "access",
  "services",
  "venue",
] as const;
export type VillageSection = (typeof VILLAGE_SECTIONS)[number];
export type VillageFact = FactField & { section: VillageSection };

type Rest = Partial<Omit<FactField, "key" | "kind" | "zh-CN" | "en">>;
type Both = FactField["unit"];
const MU: Both = { "zh-CN": "亩", en: "mu" };
const KM: Both = { "zh-CN": "公里", en: "km" };
const YUAN: Both = { "zh-CN": "元", en: "yuan" };
const HOUSEHOLDS: Both = { "zh-CN": "户", en: "households" };
const PEOPLE: Both = { "zh-CN": "人", en: "people" };
const PLACES: Both = { "zh-CN": "个", en: "" };

const of =
  (section: VillageSection, usual: Rest = {}) =>
  (key: string, kind: FactField["kind"], zh: string, en: string, rest: Rest = {}): VillageFact => ({
    ...{ key, kind, section, "zh-CN": zh, en },
    column: key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    ...usual,
    ...rest,
  });
const basics = of("basics");
const people = of("population", { unit: PEOPLE });
const land = (key: string, zh: string, en: string): VillageFact =>
  of("land")(`${key}Mu100`, "hundredths", zh, en, { column: `${key}_mu100`, unit: MU, most: 1_000_000_000 });
const economy = of("economy", { unit: YUAN });
const insured = of("insurance", { unit: PEOPLE });
const access = of("access");
const services = of("services", { unit: PLACES });

export const VILLAGE_FACTS: readonly VillageFact[] = [
  basics("attribute", "choice", "村属性", "Kind of village", { list: VILLAGE_ATTRIBUTES }),
  basics("minorityVillage", "yesNo", "少数民族聚居村", "Village of a minority"),
  basics("terrain", "choice", "地形地貌", "Terrain", { list: TERRAINS }),
  basics("direction", "text", "发展方向", "Direction of development"),
  basics("graduateOfficial", "yesNo", "有大学生村官", "Has a graduate village official"),
  people("naturalVillages", "count", "自然村数", "Hamlets", { unit: PLACES }),
  people("households", "count", "总户数", "Households", { unit: HOUSEHOLDS }),
  people("population", "count", "总人口", "Population"),
  people("lowHouseholds", "count", "低保户", "Households with low allowance", { unit: HOUSEHOLDS }),
  people("lowPeople", "count", "低保人口", "People with low allowance"),
  people("destituteHouseholds", "count", "特困供养户", "Destitute households", { unit: HOUSEHOLDS }),
  people("destitutePeople", "count", "特困供养人口", "Destitute people"),
  people("minorityPeople", "count", "少数民族人口", "People of minorities"),
  people("women", "count", "妇女人口", "Women"),
  people("disabled", "count", "残疾人口", "Disabled people"),
  people("laborers", "count", "劳动力人数", "People able to work"),
  people("outWorkers", "count", "外出务工人数", "Working elsewhere"),
  land("farmland", "耕地面积", "Farmland"),
  land("irrigated", "有效灌溉面积", "Irrigated"),
  land("forest", "林地面积", "Forest"),
  land("reforested", "退耕还林面积", "Reforested"),
  land("orchard", "林果面积", "Orchard"),
  land("grassland", "牧草地面积", "Grassland"),
  land("water", "水域面积", "Water"),
  economy("farmerIncomeFen", "money", "农民人均纯收入", "Farmers' net income per head"),
  economy("collectiveIncomeFen", "money", "村集体经济收入", "Collective income"),
  economy("collectiveSource", "text", "集体收入来源", "Where it comes from", { unit: undefined, most: 100 }),
  economy("collectiveAssetsFen", "money", "村集体资产", "Collective assets"),
  economy("collectiveDebtsFen", "money", "村集体债务", "Collective debts"),
  economy("debtReason", "text", "负债原因", "Why there are debts", { unit: undefined }),
  insured("residentMedical", "count", "参加城乡居民医保人数", "In the residents' medical insurance"),
  insured("residentPension", "count", "参加城乡居民养老保险人数", "In the residents' pension"),
  insured("employeePension", "count", "参加职工养老保险人数", "In the employees' pension"),
  access("pavedRoad", "yesNo", "到乡镇通沥青（水泥）路", "Paved road to the township"),
  access("bus", "yesNo", "通客运班车", "Bus"),
  access("unpavedKm100", "hundredths", "未硬化里程", "Unpaved road", {
    column: "unpaved_km100",
    unit: KM,
    most: 1_000_000,
  }),
  access("unpavedVillages", "count", "未通硬化路的自然村", "Hamlets without paved road", { unit: PLACES }),
  access("unsafeWater", "count", "未实现饮水安全户数", "Households without safe water", { unit: HOUSEHOLDS }),
  access("hardWater", "count", "饮水困难户数", "Households to whom water is hard to get", {
    unit: HOUSEHOLDS,
  }),
  access("poweredVillages", "count", "通电自然村数", "Hamlets with electricity", { unit: PLACES }),
  access("dangerousHouses", "count", "危房户数", "Households in dangerous houses", { unit: HOUSEHOLDS }),
  services("clinics", "count", "卫生室个数", "Clinics"),
  services("doctors", "count", "执业（助理）医师人数", "Doctors", { unit: PEOPLE }),
  services("publicToilets", "count", "公共卫生厕所个数", "Public toilets"),
  services("refusePoints", "count", "垃圾集中堆放点个数", "Refuse points"),
  services("cultureRooms", "count", "文化（图书）室个数", "Culture rooms"),
  services("broadbandHouseholds", "count", "通宽带户数", "Households with broadband", { unit: HOUSEHOLDS }),
  services("schoolBroadband", "yesNo", "村小学通宽带", "The school has broadband", { unit: undefined }),
  services("mobileHouseholds", "count", "能用手机上网的户数", "Households online by phone", {
    unit: HOUSEHOLDS,
  }),
  services("informants", "count", "信息员人数", "Informants", { unit: PEOPLE }),
  of("venue")("venue", "text", "党组织活动场所", "Venue of the Party organization", { most: 100 }),
  of("venue")("venueM100", "hundredths", "活动场所面积", "Area of the venue", {
    column: "venue_m100",
    unit: { "zh-CN": "平方米", en: "m²" },
    most: 10_000_000,
  }),
];
