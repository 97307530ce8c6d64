"use client";

/** The list of keys, opened with "?". */

import { useEffect, useRef } from "react";
import { CloseIcon } from "#components/ui/icons.tsx";
import type { Messages } from "#lib/i18n/rooms.ts";

type Props = { words: Messages["navigation"]["shortcuts"]; close: () => void };

export default function ShortcutSheet({ words, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const keys = [
    ["Ctrl K, /", words.search],
    ["[", words.rail],
    ["?", words.help],
    ["Esc", words.close],
  ] as const;
  return (
    <dialog
      ref={dialog}
      aria-labelledby="shortcut-title"
      onClose={close}
      closedby="any"
      className="w-[min(28rem,92vw)] rounded-card border border-line bg-card p-4 text-body text-ink shadow-over"
    >
      <div className="mb-2 flex items-center justify-between">
        <h2 id="shortcut-title" className="text-h2">
          {words.title}
        </h2>
        <button
          type="button"
          aria-label={words.close}
          onClick={close}
          className="inline-flex size-11 items-center justify-center"
        >
          <CloseIcon />
        </button>
      </div>
      <dl>
        {keys.map(([key, what]) => (
          <div key={key} className="flex min-h-10 items-center gap-4 border-line border-t">
            <dt className="w-24 shrink-0">
              <kbd className="rounded-control border border-control px-1.5 font-sans">{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
