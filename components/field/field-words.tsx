"use client";

/** The words of the phone's own screens, which must be there without a network: brought along whole by the page above. */

import { createContext, type ReactNode, useContext } from "react";
import type { Messages } from "#lib/i18n/rooms.ts";

export type FieldWords = Messages["field"];

const WordsContext = createContext<FieldWords | null>(null);

export function FieldWordsProvider({ words, children }: { words: FieldWords; children: ReactNode }) {
  return <WordsContext value={words}>{children}</WordsContext>;
}

export function useFieldWords(): FieldWords {
  const words = useContext(WordsContext);
  if (!words) throw new Error("FieldWordsProvider is missing above this component");
  return words;
}
