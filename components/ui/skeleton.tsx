"use client";

/** The true layout before its content: same heights, so nothing jumps. Says after five seconds that it takes long. */

import type { PageShape } from "#components/layout/page-shape.ts";
import { buttonClass } from "#components/ui/button-class.ts";
import { useWords } from "#components/ui/words.tsx";

const ROWS = [1, 2, 3, 4, 5, 6, 7, 8];
const LINE = "loading-line rounded-control bg-sunk";

export function Skeleton({ shape, cancel }: { shape: PageShape; cancel: () => void }) {
  return (
    <div className="skeleton pt-4" data-shape={shape}>
      <div className={`${LINE} mb-5 h-8 w-56`} />
      {shape === "board" ? (
        <div className="grid grid-cols-2 gap-2 pad:grid-cols-5">
          {[...ROWS, 9, 10].map((card) => (
            <div key={card} className="loading-line h-32 rounded-card border border-line bg-card" />
          ))}
        </div>
      ) : (
        <div
          className={`divide-y divide-line rounded-card border border-line bg-card ${shape === "list" ? "" : "max-w-3xl"}`}
        >
          {ROWS.map((row) => (
            <div key={row} className="flex h-row items-center gap-6 px-4">
              <div className={`${LINE} h-4 ${shape === "list" ? "w-1/4" : "w-24"}`} />
              <div className={`${LINE} h-4 w-1/2`} />
            </div>
          ))}
        </div>
      )}
      <Slow cancel={cancel} />
    </div>
  );
}

/** Said only when five seconds have passed, with a way back. */
export function Slow({ cancel }: { cancel: () => void }) {
  const words = useWords();
  return (
    <p className="slow-notice my-4 inline-flex flex-wrap items-center gap-3 rounded-control border border-line bg-card px-4 py-2 text-ink">
      {words.slow}
      <button type="button" className={buttonClass({ size: "small" })} onClick={cancel}>
        {words.cancelLoading}
      </button>
    </p>
  );
}
