// The code lists of the registry: what is stored, how it is called, and the other spellings that sheets use for it.
// Stored codes are words of ours; the numbers of the national system differ from edition to edition and are never stored.

import { amendmentOf } from "./amended-codes.ts";
import { type Code, type CodeList, listOf, word } from "./code-word.ts";
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
  TERRAINS,
  VILLAGE_ATTRIBUTES,
  WORK_STATUSES,
} from "./living-codes.ts";

export type { Code, CodeList } from "./code-word.ts";

export const SEXES: CodeList = [word("M", "男", "Male", "男性"), word("F", "女", "Female", "女性")];

export const ID_TYPES: CodeList = [
  word("RESIDENT_ID", "居民身份证", "Resident ID card", "身份证", "居民身份证（户口簿）", "户口簿"),
  word("DISABILITY_CARD", "残疾人证", "Disability card", "残疾证", "残疾人证（第二代）"),
  word("OFFICER_CARD", "军官证", "Officer card", "士官证", "军人证"),
];

export const HOUSEHOLD_STATUSES: CodeList = [
  word("POOR", "未脱贫", "Poor", "未脱贫户", "贫困户", "贫困"),
  word("PRE_EXIT", "预脱贫", "Exit proposed", "预脱贫户"),
  word("EXITED", "脱贫", "Exited", "已脱贫", "脱贫户", "已脱贫户", "历史已脱贫", "新脱贫", "稳定脱贫"),
  word("RETURNED", "返贫", "Returned to poverty", "返贫户"),
  word("NOT_REGISTERED", "非建档立卡", "Not registered", "一般农户", "非贫困户"),
  word("REMOVED", "清退", "Removed", "已清退"),
  word("DISSOLVED", "注销", "Dissolved", "销户", "户注销"),
];

export const HOUSEHOLD_ATTRIBUTES: CodeList = [
  word("GENERAL", "一般贫困户", "General", "一般", "一般户", "一般农户", "一般脱贫户"),
  word("LOW_ALLOWANCE", "低保户", "Low allowance", "低保贫困户", "低保", "低保脱贫户"),
  word(
    "DESTITUTE",
    "特困供养户",
    "Destitute",
    "五保户",
    "特困",
    "特困供养",
    "五保贫困户",
    "五保",
    "特困供养脱贫户",
    "五保贫困户（分散）",
    "五保贫困户（集中）",
  ),
];

export const IDENTIFICATION_STANDARDS: CodeList = [
  word("NATIONAL", "国家标准", "National", "国标", "国定标准"),
  word("PROVINCIAL", "省定标准", "Provincial", "省标", "省级标准", "区定标准", "自治区标准"),
  word("PREFECTURE", "市定标准", "Prefecture", "市标", "市级标准", "地市标准"),
];

export const POVERTY_CAUSES: CodeList = [
  word("ILLNESS", "因病", "Illness", "因病致贫"),
  word("DISABILITY", "因残", "Disability", "因残致贫"),
  word("SCHOOLING", "因学", "Schooling", "因学致贫"),
  word("DISASTER", "因灾", "Disaster", "因灾致贫"),
  word("LACK_LAND", "缺土地", "Lack of land", "缺地"),
  word("LACK_WATER", "缺水", "Lack of water"),
  word("LACK_SKILL", "缺技术", "Lack of skill", "缺技能"),
  word("LACK_LABOR", "缺劳力", "Lack of labor", "缺劳动力"),
  word("LACK_CAPITAL", "缺资金", "Lack of capital"),
  word("POOR_ROADS", "交通条件落后", "Poor roads", "交通落后"),
  word(
    "LACK_DRIVE",
    "自身发展动力不足",
    "Lack of own drive",
    "自身发展力不足",
    "发展动力不足",
    "内生动力不足",
  ),
  word("MARRIAGE", "因婚", "Marriage"),
  word("FUNERAL", "因丧", "Funeral"),
  word("OTHER", "其他", "Other", "其它"),
];

export const RELATIONS: CodeList = [
  word("HEAD", "户主", "Head", "本人", "本人或户主"),
  word("SPOUSE", "配偶", "Spouse", "妻子", "妻", "丈夫", "夫"),
  word("SON", "之子", "Son", "儿子", "子", "长子", "次子", "三子", "养子"),
  word("DAUGHTER", "之女", "Daughter", "女儿", "女", "长女", "次女", "三女", "养女"),
  word("DAUGHTER_IN_LAW", "之儿媳", "Daughter-in-law", "儿媳"),
  word("SON_IN_LAW", "之女婿", "Son-in-law", "女婿"),
  word("GRANDSON", "之孙子", "Grandson", "孙子"),
  word("GRANDDAUGHTER", "之孙女", "Granddaughter", "孙女"),
  word("DAUGHTERS_SON", "之外孙子", "Daughter's son", "外孙子", "外孙"),
  word("DAUGHTERS_DAUGHTER", "之外孙女", "Daughter's daughter", "外孙女"),
  word("FATHER", "之父", "Father", "父亲", "父"),
  word("MOTHER", "之母", "Mother", "母亲", "母"),
  word("WIFES_FATHER", "之岳父", "Wife's father", "岳父"),
  word("WIFES_MOTHER", "之岳母", "Wife's mother", "岳母"),
  word("HUSBANDS_FATHER", "之公公", "Husband's father", "公公"),
  word("HUSBANDS_MOTHER", "之婆婆", "Husband's mother", "婆婆"),
  word("GRANDFATHER", "之祖父", "Grandfather", "祖父", "爷爷"),
  word("GRANDMOTHER", "之祖母", "Grandmother", "祖母", "奶奶"),
  word("MOTHERS_FATHER", "之外祖父", "Mother's father", "外祖父", "外公"),
  word("MOTHERS_MOTHER", "之外祖母", "Mother's mother", "外祖母", "外婆"),
  word(
    "SIBLING",
    "之兄弟姐妹",
    "Sibling",
    "兄弟姐妹",
    "兄",
    "弟",
    "姐",
    "妹",
    "哥哥",
    "弟弟",
    "姐姐",
    "妹妹",
    "之兄弟",
    "之姐妹",
  ),
  word(
    "GREAT_GRANDCHILD",
    "之曾孙子（女）",
    "Great-grandchild",
    "曾孙子",
    "曾孙女",
    "之曾孙子",
    "之曾孙女",
    "曾孙子/女",
  ),
  word("NIBLING", "之侄儿（女）", "Nephew or niece", "侄儿", "侄女", "之侄儿", "之侄女", "侄儿/女"),
  word("SIBLINGS_SPOUSE", "之兄弟媳妇", "Sibling's spouse", "兄弟媳妇"),
  word("UNCLE", "之叔伯", "Uncle", "叔伯", "叔叔", "伯伯"),
  word("OTHER", "其他", "Other", "其它", "其他亲属", "其他关系"),
];

/** Relations that state a sex, to be compared with the ID number. */
export const RELATION_SEX: Record<string, "M" | "F"> = {
  SON: "M",
  SON_IN_LAW: "M",
  GRANDSON: "M",
  DAUGHTERS_SON: "M",
  FATHER: "M",
  WIFES_FATHER: "M",
  HUSBANDS_FATHER: "M",
  GRANDFATHER: "M",
  MOTHERS_FATHER: "M",
  UNCLE: "M",
  DAUGHTER: "F",
  DAUGHTER_IN_LAW: "F",
  GRANDDAUGHTER: "F",
  DAUGHTERS_DAUGHTER: "F",
  MOTHER: "F",
  WIFES_MOTHER: "F",
  HUSBANDS_MOTHER: "F",
  GRANDMOTHER: "F",
  MOTHERS_MOTHER: "F",
};

export const EDUCATIONS: CodeList = [
  word("ILLITERATE", "文盲或半文盲", "Illiterate or half literate", "文盲", "半文盲", "文盲/半文盲"),
  word("PRIMARY", "小学", "Primary school", "小学文化"),
  word("JUNIOR_MIDDLE", "初中", "Junior middle school", "初中文化"),
  word("SENIOR_MIDDLE", "高中", "Senior middle school", "中专", "高中/中专", "高中或中专", "中职"),
  word("COLLEGE", "大专", "Junior college", "大专及以上", "专科", "高职"),
  word("BACHELOR", "本科及以上", "Bachelor or above", "本科", "大学本科", "大学", "硕士", "研究生"),
  word("PRESCHOOL_AGE", "学龄前儿童", "Below school age", "学龄前"),
];

export const SCHOOL_STATUSES: CodeList = [
  word("NOT_IN_SCHOOL", "非在校生", "Not in school", "非在校", "不在校"),
  word("BELOW_SCHOOL_AGE", "学龄前儿童", "Below school age", "学龄前"),
  word("PRESCHOOL", "学前教育", "Preschool", "幼儿园"),
  word("PRIMARY", "小学", "Primary school", "小学生"),
  word("GRADE_7", "七年级", "Grade 7", "初一"),
  word("GRADE_8", "八年级", "Grade 8", "初二"),
  word("GRADE_9", "九年级", "Grade 9", "初三"),
  word("SENIOR_1", "普通高中一年级", "Senior middle 1", "高中一年级", "高一"),
  word("SENIOR_2", "普通高中二年级", "Senior middle 2", "高中二年级", "高二"),
  word("SENIOR_3", "普通高中三年级", "Senior middle 3", "高中三年级", "高三"),
  word("VOCATIONAL_1", "中职一年级", "Vocational 1", "中等职业学校一年级"),
  word("VOCATIONAL_2", "中职二年级", "Vocational 2", "中等职业学校二年级"),
  word("VOCATIONAL_3", "中职三年级", "Vocational 3", "中等职业学校三年级"),
  word("COLLEGE_1", "高职高专一年级", "Junior college 1", "高职一年级", "大专一年级"),
  word("COLLEGE_2", "高职高专二年级", "Junior college 2", "高职二年级", "大专二年级"),
  word("COLLEGE_3", "高职高专三年级", "Junior college 3", "高职三年级", "大专三年级"),
  word("TECHNICIAN_1", "技师学院一年级", "Technician college 1"),
  word("TECHNICIAN_2", "技师学院二年级", "Technician college 2"),
  word("TECHNICIAN_3", "技师学院三年级", "Technician college 3"),
  word("TECHNICIAN_4", "技师学院四年级", "Technician college 4"),
  word("BACHELOR_1", "本科一年级", "Bachelor 1", "大学一年级", "大一"),
  word("BACHELOR_2", "本科二年级", "Bachelor 2", "大学二年级", "大二"),
  word("BACHELOR_3", "本科三年级", "Bachelor 3", "大学三年级", "大三"),
  word("BACHELOR_4", "本科四年级", "Bachelor 4", "大学四年级", "大四"),
  word("BACHELOR_5", "本科五年级", "Bachelor 5"),
  word("COLLEGE_AND_ABOVE", "大专及以上", "College or above"),
  word("GRADUATE", "硕士及以上", "Graduate school", "硕士研究生及以上", "研究生"),
];

export const DROPOUT_REASONS: CodeList = [
  word("ILLNESS", "因病", "Illness", "因病失学", "因病辍学"),
  word("DISABILITY", "因残", "Disability", "因残失学", "因残辍学"),
  word("UNWILLING", "厌学", "Unwilling", "厌学辍学"),
  word("POVERTY", "因贫", "Poverty", "因贫失学", "因贫辍学"),
  word("OTHER", "其他", "Other", "其它"),
];

/** Classes only: names of diseases are not collected. */
export const HEALTH_STATES: CodeList = [
  word("HEALTHY", "健康", "Healthy", "良好", "健康或良好"),
  word("CHRONIC", "长期慢性病", "Chronic illness", "慢性病", "患有长期慢性病"),
  word("SERIOUS", "患有大病", "Serious illness", "大病"),
  word("DISABLED", "残疾", "Disabled", "残疾人", "有残疾"),
];

export const LABOR_ABILITIES: CodeList = [
  word("ORDINARY", "普通劳动力", "Ordinary labor", "普通劳力", "劳动力"),
  word("SKILLED", "技能劳动力", "Skilled labor", "技能劳力"),
  word("WEAK", "弱劳动力或半劳动力", "Weak or half labor", "弱劳动力", "半劳动力", "弱（半）劳动力"),
  word("LOST", "丧失劳动力", "Lost ability to work", "丧失劳动能力"),
  word("NONE", "无劳动力", "No ability to work", "无劳动能力"),
];

export const POLITICAL_STATUSES: CodeList = [
  word("PARTY_MEMBER", "中共党员", "Party member", "党员", "共产党员"),
  word("PROBATIONARY", "中共预备党员", "Probationary member", "预备党员"),
  word("LEAGUE_MEMBER", "共青团员", "League member", "团员"),
  word("DEMOCRATIC_PARTY", "民主党派", "Democratic party"),
  word("NO_PARTY", "无党派人士", "Without party", "无党派"),
  word("MASSES", "群众", "Citizen", "普通群众"),
];

/** Whom a Party member belongs to by what he does. */
export const MEMBER_GROUPS: CodeList = [
  word("HERDER", "农牧民", "Farmer or herder", "农牧民党员", "农民", "牧民", "农牧区党员", "村民"),
  word("AGENCY", "机关", "Agency", "机关党员", "公务员", "机关干部", "党政机关"),
  word("INSTITUTION", "事业单位", "Public institution", "事业", "事业单位党员", "教师", "医生"),
  word("ENTERPRISE", "企业", "Enterprise", "企业党员", "国企", "企业职工"),
  word("RETIRED", "离退休", "Retired", "离退休党员", "退休", "离休", "离退休干部"),
  word("STUDENT", "学生", "Student", "学生党员", "在校学生"),
  word("OTHER", "其他", "Other", "其它"),
];

export const DESTITUTE_SUPPORTS: CodeList = [
  word("NONE", "未享受", "None", "否", "不享受", "未供养"),
  word("DISPERSED", "分散供养", "At home", "分散", "是", "特困分散供养", "分散特困供养"),
  word("CENTRALIZED", "集中供养", "In a home", "集中", "特困集中供养", "集中特困供养"),
];

export const DISABILITY_KINDS: CodeList = [
  word("SIGHT", "视力残疾", "Sight", "视力"),
  word("HEARING", "听力残疾", "Hearing", "听力"),
  word("SPEECH", "言语残疾", "Speech", "言语"),
  word("LIMBS", "肢体残疾", "Limbs", "肢体"),
  word("INTELLECT", "智力残疾", "Intellect", "智力"),
  word("MIND", "精神残疾", "Mind", "精神"),
  word("MULTIPLE", "多重残疾", "Multiple", "多重"),
];

export const HOUSING_GRADES: CodeList = [
  word("A", "A级", "Grade A", "A", "安全", "A级安全"),
  word("B", "B级", "Grade B", "B", "安全(A/B级)"),
  word("C", "C级危房", "Grade C", "C", "C级"),
  word("D", "D级危房", "Grade D", "D", "D级"),
];

/** GB/T 3304 numbers; sheets give names, because their own numbers differ from edition to edition. */
export const ETHNICITIES: CodeList = [
  "汉族 Han|蒙古族 Mongol|回族 Hui|藏族 Tibetan|维吾尔族 Uyghur|苗族 Miao|彝族 Yi|壮族 Zhuang|布依族 Bouyei|朝鲜族 Korean|满族 Manchu|侗族 Dong|瑶族 Yao|白族 Bai|土家族 Tujia|哈尼族 Hani|哈萨克族 Kazak|傣族 Dai|黎族 Li|傈僳族 Lisu|佤族 Va|畲族 She|高山族 Gaoshan|拉祜族 Lahu|水族 Sui|东乡族 Dongxiang|纳西族 Naxi|景颇族 Jingpo|柯尔克孜族 Kirgiz|土族 Tu|达斡尔族 Daur|仫佬族 Mulao|羌族 Qiang|布朗族 Blang|撒拉族 Salar|毛南族 Maonan|仡佬族 Gelao|锡伯族 Xibe|阿昌族 Achang|普米族 Pumi|塔吉克族 Tajik|怒族 Nu|乌孜别克族 Uzbek|俄罗斯族 Russian|鄂温克族 Ewenki|德昂族 De'ang|保安族 Bonan|裕固族 Yugur|京族 Gin|塔塔尔族 Tatar|独龙族 Derung|鄂伦春族 Oroqen|赫哲族 Hezhen|门巴族 Monba|珞巴族 Lhoba|基诺族 Jino",
]
  .flatMap((names) => names.split("|"))
  .map((pair, index) => {
    const [zh = "", en = ""] = pair.split(" ");
    return word(String(index + 1).padStart(2, "0"), zh, en, zh.slice(0, -1));
  })
  .concat([
    word("97", "其他", "Other", "其它", "其他未识别民族"),
    word("98", "外国血统", "Foreign descent", "外国血统中国籍人士"),
  ]);

export const PAIRING_KINDS: CodeList = [
  word("FIRST_HELPER", "第一帮扶责任人", "First helper", "帮扶责任人", "第一责任人", "结对帮扶"),
  word("SECOND_HELPER", "第二帮扶责任人", "Second helper", "第二责任人"),
  word("PARTY_MEMBER_LINK", "党员联户", "Party member link", "联户党员", "党员联系户"),
  word("LEADER_CONTACT", "领导定点联系", "Leader contact", "领导联系", "县级领导联系"),
  word("KINSHIP", "结对认亲", "Kinship pairing", "认亲"),
];

export const RANKS: CodeList = [
  word(
    "COUNTY_LEADER",
    "县处级",
    "County leader",
    "县级",
    "正县级",
    "副县级",
    "处级",
    "正处级",
    "副处级",
    "县级领导",
  ),
  word("SECTION_LEADER", "科级", "Section leader", "正科级", "副科级", "乡科级", "正科", "副科"),
  word("STAFF", "一般干部", "Staff", "科员", "办事员", "干部", "一般干部职工", "未定职", "事业干部", "职工"),
  word("VILLAGE_CADRE", "村干部", "Village cadre", "村两委", "村“两委”干部", "驻村干部"),
  word("MEMBER", "党员群众", "Member", "农牧民党员", "无职党员"),
];

/** Every list by the name under which the dictionary keeps it. */
export const CODE_LISTS = {
  SEXES,
  ID_TYPES,
  HOUSEHOLD_STATUSES,
  HOUSEHOLD_ATTRIBUTES,
  IDENTIFICATION_STANDARDS,
  POVERTY_CAUSES,
  RELATIONS,
  EDUCATIONS,
  SCHOOL_STATUSES,
  DROPOUT_REASONS,
  HEALTH_STATES,
  LABOR_ABILITIES,
  POLITICAL_STATUSES,
  DESTITUTE_SUPPORTS,
  DISABILITY_KINDS,
  HOUSING_GRADES,
  ETHNICITIES,
  PAIRING_KINDS,
  RANKS,
  MEMBER_GROUPS,
  WORK_STATUSES,
  POLICIES,
  NOT_EXITED_REASONS,
  ROAD_KINDS,
  FUELS,
  LIVESTOCK_KINDS,
  RELOCATION_METHODS,
  PLACEMENTS,
  DESTINATIONS,
  RELOCATION_DIFFICULTIES,
  VILLAGE_ATTRIBUTES,
  TERRAINS,
} satisfies Record<string, CodeList>;

for (const [name, list] of Object.entries(CODE_LISTS)) for (const code of list) listOf.set(code, name);

/** What a form offers: in the office's order, without what it has retired; what stands in the row already stays choosable. */
export function offered(list: CodeList, today: string, ...stored: (string | null)[]): Code[] {
  const amended = (code: Code) => amendmentOf(listOf.get(code), code.code);
  const place = new Map(list.map((code, index) => [code, amended(code)?.position ?? (index + 1) * 10]));
  return list
    .filter((code) => {
      const end = amended(code)?.retiredOn;
      return !end || end > today || stored.includes(code.code);
    })
    .sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
}

/** What a filter offers: the same, and after it what was retired, since rows of earlier years still carry it. */
export function sought(list: CodeList, today: string): Code[] {
  const now = offered(list, today);
  return [...now, ...list.filter((code) => !now.includes(code))];
}

/** What a stored code is called; several codes in one value are joined by commas (health, other causes). */
export function codeName(list: CodeList, stored: string | null, locale: "zh-CN" | "en"): string | null {
  if (!stored) return null;
  const names = stored.split(",").map((code) => list.find((each) => each.code === code)?.[locale] ?? code);
  return names.join(locale === "en" ? ", " : "、");
}
