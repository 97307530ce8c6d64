"use client";

/** What waits, said otherwise where it stands in the list: folded until one wants to. */

import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { useFieldWords } from "./field-words.tsx";

export function MendForm({ onSave, children }: { onSave: () => Promise<void>; children: ReactNode }) {
  const { row } = useFieldWords();
  return (
    <details>
      <summary className="inline-flex min-h-touch cursor-pointer items-center text-link">{row.mend}</summary>
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void onSave();
        }}
      >
        {children}
        <Button type="submit" kind="primary">
          {row.saveMended}
        </Button>
      </form>
    </details>
  );
}
