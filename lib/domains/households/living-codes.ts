// Code lists of how a family lives, works and moves: stored codes are words of ours, as in codes.ts.

import { type CodeList, word } from "./code-word.ts";

export const WORK_STATUSES: CodeList = [
  word("IN_TOWNSHIP", "乡（镇）内务工", "Within the township", "乡镇内务工", "乡内务工"),
  word("IN_COUNTY", "乡（镇）外县内务工", "Within the county", "县内务工"),
  word("IN_PROVINCE", "县外省内务工", "Within the region", "区内务工", "省内务工"),
  word("OUTSIDE", "省外务工", "Outside the region", "区外务工"),
  word("OTHER", "其他", "Other", "其它"),
];

/** Where a household's members may receive support; a household holds several. */
export const POLICIES: CodeList = [
  word("LOW_ALLOWANCE", "低保", "Low allowance"),
  word("DESTITUTE", "特困供养", "Support for the destitute", "五保"),
  word("INDUSTRY", "产业扶持", "Industry"),
  word("EMPLOYMENT", "就业扶持", "Employment"),
  word("RELOCATION", "易地搬迁", "Relocation"),
  word("HOUSING", "危房改造", "Repair of unsafe houses"),
  word("EDUCATION", "教育扶持", "Education"),
  word("HEALTH", "健康扶持", "Health"),
  word("ECO_POST", "生态岗位", "Ecological post"),
  word("FINANCE", "小额信贷", "Small loans", "金融扶持"),
];

export const NOT_EXITED_REASONS: CodeList = [
  word("GUARANTEES_LACK", "收入超标准但未实现两不愁三保障", "Income above the line, guarantees not met"),
  word("NO_RESULT_YET", "当年成效不显著", "No clear result this year"),
  word("NEWLY_FOUND", "“回头看”新纳入", "Newly found when looked at again"),
  word("DISABLED_NO_INCOME", "因残无固定收入", "Disabled, without steady income"),
  word("UNDER_TREATMENT", "有大病病人正在治疗", "A seriously ill member under treatment"),
  word("COSTS_EXCEED", "因病因学支出大于收入", "Costs of illness or schooling above income"),
  word("UNSTEADY", "收入未稳定超过标准", "Income not steadily above the line"),
  word("DESTITUTE", "特困供养户", "Destitute household", "五保户"),
  word("NO_LABOR_ALLOWANCE", "无劳动能力的一类低保", "First-class low allowance without labor"),
  word("KEYS_NOT_HANDED", "搬迁户未拿到新房钥匙", "Relocated, keys not handed over yet"),
];

export const ROAD_KINDS: CodeList = [
  word("EARTH", "泥土路", "Earth", "土路"),
  word("GRAVEL", "砂石路", "Gravel"),
  word("CONCRETE", "水泥路", "Concrete"),
  word("ASPHALT", "沥青路", "Asphalt", "柏油路"),
];

export const FUELS: CodeList = [
  word("FIREWOOD", "柴草", "Firewood"),
  word("DUNG", "干畜粪", "Dried dung", "牛粪"),
  word("COAL", "煤炭", "Coal"),
  word("CLEAN", "清洁能源", "Clean energy", "电", "燃气"),
  word("OTHER", "其他", "Other", "其它"),
];

export const LIVESTOCK_KINDS: CodeList = [
  word("YAK", "牦牛", "Yak"),
  word("DZO", "犏牛", "Dzo"),
  word("CATTLE", "黄牛", "Cattle"),
  word("SHEEP", "绵羊", "Sheep"),
  word("GOAT", "山羊", "Goat"),
  word("HORSE", "马", "Horse"),
  word("TIBETAN_PIG", "藏猪", "Tibetan pig"),
];

export const RELOCATION_METHODS: CodeList = [
  word("WHOLE_VILLAGE", "行政村整体搬迁", "The whole village", "行政村整体"),
  word("WHOLE_GROUP", "自然村（村民小组）整体搬迁", "The whole hamlet or group", "自然村整体"),
  word("SINGLE", "建档立卡户个别搬迁", "Single households", "个别搬迁"),
];
export const PLACEMENTS: CodeList = [
  word("CENTRALIZED", "集中安置", "In a settlement", "集中"),
  word("DISPERSED", "分散安置", "Dispersed", "分散"),
];
export const DESTINATIONS: CodeList = [
  word("COUNTY_SEAT", "县城", "County seat"),
  word("TOWNSHIP_SEAT", "乡镇", "Township seat", "集镇"),
  word("IN_VILLAGE", "村内", "Within the village"),
  word("OUTSIDE_VILLAGE", "村外", "Outside the village"),
  word("OUTSIDE_COUNTY", "县外", "Outside the county"),
];
export const RELOCATION_DIFFICULTIES: CodeList = [
  word("LACK_CAPITAL", "缺乏资金", "Lack of capital"),
  word("NO_WORK", "搬迁后找不到工作", "No work after moving"),
  word("NO_LIVELIHOOD", "搬迁后生活没着落", "No livelihood after moving"),
  word("OTHER", "其他", "Other", "其它"),
];

export const VILLAGE_ATTRIBUTES: CodeList = [
  word("POOR", "贫困村", "Poor village"),
  word("ORDINARY", "非贫困村", "Ordinary village"),
];
export const TERRAINS: CodeList = [
  word("VALLEY", "河谷", "Valley"),
  word("MOUNTAIN", "高山峡谷", "Gorges"),
  word("PLATEAU", "高原草场", "High pasture"),
  word("BASIN", "盆地", "Basin"),
  word("OTHER", "其他", "Other", "其它"),
];
