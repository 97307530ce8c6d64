/**
 * What an office changed in the code lists (its dictionary): other names, more spellings, an order, an end. Kept once per process, since
 * bundlers load files more than once; whoever reads the dictionary puts it here, and every name on screen follows.
 */

export type Amendment = {
  name: string | null;
  nameEn: string | null;
  aliases: readonly string[];
  position: number | null;
  /** No longer offered from this day on. */
  retiredOn: string | null;
};

type Kept = { version: number; entries: Map<string, Amendment> };
const kept = globalThis as { qamdoCodes?: Kept };
kept.qamdoCodes ??= { version: 0, entries: new Map() };

const at = (list: string, code: string) => `${list} ${code}`;

export const amendmentOf = (list: string | undefined, code: string): Amendment | undefined =>
  list === undefined ? undefined : kept.qamdoCodes?.entries.get(at(list, code));

/** What the office added of its own to a list that it may lengthen: whatever is stored under none of the codes that are known. */
export function addedTo(list: string, known: readonly { code: string }[]): (Amendment & { code: string })[] {
  const codes = new Set(known.map(({ code }) => at(list, code)));
  return [...(kept.qamdoCodes?.entries ?? [])]
    .filter(([key]) => key.startsWith(`${list} `) && !codes.has(key))
    .map(([key, amendment]) => ({ ...amendment, code: key.slice(list.length + 1) }));
}

/** Rises with every change, for whoever keeps something made of the names. */
export const codesVersion = (): number => kept.qamdoCodes?.version ?? 0;

export function amendCodes(entries: readonly (Amendment & { list: string; code: string })[]): void {
  const next = new Map(entries.map(({ list, code, ...amendment }) => [at(list, code), amendment]));
  const before = kept.qamdoCodes;
  const same = before && JSON.stringify([...before.entries]) === JSON.stringify([...next]);
  if (!same) kept.qamdoCodes = { version: (before?.version ?? 0) + 1, entries: next };
}
