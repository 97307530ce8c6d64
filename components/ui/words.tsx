"use client";

/** The kit's own few words in the browser, without a message library: sentences with {name} gaps. */

import { createContext, type ReactNode, useContext } from "react";
import type { Messages } from "#lib/i18n/rooms.ts";

export type Words = Messages["browser"];

const WordsContext = createContext<Words | null>(null);

export function WordsProvider({ words, children }: { words: Words; children: ReactNode }) {
  return <WordsContext value={words}>{children}</WordsContext>;
}

/** The words of the layout above; those brought along count where no layout stands. */
export function useWords(brought?: Words): Words {
  const words = useContext(WordsContext) ?? brought;
  if (!words) throw new Error("WordsProvider is missing above this component");
  return words;
}

export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
}
