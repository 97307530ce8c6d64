"use client";

/** A question over the page, in the browser's own dialog: it holds the focus, and Escape closes it. */

import { type ReactNode, useId, useRef } from "react";
import { type ButtonLook, buttonClass } from "#components/ui/button-class.ts";
import { CloseIcon } from "#components/ui/icons.tsx";
import { useWords } from "#components/ui/words.tsx";

type Props = ButtonLook & { label: ReactNode; title: string; children: ReactNode };

export function DialogButton({ label, title, children, kind, size, wide }: Props) {
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        className={buttonClass({ kind, size, wide })}
        onClick={() => dialog.current?.showModal()}
      >
        {label}
      </button>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        closedby="any"
        className="max-h-[85dvh] w-[min(36rem,92vw)] overflow-auto rounded-card border border-line bg-card p-0 text-body text-ink shadow-over"
      >
        <header className="sticky top-0 flex items-center justify-between gap-4 border-line border-b bg-card px-4 py-2">
          <h2 id={titleId} className="text-h2">
            {title}
          </h2>
          <button
            type="button"
            aria-label={words.close}
            className="inline-flex min-h-control min-w-control items-center justify-center"
            onClick={() => dialog.current?.close()}
          >
            <CloseIcon />
          </button>
        </header>
        <div className="p-4">{children}</div>
      </dialog>
    </>
  );
}
