"use client";

/** The place for a file: dropped or chosen; several at once are turned away with a sentence. Without scripts it is the plain field. */

import { useRef, useState } from "react";
import { DropZone } from "#components/ui/drop-zone.tsx";

type Props = {
  id: string;
  name: string;
  accept: string;
  describedBy: string;
  words: { drop: string; many: string };
};

export function FileDrop({ id, name, accept, describedBy, words }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [many, setMany] = useState(false);

  const take = (files: FileList) => {
    setMany(files.length > 1);
    if (files.length === 1 && input.current) input.current.files = files;
  };
  return (
    <DropZone htmlFor={id} words={words.drop} take={take}>
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
    </DropZone>
  );
}
