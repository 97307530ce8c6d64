"use client";

/** The dashed place around a file field: what is dragged over it is dropped into it. Without scripts it is the plain field. */

import { type DragEvent, type ReactNode, useState } from "react";

type Props = { htmlFor: string; words: string; take: (files: FileList) => void; children: ReactNode };

export function DropZone({ htmlFor, words, take, children }: Props) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <label
      htmlFor={htmlFor}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`mt-1 block rounded-card border border-dashed p-4 ${over ? "border-link bg-link-tint" : "border-control bg-card"}`}
    >
      <span className="block text-ink-2 handset:hidden">{words}</span>
      {children}
    </label>
  );
}
