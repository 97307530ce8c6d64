"use client";

/** The desk on the phone: the way to the next case, what waits to be sent, and one's own cases as they stood at the last sync. */

import { useEffect, useState } from "react";
import { buttonClass } from "#components/ui/button-class.ts";
import { ChevronIcon } from "#components/ui/icons.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type LightState, Shape } from "#components/ui/shape.tsx";
import { fill } from "#components/ui/words.tsx";
import type { KeptCase } from "#lib/domains/services/queries/kept-desk.ts";
import { type FieldWords, useFieldWords } from "./field-words.tsx";
import { type Content, contentOf, type Item, kindOf } from "./outbox.ts";
import { timeOf, usePhone } from "./use-phone.ts";

type Props = { cases: readonly KeptCase[]; today: string; kept: boolean };

export function DeskList({ cases, today, kept }: Props) {
  const { desk: words, lists } = useFieldWords();
  const waiting = useAtDesk(usePhone().items);
  return (
    <div className="grid max-w-2xl gap-4">
      {kept ? (
        <div role="status">
          <Notice tone="ok">{words.kept}</Notice>
        </div>
      ) : null}
      <a href="/service-desk/new" className={buttonClass({ kind: "primary", size: "large", wide: true })}>
        {words.accept}
      </a>
      {waiting.length > 0 ? (
        <section>
          <h2 className="mb-2 text-h2">{fill(words.waiting, { count: waiting.length })}</h2>
          <ul className={listClass}>
            {waiting.map(({ item, content }) => (
              <li key={item.id}>
                <a href="/sync" className={lineClass}>
                  <Shape state={item.refused ? "behind" : "watch"} className="size-4" />
                  <span className="min-w-0 grow">
                    <span className="block font-semibold text-h3">{titleOf(content)}</span>
                    <span className="block text-note text-ink-2">
                      {content.service?.papers
                        ? fill(words.papersRow, { papers: content.service.papers.join("、") })
                        : words.numberLater}
                    </span>
                  </span>
                  <span className="shrink-0 text-note">{timeOf(Date.parse(item.writtenAt))}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section>
        <h2 className="mb-2 text-h2">{words.mine}</h2>
        {cases.length === 0 ? <p className="text-ink-2">{words.none}</p> : null}
        <ul className={listClass}>
          {cases.map((one) => (
            <li key={one.id}>
              <a href={`/service-desk/cases/${one.id}`} className={lineClass}>
                <Shape state={markOf(one, today)} className="size-4" />
                <span className="min-w-0 grow">
                  <span className="block font-semibold text-h3">{`${one.item} · ${one.applicant}`}</span>
                  <span className="block text-note text-ink-2">
                    <span className="font-num">{one.number}</span> · {standsIn(one, today, words)}
                  </span>
                  {waiting.some(({ content }) => content.service?.case === one.id) ? (
                    <span className="block text-note text-watch">{lists.waiting}</span>
                  ) : null}
                </span>
                <ChevronIcon className="size-4 text-ink-3" />
              </a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

const listClass = "divide-y divide-line overflow-hidden rounded-card border border-line bg-card empty:hidden";
const lineClass = "flex min-h-16 items-center gap-3 px-4 py-2 text-ink no-underline hover:bg-hover";

/** As it stood at the last sync: its day may have passed since. */
export function standsIn({ state, dueOn, missing }: KeptCase, today: string, words: FieldWords["desk"]) {
  if (state === "CLOSED") return words.closed;
  if (state === "WITHDRAWN") return words.withdrawn;
  if (dueOn !== null && dueOn < today) return fill(words.late, { day: dueOn });
  if (state === "PAUSED") return fill(words.paused, { papers: missing.map(({ name }) => name).join("、") });
  return fill(words.due, { day: dueOn ?? "" });
}

function markOf({ state, dueOn }: KeptCase, today: string): LightState {
  if (state === "CLOSED") return "ok";
  if (state === "WITHDRAWN") return "off";
  if (dueOn !== null && dueOn < today) return "behind";
  if (state === "PAUSED") return "none";
  return dueOn === today ? "watch" : "ok";
}

export const titleOf = ({ service, head }: Content) => `${service?.item ?? ""} · ${head}`;

type AtDesk = { item: Item; content: Content };

/** What waits of the desk; what cannot be read here is shown in the sync centre alone. */
function useAtDesk(items: readonly Item[]): AtDesk[] {
  const [waiting, setWaiting] = useState<AtDesk[]>([]);
  useEffect(() => {
    const read = items
      .filter((item) => ["CASE", "PAPERS"].includes(kindOf(item)))
      .map(async (item) => {
        const content = await contentOf(item).catch(() => null);
        return content ? [{ item, content }] : [];
      });
    void Promise.all(read).then((known) => setWaiting(known.flat()));
  }, [items]);
  return waiting;
}
