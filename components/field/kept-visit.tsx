"use client";

/** One visit from the phone itself, sent or still waiting: what was written down, its photos, what was asked for, what was added, and how far it is. */

import { useContext } from "react";
import { buttonClass } from "#components/ui/button-class.ts";
import { Shape } from "#components/ui/shape.tsx";
import { fill } from "#components/ui/words.tsx";
import { stateOf } from "#lib/domains/sync/op.ts";
import type { OwnVisit } from "#lib/domains/visits/queries/own-visits.ts";
import { AdditionForm } from "./addition-form.tsx";
import { useFieldWords } from "./field-words.tsx";
import { FactList, Part } from "./kept-parts.tsx";
import { NeedLine } from "./need-line.tsx";
import { OfflineThing } from "./offline-thing.ts";
import { type Content, type Item, kindOf } from "./outbox.ts";
import { useContents } from "./use-contents.ts";
import { usePhone } from "./use-phone.ts";
import { WaitingAbout } from "./waiting-about.tsx";
import { WaitingPhotos } from "./waiting-photos.tsx";

export type VisitPageWords = Record<
  "day" | "by" | "kind" | "metWith" | "situation" | "topics" | "note" | "standIn" | "photos" | "needs",
  string
> & {
  kinds: Record<string, string>;
  people: Record<string, string>;
  talked: Record<string, string>;
  /** What families ask for, by code. */
  categories: Record<string, string>;
  comma: string;
  addition: Record<"title" | "words" | "hint" | "save" | "needed" | "noSpace", string>;
};

export function KeptVisit({ words }: { words: VisitPageWords }) {
  const thing = useContext(OfflineThing);
  const field = useFieldWords();
  const { items, sending } = usePhone();
  const contents = useContents(items);
  if (!thing) return null;
  const { id, registry } = thing;
  const sent = registry.visits?.find((one) => one.id === id);
  const item = items.find((one) => one.id === id && kindOf(one) === "VISIT");
  const content = item && contents.get(item.id);
  const visit = content ? writtenIn(content) : sent;
  if (!visit) return <p>{item ? field.row.sealed : field.offline.noVisit}</p>;
  const needs = registry.needs?.filter(({ visitId }) => visitId === id) ?? [];
  const asked = content && needs.length === 0 ? askedIn(content) : null;
  const situations: Record<string, string> = field.situation;
  const list = (codes: readonly string[]) =>
    codes.map((code) => words.talked[code] ?? code).join(words.comma);
  return (
    <div className="grid max-w-2xl gap-4">
      <p className="flex items-center gap-2 font-semibold" data-visit-state={item ? stateOf(item) : "sent"}>
        <Shape state={item ? (item.refused ? "behind" : "watch") : "ok"} className="size-3.5" />
        {item ? stateWords(item, sending === id, field.row.state) : field.visitPage.sent}
      </p>
      {item?.refused ? <p className="font-semibold text-behind">{item.refused.message}</p> : null}
      <FactList
        lines={[
          [words.day, visit.late ? `${visit.on} ${field.visitPage.late}` : visit.on],
          [words.by, visit.by],
          [words.kind, words.kinds[visit.kind]],
          [words.metWith, visit.metWith && words.people[visit.metWith]],
          [words.situation, situations[visit.situation]],
          [words.topics, list(visit.topics)],
          [words.note, visit.note],
          [words.standIn, visit.standIn],
        ]}
      />
      {item?.photos.length ? (
        <Part title={words.photos}>
          <WaitingPhotos item={item} words={field.visitPage} />
        </Part>
      ) : sent?.photos ? (
        <Part title={words.photos}>
          <p className="text-ink-2">{fill(field.visitPage.photosThere, { count: sent.photos })}</p>
        </Part>
      ) : null}
      {needs.length > 0 || asked ? (
        <Part title={words.needs}>
          <ul className="divide-y divide-line rounded-card border border-line bg-card">
            {needs.map((need) => (
              <NeedLine key={need.id} need={need} category={words.categories[need.category]} />
            ))}
            {asked ? (
              <li className="flex justify-between gap-4 px-4 py-3">
                <span>{words.categories[asked] ?? asked}</span>
                <span className="text-note text-ink-2">{field.visitPage.goesAlong}</span>
              </li>
            ) : null}
          </ul>
        </Part>
      ) : null}
      {item && !item.taken && content ? (
        <p>
          <a
            href={`/visits/new?household=${content.householdId}&item=${item.id}`}
            className={buttonClass({ kind: "primary", size: "large", wide: true })}
          >
            {field.row.mend}
          </a>
        </p>
      ) : (
        <Part title={words.addition.title}>
          <ol className="mb-4 grid gap-3 empty:hidden">
            {sent?.additions.map((one) => (
              <Added key={`${one.on} ${one.words}`} head={`${one.on} ${one.by}`} words={one.words} />
            ))}
          </ol>
          <div className="mb-4 empty:hidden">
            <WaitingAbout is={(one, kind) => kind === "ADDITION" && visitIn(one) === id} />
          </div>
          <AdditionForm
            visit={{ id, householdId: visit.householdId, head: visit.head }}
            words={words.addition}
          />
        </Part>
      )}
    </div>
  );
}

const Added = ({ head, words }: { head: string; words: string }) => (
  <li>
    <p className="text-note text-ink-2">{head}</p>
    <p className="whitespace-pre-line">{words}</p>
  </li>
);

const stateWords = (item: Item, sending: boolean, words: Record<ReturnType<typeof stateOf>, string>) =>
  words[stateOf(item, sending)];

/** As the form wrote it down. */
function writtenIn({ values, householdId, head }: Content): Omit<OwnVisit, "id" | "photos" | "additions"> {
  const said = JSON.parse(values) as Record<string, string | string[] | undefined>;
  const one = (name: string) => (typeof said[name] === "string" && said[name] !== "" ? said[name] : null);
  return {
    ...{ householdId, head, on: one("visitedOn") ?? "", late: false, by: null },
    ...{ kind: one("kind") ?? "HOME", situation: one("situation") ?? "", metWith: one("metWith") ?? "HEAD" },
    ...{ note: one("note"), standIn: one("standInReason") },
    topics: Array.isArray(said.topics) ? said.topics : [],
  };
}

function askedIn({ values }: Content): string | null {
  const { need, needCategory } = JSON.parse(values) as Record<string, string | undefined>;
  return need === "YES" && needCategory ? needCategory : null;
}

const visitIn = ({ values }: Content) => (JSON.parse(values) as { visitId?: string }).visitId;
