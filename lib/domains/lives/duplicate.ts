/**
 * Two files of one family: found by the same number, the same name, the same sound, or another spelling of the same name. Only the first
 * is certain; everything else is a hint that a person looks at.
 */
import { pinyinKeys } from "#lib/domains/people/pinyin.ts";
import { commonSpelling } from "#lib/domains/search/name-dictionary.ts";

export type Likeness = "ID" | "NAME" | "SOUND" | "SPELLING";

type Named = { headName: string };

export function likeness(one: Named, other: Named): Exclude<Likeness, "ID"> | null {
  if (one.headName === other.headName) return "NAME";
  const sound = (name: string) => pinyinKeys(name).pinyin;
  if (sound(one.headName) === sound(other.headName)) return "SOUND";
  return sound(commonSpelling(one.headName)) === sound(commonSpelling(other.headName)) ? "SPELLING" : null;
}

/** Names that may be one fall under one key. */
export const keyOf = (name: string): string => pinyinKeys(commonSpelling(name)).pinyin;
