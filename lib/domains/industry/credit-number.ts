/**
 * 统一社会信用代码 (GB 32100-2015): 18 characters of digits and capital letters without I, O, S, V and Z; the last one is computed from
 * the others by weights that are powers of 3, modulo 31.
 */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

export const isCreditNumber = (text: string): boolean =>
  text.length === 18 && [...text].every((char) => ALPHABET.includes(char)) && checkOf(text) === text[17];

/** What the last character must be, for seventeen characters or more. */
export function checkOf(text: string): string {
  let [sum, weight] = [0, 1];
  for (const char of text.slice(0, 17)) {
    sum += ALPHABET.indexOf(char) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] ?? "";
}

/** As people type it: full-width, small letters, spaces and hyphens between groups. */
export const tidyCreditNumber = (typed: string): string =>
  typed
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\s-]/g, "")
    .toUpperCase();
