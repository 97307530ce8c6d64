"use client";

/** The pages of needs and of one visit or need where there is no network: what stands on them comes from the phone. */

import type { ReactNode } from "react";
import { buttonClass } from "#components/ui/button-class.ts";
import { fill } from "#components/ui/words.tsx";
import type { FirstSync } from "#lib/domains/sync/queries/first-sync.ts";
import { type FieldWords, useFieldWords } from "./field-words.tsx";
import { KeptNeeds } from "./kept-needs.tsx";
import { OfflinePage } from "./offline-page.tsx";
import { OfflineThing } from "./offline-thing.ts";
import { useContents } from "./use-contents.ts";
import { usePhone } from "./use-phone.ts";
import { WaitingAbout } from "./waiting-about.tsx";

type ListProps = {
  registry: FirstSync;
  /** What families ask for, by code. */
  categories: Readonly<Record<string, string>>;
};

export function NeedList({ registry, categories }: ListProps) {
  const { needPage, need } = useFieldWords();
  const contents = useContents(usePhone().items);
  const open = registry.needs?.filter(({ status }) => status !== "CLOSED") ?? [];
  return (
    <div className="grid max-w-2xl gap-4">
      <a href="/needs/new" className={buttonClass({ kind: "primary", size: "large", wide: true })}>
        {need.raise}
      </a>
      <WaitingAbout is={(_content, kind) => kind === "NEED"} />
      {open.length === 0 ? (
        <p>{needPage.none}</p>
      ) : (
        <KeptNeeds needs={open} contents={contents} categories={categories} />
      )}
    </div>
  );
}

type OneThingProps = {
  registry: FirstSync;
  words: FieldWords;
  id: string;
  ofVisits: boolean;
  children: ReactNode;
};

/** A visit or a need: headed by whose it is, with the way back to the family. */
export function OneThing({ registry, words, id, ofVisits, children }: OneThingProps) {
  const waiting = useContents(usePhone().items).get(id);
  const visit = registry.visits?.find((one) => one.id === id);
  const need = registry.needs?.find((one) => one.id === id);
  const [householdId, head] = ofVisits
    ? [visit?.householdId ?? waiting?.householdId, visit?.head ?? waiting?.head]
    : [need?.householdId, need?.about];
  const name = head ?? "";
  return (
    <OfflinePage
      title={name ? fill(titleOf(ofVisits, Boolean(householdId), words), { name }) : words.offline.title}
      back={
        householdId
          ? { href: `/households/${householdId}`, text: fill(words.row.of, { name }) }
          : { href: "/needs", text: words.needPage.list }
      }
    >
      <OfflineThing value={{ id, registry }}>{children}</OfflineThing>
    </OfflinePage>
  );
}

const titleOf = (ofVisits: boolean, ofFamily: boolean, { visit, need }: FieldWords) => {
  if (ofVisits) return visit.title;
  return ofFamily ? need.title : need.ofVillage;
};
