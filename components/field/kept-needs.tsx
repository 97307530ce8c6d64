"use client";

/** The needs of one's own households from the phone itself: first those about which a family is to be asked. */

import { fill } from "#components/ui/words.tsx";
import type { NeedToKeep } from "#lib/domains/needs/queries/needs-to-keep.ts";
import { useFieldWords } from "./field-words.tsx";
import { NeedLine } from "./need-line.tsx";
import type { Content } from "./outbox.ts";
import { verdictOn } from "./waiting-verdicts.ts";

type Props = {
  needs: readonly NeedToKeep[];
  contents: ReadonlyMap<string, Content>;
  categories: Readonly<Record<string, string>>;
  /** Of one household: its name stands above already. */
  ofOne?: boolean;
};

export function KeptNeeds({ needs, contents, categories, ofOne }: Props) {
  const { needPage, row } = useFieldWords();
  const waiting = verdictOn(contents);
  const sorted = [...needs].sort(
    (a, b) => Number(b.ask) - Number(a.ask) || Number(b.overdue) - Number(a.overdue),
  );
  return (
    <ul className="max-w-2xl divide-y divide-line overflow-hidden rounded-card border border-line bg-card">
      {sorted.map((need) => {
        const said = waiting.get(need.id);
        return (
          <NeedLine
            key={need.id}
            need={need}
            category={categories[need.category]}
            head={ofOne ? undefined : need.householdId ? fill(row.of, { name: need.about }) : need.about}
            waiting={said && fill(needPage.waitsShort, { verdict: said })}
          />
        );
      })}
    </ul>
  );
}
