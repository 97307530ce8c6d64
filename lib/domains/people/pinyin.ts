/**
 * Search keys of a name: its full pinyin and its initials, as people type them; and the grams by which a piece of it is found.
 *
 * The stored key is the official reading alone, because the search compares prefixes of one string. What else is typed for
 * a place (baxiu or baxoi for basu) is turned into the official reading when the question is asked: `lettersFor`.
 */
import { pinyin } from "pinyin-pro";
import { ALSO_TYPED, READINGS } from "./place-readings.ts";

export type PinyinKeys = { pinyin: string; initials: string };

const PHRASES = Object.keys(READINGS).sort((a, b) => b.length - a.length);
const read = new Map<string, PinyinKeys>();

/** Names repeat (there are few, and many bear them), so each is read once. */
export function pinyinKeys(name: string): PinyinKeys {
  const known = read.get(name);
  if (known) return known;
  const syllables = syllablesOf(name);
  const keys = { pinyin: syllables.join(""), initials: syllables.map((one) => one[0]).join("") };
  if (read.size > 50_000) read.clear();
  read.set(name, keys);
  return keys;
}

function syllablesOf(name: string): string[] {
  const syllables: string[] = [];
  let plain = "";
  const readPlain = () => {
    if (plain) syllables.push(...everyday(plain, syllables.length === 0));
    plain = "";
  };
  for (let at = 0; at < name.length; ) {
    const phrase = PHRASES.find((one) => name.startsWith(one, at));
    if (!phrase) {
      plain += name[at];
      at += 1;
      continue;
    }
    readPlain();
    syllables.push(...READINGS[phrase]!.split(" "));
    at += phrase.length;
  }
  readPlain();
  return syllables;
}

/** A surname has a reading of its own only at the head of a name. Letters and digits count for themselves. */
function everyday(text: string, atHead: boolean): string[] {
  return pinyin(text, {
    toneType: "none",
    type: "array",
    v: true,
    nonZh: "consecutive",
    surname: atHead ? "head" : "off",
  })
    .map((one) => one.toLowerCase().replace(/[^a-z0-9]/g, ""))
    .filter(Boolean);
}

/** What somebody typed in Latin letters, as the readings to look for: as typed, and the official ones it may stand for. */
export function lettersFor(typed: string): string[] {
  const letters = typed
    .normalize("NFD")
    .toLowerCase()
    .replace(/u\u0308/g, "v")
    .replace(/[^a-z0-9]/g, "");
  if (letters === "") return [];
  const official = ALSO_TYPED.flatMap(([variant, reading]) => {
    if (letters.startsWith(variant)) return [reading + letters.slice(variant.length)];
    return variant.startsWith(letters) && letters.length > 3 ? [reading] : [];
  });
  return [...new Set([letters, ...official])];
}

/** All pieces of one and two characters; a blank or a middle dot parts a name and is in no piece. */
export function gramsOf(name: string): string[] {
  const characters = [...name.toLowerCase()];
  const counts = (one: string | undefined) => one !== undefined && !/[\s·•.,、]/.test(one);
  const grams = new Set<string>();
  characters.forEach((one, at) => {
    if (!counts(one)) return;
    grams.add(one);
    const next = characters[at + 1];
    if (counts(next)) grams.add(one + next);
  });
  return [...grams];
}

/** All keys of a name at once, as its own row and its line in the search index keep them. */
export const nameKeys = (name: string) => ({ ...pinyinKeys(name), grams: gramsOf(name) });
