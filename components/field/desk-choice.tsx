"use client";

/** At which window, and what is asked for: the first step of receiving a case on the phone. */

import { fill } from "#components/ui/words.tsx";
import type { WindowChoice } from "#lib/domains/services/queries/form.ts";
import type { KeptDesk } from "#lib/domains/services/queries/kept-desk.ts";
import { useFieldWords } from "./field-words.tsx";

type Props = Pick<KeptDesk, "windows" | "items"> & { window: WindowChoice | undefined };

export function DeskChoice({ windows, items, window }: Props) {
  const { desk: words } = useFieldWords();
  const here = items.filter(({ places }) => window && places.includes(window.divisionId));
  return (
    <div className="grid max-w-2xl gap-4">
      {windows.length > 1 ? (
        <nav aria-label={words.windows} className="flex flex-wrap gap-2">
          {windows.map((one) => (
            <a
              key={one.id}
              href={`/service-desk/new?window=${one.id}`}
              aria-current={one.id === window?.id ? "page" : undefined}
              className="inline-flex min-h-touch items-center rounded-control border border-control px-3 text-ink no-underline aria-[current=page]:border-brand aria-[current=page]:font-semibold"
            >
              {one.name}
            </a>
          ))}
        </nav>
      ) : null}
      <section>
        <h2 className="mb-2 text-h2">{words.item}</h2>
        {here.length === 0 ? <p>{words.noItems}</p> : null}
        <ul className="grid gap-2 pad:grid-cols-2">
          {here.map((one) => (
            <li key={one.id}>
              <a
                href={`/service-desk/new?window=${window?.id}&item=${one.id}`}
                className="flex min-h-14 flex-col justify-center rounded-control border border-control bg-card px-3 py-1 text-ink no-underline hover:bg-hover"
              >
                <span className="text-h3">{one.name}</span>
                <span className="text-ink-2 text-note">
                  {limitIn(one.limitDays, words)} ·{" "}
                  {one.papers.length > 0
                    ? fill(words.papersOf, { count: one.papers.length })
                    : words.noPapersShort}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

export const limitIn = (days: number, words: { sameDay: string; days: string }) =>
  days === 0 ? words.sameDay : fill(words.days, { days });
