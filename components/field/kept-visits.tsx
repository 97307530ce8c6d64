"use client";

/** Visits from the phone itself: first what has not reached the county, then the latest of each household that it holds. */

import { useEffect, useState } from "react";
import { fill } from "#components/ui/words.tsx";
import type { FirstSync } from "#lib/domains/sync/queries/first-sync.ts";
import { useFieldWords } from "./field-words.tsx";
import { contentOf, type Item, kindOf } from "./outbox.ts";
import { timeOf, usePhone } from "./use-phone.ts";

export function KeptVisits({ registry }: { registry: FirstSync }) {
  const { row, lists, situation } = useFieldWords();
  const { items } = usePhone();
  const waiting = items.filter((item) => kindOf(item) === "VISIT");
  const heads = useHeads(items);
  const situations: Record<string, string> = situation;
  const visits = registry.households
    .flatMap(({ id, head, visits }) => visits.map((visit, at) => ({ ...visit, id, head, at })))
    .sort((a, b) => b.on.localeCompare(a.on));
  if (visits.length === 0 && waiting.length === 0) return <p>{lists.noVisits}</p>;
  return (
    <ul className="max-w-2xl divide-y divide-line overflow-hidden rounded-card border border-line bg-card">
      {waiting.map((item) => (
        <Line
          key={item.id}
          href="/sync"
          name={heads.get(item.id) ? fill(row.of, { name: heads.get(item.id) ?? "" }) : row.sealed}
          detail={timeOf(Date.parse(item.writtenAt))}
          end={lists.waiting}
        />
      ))}
      {visits.map(({ id, head, at, on, situation: how, by }) => (
        <Line
          key={`${id} ${at}`}
          href={`/households/${id}`}
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

/** Whom each waiting visit is about; what cannot be read stays without a name. */
function useHeads(items: readonly Item[]): ReadonlyMap<string, string> {
  const [heads, setHeads] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    const read = items.map(async (item) => {
      const content = await contentOf(item).catch(() => null);
      return [item.id, content?.head ?? ""] as const;
    });
    void Promise.all(read).then((known) => setHeads(new Map(known)));
  }, [items]);
  return heads;
}
