/** What makes a password good enough: long, and not built from what anybody here would guess. No rules about kinds of characters. */
import { WEAK_WORDS } from "./weak-dictionary.ts";

export const SHORTEST = 12;
export const LONGEST = 128;

const LEET: Record<string, string> = {
  "0": "o",
  "1": "l",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/** The letters that carry meaning once every guessable word has been taken out, longest words first. */
function whatIsLeft(text: string, words: readonly string[]): string {
  const longestFirst = [...words].filter((word) => word.length > 1).sort((a, b) => b.length - a.length);
  return longestFirst.reduce((left, word) => left.replaceAll(word, " "), text).replace(/[^\p{L}]/gu, "");
}

/** Why a password is refused, as a message key of the room "problems"; null when it is good. */
export function passwordProblem(password: string, about: readonly string[] = []): string | null {
  const text = password.normalize("NFKC");
  const length = [...text].length;
  if (length < SHORTEST) return "password.short";
  if (length > LONGEST) return "password.long";
  const plain = text.toLowerCase();
  if (new Set(plain).size < 5 || isRun(plain)) return "password.simple";
  if (!/\p{L}/u.test(plain)) return "password.digits";
  const words = [...WEAK_WORDS, ...about.map((word) => word.normalize("NFKC").toLowerCase())];
  const spelled = plain.replace(/[013457@$!]/g, (sign) => LEET[sign] ?? sign);
  const left = [plain, spelled].map((form) => new Set(whatIsLeft(form, words)).size);
  return Math.min(...left) < 4 ? "password.guessable" : null;
}

/** "abcdefghijkl", "123456789012", and a short piece said again and again. */
function isRun(text: string): boolean {
  const points = Array.from(text, (sign) => sign.codePointAt(0) ?? 0);
  const steps = new Set(points.slice(1).map((point, at) => point - (points[at] ?? 0)));
  return steps.size === 1 || /^(.{1,4})\1+.{0,3}$/su.test(text);
}
