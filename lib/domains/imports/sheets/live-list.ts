// A dictionary that the office may lengthen, as sheets call its entries: ours with the office's names and spellings, then its own.
import type { OpenList } from "#lib/domains/dictionaries/dictionary.ts";
import { addedTo, codesVersion } from "#lib/domains/households/amended-codes.ts";
import { type CodeList, listOf } from "#lib/domains/households/code-word.ts";

/** Asked anew each time, and made anew only when the office changed its dictionary. */
export function liveList(list: OpenList, usual: CodeList): () => CodeList {
  for (const code of usual) listOf.set(code, list);
  let made: { version: number; codes: CodeList } | null = null;
  return () => {
    const version = codesVersion();
    if (made?.version !== version) {
      const own = addedTo(list, usual).map(({ code, name, nameEn, aliases }) => ({
        code,
        "zh-CN": name ?? code,
        en: nameEn ?? name ?? code,
        aliases,
      }));
      made = { version, codes: [...usual, ...own] };
    }
    return made.codes;
  };
}
