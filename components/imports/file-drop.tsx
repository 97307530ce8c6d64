"use client";

/** The place for a file: dropped or chosen; none, or several at once, is answered with a sentence. Without scripts it is the plain field. */

import { useRef, useState } from "react";
import { useSendGuard } from "#components/imports/send-guard.ts";
import { DropZone } from "#components/ui/drop-zone.tsx";
import { FieldErrors } from "#components/ui/field.tsx";

type Props = {
  id: string;
  name: string;
  accept: string;
  describedBy: string;
  /** Why the last one was turned away. */
  problem: string | null;
  words: { drop: string; many: string; none: string };
};

export function FileDrop({ id, name, accept, describedBy, problem, words }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(problem);

  const take = (files: FileList) => {
    setWrong(files.length > 1 ? words.many : null);
    if (files.length === 1 && input.current) input.current.files = files;
  };
  useSendGuard(input, () => {
    if (input.current?.files?.length) return true;
    setWrong(words.none);
    return false;
  });
  return (
    <>
      <div role="alert">
        <FieldErrors id={`${id}-error`} errors={wrong ? [wrong] : []} />
      </div>
      <DropZone htmlFor={id} words={words.drop} take={take}>
        <input
          ref={input}
          id={id}
          type="file"
          name={name}
          accept={accept}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? `${describedBy} ${id}-error` : describedBy}
          onChange={() => setWrong(null)}
          className="mt-2 block w-full"
        />
      </DropZone>
    </>
  );
}
