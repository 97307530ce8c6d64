"use client";

/** The box for a pasted block, inside a Field. What is too long is told before it is sent, and stays in the box. */

import { useRef, useState } from "react";
import { useSendGuard } from "#components/imports/send-guard.ts";
import { FieldErrors, useTyped, useWires } from "#components/ui/field.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { fill } from "#components/ui/words.tsx";
import { isTooMany, readPasted } from "#lib/domains/imports/pasted-block.ts";

/** `tooMany` has a gap for the number of rows. */
type Props = { words: { none: string; tooMany: string } };

export function PasteBox({ words }: Props) {
  const wires = useWires();
  const box = useRef<HTMLTextAreaElement>(null);
  const [wrong, setWrong] = useState<string | null>(null);

  useSendGuard(box, ({ value }) => {
    const rows = readPasted(value);
    const said =
      rows.length === 0
        ? words.none
        : isTooMany(rows)
          ? fill(words.tooMany, { rows: rows.length.toLocaleString("en") })
          : null;
    setWrong(said);
    return said === null;
  });
  const described = [wires["aria-describedby"], wrong ? `${wires.id}-wrong` : ""].filter(Boolean).join(" ");
  return (
    <>
      <div role="alert" className={wrong ? "mb-1.5" : undefined}>
        <FieldErrors id={`${wires.id}-wrong`} errors={wrong ? [wrong] : []} />
      </div>
      <textarea
        ref={box}
        {...wires}
        aria-describedby={described || undefined}
        aria-invalid={wrong ? true : wires["aria-invalid"]}
        rows={6}
        wrap="off"
        spellCheck={false}
        defaultValue={useTyped(wires.name)}
        className={`${inputClass} overflow-auto py-2`}
      />
    </>
  );
}
