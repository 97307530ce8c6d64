"use client";

/** What of a family changed: a chip for each fact, and under it what stands there and the one thing to choose. Unfolds without scripts. */

import { useContext } from "react";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/inputs.tsx";
import { fill } from "#components/ui/words.tsx";
import type { DoorFact, FamilyFacts } from "#lib/domains/households/door-facts.ts";
import { partOf, whoWith } from "#lib/domains/visits/told-facts.ts";
import { OfflineHousehold } from "./offline-household.ts";

export type AskedFact = {
  key: DoorFact;
  label: string;
  ofMember: boolean;
  options: readonly { value: string; label: string }[];
};
export type FactWords = {
  label: string;
  now: string;
  unknown: string;
  who: string;
  whoNow: string;
  to: string;
  choose: string;
  rest: string;
};
type Props = {
  asked: readonly AskedFact[];
  words: FactWords;
  /** Left out where the phone itself knows the family. */
  family?: FamilyFacts;
};

export function ChangedFacts({ asked, words, family }: Props) {
  const kept = useContext(OfflineHousehold);
  const { facts, members } = family ?? kept?.family ?? NOBODY;
  const said = (fact: AskedFact, value: string | undefined) =>
    fact.options.find((one) => one.value === value)?.label ?? words.unknown;
  return (
    <div className="group/facts grid gap-2.5 border-line border-l-4 pl-3">
      <ChipGroup
        name="facts"
        label={words.label}
        kind="checkbox"
        columns={4}
        options={asked.map(({ key, label }) => ({ value: key, label }))}
      />
      {asked.map((fact) => (
        <div key={fact.key} className={`hidden gap-2.5 ${UNFOLDED[fact.key]}`}>
          {fact.ofMember ? (
            <Field name={partOf("who", fact.key)} label={fill(words.who, { fact: fact.label })} required>
              <Select
                empty={words.choose}
                options={members.map(({ id, name, facts: own }) => ({
                  value: whoWith(id, own[fact.key] ?? ""),
                  label: fill(words.whoNow, { name, now: said(fact, own[fact.key]) }),
                }))}
              />
            </Field>
          ) : (
            <input type="hidden" name={partOf("was", fact.key)} value={facts[fact.key] ?? ""} />
          )}
          <Field
            name={partOf("to", fact.key)}
            label={fill(words.to, { fact: fact.label })}
            hint={fact.ofMember ? undefined : fill(words.now, { now: said(fact, facts[fact.key]) })}
            required
          >
            <Select empty={words.choose} options={fact.options} />
          </Field>
        </div>
      ))}
      <p className="text-note text-ink-2">{words.rest}</p>
    </div>
  );
}

const NOBODY: FamilyFacts = { facts: {}, members: [] };

const UNFOLDED: Record<DoorFact, string> = {
  housingGrade: "group-has-[input[value=housingGrade]:checked]/facts:grid",
  waterSafe: "group-has-[input[value=waterSafe]:checked]/facts:grid",
  workStatus: "group-has-[input[value=workStatus]:checked]/facts:grid",
  schoolStatus: "group-has-[input[value=schoolStatus]:checked]/facts:grid",
};
