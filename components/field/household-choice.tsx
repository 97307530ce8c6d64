"use client";

/** The households that lie on the phone, found by name, first letters, group or number. */

import { useState } from "react";
import { ChevronIcon } from "#components/ui/icons.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { fill } from "#components/ui/words.tsx";
import type { KeptHousehold } from "#lib/domains/sync/queries/first-sync.ts";
import { useFieldWords } from "./field-words.tsx";

type Props = { households: readonly KeptHousehold[]; href: (household: KeptHousehold) => string };

/** A thumb does not scroll through five hundred: the rest is found by typing. */
const SHOWN = 50;

export function HouseholdChoice({ households, href }: Props) {
  const words = useFieldWords();
  const [typed, setTyped] = useState("");
  const found = households.filter((one) => matches(one, typed.trim().toLowerCase()));
  return (
    <div className="grid max-w-xl gap-3">
      <label className="block">
        <span className="font-semibold">{words.choice.label}</span>
        <input
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder={words.choice.hint}
          className={inputClass}
        />
      </label>
      <p role="status" className="text-note text-ink-2">
        {fill(found.length > 0 ? words.choice.found : words.choice.none, { count: found.length })}
      </p>
      <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-card empty:hidden">
        {found.slice(0, SHOWN).map((one) => (
          <li key={one.id}>
            <a
              href={href(one)}
              className="flex min-h-16 items-center gap-3 px-4 py-2 text-ink no-underline hover:bg-hover"
            >
              <span className="min-w-0 grow">
                <span className="flex flex-wrap items-baseline gap-x-2">
                  <span className="font-semibold text-h3">{fill(words.row.of, { name: one.head })}</span>
                  <span className="text-ink-2">{[one.place, one.group].filter(Boolean).join(" ")}</span>
                </span>
                <span className="block text-note text-ink-2">
                  {one.lastVisitOn ? fill(words.today.last, { when: one.lastVisitOn }) : words.today.never}
                </span>
              </span>
              <ChevronIcon className="size-4 text-ink-3" />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

const matches = ({ head, letters, no, group }: KeptHousehold, typed: string) =>
  typed === "" ||
  head.includes(typed) ||
  letters
    .toLowerCase()
    .split(/\s+/)
    .some((one) => one.startsWith(typed)) ||
  no.toLowerCase().includes(typed) ||
  (group ?? "").includes(typed);
