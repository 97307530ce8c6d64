// Recognizes the words of a code list in the spellings that people use, and names the nearest one when it does not.
import { codesVersion } from "#lib/domains/households/amended-codes.ts";
import type { CodeList } from "#lib/domains/households/codes.ts";
import { pinyinKeys } from "#lib/domains/people/pinyin.ts";
import { bareLabel, readDenials, withoutNumber } from "./text-readings.ts";

/** Made anew when the office changed its dictionary. */
const known = new WeakMap<CodeList, { version: number; words: Map<string, string> }>();

export function matchChoice(list: CodeList, text: string): string | null {
  const words = wordsOf(list);
  return words.get(text) ?? words.get(bareLabel(text)) ?? words.get(bareLabel(withoutNumber(text))) ?? null;
}

function wordsOf(list: CodeList): Map<string, string> {
  const version = codesVersion();
  const ready = known.get(list);
  if (ready?.version === version) return ready.words;
  const words = new Map<string, string>();
  for (const code of list) words.set(bareLabel(code["zh-CN"]), code.code);
  for (const code of list) {
    for (const alias of [...(code.aliases ?? []), code.en, code.code]) {
      const bare = bareLabel(alias);
      if (!words.has(bare)) words.set(bare, code.code);
    }
  }
  known.set(list, { version, words });
  return words;
}

/** What the names of the lists deny, read once. */
const read = new Map<string, ReturnType<typeof readDenials>>();

function denialsOf(name: string) {
  const ready = read.get(name) ?? readDenials(name);
  if (!read.has(name)) read.set(name, ready);
  return ready;
}

/** Letters that most names of a list bear (族) tell nothing about which of them is meant. */
const idle = new WeakMap<CodeList, ReadonlySet<string>>();

function idleLetters(list: CodeList): ReadonlySet<string> {
  const ready = idle.get(list);
  if (ready) return ready;
  const names = list.map((code) => new Set(code["zh-CN"]));
  const everywhere = [...new Set(names.flatMap((letters) => [...letters]))].filter(
    (letter) => names.length >= 6 && names.filter((letters) => letters.has(letter)).length * 2 > names.length,
  );
  const found = new Set(everywhere);
  idle.set(list, found);
  return found;
}

/** The one choice that is read aloud like the text: 臧族 is meant as 藏族. */
function soundsLike(list: CodeList, text: string): string | null {
  const sound = pinyinKeys(text).pinyin;
  const alike = list.filter((code) => pinyinKeys(code["zh-CN"]).pinyin === sound);
  return alike.length === 1 ? (alike[0]?.["zh-CN"] ?? null) : null;
}

/**
 * The choice that sounds like the text, or shares most characters with it, the first above all; nothing when they have little in common.
 * Never one that says no where the text says yes, or the other way round: nobody reads a proposal as carefully as that.
 */
export function nearestChoice(list: CodeList, text: string): string | null {
  const heard = soundsLike(list, text);
  if (heard !== null && denialsOf(heard).denied === readDenials(text).denied) return heard;
  const telling = (letter: string) => !idleLetters(list).has(letter);
  let best: { name: string; likeness: number } | null = null;
  const typed = readDenials(text);
  for (const code of list) {
    for (const name of [code["zh-CN"], ...(code.aliases ?? [])]) {
      const { letters, denied } = denialsOf(name);
      if (denied !== typed.denied) continue;
      const [mine, theirs] = [typed.letters.filter(telling), letters.filter(telling)];
      const shared = theirs.filter((letter) => mine.includes(letter)).length;
      const likeness = shared / Math.max(theirs.length, mine.length, 1) + (theirs[0] === mine[0] ? 0.25 : 0);
      if (shared > 0 && likeness >= 0.5 && (best === null || likeness > best.likeness))
        best = { name, likeness };
    }
  }
  return best?.name ?? null;
}
