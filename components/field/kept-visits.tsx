"use client";

/** Visits from the phone itself: first what has not reached the county, then one's own, then the latest of others at each household. */

import { fill } from "#components/ui/words.tsx";
import type { FirstSync } from "#lib/domains/sync/queries/first-sync.ts";
import { useFieldWords } from "./field-words.tsx";
import { kindOf } from "./outbox.ts";
import { useContents } from "./use-contents.ts";
import { timeOf, usePhone } from "./use-phone.ts";

export function KeptVisits({ registry }: { registry: FirstSync }) {
  const { row, lists, situation } = useFieldWords();
  const { items } = usePhone();
  const contents = useContents(items);
  const waiting = items.filter((item) => kindOf(item) === "VISIT");
  const situations: Record<string, string> = situation;
  const own = registry.visits ?? [];
  const mine = new Set(own.map(({ householdId, on, by }) => `${householdId} ${on} ${by}`));
  const visits = [
    ...own
      .filter(({ id }) => !waiting.some((item) => item.id === id))
      .map((visit) => ({ ...visit, key: visit.id, href: `/visits/${visit.id}` })),
    ...registry.households.flatMap(({ id, head, visits }) =>
      visits
        .map((visit, at) => ({ ...visit, head, key: `${id} ${at}`, href: `/households/${id}` }))
        .filter(({ on, by }) => !mine.has(`${id} ${on} ${by}`)),
    ),
  ].sort((a, b) => b.on.localeCompare(a.on));
  if (visits.length === 0 && waiting.length === 0) return <p>{lists.noVisits}</p>;
  return (
    <ul className="max-w-2xl divide-y divide-line overflow-hidden rounded-card border border-line bg-card">
      {waiting.map((item) => {
        const head = contents.get(item.id)?.head;
        return (
          <Line
            key={item.id}
            href={`/visits/${item.id}`}
            name={head ? fill(row.of, { name: head }) : row.sealed}
            detail={timeOf(Date.parse(item.writtenAt))}
            end={lists.waiting}
          />
        );
      })}
      {visits.map(({ key, href, head, on, situation: how, by }) => (
        <Line
          key={key}
          href={href}
          name={fill(row.of, { name: head })}
          detail={[on, by].filter(Boolean).join(" · ")}
          end={situations[how] ?? null}
        />
      ))}
    </ul>
  );
}

type LineProps = { href: string; name: string; detail: string; end: string | null };

const Line = ({ href, name, detail, end }: LineProps) => (
  <li>
    <a
      href={href}
      className="flex min-h-16 items-center justify-between gap-3 px-4 py-2 text-ink no-underline hover:bg-hover"
    >
      <span className="min-w-0">
        <span className="block font-semibold text-h3">{name}</span>
        <span className="block text-note text-ink-2">{detail}</span>
      </span>
      <span className="shrink-0 text-note">{end}</span>
    </a>
  </li>
);
