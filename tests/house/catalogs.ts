// The two message catalogues side by side: same rooms, same keys, same placeholders, nothing empty.
import { readdirSync, readFileSync } from "node:fs";
import { placeholdersOf } from "./icu.ts";
import { root } from "./source.ts";

/** Message by its key with its room in front, such as "visits.purpose.policy". */
export type Catalog = Map<string, string>;

export function readCatalog(locale: string): Catalog {
  const folder = `${root}/lib/i18n/messages/${locale}`;
  const rooms = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return new Map(
    rooms.flatMap((name) =>
      flatten(JSON.parse(readFileSync(`${folder}/${name}`, "utf8")), name.slice(0, -5)),
    ),
  );
}

export function flatten(words: unknown, path: string): [string, string][] {
  if (typeof words === "string") return [[path, words]];
  if (typeof words !== "object" || words === null)
    throw new Error(`${path} is neither words nor a group of words`);
  return Object.entries(words).flatMap(([key, value]) => flatten(value, `${path}.${key}`));
}

export function differences(source: Catalog, other: Catalog): string[] {
  const missing = [...source.keys()].filter((key) => !other.has(key)).map((key) => `${key}: not translated`);
  const surplus = [...other.keys()]
    .filter((key) => !source.has(key))
    .map((key) => `${key}: not in the source`);
  const unlike = [...source].flatMap(([key, message]) => {
    const translated = other.get(key);
    return translated === undefined ? [] : unlikeness(key, message, translated);
  });
  return [...missing, ...surplus, ...unlike];
}

function unlikeness(key: string, message: string, translated: string): string[] {
  if (!message.trim() || !translated.trim()) return [`${key}: empty`];
  try {
    const [here, there] = [placeholdersOf(message).join(" "), placeholdersOf(translated).join(" ")];
    return here === there ? [] : [`${key}: {${here}} here, {${there}} there`];
  } catch (problem) {
    return [`${key}: ${problem instanceof Error ? problem.message : problem}`];
  }
}

const HAN = /\p{Script=Han}/u;

/** English that still holds Chinese was copied, not translated; the names of the model may stay. */
export const leftInChinese = (english: Catalog, mayStay: Record<string, string>) =>
  [...english]
    .filter(([key, message]) => HAN.test(message) && !(key in mayStay))
    .map(([key, message]) => `${key}: ${message}`);
