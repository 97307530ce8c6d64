"use client";

/** Photos of a visit, chosen in the form itself: only where the phone keeps them until they can be sent. Never asked for. */

import { useEffect, useRef, useState } from "react";
import { useForm } from "#components/ui/form.tsx";
import { fill } from "#components/ui/words.tsx";
import { usePhone } from "./use-phone.ts";

export type PhotoWords = { label: string; choose: string; chosen: string; hint: string; tooMany: string };

export function PhotoChoice({ words, most }: { words: PhotoWords; most: number }) {
  const { ready } = usePhone();
  const { id } = useForm();
  const [count, setCount] = useState(0);
  const [tooMany, setTooMany] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const form = input.current?.form;
    if (!ready || !form) return;
    // React empties a form after its action, also after a refusal: what was chosen is put back.
    const putBack = () => {
      // The list itself is emptied: its files are carried over in another one.
      const chosen = new DataTransfer();
      for (const file of input.current?.files ?? []) chosen.items.add(file);
      setTimeout(() => {
        if (input.current) input.current.files = chosen.files;
      });
    };
    form.addEventListener("reset", putBack);
    return () => form.removeEventListener("reset", putBack);
  }, [ready]);
  if (!ready) return null;
  return (
    <div>
      <label
        htmlFor={`${id}-photos`}
        className="inline-flex min-h-touch cursor-pointer items-center gap-2 rounded-control border border-control bg-card px-3 has-focus-visible:outline-2 has-focus-visible:outline-link hover:bg-hover"
      >
        <input
          ref={input}
          id={`${id}-photos`}
          type="file"
          name="photos"
          accept="image/*"
          multiple
          className="sr-only"
          aria-describedby={`${id}-photos-hint`}
          onChange={(event) => {
            const files = event.target.files;
            // More than an album would be: which ones are meant is for the visitor to say.
            const chosen = files?.length ?? 0;
            setTooMany(chosen > most ? chosen : 0);
            if (chosen > most) event.target.value = "";
            setCount(event.target.files?.length ?? 0);
          }}
        />
        <span className="font-semibold">{words.label}</span>
        <span className="text-ink-2">{count > 0 ? fill(words.chosen, { count }) : words.choose}</span>
      </label>
      {tooMany > 0 ? (
        <p role="alert" className="mt-1 font-semibold text-behind">
          {fill(words.tooMany, { count: tooMany, most })}
        </p>
      ) : null}
      <p id={`${id}-photos-hint`} className="mt-1 text-note text-ink-2">
        {fill(words.hint, { most })}
      </p>
    </div>
  );
}
