"use client";

/** Search from anywhere: type, arrow, Enter. Half-composed characters neither search nor open anything. */

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { CloseIcon, SearchIcon } from "#components/ui/icons.tsx";
import { holdsIdNumber } from "#lib/base/search-text.ts";
import type { Messages } from "#lib/i18n/rooms.ts";

export type Hit = { kind: string; title: string; detail?: string; href: string };

type Props = {
  words: Messages["navigation"]["search"];
  close: () => void;
  closeLabel: string;
  /** Where one has typed until now. */
  field: HTMLInputElement | null;
};

const PAUSE = 120;

export default function CommandPalette({ words, close, closeLabel, field }: Props) {
  const router = useRouter();
  const listId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState("");
  const [composing, setComposing] = useState(false);
  const [picked, setPicked] = useState<{ hits: Hit[]; at: number } | null>(null);
  const whole = holdsIdNumber(text);
  const { hits, failed, answered } = useHits(composing || whole ? "" : text.trim());
  // A new answer is read from its top.
  const at = picked?.hits === hits ? picked.at : 0;
  const setAt = (next: number) => setPicked({ hits, at: next });
  const all = `/search?q=${encodeURIComponent(text.trim())}`;

  // Before the next key can arrive, so that none falls between the field and the palette.
  useLayoutEffect(() => {
    dialog.current?.showModal();
    if (!field?.value) return;
    setText(field.value);
    field.value = "";
  }, [field]);

  const go = (href: string) => {
    close();
    router.push(href);
  };

  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") setAt(Math.min(at + 1, hits.length - 1));
    else if (event.key === "ArrowUp") setAt(Math.max(at - 1, 0));
    else if (event.key === "Enter" && text.trim() && !whole) go(hits[at]?.href ?? all);
    else return;
    event.preventDefault();
  };

  return (
    <dialog
      ref={dialog}
      aria-label={words.open}
      onClose={close}
      closedby="any"
      className="mt-[8dvh] mb-auto w-[min(40rem,94vw)] overflow-hidden rounded-card border border-line bg-card p-0 text-body text-ink shadow-over"
    >
      <div className="flex items-center gap-2 border-line border-b px-3">
        <SearchIcon className="size-5 text-ink-2" />
        <input
          type="text"
          inputMode="search"
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls={listId}
          aria-activedescendant={hits.length > 0 ? `${listId}-${at}` : undefined}
          aria-label={words.open}
          autoComplete="off"
          placeholder={words.placeholder}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={(event) => {
            setComposing(false);
            setText(event.currentTarget.value);
          }}
          onKeyDown={keys}
          className="min-h-14 grow bg-transparent text-h3 font-normal outline-none"
        />
        <button
          type="button"
          aria-label={closeLabel}
          onClick={() => dialog.current?.close()}
          className="inline-flex size-11 items-center justify-center"
        >
          <CloseIcon />
        </button>
      </div>
      <div
        id={listId}
        role="listbox"
        aria-label={words.label}
        tabIndex={-1}
        className="max-h-[60dvh] overflow-y-auto py-1"
      >
        {hits.map((hit, index) => (
          <a
            key={hit.href}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            href={hit.href}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey) return;
              event.preventDefault();
              go(hit.href);
            }}
            className="flex min-h-11 items-center gap-3 px-4 py-1 text-ink no-underline hover:bg-hover hover:no-underline aria-selected:bg-link-tint"
          >
            <span className="w-14 shrink-0 text-ink-2 text-note">{hit.kind}</span>
            <span className="font-semibold">{hit.title}</span>
            {hit.detail ? <span className="truncate text-ink-2">{hit.detail}</span> : null}
          </a>
        ))}
      </div>
      <p role="status" className="px-4 pb-3 text-ink-2 text-note">
        {whole
          ? words.whole
          : failed
            ? words.failed
            : answered && hits.length === 0
              ? words.empty.replace("{text}", text.trim())
              : text
                ? ""
                : words.hint}
      </p>
      {text.trim() && !whole ? (
        <a href={all} className="block border-line border-t px-4 py-2.5">
          {words.all}
        </a>
      ) : null}
    </dialog>
  );
}

type Answer = { hits: Hit[]; failed: boolean; answered: boolean };

function useHits(text: string): Answer {
  const [answer, setAnswer] = useState<Answer>({ hits: [], failed: false, answered: false });
  useEffect(() => {
    if (!text) {
      setAnswer({ hits: [], failed: false, answered: false });
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const found = await fetch(`/api/search?q=${encodeURIComponent(text)}`, { signal: stop.signal });
        if (!found.ok) throw new Error(String(found.status));
        setAnswer({ hits: (await found.json()) as Hit[], failed: false, answered: true });
      } catch {
        if (!stop.signal.aborted) setAnswer({ hits: [], failed: true, answered: true });
      }
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text]);
  return answer;
}
