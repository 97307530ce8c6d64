"use client";

/** Trainings from the phone itself: those of one's own place whose list may still be completed, and one of them with whoever was there. */

import { type ReactNode, useContext } from "react";
import { ChevronIcon } from "#components/ui/icons.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { fill } from "#components/ui/words.tsx";
import type { KeptTraining } from "#lib/domains/trainings/queries/trainings-to-keep.ts";
import { AttendanceForm } from "./attendance-form.tsx";
import { useFieldWords } from "./field-words.tsx";
import { FactList } from "./kept-parts.tsx";
import { NeedsNetwork } from "./needs-network.tsx";
import { OfflinePage } from "./offline-page.tsx";
import { OfflineThing } from "./offline-thing.ts";
import { kindOf } from "./outbox.ts";
import { useContents } from "./use-contents.ts";
import { usePhone } from "./use-phone.ts";
import { WaitingAbout } from "./waiting-about.tsx";

export type TrainingWords = Record<"days" | "venue" | "mode" | "topic" | "hours" | "audience", string> & {
  modes: Record<string, string>;
  audiences: Record<string, string>;
  topics: Record<string, string>;
};

/** At /trainings the list, behind it one training. */
export function KeptTrainings({ words }: { words: TrainingWords }) {
  const thing = useContext(OfflineThing);
  const { training: said } = useFieldWords();
  const trainings = thing?.registry.trainings;
  if (!trainings)
    return (
      <OfflinePage title={said.title}>
        <NeedsNetwork text={said.nothing} />
      </OfflinePage>
    );
  if (!thing.id)
    return (
      <OfflinePage title={said.title} note={said.note}>
        <List sessions={trainings.sessions} words={words} kept={asked().has("kept")} />
      </OfflinePage>
    );
  const one = trainings.sessions.find(({ id }) => id === thing.id);
  return (
    <OfflinePage
      title={one?.title ?? said.title}
      back={{ href: "/trainings", text: said.title }}
      note={one?.place}
    >
      {one ? (
        <One training={one} words={words}>
          <AttendanceForm training={one} registry={thing.registry} audiences={words.audiences} />
        </One>
      ) : (
        <NeedsNetwork text={said.notKept} />
      )}
    </OfflinePage>
  );
}

type ListProps = { sessions: readonly KeptTraining[]; words: TrainingWords; kept: boolean };

function List({ sessions, words, kept }: ListProps) {
  const { training: said } = useFieldWords();
  const waiting = useWaitingLists();
  return (
    <div className="grid max-w-2xl gap-4">
      {kept ? (
        <div role="status">
          <Notice tone="ok">{said.kept}</Notice>
        </div>
      ) : null}
      {sessions.length === 0 ? <p>{said.none}</p> : null}
      <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-card empty:hidden">
        {sessions.map((one) => {
          const coming = waiting(one.id).length;
          return (
            <li key={one.id}>
              <a
                href={`/trainings/${one.id}`}
                className="flex min-h-16 items-center gap-3 px-4 py-2 text-ink no-underline hover:bg-hover"
              >
                <span className="min-w-0 grow">
                  <span className="block font-semibold text-h3">{one.title}</span>
                  <span className="block text-note text-ink-2">
                    {[
                      daysOf(one),
                      words.audiences[one.audience],
                      fill(said.count, { count: one.there.length }),
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                  {coming > 0 ? (
                    <span className="block text-note text-watch">{fill(said.waits, { count: coming })}</span>
                  ) : null}
                </span>
                <ChevronIcon className="size-4 text-ink-3" />
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

type OneProps = { training: KeptTraining; words: TrainingWords; children: ReactNode };

function One({ training, words, children }: OneProps) {
  const { training: said } = useFieldWords();
  const { id, there } = training;
  return (
    <div className="grid max-w-2xl gap-4">
      <FactList
        lines={[
          [words.days, daysOf(training)],
          [words.audience, words.audiences[training.audience]],
          [words.mode, words.modes[training.mode]],
          [words.topic, words.topics[training.topic]],
          [words.hours, String(training.hours)],
          [words.venue, training.venue],
        ]}
      />
      {asked().has("item") ? null : <WaitingAbout is={(content) => content.training?.id === id} />}
      {there.length > 0 ? (
        <details className="rounded-card border border-line bg-card px-4 py-2">
          <summary className="flex min-h-touch cursor-pointer items-center font-semibold">
            {fill(said.there, { count: there.length })}
          </summary>
          <p className="pb-2">{there.map(({ name }) => name).join("、")}</p>
        </details>
      ) : null}
      {children}
    </div>
  );
}

const daysOf = ({ fromOn, toOn }: KeptTraining) => (fromOn === toOn ? fromOn : `${fromOn} – ${toOn}`);

const asked = () => new URLSearchParams(location.search);

/** Of a training, the names on lists that wait here. */
function useWaitingLists(): (id: string) => readonly string[] {
  const { items } = usePhone();
  const contents = useContents(items);
  const lists = items
    .filter((item) => kindOf(item) === "ATTENDANCE")
    .flatMap((item) => contents.get(item.id)?.training ?? []);
  return (id) => lists.filter((one) => one.id === id).flatMap(({ people }) => people);
}
