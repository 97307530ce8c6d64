"use client";

/** Under a form of the phone: that what was typed is kept, and the way to let it go. */

import { fill } from "#components/ui/words.tsx";
import { useFieldWords } from "./field-words.tsx";
import { timeOf } from "./use-phone.ts";
import type { Keeping } from "./use-unfinished.ts";

export function UnfinishedNote({ keeping }: { keeping: Keeping }) {
  const { form: words } = useFieldWords();
  if (!keeping.at) return null;
  return (
    <p role="status" className="text-note text-ink-2">
      {fill(words.draft, { when: timeOf(keeping.at) })}{" "}
      <button
        type="button"
        className="min-h-touch font-semibold text-link underline"
        onClick={() => void keeping.pause().then(() => location.reload())}
      >
        {words.discard}
      </button>
    </p>
  );
}
