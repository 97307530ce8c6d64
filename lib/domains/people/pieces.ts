/** By which pieces of a name the index is asked. */
import { gramsOf } from "./pinyin.ts";

/** The longest pieces say all that the others say, and the planner knows how common each is, not how often two meet. */
export function piecesOf(word: string): string[] {
  const grams = gramsOf(word);
  const longest = Math.max(...grams.map((gram) => [...gram].length));
  return grams.filter((gram) => [...gram].length === longest);
}
