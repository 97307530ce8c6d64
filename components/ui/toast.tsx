"use client";

/** Short word after a deed, with the way to undo it; it waits ten seconds, and longer while one looks at it. */

import { useEffect, useRef, useState } from "react";
import { CheckIcon, CloseIcon } from "#components/ui/icons.tsx";
import { useWords } from "#components/ui/words.tsx";

export type Toast = {
  message: string /** Then without the tick. */;
  failed?: boolean;
  undo?: { label: string; run: () => Promise<void> };
};

const STAYS = 10_000;
const listeners = new Set<(toast: Toast) => void>();

export function showToast(toast: Toast) {
  for (const listener of listeners) listener(toast);
}

export function ToastHost() {
  const words = useWords();
  const [toast, setToast] = useState<Toast | null>(null);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    listeners.add(setToast);
    return () => {
      listeners.delete(setToast);
    };
  }, []);

  useEffect(() => {
    if (!toast) return;
    const timer = setInterval(() => {
      if (!box.current?.matches(":hover, :focus-within")) setToast(null);
    }, STAYS);
    return () => clearInterval(timer);
  }, [toast]);

  const undo = async () => {
    if (!toast?.undo) return;
    try {
      await toast.undo.run();
      setToast({ message: words.undone });
    } catch {
      setToast({ message: words.undoFailed });
    }
  };

  return (
    <div
      role="status"
      className="sticky bottom-20 z-30 mx-auto h-0 w-fit max-w-full px-4 print:hidden desk:bottom-4"
    >
      {toast ? (
        <div
          ref={box}
          className="flex -translate-y-full items-center gap-3 rounded-card bg-ink py-2 pr-2 pl-4 text-page shadow-over"
        >
          {toast.failed ? null : <CheckIcon />}
          <span>{toast.message}</span>
          {toast.undo ? (
            <button type="button" className="min-h-control px-2 font-semibold underline" onClick={undo}>
              {toast.undo.label}
            </button>
          ) : null}
          <button
            type="button"
            className="inline-flex min-h-control min-w-control items-center justify-center"
            aria-label={words.close}
            onClick={() => setToast(null)}
          >
            <CloseIcon />
          </button>
        </div>
      ) : null}
    </div>
  );
}
