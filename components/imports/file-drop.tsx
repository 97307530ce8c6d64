"use client";

/** The place for a file: dropped or chosen; several at once are turned away with a sentence. Without scripts it is the plain field. */

import { type DragEvent, useRef, useState } from "react";

type Props = {
  id: string;
  name: string;
  accept: string;
  describedBy: string;
  words: { drop: string; many: string };
};

export function FileDrop({ id, name, accept, describedBy, words }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [many, setMany] = useState(false);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const { files } = event.dataTransfer;
    setMany(files.length > 1);
    if (files.length === 1 && input.current) input.current.files = files;
  };
  return (
    <label
      htmlFor={id}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`mt-1 block rounded-card border border-dashed p-4 ${over ? "border-link bg-link-tint" : "border-control bg-card"}`}
    >
      <span className="block text-ink-2">{words.drop}</span>
      <input
        ref={input}
        id={id}
        type="file"
        name={name}
        required
        accept={accept}
        aria-describedby={describedBy}
        onChange={() => setMany(false)}
        className="mt-2 block w-full"
      />
      {many ? (
        <span role="alert" className="mt-2 block font-semibold text-behind">
          {words.many}
        </span>
      ) : null}
    </label>
  );
}
