"use client";

/** What lies on this phone and what has not reached the county yet: row by row, with what one can do about each. */

import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { fill } from "#components/ui/words.tsx";
import { AppLock } from "./app-lock.tsx";
import { DraftList } from "./draft-list.tsx";
import { download, exportFile } from "./export-file.ts";
import { type FieldWords, useFieldWords } from "./field-words.tsx";
import { KeptNumbers } from "./kept-numbers.tsx";
import { OutboxRow } from "./outbox-row.tsx";
import type { Now } from "./phone-state.ts";
import { sync } from "./sync-now.ts";
import { beijingToday, timeOf, usePhone } from "./use-phone.ts";
import { WifiChoice } from "./wifi-choice.tsx";

/** A clock that is wrong by more than this dates visits wrongly. */
const CLOCK_MS = 10 * 60_000;

/** Fewer bytes than this hold hardly a day's photos. */
const LEAST_SPACE = 50_000_000;

export function SyncCentre({ leaving }: { leaving: boolean }) {
  const words = useFieldWords();
  const now = usePhone();
  const [reach, setReach] = useState(false);
  useEffect(() => setReach(true), []);
  if (!now.ready || now.account === null)
    return reach ? <p className="text-ink-2">{words.centre.nothingKept}</p> : null;
  const refused = now.items.filter((item) => item.refused || item.differs).length;
  return (
    <div className="grid max-w-2xl gap-4">
      <div role="status" className="grid gap-2">
        {leaving && now.items.length > 0 ? (
          <Notice tone="watch">
            {refused > 0
              ? fill(words.centre.leavingRefused, { count: now.items.length, refused })
              : fill(words.centre.leaving, { count: now.items.length })}
          </Notice>
        ) : null}
        <State now={now} words={words} />
      </div>
      <p>
        <Button kind="primary" size="large" wide onClick={() => void sync("asked for")}>
          {now.sending || now.fetching !== null ? words.centre.syncing : words.centre.syncNow}
        </Button>
      </p>
      {now.items.length > 0 ? (
        <section>
          <h2 className="mb-2 text-h2">{fill(words.centre.waiting, { count: now.items.length })}</h2>
          <p className="mb-2">
            <Button onClick={() => void exportAll(now, words)}>{words.centre.export}</Button>
          </p>
          <p className="mb-2 text-note text-ink-2">{words.centre.exportNote}</p>
          <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-card">
            {now.items.map((item) => (
              <OutboxRow key={item.id} item={item} sending={now.sending === item.id} />
            ))}
          </ul>
        </section>
      ) : null}
      <KeptNumbers account={now.account} at={now.kept?.at ?? null} />
      <DraftList account={now.account} />
      <WifiChoice />
      <AppLock account={now.account} words={words.lock} />
      <Diagnosis now={now} words={words} />
    </div>
  );
}

async function exportAll({ items }: Now, words: FieldWords) {
  const file = await exportFile(items);
  if (!file) return sync("asked for");
  download(file, fill(words.centre.fileName, { when: beijingToday() }));
}

function State({ now, words }: { now: Now; words: FieldWords }) {
  const { centre } = words;
  const waiting = now.items.length;
  if (now.stop === "signedOut")
    return (
      <Notice
        tone="watch"
        action={
          <a
            href="/sign-in?to=/sync"
            className="inline-flex min-h-touch items-center font-semibold underline"
          >
            {centre.signIn}
          </a>
        }
      >
        {fill(centre.signedOut, { count: waiting })}
      </Notice>
    );
  if (now.stop === "gone") return <Notice tone="behind">{fill(centre.gone, { count: waiting })}</Notice>;
  if (now.stop === "busy") return <Notice tone="watch">{centre.busy}</Notice>;
  if (now.stop === "offline") return <Notice>{fill(centre.offline, { count: waiting })}</Notice>;
  if (waiting > 0) return <Notice tone="watch">{fill(centre.someWaiting, { count: waiting })}</Notice>;
  if (now.lastAt === null) return <Notice>{centre.never}</Notice>;
  return <Notice tone="ok">{fill(centre.allSent, { when: timeOf(now.lastAt) })}</Notice>;
}

function Diagnosis({ now, words }: { now: Now; words: FieldWords }) {
  const [space, setSpace] = useState<{ used: number; left: number } | null>(null);
  useEffect(() => {
    void navigator.storage
      ?.estimate?.()
      .then(({ usage = 0, quota = 0 }) => setSpace({ used: usage, left: quota - usage }));
  }, []);
  const { centre } = words;
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
