"use client";

/** While a new household is typed: files that may be the same family, side by side with what was typed. Without scripts the answer to sending says it. */

import { useEffect, useRef, useState } from "react";
import Link from "#components/ui/link.tsx";

type File = { id: string; name: string; detail: string; why: string; sure: boolean };
type Words = { same: string; maybe: string; typed: string };

const PAUSE_MS = 400;
const FIELDS = ["divisionId", "name", "idNo"] as const;

export function AlikeHint({ words }: { words: Words }) {
  const own = useRef<HTMLDivElement>(null);
  const [files, setFiles] = useState<File[]>([]);
  const [typed, setTyped] = useState("");

  useEffect(() => {
    const form = own.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked = new AbortController();
    const ask = async () => {
      asked.abort();
      asked = new AbortController();
      const values = new FormData(form);
      const body = Object.fromEntries(FIELDS.map((name) => [name, String(values.get(name) ?? "")]));
      try {
        const answer = await fetch("/api/households/alike", {
          method: "POST",
          signal: asked.signal,
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        });
        if (!answer.ok) return;
        setFiles((await answer.json()) as File[]);
        setTyped(body.name ?? "");
      } catch {
        // On a thin connection the answer to sending says it as well.
      }
    };
    const soon = (event: Event) => {
      const { name } = event.target as HTMLInputElement;
      if (!FIELDS.some((one) => one === name)) return;
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE_MS);
    };
    form.addEventListener("input", soon);
    form.addEventListener("change", soon);
    return () => {
      clearTimeout(timer);
      asked.abort();
      form.removeEventListener("input", soon);
      form.removeEventListener("change", soon);
    };
  }, []);

  const sure = files.some((file) => file.sure);
  return (
    <div ref={own} role="status">
      {files.length > 0 ? (
        <div
          className={`rounded-card border px-4 py-2.5 ${sure ? "border-behind-fill bg-behind-tint" : "border-watch-fill bg-watch-tint"}`}
        >
          <p className="font-semibold">{sure ? words.same : words.maybe}</p>
          <div className="mt-2 grid gap-2 pad:grid-cols-2">
            <p className="rounded-control border border-line bg-card px-3 py-2">
              <span className="block text-ink-2 text-note">{words.typed}</span>
              <strong>{typed}</strong>
            </p>
            <ul className="grid gap-2">
              {files.map((file) => (
                <li key={file.id} className="rounded-control border border-line bg-card px-3 py-2">
                  <Link href={`/households/${file.id}`} className="inline-block min-h-6 font-semibold">
                    {file.name}
                  </Link>
                  <span className="block text-note">
                    {file.detail} · {file.why}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        </div>
      ) : null}
    </div>
  );
}
