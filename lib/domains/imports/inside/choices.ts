// Recognizes the words of a code list in the spellings that people use, and names the nearest one when it does not.
import { codesVersion } from "#lib/domains/households/amended-codes.ts";
import type { CodeList } from "#lib/domains/households/codes.ts";
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

/**
 * The choice that shares most characters with the text, the first above all; nothing when they have little in common. Never one that
 * says no where the text says yes, or the other way round: nobody reads a proposal as carefully as that.
 */
export function nearestChoice(list: CodeList, text: string): string | null {
  let best: { name: string; likeness: number } | null = null;
  const typed = readDenials(text);
  for (const code of list) {
    for (const name of [code["zh-CN"], ...(code.aliases ?? [])]) {
      const { letters, denied } = denialsOf(name);
      if (denied !== typed.denied) continue;
      const shared = letters.filter((letter) => typed.letters.includes(letter)).length;
      const likeness =
        shared / Math.max(letters.length, typed.letters.length) +
        (letters[0] === typed.letters[0] ? 0.25 : 0);
      if (shared > 0 && likeness >= 0.5 && (best === null || likeness > best.likeness))
        best = { name, likeness };
    }
  }
  return best?.name ?? null;
}
