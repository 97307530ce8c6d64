"use client";

/** A page that the phone does not hold: what it holds instead, and the way to try again. */

import { useFieldWords } from "./field-words.tsx";

export function NeedsNetwork({ text }: { text: string }) {
  const { offline } = useFieldWords();
  return (
    <>
      <p>{text}</p>
      <p className="mt-2">
        <button
          type="button"
          className="min-h-touch font-semibold text-link underline"
          onClick={() => location.reload()}
        >
          {offline.retry}
        </button>
        <a href="/help" className="ml-4 inline-flex min-h-touch items-center">
          {offline.help}
        </a>
      </p>
    </>
  );
}
