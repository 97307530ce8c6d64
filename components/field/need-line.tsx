"use client";

/** One need of a family, as a line that leads to it: what for, how it stands, and whether the family is to be asked. */

import { Shape } from "#components/ui/shape.tsx";
import type { NeedToKeep } from "#lib/domains/needs/queries/needs-to-keep.ts";
import { useFieldWords } from "./field-words.tsx";

const MARK = { OPEN: "watch", HANDLING: "none", DONE: "watch", CLOSED: "ok", WITHDRAWN: "off" } as const;

type Props = {
  need: NeedToKeep;
  category: string | undefined;
  /** Whose it is, where that is not told above. */
  head?: string;
  /** What was written down about it and waits. */
  waiting?: string;
};

export function NeedLine({ need, category = need.category, head, waiting }: Props) {
  const { needPage } = useFieldWords();
  const asks = need.ask && !waiting;
  return (
    <li>
      <a
        href={`/needs/${need.id}`}
        className="flex min-h-16 items-center gap-3 px-4 py-2 text-ink no-underline hover:bg-hover care:flex-wrap"
      >
        <Shape
          state={waiting ? "ok" : need.overdue ? "behind" : MARK[need.status]}
          className="size-4 shrink-0"
        />
        <span className="min-w-0 flex-1">
          <span className="block font-semibold text-h3">{head ?? category}</span>
          <span className="block text-note text-ink-2">
            {[head ? category : null, need.status === "DONE" ? need.result : need.words]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </span>
        <span className={`shrink-0 text-note care:basis-full ${asks ? "font-semibold text-watch" : ""}`}>
          {waiting ?? (asks ? needPage.ask : needPage.state[need.status])}
        </span>
      </a>
    </li>
  );
}
