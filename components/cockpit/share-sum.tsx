"use client";

/** The sum of what stands in the fields, against the whole: counted anew with each key. Before scripts arrive it says what is saved. */

import { useEffect, useRef, useState } from "react";
import { Shape } from "#components/ui/shape.tsx";

type Props = {
  whole: number | null;
  /** Names of the fields and what is saved in them. */
  given: [field: string, text: string][];
  words: { sum: string; even: string; left: string; over: string; unset: string; caseUnit: string };
};

const numberOf = (text: string) => {
  const plain = text.normalize("NFKC").trim();
  return /^\d{1,6}$/.test(plain) ? Number(plain) : 0;
};

export function ShareSum({ whole: saved, given, words }: Props) {
  const here = useRef<HTMLDivElement>(null);
  const [now, setNow] = useState(() => ({
    sum: given.reduce((sum, [, text]) => sum + numberOf(text), 0),
    whole: saved,
  }));
  useEffect(() => {
    const form = here.current?.closest("form");
    if (!form) return;
    const count = () => {
      const typed = new FormData(form);
      const text = typed.get("count");
      setNow({
        sum: given.reduce((sum, [field]) => sum + numberOf(String(typed.get(field) ?? "")), 0),
        whole: typeof text === "string" ? (text.trim() === "" ? null : numberOf(text)) : saved,
      });
    };
    form.addEventListener("input", count);
    count();
    return () => form.removeEventListener("input", count);
  }, [given, saved]);
  const { sum, whole } = now;
  const gap = whole === null ? 0 : whole - sum;
  const filled = (text: string) =>
    text
      .replace("{sum}", String(sum))
      .replace("{whole}", String(whole ?? ""))
      .replace("{n}", String(Math.abs(gap)))
      .replaceAll("{caseUnit}", words.caseUnit);
  const said =
    whole === null ? words.unset : gap === 0 ? words.even : filled(gap > 0 ? words.left : words.over);
  return (
    <div
      ref={here}
      role="status"
      className="sticky bottom-16 z-10 -mx-2 flex flex-wrap items-center gap-x-4 gap-y-1 rounded-card bg-page px-2 py-2 desk:bottom-0"
    >
      <span className="font-semibold text-h3">{filled(words.sum)}</span>
      <span className="inline-flex items-center gap-1.5">
        <Shape state={whole === null ? "none" : gap === 0 ? "ok" : gap > 0 ? "watch" : "behind"} />
        {said}
      </span>
    </div>
  );
}
