"use client";

/** What the fields come to, against the unit's own target: counted anew with each key. Before scripts arrive it says what is saved. */

import { useEffect, useRef, useState } from "react";
import { Shape } from "#components/ui/shape.tsx";

type Props = {
  /** The name of the field of the unit's own. */
  own: string;
  whole: number | null;
  /** A share is weighted by the cases of each unit; a number adds up. */
  weighted: boolean;
  /** Less is better. */
  less: boolean;
  /** Names of the fields, what is saved in them, and how many cases the unit has. */
  given: [field: string, text: string, weight: number][];
  words: Record<"sum" | "even" | "left" | "over" | "unset" | "none" | "caseUnit" | "gapUnit", string>;
};

const numberOf = (text: string): number | null => {
  const plain = text.normalize("NFKC").replace(/[%‰]/g, "").trim();
  return /^\d{1,6}(\.\d{1,2})?$/.test(plain) ? Number(plain) : null;
};
const short = (value: number) => Math.round(value * 100) / 100;

export function ShareSum({ own, whole: saved, weighted, less, given, words }: Props) {
  const here = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<{ whole: number | null; each: (number | null)[] }>(() => ({
    whole: saved,
    each: given.map(([, text]) => numberOf(text)),
  }));
  useEffect(() => {
    const form = here.current?.closest("form");
    if (!form) return;
    const count = () => {
      const now = new FormData(form);
      const text = now.get(own);
      setTyped({
        whole: typeof text === "string" ? numberOf(text) : saved,
        each: given.map(([field]) => numberOf(String(now.get(field) ?? ""))),
      });
    };
    form.addEventListener("input", count);
    count();
    return () => form.removeEventListener("input", count);
  }, [given, saved, own]);
  const { whole, each } = typed;
  const none = each.every((one) => one === null);
  const sum = weighted ? meanOf(each, given, whole) : each.reduce<number>((all, one) => all + (one ?? 0), 0);
  const gap = whole === null || sum === null || (weighted && none) ? null : short(whole - sum);
  const filled = (text: string) =>
    text
      .replace("{sum}", sum === null ? "—" : String(short(sum)))
      .replace("{whole}", String(whole ?? ""))
      .replace("{n}", String(Math.abs(gap ?? 0)))
      .replaceAll("{gapUnit}", words.gapUnit)
      .replaceAll("{caseUnit}", words.caseUnit);
  const even = gap !== null && Math.abs(gap) <= (weighted ? 0.01 : 0);
  const said =
    whole === null
      ? words.unset
      : gap === null
        ? words.none
        : even
          ? words.even
          : filled(gap > 0 ? words.left : words.over);
  const better = weighted && gap !== null && (less ? gap > 0 : gap < 0);
  return (
    <div
      ref={here}
      role="status"
      className="sticky bottom-16 z-10 -mx-2 flex flex-wrap items-center gap-x-4 gap-y-1 rounded-card bg-page px-2 py-2 desk:bottom-0"
    >
      <span className="font-semibold text-h3">{filled(words.sum)}</span>
      <span className="inline-flex items-center gap-1.5">
        <Shape
          state={gap === null ? "none" : even || better ? "ok" : gap > 0 || weighted ? "watch" : "behind"}
        />
        {said}
      </span>
    </div>
  );
}

/** A unit without its own is held to the whole; one without a case weighs nothing. */
function meanOf(
  each: readonly (number | null)[],
  given: Props["given"],
  whole: number | null,
): number | null {
  const known = each.flatMap((one, at) => {
    const held = one ?? whole;
    const weight = given[at]?.[2] ?? 0;
    return held === null || weight === 0 ? [] : [{ held, weight }];
  });
  const all = known.reduce((sum, { weight }) => sum + weight, 0);
  return all === 0 ? null : known.reduce((sum, { held, weight }) => sum + held * weight, 0) / all;
}
