// What the free words of a record of visits say: who went, how the family is, what was talked about, and what the goods were worth.
import { readFen } from "#lib/base/money.ts";
import type { Values } from "../sheet.ts";

/** The topics of a visit, each with the name under which it goes out and the words by which it is heard. */
const TOPIC_WORDS = [
  ["POLICY", "政策", /政策|宣传|宣讲|解读|惠民|惠农/],
  ["INDUSTRY", "产业", /产业|养殖|种植|合作社|牦牛|生产|虫草/],
  ["JOBS", "就业", /就业|务工|打工|岗位|公益岗|培训/],
  ["SCHOOL", "上学", /上学|教育|入学|就学|辍学|控辍|助学/],
  ["HEALTH", "看病", /看病|医|健康|慢病|大病|合疗|体检/],
  ["HOUSING", "住房", /住房|危房|房屋|搬迁|危改/],
  ["WATER", "饮水", /饮水|用水|水管|水窖|吃水/],
  ["INCOME", "收入", /收入|低保|养老|补贴|补助|分红/],
  ["PARTY_LESSON", "党课", /党课|党建|党员|感党恩/],
  ["OTHER", "其他", /其他|其它/],
] as const;

/** Whatever is told at a house and is none of the topics is told of policy: the column is called so. */
export function topicsOf(text: string): string[] {
  const heard = TOPIC_WORDS.filter(([, , words]) => words.test(text)).map(([code]) => code as string);
  return heard.length > 0 || text.trim() === "" ? heard : ["POLICY"];
}
/** The words under which topics go out: read again, they are the same topics. */
export const topicWord = (code: string) => TOPIC_WORDS.find(([known]) => known === code)?.[1] ?? code;
/** Nothing is left to say of words that only name topics. */
const namesTopicsOnly = (text: string) =>
  text.split(/[、,，;；\s]+/).every((part) => TOPIC_WORDS.some(([, name]) => name === part));

const BREAKS = /[、,，;；/／\n]+/;
/** "扎西、白玛" are two; a blank between two names parts them, one within a name does not come here. */
export const visitorsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(BREAKS)
      .map((name) => name.trim().replace(/[•・･⋅∙.．]/g, "·"))
      .filter(Boolean),
  ),
];

const NO_CHANGE =
  /^(无|没有|未|暂无)?(明显|较大|大的?|什么)?(变化|变动|改变)?$|^(正常|良好|稳定|一切正常|情况(正常|稳定|良好)|不变|同上次)$/;
/** How the family is, where the row does not say it in so many words: asking for something is hardship, a change is a change. */
export function situationOf(values: Values): string {
  if (typeof values.situation === "string") return values.situation;
  if (typeof values.asked === "string") return "DIFFICULT";
  const change = typeof values.change === "string" ? values.change.replace(/[。.!！\s]/g, "") : "";
  return NO_CHANGE.test(change) ? "NORMAL" : "CHANGED";
}

/** What was said, in one: the change, and of the policy what is more than the name of a topic. */
export function noteOf(values: Values): string | null {
  const told = typeof values.topics === "string" && !namesTopicsOnly(values.topics) ? values.topics : null;
  const parts = [values.change, told].filter((part): part is string => typeof part === "string");
  return parts.length === 0 ? null : [...parts.join("；")].slice(0, 500).join("");
}

/** "大米2袋（100元）", "200", "慰问金 500 元": the sum if exactly one is named. */
export function goodsFen(text: string): number | null {
  const alone = readFen(text);
  if (alone !== null) return Number(alone);
  const sums = [...text.matchAll(/(\d[\d,，]*(?:\.\d{1,2})?)\s*元/g)];
  if (sums.length !== 1) return null;
  const fen = readFen(sums[0]![1]!.replace("，", ","));
  return fen === null ? null : Number(fen);
}
