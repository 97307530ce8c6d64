// How cells are read as words: widths folded, blanks of every kind trimmed, and the signs by which offices say "nothing".

/** Kept in value, but with blanks trimmed, full-width letters and digits folded and invisible characters dropped. */
export function tidy(text: string): string {
  if (/^[!-~\u4e00-\u9fff]*$/.test(text)) return text;
  return text
    .replace(/[\uff01-\uff5e]/g, (mark) =>
      /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/.test(mark) ? narrow(mark) : mark,
    )
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]|(?![\t\n\r])\p{Cc}|\p{Cs}/gu, "")
    .replace(/[\s\u00a0\u3000]+/g, " ")
    .trim();
}

function narrow(mark: string): string {
  return String.fromCharCode(mark.charCodeAt(0) - 0xfee0);
}

/** "无", "/", "—" and their like mean that there is nothing to say. */
export function saysNothing(text: string): boolean {
  return /^(无|暂无|没有|空|[-—–－/／\\、.。·*]+|N\/?A|NULL|#N\/A)?$/i.test(text);
}

/** What is left of a label when blanks, brackets, stars and punctuation no longer tell spellings apart. */
export function bareLabel(label: string): string {
  const known = bare.get(label);
  if (known !== undefined) return known;
  const found = label
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, "");
  if (label.length > LONGEST_KEPT) return found;
  if (bare.size >= KEPT) bare.clear();
  bare.set(label, found);
  return found;
}

/** The same words stand down whole columns. */
const bare = new Map<string, string>();
const KEPT = 4_096;
const LONGEST_KEPT = 40;

/** The same without what stands in brackets: "人均纯收入（元）" → "人均纯收入". */
export function labelWithoutNote(label: string): string {
  return bareLabel(label.normalize("NFKC").replace(/[([{【〔][^)\]}】〕]*[)\]}】〕]/g, ""));
}

const YES = /^(是|有|√|✓|✔|☑|对|已|已参加|参加|享受|y|yes|true|1|会)$/i;
const NO = /^(否|不是|无|没有|×|✕|✗|✘|☐|x|未|未参加|不参加|不享受|n|no|false|0|不会)$/i;

export function readYesNo(text: string): boolean | null {
  if (YES.test(text)) return true;
  return NO.test(text) ? false : null;
}

/** Most rows begin with their number. */
const NUMBER_ALONE = /^[\dA-Za-z]+$/;

/** Rows below the list: sums, and the names of who filled in, checked and approved. */
export function isFooter(firstText: string): boolean {
  if (NUMBER_ALONE.test(firstText)) return false;
  const bare = bareLabel(firstText);
  if (/^(合计|总计|小计|共计|总和|本页合计|本页小计|合计户数|合计人数)$/.test(bare)) return true;
  return /^(填表人|填报人|制表人|制表|审核人|审核|复核|负责人|单位负责人|填表日期|填报日期|填表说明|填报单位|说明|备注|注)([:：]|$)/.test(
    firstText.normalize("NFKC").replace(/\s/g, ""),
  );
}

/** The grey row of our own template. */
export function isSample(firstText: string): boolean {
  return !NUMBER_ALONE.test(firstText) && /^(示例|样例|举例)/.test(bareLabel(firstText));
}

/** A trailing unit that people write after a number: "3人", "12个月". */
export function withoutUnit(text: string): string {
  return text.replace(/(个?月|人|口|户|年度?|岁|元|平方米|㎡|亩|个?学时|课时|个?小时)$/, "").trim();
}

/** Several answers in one cell. */
export function splitAnswers(text: string): string[] {
  return text
    .split(/[、,，;；/／|+\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** Words in a dropped bracket or after a number: "01 户主", "01-户主". */
export function withoutNumber(text: string): string {
  return text.replace(/^\d{1,3}[\s.、\-—_:：]*(?=\p{Script=Han})/u, "");
}

/** "2016.3", "2016年3月" and "2016年" mean at the earliest the first day of it; null when it is neither. */
export function firstDayOf(text: string): string | null {
  const month = /^(\d{4})[-./年]\s*(\d{1,2})月?$/.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text);
  if (month) return `${month[1]}-${month[2]!.padStart(2, "0")}-01`;
  const year = /^(\d{4})年?$/.exec(text);
  return year ? `${year[1]}-01-01` : null;
}

const WHOLE_DAY = "(\\d{4})[-./年](\\d{1,2})[-./月](\\d{1,2})日?";
const UNTIL = "(?:至|到|—+|–|--?|~+|[\\u301c\\uff5e])";
const DAY = new RegExp(`^${WHOLE_DAY}$`);
const SPANS = [
  new RegExp(`^${WHOLE_DAY}${UNTIL}${WHOLE_DAY}$`),
  new RegExp(`^${WHOLE_DAY}${UNTIL}()(\\d{1,2})[-./月](\\d{1,2})日?$`),
  new RegExp(`^${WHOLE_DAY}${UNTIL}()()(\\d{1,2})日?$`),
];

/** "2026-03-10", "2026.3.10-12", "20260310-20260312", "3月10日至12日" with its year before it: the first and the last day; what the end leaves out is the beginning's. */
export function daysOf(text: string): { from: string; to: string } | null {
  const said = text
    .normalize("NFKC")
    .replace(/\([^)]*\)|[共计]+\d+天|\s/g, "")
    .replace(/(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/g, "$1-$2-$3");
  const parts = [DAY, ...SPANS].map((form) => form.exec(said)).find((found) => found !== null);
  if (!parts) return null;
  const [, year = "", month = "", day = "", toYear, toMonth, toDay] = parts;
  const made = (y: string, m: string, d: string) => `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
  return { from: made(year, month, day), to: made(toYear || year, toMonth || month, toDay || day) };
}

/** The cell above was meant; which one that is nobody knows any more once rows are sorted. */
export const isDitto = (text: string) => /^(同上|同左|〃|″|"|”|々)$/.test(text);

/** Characters that an encoding lost on the way, and what is left when two of them were mixed up. */
export const isGarbled = (text: string) =>
  /\ufffd|锟斤拷|烫烫烫|(?:[\u00c0-\u00ff][\u0080-\u00ff]){2}/.test(text);

const DIGITS = "〇一二三四五六七八九";

/** "二〇一九年三月十八日" → "2019年3月18日"; years digit by digit, months and days as they are counted. */
export function withoutChineseDigits(text: string): string {
  if (!/[〇○零一二三四五六七八九十元]/.test(text)) return text;
  return text
    .replace(/[○零]/g, "〇")
    .replace(/[〇一二三四五六七八九]{4}/g, (year) => [...year].map((digit) => DIGITS.indexOf(digit)).join(""))
    .replace(/([一二三]?)十([一二三四五六七八九]?)(?=[月日号])/g, (_whole, tens: string, ones: string) =>
      String((tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0)),
    )
    .replace(/[一二三四五六七八九](?=[月日号])/g, (digit) => String(DIGITS.indexOf(digit)))
    .replace(/(\d)号$/, "$1日");
}

/** The ways to say "not"; the longer ones first. */
const DENIALS = /尚未|并未|从未|还未|还没有|还没|没有|没|未|不是|并不|不|非|无|否|莫|勿/g;
const DENIED = "未";

/** A text with every "not" as one and the same sign, and what it denies: "没脱", "尚未脱" and "未脱" are one thing. */
export function readDenials(text: string): { letters: string[]; denied: string } {
  const letters = [...text.replace(DENIALS, DENIED)];
  // The sign goes along, since a "not" at the end denies what is not said.
  const denied = letters.flatMap((letter, at) => (letter === DENIED ? [letter, letters[at + 1] ?? ""] : []));
  return { letters, denied: denied.join("") };
}

/** Whether two words deny the same, or neither denies: "没脱" is near "未脱贫", and the opposite of "脱贫". */
export const denyAlike = (one: string, other: string): boolean =>
  readDenials(one).denied === readDenials(other).denied;
