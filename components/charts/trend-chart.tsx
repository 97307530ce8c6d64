"use client";

/** The course of one number for desks: the line arrives late and alone, and the same figures stand in a table. */

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { buttonClass } from "#components/ui/button-class.ts";

export type TrendPoint = {
  period: string;
  label: string;
  value: number | null;
  text: string;
  /** What was due by then. */
  due?: { value: number; text: string } | null;
};
/** The target of the last point. */
export type TrendTarget = { text: string };

export type TrendProps = {
  name: string;
  points: readonly TrendPoint[];
  target?: TrendTarget;
  words: { table: string; chart: string; period: string; value: string; target: string };
};

const TrendLines = dynamic(() => import("#components/charts/trend-lines.tsx"), {
  ssr: false,
  loading: () => <div className="h-56" />,
});

export function TrendChart({ name, points, target, words }: TrendProps) {
  const [asTable, setAsTable] = useState(false);
  // The chart's code is for desks; a phone on a thin connection never asks for it.
  const [atDesk, setAtDesk] = useState(false);
  useEffect(() => setAtDesk(window.matchMedia("(min-width: 60rem)").matches), []);
  return (
    <figure>
      <div className="mb-1 flex items-center justify-between gap-3">
        <figcaption className="font-semibold text-h3">{name}</figcaption>
        <button
          type="button"
          aria-pressed={asTable}
          className={buttonClass({ size: "small" })}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? words.chart : words.table}
        </button>
      </div>
      {asTable ? null : (
        <div className="h-56" aria-hidden="true">
          {atDesk ? <TrendLines points={points} target={target} words={words} /> : null}
        </div>
      )}
      <TrendTable name={name} points={points} target={target} words={words} hidden={!asTable} />
    </figure>
  );
}

/** Always there for those who listen; to be seen on request. */
function TrendTable({ name, points, target, words, hidden }: TrendProps & { hidden: boolean }) {
  return (
    <table className={hidden ? "sr-only" : "w-full border-collapse"}>
      <caption className="sr-only">{name}</caption>
      <thead>
        <tr className="border-line border-b text-ink-2">
          <th scope="col" className="px-3 py-1 text-left">
            {words.period}
          </th>
          <th scope="col" className="px-3 py-1 text-right">
            {words.value}
          </th>
          {target ? (
            <th scope="col" className="px-3 py-1 text-right">
              {words.target}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.period} className="border-line border-b">
            <th scope="row" className="px-3 py-1 text-left font-normal">
              {point.label}
            </th>
            <td className="px-3 py-1 text-right">{point.text}</td>
            {target ? <td className="px-3 py-1 text-right text-ink-2">{point.due?.text ?? "—"}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
