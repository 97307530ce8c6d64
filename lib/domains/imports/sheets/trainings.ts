// Sheet 16, 培训台账: one row per training with its sign-in list in one cell; names are recognized against the registry.
import { daysBetween } from "#lib/base/calendar.ts";
import type { CodeList } from "#lib/domains/households/codes.ts";
import { readNames } from "#lib/domains/trainings/sign-in-sheet.ts";
import { MOST_DAYS, MOST_HOURS_A_DAY, MOST_NAMES, STATED } from "#lib/domains/trainings/training.ts";
import type { Column, Problem, ReadContext, Sheet, Values } from "../sheet.ts";
import { reference } from "./reference-column.ts";

const word = (code: string, zh: string, en: string, ...aliases: string[]) => ({
  code,
  "zh-CN": zh,
  en,
  aliases,
});

const MODE_WORDS: CodeList = [
  word("COURSE", "专题培训", "Course", "专题", "专题班", "集中培训", "专题讲座", "轮训", "培训班"),
  word("STUDY_TOUR", "外出考察", "Study tour", "考察", "考察学习", "外出学习", "外出培训", "参观考察"),
  word("ON_SITE", "现场培训", "On site", "现场", "现场教学", "现场观摩", "实地培训", "田间培训"),
];
const LEVEL_WORDS: CodeList = [
  word("REGION", "自治区级", "Region", "区级", "自治区", "省级"),
  word("PREFECTURE", "市级", "Prefecture", "市", "地市级", "地级", "昌都市"),
  word("COUNTY", "县级", "County", "县", "区县级", "县区级"),
  word("TOWNSHIP", "乡镇级", "Township", "乡级", "镇级", "乡镇"),
  word("VILLAGE", "村级", "Village", "村", "村居级"),
];
const AUDIENCE_WORDS: CodeList = [
  word("CADRES", "干部", "Cadres", "扶贫干部", "村干部", "帮扶干部", "驻村干部"),
  word("MEMBERS", "党员", "Party members", "农牧民党员"),
  word("VILLAGERS", "群众", "Villagers", "农牧民", "农牧民群众", "贫困群众", "贫困户"),
];
const TOPIC_WORDS: CodeList = [
  word("PARTY_WORK", "党建业务", "Party work", "党建", "党务", "党务知识", "党建知识"),
  word("POVERTY_WORK", "扶贫业务", "Poverty work", "扶贫", "精准扶贫", "脱贫攻坚", "扶贫政策业务"),
  word("GOVERNANCE", "基层治理", "Governance", "治理", "社会治理", "群众工作"),
  word("POLICY", "政策法规", "Policy and law", "政策", "法规", "惠民政策", "法律法规"),
  word("PRACTICAL", "实用技术", "Practical skills", "农牧实用技术", "农牧业实用技术", "种养殖技术", "技术"),
  word("LABOR", "务工技能", "Skills for work away", "技能", "劳务技能", "职业技能", "就业技能"),
];

const heads = (key: string, zh: string, en: string, ...aliases: string[]): Column => ({
  key,
  label: { "zh-CN": zh, en },
  aliases,
  kind: "integer",
  most: 5_000,
});

const columns: Column[] = [
  { ...reference("seq", "序号", "No."), sample: "示例" },
  {
    key: "unit",
    label: { "zh-CN": "举办单位", en: "Held by" },
    aliases: ["单位", "填报单位", "所在单位", "培训单位", "实施单位", "县乡村"],
    kind: "division",
    sample: "吉塘镇",
    note: {
      "zh-CN": "县、乡镇或村的名称；不填就是上传时选的单位",
      en: "County, township or village; left blank, the unit chosen at upload",
    },
  },
  {
    key: "name",
    label: { "zh-CN": "班次", en: "Training" },
    aliases: [
      "培训班次",
      "培训名称",
      "培训班名称",
      "班次名称",
      "培训班",
      "培训项目",
      "培训内容",
      "名称",
      "班名",
    ],
    kind: "text",
    most: 80,
    required: true,
    sample: "牦牛育肥技术培训",
  },
  {
    key: "mode",
    label: { "zh-CN": "方式", en: "Mode" },
    aliases: ["培训方式", "培训形式", "形式"],
    kind: "choice",
    list: MODE_WORDS,
    required: true,
    sample: "现场培训",
  },
  {
    key: "level",
    label: { "zh-CN": "层级", en: "Level" },
    aliases: ["培训层级", "级别", "培训级别", "主办层级"],
    kind: "choice",
    list: LEVEL_WORDS,
    sample: "乡镇级",
    note: { "zh-CN": "不填就按举办单位的层级", en: "Left blank, the level of the unit that holds it" },
  },
  {
    key: "audience",
    label: { "zh-CN": "对象", en: "For whom" },
    aliases: ["培训对象", "参训对象", "人员类别", "培训人员类别"],
    kind: "choice",
    list: AUDIENCE_WORDS,
    note: {
      "zh-CN": "干部 / 党员 / 群众；不填就按人数最多的一类",
      en: "Cadres / Party members / Villagers; left blank, the most numerous of the counts",
    },
  },
  {
    key: "topic",
    label: { "zh-CN": "主题", en: "Topic" },
    aliases: ["培训主题", "培训类别", "类别", "主题类别"],
    kind: "choice",
    list: TOPIC_WORDS,
    required: true,
    sample: "实用技术",
  },
  {
    key: "days",
    label: { "zh-CN": "时间", en: "Days" },
    aliases: [
      "培训时间",
      "培训日期",
      "举办时间",
      "起止时间",
      "起止日期",
      "日期",
      "开始时间",
      "开始日期",
      "开班时间",
    ],
    kind: "days",
    required: true,
    sample: "2026-03-10 至 2026-03-12",
    note: {
      "zh-CN": "一天写 2026-03-10，几天写 2026-03-10 至 2026-03-12",
      en: "One day as 2026-03-10, several as 2026-03-10 至 2026-03-12",
    },
  },
  {
    key: "toOn",
    label: { "zh-CN": "结束时间", en: "Until" },
    aliases: ["结束日期", "结业时间", "结业日期", "截止时间"],
    kind: "date",
    note: { "zh-CN": "时间一列已写起止的不用填", en: "Not needed where the days hold both" },
  },
  {
    key: "venue",
    label: { "zh-CN": "地点", en: "Place" },
    aliases: ["培训地点", "举办地点", "地址", "考察地点"],
    kind: "text",
    most: 60,
    sample: "吉塘镇农牧站",
  },
  {
    key: "hours",
    label: { "zh-CN": "学时", en: "Hours" },
    aliases: ["培训学时", "课时", "学时数", "总学时", "人均学时"],
    kind: "tenths",
    least: 0.5,
    most: 999,
    required: true,
    sample: "12",
    note: { "zh-CN": "每人的学时", en: "Of each who was there" },
  },
  {
    ...heads("statedCadres", "干部人数", "Cadres there", "干部", "参训干部", "人数干部"),
    note: { "zh-CN": "村干部以外的干部", en: "Cadres other than village cadres" },
  },
  heads("statedVillageCadres", "村干部人数", "Village cadres there", "村干部", "村（居）干部", "人数村干部"),
  heads(
    "statedMembers",
    "农牧民党员人数",
    "Herder members there",
    "农牧民党员",
    "党员",
    "党员人数",
    "人数农牧民党员",
  ),
  heads("statedVillagers", "群众人数", "Villagers there", "群众", "农牧民人数", "农牧民群众人数", "人数群众"),
  reference("total", "人数合计", "Sum of those there", "人数", "参训人数", "培训人数", "合计", "总人数"),
  {
    key: "costFen",
    label: { "zh-CN": "经费", en: "Cost" },
    aliases: ["培训经费", "经费（元）", "费用", "金额", "投入经费", "支出"],
    kind: "money",
    least: 0,
    sample: "8600",
  },
  {
    key: "organizer",
    label: { "zh-CN": "主办单位", en: "Organizer" },
    aliases: ["组织单位", "承办单位", "主办部门", "牵头单位"],
    kind: "text",
    most: 60,
  },
  {
    key: "names",
    label: { "zh-CN": "签到名册", en: "Sign-in list" },
    aliases: [
      "参训人员",
      "参训名单",
      "参训人员名单",
      "参训人员姓名",
      "签到名单",
      "签到表",
      "签到",
      "名单",
      "名册",
      "人员名单",
    ],
    kind: "text",
    most: 20_000,
    sample: "扎西（吉塘村）、白玛（农牧站）",
    note: {
      "zh-CN": "姓名之间用顿号隔开，姓名后可用括号写单位",
      en: "Names with 、 between them, each perhaps with its unit in brackets",
    },
  },
  {
    key: "note",
    label: { "zh-CN": "备注", en: "Remark" },
    kind: "text",
    most: 500,
  },
];

/** The first and the last day of a row, whichever columns say them. */
export function trainingDays(values: Values): { from: string; to: string } | null {
  if (typeof values.days !== "string") return null;
  const [from = "", to = ""] = values.days.split("/");
  return { from, to: typeof values.toOn === "string" && from === to ? values.toOn : to };
}

/** For whom it was: as said, else the most numerous of the counts; an even count tells nothing. */
export function trainingAudience(values: Values): string | null {
  if (typeof values.audience === "string") return values.audience;
  const counts: [string, number][] = [
    ["CADRES", count(values.statedCadres) + count(values.statedVillageCadres)],
    ["MEMBERS", count(values.statedMembers)],
    ["VILLAGERS", count(values.statedVillagers)],
  ];
  const [first, second] = counts.sort(([, one], [, other]) => other - one);
  return first && second && first[1] > second[1] ? first[0] : null;
}

const count = (value: Values[string] | undefined) => (typeof value === "number" ? value : 0);

function check(values: Values, context: ReadContext): Problem[] {
  const problems: Problem[] = [];
  const tell = (
    column: string,
    key: string,
    level: Problem["level"] = "error",
    told?: Problem["values"],
  ): unknown => problems.push({ column, key, level, ...(told ? { values: told } : {}) });
  const days = trainingDays(values);
  if (days) {
    const column = typeof values.toOn === "string" ? "toOn" : "days";
    const long = daysBetween(days.from, days.to) + 1;
    if (days.from > context.today) tell("days", "trainingAhead");
    else if (days.to < days.from) tell(column, "daysBackward");
    else if (days.to > context.today) tell(column, "trainingAhead");
    else if (long > MOST_DAYS) tell(column, "daysTooLong");
    else if (typeof values.hours === "number" && values.hours > long * MOST_HOURS_A_DAY)
      tell("hours", "hoursADay", "error", { days: long, most: long * MOST_HOURS_A_DAY });
  }
  const listed = typeof values.names === "string" ? readNames(values.names).length : 0;
  const stated = STATED.reduce((sum, key) => sum + count(values[key]), 0);
  if (listed > MOST_NAMES) tell("names", "namesTooMany", "error", { most: MOST_NAMES });
  else if (listed === 0) tell("names", "namesMissing", "warn");
  else if (stated > 0 && stated !== listed) tell("names", "namesDiffer", "warn", { listed, stated });
  return problems;
}

export const trainings: Sheet = {
  id: "trainings",
  title: { "zh-CN": "培训台账", en: "Ledger of trainings" },
  columns,
  // Which training a row means hangs on its unit, which only the comparison knows.
  unique: [],
  right: "training.edit",
  check,
};
