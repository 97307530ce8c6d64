// Recognizes the words of a code list in the spellings that people use, and names the nearest one when it does not.
import { codesVersion } from "#lib/domains/households/amended-codes.ts";
import type { CodeList } from "#lib/domains/households/codes.ts";
import { pinyinKeys } from "#lib/domains/people/pinyin.ts";
import { bareLabel, readDenials, withoutNumber } from "./text-readings.ts";

/** Made anew when the office changed its dictionary. */
const known = new WeakMap<CodeList, { version: number; words: Map<string, string> }>();

export function matchChoice(list: CodeList, text: string): string | null {
  const words = wordsOf(list);
  return words.get(text) ?? words.get(nameOf(text)) ?? words.get(bareLabel(withoutNumber(text))) ?? null;
}

/** A sign (√, ×) is all that it is: bared of signs, nothing would be left of it. */
const nameOf = (label: string) => bareLabel(label) || label.trim();

function wordsOf(list: CodeList): Map<string, string> {
  const version = codesVersion();
  const ready = known.get(list);
  if (ready?.version === version) return ready.words;
  const words = new Map<string, string>();
  for (const code of list) words.set(nameOf(code["zh-CN"]), code.code);
  for (const code of list) {
    for (const alias of [...(code.aliases ?? []), code.en, code.code]) {
      const bare = nameOf(alias);
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

/** Letters that most names of a longer list bear (族) tell nothing about which of them is meant. */
function idleLetters(list: CodeList): Set<string> {
  const seen = new Map<string, number>();
  for (const code of list)
    for (const letter of new Set(code["zh-CN"])) seen.set(letter, (seen.get(letter) ?? 0) + 1);
  const most = [...seen].filter(([, times]) => list.length >= 6 && times * 2 > list.length);
  return new Set(most.map(([letter]) => letter));
}

/** The one choice that is read aloud like the text and shares a letter with it: 臧族 is meant as 藏族. */
function soundsLike(list: CodeList, text: string): string | null {
  const sound = pinyinKeys(text).pinyin;
  const { denied } = readDenials(text);
  const alike = list
    .map((code) => code["zh-CN"])
    .filter((name) => pinyinKeys(name).pinyin === sound && denialsOf(name).denied === denied)
    .filter((name) => [...name].some((letter) => text.includes(letter)));
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

/**
 * The choice that shares most characters with the text, the first above all, else the one that sounds like it; nothing when they have
 * little in common. Never one that says no where the text says yes, or the other way round: nobody reads a proposal as carefully as that.
 */
export function nearestChoice(list: CodeList, text: string): string | null {
  const idle = idleLetters(list);
  const telling = (letter: string) => !idle.has(letter);
  let best: { name: string; likeness: number } | null = null;
  const typed = readDenials(text);
  const mine = typed.letters.filter(telling);
  for (const code of list) {
    for (const name of [code["zh-CN"], ...(code.aliases ?? [])]) {
      const { letters, denied } = denialsOf(name);
      if (denied !== typed.denied) continue;
      const theirs = letters.filter(telling);
      const shared = theirs.filter((letter) => mine.includes(letter)).length;
      const likeness = shared / Math.max(theirs.length, mine.length, 1) + (theirs[0] === mine[0] ? 0.25 : 0);
      if (shared > 0 && likeness >= 0.5 && (best === null || likeness > best.likeness))
        best = { name, likeness };
    }
  }
  return best?.name ?? soundsLike(list, text);
}
