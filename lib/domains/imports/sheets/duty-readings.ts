// How offices write the stars that a member gets at the end of a year.
const DIGITS = "一二三四五";

/** "五星", "5星级", "★★★★☆", "4": so many; null for words that name no stars. */
export function starsOf(text: string): number | null {
  const said = text.trim();
  const filled = [...said].filter((mark) => mark === "★").length;
  if (filled > 0) return filled <= 5 && /^[★☆]+$/.test(said) ? filled : null;
  const [, mark] = /^([1-5一二三四五])(?:颗)?(?:星|星级|级)?$/.exec(said.normalize("NFKC")) ?? [];
  if (mark === undefined) return null;
  return DIGITS.includes(mark) ? DIGITS.indexOf(mark) + 1 : Number(mark);
}
