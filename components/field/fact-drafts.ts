/** What a form told of a family, as it is to lie in the outbox: one thing for each fact, with the words in which the phone will speak of it. */
import type { FamilyFacts } from "#lib/domains/households/door-facts.ts";
import type { ToldFact } from "#lib/domains/visits/told-facts.ts";
import type { AskedFact } from "./changed-facts.tsx";
import type { Draft } from "./fill-outbox.ts";
import { randomId } from "./random-id.ts";

type Household = { id: string; head: string };

export function factDrafts(
  told: readonly ToldFact[],
  asked: readonly AskedFact[],
  { id: householdId, head }: Household,
  members: FamilyFacts["members"],
): Draft[] {
  return told
    .filter(({ was, value }) => was !== value)
    .map((one) => {
      const fact = asked.find(({ key }) => key === one.field);
      const options = fact?.options ?? [];
      const said = (value: string) => options.find((option) => option.value === value)?.label ?? "";
      const who = members.find(({ id }) => id === one.personId)?.name;
      return {
        ...{ id: randomId(), kind: "FACT" as const },
        content: {
          ...{ householdId, head, values: JSON.stringify({ householdId, ...one }) },
          fact: {
            label: [who, fact?.label].filter(Boolean).join(" · "),
            ...{ was: said(one.was), mine: said(one.value), options },
          },
        },
      };
    });
}
