/** How offices write the number of a village group: 3组, 三组, 三小组, 第三组. */

const DIGITS = "零一二三四五六七八九";
const GROUP = /^第?([\d一二三四五六七八九十]{1,3})(?:村民)?小?组$/;

export const isGroup = (word: string) => GROUP.test(word);

/** All spellings of the group that a word names. */
export function groupNames(word: string): string[] {
  const number = GROUP.exec(word)?.[1] ?? "";
  const value = /^\d+$/.test(number) ? Number(number) : numberOf(number);
  return [String(value), hanOf(value)].flatMap((text) => [
    `${text}组`,
    `${text}小组`,
    `${text}村民小组`,
    `第${text}组`,
    `第${text}村民小组`,
  ]);
}

function numberOf(han: string): number {
  const [tens = "", ones = ""] = han.includes("十") ? han.split("十") : ["零", han];
  return (tens === "" ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === "" ? 0 : DIGITS.indexOf(ones));
}

function hanOf(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const end = ones === 0 && tens > 0 ? "" : (DIGITS[ones] ?? "");
  return tens === 0 ? end : `${tens === 1 ? "" : (DIGITS[tens] ?? "")}十${end}`;
}
