"use client";

/** One household from the phone itself: who lives there, who came last, and the way to the visit. */

import type { ReactNode } from "react";
import { buttonClass } from "#components/ui/button-class.ts";
import { fill } from "#components/ui/words.tsx";
import type { FirstSync, KeptHousehold } from "#lib/domains/sync/queries/first-sync.ts";
import { useFieldWords } from "./field-words.tsx";
import { KeptNeeds } from "./kept-needs.tsx";
import { useContents } from "./use-contents.ts";
import { timeOf, usePhone } from "./use-phone.ts";
import { WaitingAbout } from "./waiting-about.tsx";

type Props = {
  household: KeptHousehold;
  registry: FirstSync;
  at: number | null;
  facts: ReactNode;
  /** What families ask for, by code. */
  categories: Readonly<Record<string, string>>;
};

export function KeptHouseholdCard({ household, registry, at, facts, categories }: Props) {
  const words = useFieldWords();
  const contents = useContents(usePhone().items);
  const needs =
    registry.needs?.filter(
      ({ householdId, status }) => householdId === household.id && status !== "CLOSED",
    ) ?? [];
  const own = registry.visits?.filter(({ householdId }) => householdId === household.id) ?? [];
  const pageOf = (on: string, by: string | null) => own.find((one) => one.on === on && one.by === by)?.id;
  const { id, head, no, place, group, status, people, members, visits } = household;
  const situations: Record<string, string> = {
    NORMAL: words.situation.NORMAL,
    CHANGED: words.situation.CHANGED,
    DIFFICULT: words.situation.DIFFICULT,
  };
  return (
    <div className="grid max-w-2xl gap-4">
      <header className="pt-3">
        <a href="/today" className="inline-flex min-h-touch items-center text-note">
          {words.nav.today}
        </a>
        <h1 className="text-h1">{fill(words.row.of, { name: head })}</h1>
        <p className="text-ink-2">
          {[place, group, status, fill(words.household.people, { count: people })]
            .filter(Boolean)
            .join(" · ")}
        </p>
        <p className="text-note text-ink-2">
          {fill(words.household.no, { no })}
          {at ? ` · ${fill(words.today.updated, { when: timeOf(at) })}` : ""}
        </p>
      </header>
      <a
        href={`/visits/new?household=${id}`}
        className={buttonClass({ kind: "primary", size: "large", wide: true })}
      >
        {words.visit.record}
      </a>
      <a
        href={`/needs/new?household=${id}`}
        className={buttonClass({ kind: "secondary", size: "large", wide: true })}
      >
        {words.need.raise}
      </a>
      <WaitingAbout is={(content) => content.householdId === id} />
      {facts}
      {needs.length > 0 ? (
        <section>
          <h2 className="mb-2 text-h2">{words.needPage.list}</h2>
          <KeptNeeds needs={needs} contents={contents} categories={categories} ofOne />
        </section>
      ) : null}
      <section>
        <h2 className="mb-2 text-h2">{words.household.members}</h2>
        <ul className="divide-y divide-line rounded-card border border-line bg-card empty:hidden">
          {members.map((one) => (
            <li key={one.id} className="flex justify-between gap-4 px-4 py-2">
              <span>{one.name}</span>
              <span className="text-ink-2">
                {[one.relation, one.born ? fill(words.household.born, { year: one.born }) : null]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2 className="mb-2 text-h2">{words.household.visits}</h2>
        {visits.length === 0 ? <p className="text-ink-2">{words.today.never}</p> : null}
        <ul className="divide-y divide-line rounded-card border border-line bg-card empty:hidden">
          {visits.map((one) => {
            const page = pageOf(one.on, one.by);
            const line = (
              <>
                <span className="tabular">{one.on}</span>
                <span className="text-ink-2">
                  {[situations[one.situation], one.by].filter(Boolean).join(" · ")}
                </span>
              </>
            );
            const look = "flex min-h-touch items-center justify-between gap-4 px-4 py-2";
            return (
              <li key={`${one.on} ${one.by}`}>
                {page ? (
                  <a href={`/visits/${page}`} className={`${look} hover:bg-hover`}>
                    {line}
                  </a>
                ) : (
                  <div className={look}>{line}</div>
                )}
              </li>
            );
          })}
        </ul>
      </section>
      <p className="text-note text-ink-2">{words.household.rest}</p>
    </div>
  );
}
