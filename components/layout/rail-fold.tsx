"use client";

/** Folds the rail by button or "["; the choice is kept in a cookie so that the next page comes folded. */

import { useEffect } from "react";
import { onSingleKey } from "#components/layout/single-key.ts";
import { FoldIcon } from "#components/ui/icons.tsx";

const YEAR = 31_536_000;

function fold() {
  const shell = document.getElementById("shell");
  if (!shell) return;
  const folded = shell.toggleAttribute("data-folded");
  // By its property, since the cookie store of browsers is missing on plain http.
  Reflect.set(document, "cookie", `rail=${folded ? "folded" : "open"};path=/;max-age=${YEAR};samesite=lax`);
}

export function RailFold({ label }: { label: string }) {
  useEffect(() => onSingleKey("[", fold), []);
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={fold}
      className="flex min-h-10 items-center gap-3 border-line border-t px-4 text-ink-3 -outline-offset-2 hover:bg-hover hover:text-ink"
    >
      <FoldIcon className="size-5 group-data-folded/shell:-scale-x-100" />
    </button>
  );
}
