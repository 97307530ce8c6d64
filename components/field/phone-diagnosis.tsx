"use client";

/** What lies on this phone, and whether its clock and its space will do. */

import { useEffect, useState } from "react";
import { Notice } from "#components/ui/notice.tsx";
import { fill } from "#components/ui/words.tsx";
import { useFieldWords } from "./field-words.tsx";
import type { Now } from "./phone-state.ts";
import { timeOf } from "./use-phone.ts";

/** A clock that is wrong by more than this dates visits wrongly. */
const CLOCK_MS = 10 * 60_000;

/** Fewer bytes than this hold hardly a day's photos. */
const LEAST_SPACE = 50_000_000;

export function PhoneDiagnosis({ now }: { now: Now }) {
  const { centre } = useFieldWords();
  const [space, setSpace] = useState<{ used: number; left: number } | null>(null);
  useEffect(() => {
    void navigator.storage
      ?.estimate?.()
      .then(({ usage = 0, quota = 0 }) => setSpace({ used: usage, left: quota - usage }));
  }, []);
  const off = now.clockOff !== null && Math.abs(now.clockOff) > CLOCK_MS;
  const size = (bytes: number) =>
    bytes < 1_000_000_000
      ? `${(bytes / 1_000_000).toFixed(1)} MB`
      : `${(bytes / 1_000_000_000).toFixed(1)} GB`;
  const lines: [string, string][] = [
    [
      centre.kept,
      now.kept
        ? fill(centre.keptOf, {
            households: now.kept.households,
            kilobytes: Math.ceil(now.kept.bytes / 1000),
            when: timeOf(now.kept.at),
          })
        : now.fetching !== null
          ? fill(centre.coming, { kilobytes: Math.ceil(now.fetching / 1000) })
          : centre.none,
    ],
    [centre.lastAt, now.lastAt === null ? centre.none : timeOf(now.lastAt)],
    [centre.photos, String(now.items.flatMap(({ photos }) => photos.filter(({ done }) => !done)).length)],
    [
      centre.clock,
      now.clockOff === null
        ? centre.unknown
        : fill(off ? centre.clockOff : centre.clockRight, {
            minutes: Math.round(Math.abs(now.clockOff) / 60_000),
          }),
    ],
    [
      centre.space,
      space ? fill(centre.spaceOf, { used: size(space.used), left: size(space.left) }) : centre.unknown,
    ],
  ];
  return (
    <section>
      <h2 className="mb-2 text-h2">{centre.onThisPhone}</h2>
      <dl className="divide-y divide-line rounded-card border border-line bg-card">
        {lines.map(([name, value]) => (
          <div key={name} className="flex flex-wrap justify-between gap-x-4 px-4 py-2">
            <dt className="text-ink-2">{name}</dt>
            <dd className="tabular">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-note text-ink-2">{centre.sealed}</p>
      {space && space.left < LEAST_SPACE ? (
        <div className="mt-2">
          <Notice tone="watch">{centre.spaceLow}</Notice>
        </div>
      ) : null}
      {matchMedia("(display-mode: standalone)").matches ? null : (
        <p className="mt-2 text-note text-ink-2">
          {"serviceWorker" in navigator ? centre.install : centre.noWorker}
        </p>
      )}
    </section>
  );
}
