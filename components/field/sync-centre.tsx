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
import { PhoneDiagnosis } from "./phone-diagnosis.tsx";
import type { Now } from "./phone-state.ts";
import { sync } from "./sync-now.ts";
import { beijingToday, timeOf, usePhone } from "./use-phone.ts";
import { WifiChoice } from "./wifi-choice.tsx";

export function SyncCentre({ leaving }: { leaving: boolean }) {
  const words = useFieldWords();
  const now = usePhone();
  const [reach, setReach] = useState(false);
  const [tried, setTried] = useState<number | null>(null);
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
        <State now={now} words={words} tried={tried} />
      </div>
      <p>
        <Button
          kind="primary"
          size="large"
          wide
          onClick={() => void sync("asked for").then(() => setTried(Date.now()))}
        >
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
      <PhoneDiagnosis now={now} />
    </div>
  );
}

async function exportAll({ items }: Now, words: FieldWords) {
  const file = await exportFile(items);
  if (!file) return sync("asked for");
  download(file, fill(words.centre.fileName, { when: beijingToday() }));
}

type StateProps = {
  now: Now;
  words: FieldWords;
  /** When somebody pressed the button, and it was over. */
  tried: number | null;
};

function State({ now, words, tried }: StateProps) {
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
  if (now.stop === "offline" && tried !== null)
    return (
      <Notice tone="watch">
        {fill(waiting > 0 ? centre.triedWaiting : centre.triedNothing, {
          ...{ when: timeOf(tried), count: waiting },
          last: now.lastAt === null ? centre.none : timeOf(now.lastAt),
        })}
      </Notice>
    );
  if (now.stop === "offline") return <Notice>{fill(centre.offline, { count: waiting })}</Notice>;
  if (waiting > 0) return <Notice tone="watch">{fill(centre.someWaiting, { count: waiting })}</Notice>;
  if (now.lastAt === null) return <Notice>{centre.never}</Notice>;
  return <Notice tone="ok">{fill(centre.allSent, { when: timeOf(now.lastAt) })}</Notice>;
}
