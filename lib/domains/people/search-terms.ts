/** What somebody typed, as the search function takes it: the word, its pieces, and its Latin letters if it is made of them. */
import { gramsOf, lettersFor } from "./pinyin.ts";

export type SearchTerms = { word: string; grams: string[]; letters: string };

export function searchTerms(typed: string): SearchTerms {
  const word = typed.normalize("NFKC").trim();
  const latin = /^[\p{Script=Latin}0-9\s'-]+$/u.test(word);
  return { word, grams: latin ? [] : gramsOf(word), letters: latin ? (lettersFor(word)[0] ?? "") : "" };
}
