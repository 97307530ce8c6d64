// Sheet 12, 无职党员设岗定责一览表: one row per member who took on a post of his branch, with its duties, his promise and how he was judged.
import { type CodeList, word } from "#lib/domains/households/code-word.ts";
import type { Column, Problem, ReadContext, Sheet, Values } from "../sheet.ts";
import { starsOf } from "./duty-readings.ts";
import { reference } from "./reference-column.ts";

const KINDS: CodeList = [
  word("ECONOMY", "经济发展", "Economy", "经济发展类", "经济", "科技示范"),
  word("SUPERVISION", "村务监督", "Supervision", "村务监督类", "监督", "财务监督"),
  word("PUBLIC", "公共事务", "Public matters", "公共事务类", "公共服务", "公共管理"),
  word("MINDS", "思想政治", "Minds", "思想政治类", "思想文化", "文明新风"),
];
const RESULTS: CodeList = [
  word("GOOD", "好", "Good", "优秀", "优", "良好", "较好"),
  word("FAIR", "一般", "Fair", "合格", "称职", "中", "基本合格"),
  word("POOR", "差", "Poor", "不合格", "不称职", "较差", "不好"),
];

const columns: Column[] = [
  { ...reference("seq", "序号", "No.", "编号"), sample: "示例" },
  {
    key: "orgName",
    label: { "zh-CN": "党支部", en: "Branch" },
    aliases: ["所在党支部", "党组织", "支部", "所在支部", "所在党组织", "党组织名称"],
    kind: "text",
    most: 100,
    required: true,
    sample: "吉塘村党支部",
  },
  {
    key: "name",
    label: { "zh-CN": "姓名", en: "Name" },
    aliases: ["党员姓名", "认岗党员"],
    kind: "name",
    required: true,
    sample: "扎西",
  },
  {
    key: "kind",
    label: { "zh-CN": "岗位类别", en: "Kind of post" },
    aliases: ["类别", "岗位类型"],
    kind: "choice",
    list: KINDS,
    sample: "公共事务",
  },
  {
    key: "postName",
    label: { "zh-CN": "岗位名称", en: "Post" },
    aliases: ["岗位", "设岗名称", "认领岗位"],
    kind: "text",
    most: 40,
    required: true,
    sample: "环境卫生岗",
  },
  {
    key: "duties",
    label: { "zh-CN": "职责", en: "Duties" },
    aliases: ["岗位职责", "职责内容", "主要职责"],
    kind: "text",
    most: 300,
    sample: "带头打扫村道，监督垃圾清运",
    note: { "zh-CN": "支部还没有这个岗位时要填", en: "Needed where the branch does not have the post yet" },
  },
  {
    key: "promise",
    label: { "zh-CN": "承诺", en: "Promise" },
    aliases: ["承诺事项", "履职承诺", "承诺内容"],
    kind: "text",
    most: 200,
    sample: "每周组织一次清扫",
  },
  {
    key: "signedOn",
    label: { "zh-CN": "认岗日期", en: "Signed on" },
    aliases: ["认岗时间", "上岗日期", "上岗时间", "签订日期"],
    kind: "date",
    required: true,
    sample: "2026-03-01",
  },
  {
    key: "half",
    label: { "zh-CN": "半年评", en: "Half-year check" },
    aliases: ["半年评议", "半年考评", "半年评价"],
    kind: "choice",
    list: RESULTS,
    sample: "好",
  },
  {
    key: "stars",
    label: { "zh-CN": "年度评", en: "Stars of the year" },
    aliases: ["年度评议", "年终评", "年度考评", "星级", "年度评价"],
    kind: "text",
    most: 20,
    note: { "zh-CN": "一星到五星；评的是导入时选的年度", en: "One to five stars, of the year of the import" },
  },
  reference("remark", "备注", "Remark"),
];

function check(values: Values, { today, year }: ReadContext): Problem[] {
  const problems: Problem[] = [];
  const tell = (column: string, key: string): unknown => problems.push({ column, key, level: "error" });
  const { signedOn, half, stars, duties, postName } = values;
  if (typeof signedOn === "string" && signedOn > today) tell("signedOn", "needAhead");
  if (typeof stars === "string" && starsOf(stars) === null) tell("stars", "dutyStars");
  if ((half || stars) && typeof signedOn === "string" && Number(signedOn.slice(0, 4)) > year)
    tell(half ? "half" : "stars", "dutyYear");
  if (typeof duties === "string" && [...duties].length < 4) tell("duties", "dutyDuties");
  if (typeof postName === "string" && [...postName].length < 2) tell("postName", "nameLength");
  return problems;
}

export const memberDuties: Sheet = {
  id: "member-duties",
  title: { "zh-CN": "无职党员设岗定责一览表", en: "Duties of members without a post" },
  columns,
  // Known by branch, post and member, which only the comparison can tell apart.
  unique: [],
  right: "duty.edit",
  check,
};
