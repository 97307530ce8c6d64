"use client";

/** One visit, need, changed fact or case that has not reached the county: whom, when, how far it is, and what can be done about it. */

import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { inputClass } from "#components/ui/input-class.ts";
import { type LightState, Shape } from "#components/ui/shape.tsx";
import { fill } from "#components/ui/words.tsx";
import { type ItemState, stateOf } from "#lib/domains/sync/op.ts";
import { titleOf } from "./desk-list.tsx";
import { DiffersCard } from "./differs-card.tsx";
import { FactMend } from "./fact-mend.tsx";
import { useFieldWords } from "./field-words.tsx";
import { mendItem } from "./fill-outbox.ts";
import { type Content, contentOf, type Item, kindOf } from "./outbox.ts";
import { lookAgain } from "./phone-state.ts";
import { sync } from "./sync-now.ts";
import { timeOf } from "./use-phone.ts";
import { AdditionMend, VerdictMend } from "./words-mend.tsx";
import { takeOut } from "./write-down.ts";

const MARK: Record<ItemState, LightState> = {
  queued: "watch",
  sending: "watch",
  partial: "watch",
  early: "watch",
  differs: "behind",
  refused: "behind",
  held: "watch",
};

/** What each of them waits for, where it came before that. */
const EARLY = {
  VISIT: "earlyVisit",
  FACT: "earlyFact",
  NEED: "earlyFact",
  ADDITION: "earlyAddition",
  VERDICT: "earlyFact",
  CASE: "earlyFact",
  PAPERS: "earlyFact",
  ATTENDANCE: "earlyFact",
} as const;

export function OutboxRow({ item, sending }: { item: Item; sending: boolean }) {
  const { row, need, desk, training } = useFieldWords();
  const [content, setContent] = useState<Content | null>(null);
  const [sure, setSure] = useState(false);
  useEffect(() => {
    void contentOf(item).then(setContent, () => setContent(null));
  }, [item]);
  const state = stateOf(item, sending);
  const words: Record<ItemState, string> = {
    queued: row.state.queued,
    sending: row.state.sending,
    partial: row.state.partial,
    early: row.state.early,
    differs: row.state.differs,
    refused: row.state.refused,
    held: row.state.held,
  };
  const mends = content && !item.taken ? mendHref(item, content) : null;
  const photos = item.photos.length;
  const sent = item.photos.filter(({ done }) => done).length;
  const again = async (next: Content | null) => {
    if (!next) return;
    await mendItem(item, next);
    await lookAgain();
    await sync("just written");
  };
  return (
    <li className="grid gap-2 px-4 py-3" data-outbox-state={state}>
      <div className="flex flex-wrap items-baseline gap-x-2">
        <Shape state={MARK[state]} className="size-3.5" />
        <span className="font-semibold text-h3">{content ? headOf(content, row.of) : row.sealed}</span>
        <span className="text-ink-2 text-note">{timeOf(Date.parse(item.writtenAt))}</span>
        <span className="grow text-right text-note">{words[state]}</span>
      </div>
      {content && kindOf(item) === "VISIT" ? (
        <p className="text-note text-ink-2">{fill(row.visitOn, { day: dayIn(content) })}</p>
      ) : null}
      {content?.fact ? (
        <p>
          {fill(row.fact, {
            ...{ fact: content.fact.label, mine: content.fact.mine },
            was: content.fact.was || row.unknown,
          })}
        </p>
      ) : null}
      {content?.need ? <p>{fill(need.row, { category: content.need.label })}</p> : null}
      {content?.service ? (
        <p className="text-note text-ink-2">
          {content.service.papers
            ? fill(desk.papersRow, { papers: content.service.papers.join("、") })
            : desk.numberLater}
        </p>
      ) : null}
      {content?.training ? <p>{listOf(content.training.people, training)}</p> : null}
      {content?.addition ? <p>{fill(row.addition, { words: content.addition.words })}</p> : null}
      {content?.verdict ? (
        <p className="break-words">
          {fill(row.verdict, { category: content.verdict.category, label: content.verdict.label })}
          {wordsIn(content)}
        </p>
      ) : null}
      {state === "early" ? <p className="text-note text-ink-2">{row[EARLY[kindOf(item)]]}</p> : null}
      {item.differs && content ? <DiffersCard item={item} content={content} onChosen={again} /> : null}
      {photos > 0 ? <p className="text-note text-ink-2">{fill(row.photos, { sent, photos })}</p> : null}
      {item.refused ? <p className="font-semibold text-behind">{reasonOf(item)}</p> : null}
      {item.refused?.fields?.standInReason && content ? (
        <StandIn onSend={(standInReason) => again(withValue(content, { standInReason }))} />
      ) : null}
      {content?.fact && !item.differs && state !== "sending" ? (
        <FactMend content={content} onMended={again} />
      ) : null}
      {content?.addition && state !== "sending" ? <AdditionMend content={content} onMended={again} /> : null}
      {content?.verdict && state !== "sending" ? <VerdictMend content={content} onMended={again} /> : null}
      <div className="flex flex-wrap gap-2">
        {item.refused && content ? (
          <Button size="small" onClick={() => void again(content)}>
            {row.tryAgain}
          </Button>
        ) : null}
        {mends ? (
          <a href={mends} className={buttonClass({ kind: "quiet", size: "small" })}>
            {row.mend}
          </a>
        ) : null}
        {item.taken ? null : (
          <Button
            size="small"
            kind={sure ? "danger" : "quiet"}
            onClick={() => (sure ? void takeOut(item) : setSure(true))}
          >
            {sure ? row.deleteSure : row.delete}
          </Button>
        )}
        {item.taken && item.refused ? (
          <Button size="small" kind="quiet" onClick={() => void takeOut(item)}>
            {row.withoutPhotos}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function headOf(content: Content, ofFamily: string): string {
  if (content.service) return titleOf(content);
  // A training or a whole village is called by its own name.
  return content.householdId ? fill(ofFamily, { name: content.head }) : content.head;
}

/** So many names stand on a row of the outbox. */
const MOST_NAMES = 6;
const listOf = (people: readonly string[], words: { row: string; more: string }) =>
  fill(words.row, {
    count: people.length,
    names: people.slice(0, MOST_NAMES).join("、") + (people.length > MOST_NAMES ? words.more : ""),
  });

function StandIn({ onSend }: { onSend: (reason: string) => Promise<void> }) {
  const { row } = useFieldWords();
  const [reason, setReason] = useState("");
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim()) void onSend(reason.trim());
      }}
    >
      <label className="block min-w-0 grow">
        <span className="font-semibold">{row.standInReason}</span>
        <input
          value={reason}
          maxLength={100}
          required
          onChange={(event) => setReason(event.target.value)}
          className={inputClass}
        />
      </label>
      <Button type="submit" kind="primary">
        {row.sendStandIn}
      </Button>
    </form>
  );
}

/** The form in which it was written down, with what was said in it. */
function mendHref(item: Item, { householdId, values, service, training }: Content): string | null {
  const told = JSON.parse(values);
  switch (kindOf(item)) {
    case "VISIT":
      return `/visits/new?household=${householdId}&item=${item.id}`;
    case "NEED":
      return householdId
        ? `/needs/new?household=${householdId}&item=${item.id}`
        : `/needs/new?village=${told.villageId}&item=${item.id}`;
    case "CASE":
      return `/service-desk/new?window=${told.windowId}&item=${told.itemId}&case=${item.id}`;
    case "PAPERS":
      return `/service-desk/cases/${service?.case}?item=${item.id}`;
    case "ATTENDANCE":
      return `/trainings/${training?.id}?item=${item.id}`;
    case "FACT":
    case "ADDITION":
    case "VERDICT":
      return null;
  }
}

const dayIn = ({ values }: Content): string => String(JSON.parse(values).visitedOn ?? "");

/** What the family said besides. */
const wordsIn = ({ values }: Content): string => {
  const { words } = JSON.parse(values) as { words?: string };
  return words ? ` · ${words}` : "";
};

const reasonOf = ({ refused }: Item) =>
  [...new Set(Object.values(refused?.fields ?? {}).flat())].join(" ") || refused?.message;

const withValue = (content: Content, change: Record<string, string>): Content => ({
  ...content,
  values: JSON.stringify({ ...JSON.parse(content.values), ...change }),
});
