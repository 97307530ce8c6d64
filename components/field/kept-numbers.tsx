"use client";

/** Numbers that the county has given to what was received on this phone lately, as of the last sync. */

import { useEffect, useState } from "react";
import { addDays } from "#lib/base/calendar.ts";
import type { KeptCase } from "#lib/domains/services/queries/kept-desk.ts";
import { useFieldWords } from "./field-words.tsx";
import { registryOf } from "./registry.ts";
import { beijingToday } from "./use-phone.ts";

const DAYS = 7;
const MOST = 10;

export function KeptNumbers({ account, at }: { account: number; at: number | null }) {
  const { desk: words } = useFieldWords();
  const [cases, setCases] = useState<readonly KeptCase[]>([]);
  useEffect(() => {
    if (at === null) return setCases([]);
    const since = addDays(beijingToday(), -DAYS);
    void registryOf(account).then(
      (registry) => setCases(registry?.desk?.cases.filter(({ acceptedOn }) => acceptedOn > since) ?? []),
      () => setCases([]),
    );
  }, [account, at]);
  if (cases.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 text-h2">{words.numbers}</h2>
      <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-card">
        {cases.slice(0, MOST).map(({ id, number, item, applicant }) => (
          <li key={id}>
            <a
              href={`/service-desk/cases/${id}`}
              className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 px-4 py-2 text-ink no-underline hover:bg-hover"
            >
              <span>{`${item} · ${applicant}`}</span>
              <span className="font-num font-semibold">{number}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
