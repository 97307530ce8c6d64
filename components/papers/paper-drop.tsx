"use client";

/** The place for papers inside their form: dropped or chosen, sent with the progress shown; without scripts the plain field. */

import { type MouseEvent, useId, useRef, useState } from "react";
import { buttonClass } from "#components/ui/button-class.ts";
import { DropZone } from "#components/ui/drop-zone.tsx";
import { FieldErrors } from "#components/ui/field.tsx";

type Words = Record<
  | "label"
  | "hint"
  | "drop"
  | "send"
  | "sending"
  | "looking"
  | "stop"
  | "failed"
  | "none"
  | "tooLarge"
  | "tooMany",
  string
>;
type Props = {
  accept: string;
  most: { files: number; bytes: number };
  /** Why the last ones were turned away, as the server said it. */
  refusal: string | null;
  words: Words;
};

export function PaperDrop({ accept, most, refusal, words }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const sending = useRef<XMLHttpRequest | null>(null);
  const [said, setSaid] = useState(refusal);
  /** 0 to 1 on the way; null when nothing is. */
  const [sent, setSent] = useState<number | null>(null);

  const take = (files: FileList) => {
    if (input.current && sent === null) input.current.files = files;
    setSaid(null);
  };

  const send = (event: MouseEvent<HTMLButtonElement>) => {
    const form = event.currentTarget.form;
    event.preventDefault();
    if (!form || sent !== null) return;
    const files = [...(input.current?.files ?? [])];
    const wrong =
      files.length === 0
        ? words.none
        : files.length > most.files
          ? words.tooMany
          : files.some(({ size }) => size > most.bytes)
            ? words.tooLarge
            : null;
    setSaid(wrong);
    if (wrong) return;
    const request = new XMLHttpRequest();
    sending.current = request;
    request.open("POST", form.action);
    request.setRequestHeader("accept", "application/json");
    request.upload.onprogress = ({ loaded, total }) => setSent(total > 0 ? loaded / total : 0);
    const end = (why: string | null) => {
      sending.current = null;
      setSent(null);
      setSaid(why);
    };
    request.onerror = () => end(words.failed);
    request.onabort = () => end(null);
    request.onload = () => {
      const answer = answerOf(request);
      if (answer.location) goTo(answer.location);
      else end(answer.message ?? words.failed);
    };
    setSent(0);
    request.send(new FormData(form));
  };

  return (
    <>
      <div>
        <label htmlFor={id} className="font-semibold">
          {words.label}
        </label>
        <p id={`${id}-hint`} className="text-ink-2 text-note">
          {words.hint}
        </p>
        <div role="alert">
          <FieldErrors id={`${id}-error`} errors={said ? [said] : []} />
        </div>
        <DropZone htmlFor={id} words={words.drop} take={take}>
          <input
            ref={input}
            id={id}
            type="file"
            name="paper"
            multiple
            accept={accept}
            aria-invalid={said ? true : undefined}
            aria-describedby={said ? `${id}-error ${id}-hint` : `${id}-hint`}
            onChange={() => setSaid(null)}
            className="block min-h-touch w-full desk:mt-2 desk:min-h-6"
          />
        </DropZone>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" onClick={send} aria-disabled={sent !== null} className={buttonClass({})}>
          {words.send}
        </button>
        {sent === null ? null : (
          <>
            <span role="status" className="flex items-center gap-2">
              <progress
                max={1}
                value={sent}
                aria-label={words.sending}
                className="h-2 w-40 accent-brand-fill"
              />
              {sent < 1 ? `${words.sending} ${Math.floor(sent * 100)}%` : words.looking}
            </span>
            <button
              type="button"
              onClick={() => sending.current?.abort()}
              className={buttonClass({ kind: "quiet", size: "small" })}
            >
              {words.stop}
            </button>
          </>
        )}
      </div>
    </>
  );
}

function answerOf(request: XMLHttpRequest): { location?: string; message?: string } {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return {};
  }
}

/** The page anew, also when only the part after # differs, which alone would load nothing. */
function goTo(location: string) {
  const to = new URL(location, window.location.href);
  const { pathname, search } = window.location;
  window.location.assign(to);
  if (to.pathname === pathname && to.search === search) window.location.reload();
}
