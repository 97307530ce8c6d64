"use client";

/** One need from the phone itself: what was asked for, who has it until when, what was done, and the form for the family's word. */

import { useContext } from "react";
import { Notice } from "#components/ui/notice.tsx";
import { fill } from "#components/ui/words.tsx";
import { useFieldWords } from "./field-words.tsx";
import { FactList } from "./kept-parts.tsx";
import { OfflineThing } from "./offline-thing.ts";
import { useContents } from "./use-contents.ts";
import { usePhone } from "./use-phone.ts";
import { VerdictForm, type VerdictFormWords } from "./verdict-form.tsx";
import { WaitingAbout } from "./waiting-about.tsx";
import { verdictOn } from "./waiting-verdicts.ts";

export type NeedPageWords = Record<
  "category" | "urgency" | "words" | "raisedOn" | "state" | "handler" | "due" | "result" | "doneOn",
  string
> & {
  categories: Record<string, string>;
  urgencies: Record<string, string>;
  form: VerdictFormWords;
};

export function KeptNeed({ words }: { words: NeedPageWords }) {
  const thing = useContext(OfflineThing);
  const { offline, needPage } = useFieldWords();
  const { items } = usePhone();
  const waiting = verdictOn(useContents(items));
  const need = thing?.registry.needs?.find(({ id }) => id === thing.id);
  if (!thing) return null;
  if (!need) return <p>{offline.noNeed}</p>;
  const said = waiting.get(need.id);
  return (
    <div className="grid max-w-2xl gap-4">
      <FactList
        lines={[
          [words.category, words.categories[need.category] ?? need.category],
          [words.urgency, words.urgencies[need.urgency]],
          [words.words, need.words],
          [words.raisedOn, need.raisedOn],
          [words.state, needPage.state[need.status]],
          [words.handler, need.handler ?? needPage.level[need.level]],
          [words.due, need.status === "OPEN" || need.status === "HANDLING" ? need.dueOn : null],
          [words.result, need.result],
          [words.doneOn, need.doneOn],
        ]}
      />
      {need.visitId && thing.registry.visits?.some(({ id }) => id === need.visitId) ? (
        <p>
          <a href={`/visits/${need.visitId}`} className="inline-flex min-h-touch items-center">
            {needPage.itsVisit}
          </a>
        </p>
      ) : null}
      {said ? (
        <>
          <div role="status">
            <Notice tone="ok">{fill(needPage.waits, { verdict: said })}</Notice>
          </div>
          <WaitingAbout
            is={({ verdict, values }) => verdict !== undefined && JSON.parse(values).id === need.id}
          />
        </>
      ) : need.ask ? (
        <VerdictForm need={need} category={words.categories[need.category] ?? ""} words={words.form} />
      ) : null}
    </div>
  );
}
