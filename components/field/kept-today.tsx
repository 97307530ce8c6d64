"use client";

/** My day from the phone itself: the same rows by the same rules, with what was written down meanwhile already ticked. */

import { buttonClass } from "#components/ui/button-class.ts";
import { ChevronIcon } from "#components/ui/icons.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { fill } from "#components/ui/words.tsx";
import { readDay } from "#lib/base/calendar.ts";
import type { FirstSync } from "#lib/domains/sync/queries/first-sync.ts";
import { type Due, dayOf, goalWith, type Waiting } from "#lib/domains/visits/due.ts";
import { useFieldWords } from "./field-words.tsx";
import { KeptNeeds } from "./kept-needs.tsx";
import { type Content, kindOf } from "./outbox.ts";
import { useContents } from "./use-contents.ts";
import { beijingToday, timeOf, usePhone } from "./use-phone.ts";
import { verdictOn } from "./waiting-verdicts.ts";

type Props = {
  registry: FirstSync;
  kept: boolean;
  at: number | null;
  /** What families ask for, by code. */
  categories: Readonly<Record<string, string>>;
};

const MARK = { overdue: "behind", due: "watch", done: "ok", free: "none" } as const;

export function KeptToday({ registry, kept, at, categories }: Props) {
  const words = useFieldWords();
  const { items } = usePhone();
  const contents = useContents(items);
  const visits = items.filter((item) => kindOf(item) === "VISIT");
  const written = new Set(visits.map(({ id }) => contents.get(id)?.householdId ?? ""));
  const said = verdictOn(contents);
  const toAsk = registry.needs?.filter(({ ask }) => ask) ?? [];
  const leftToAsk = toAsk.filter(({ id }) => !said.has(id)).length;
  const left = (dues: readonly Due[]) => dues.filter((due) => !written.has(due.householdId)).length;
  const { overdue, month, quarter, onTheWay, later } = dayOf(registry.day.dues);
  const { village } = registry.day;
  const goal = goalWith(
    registry.day,
    visits.filter(({ taken }) => !taken).flatMap(({ id }) => comingIn(contents.get(id))),
    registry.today,
  );
  const places: [string, string][] = [
    ["/needs", words.needPage.list],
    ...(registry.desk ? [["/service-desk", words.desk.title] as [string, string]] : []),
    ...(registry.trainings ? [["/trainings", words.training.title] as [string, string]] : []),
  ];
  const groups: [string, Due[]][] = [
    [words.today.overdue, overdue],
    [words.today.month, month],
    [words.today.quarter, quarter],
    [words.today.others, [...onTheWay, ...later]],
  ];
  return (
    <>
      <header className="mb-3 pt-3">
        <h1 className="text-h1">{words.nav.today}</h1>
        {at ? <p className="text-ink-2">{fill(words.today.updated, { when: timeOf(at) })}</p> : null}
      </header>
      <div className="grid max-w-2xl gap-4">
        {kept ? (
          <div role="status">
            <Notice tone="ok">{words.today.kept}</Notice>
          </div>
        ) : (
          <Notice>{words.today.offline}</Notice>
        )}
        {goal.all > 0 ? (
          <p className="rounded-card border border-line bg-card px-4 py-3 text-h3">
            {fill(words.today.goal, { done: goal.done, all: goal.all })}
            {goal.done < goal.all ? (
              <span className="ml-2 text-watch">
                {fill(words.today.goalLeft, { left: goal.all - goal.done })}
              </span>
            ) : null}
          </p>
        ) : null}
        {toAsk.length > 0 ? (
          <section>
            <h2 className="mb-2 text-h2">
              {leftToAsk > 0 ? fill(words.today.toAsk, { count: leftToAsk }) : words.today.allAsked}
            </h2>
            <KeptNeeds needs={toAsk} contents={contents} categories={categories} />
          </section>
        ) : null}
        <nav
          aria-label={words.today.more}
          className="grid auto-cols-fr grid-flow-col gap-2 care:grid-flow-row"
        >
          {places.map(([href, label]) => (
            <a key={href} href={href} className={buttonClass({ size: "large", wide: true })}>
              {label}
            </a>
          ))}
        </nav>
        {groups.map(([label, dues]) =>
          dues.length > 0 ? (
            <section key={label}>
              <h2 className="mb-2 text-h2">{`${label} ${left(dues)}`}</h2>
              <ul aria-label={label} className={listClass}>
                {dues.map((due) => (
                  <Row
                    key={due.householdId}
                    id={due.householdId}
                    mark={written.has(due.householdId) ? "ok" : MARK[due.state]}
                    name={due.headName}
                    where={[due.place, due.groupName].filter(Boolean).join(" ")}
                    detail={
                      written.has(due.householdId)
                        ? words.today.written
                        : due.lastVisitOn
                          ? fill(words.today.last, { when: due.lastVisitOn })
                          : words.today.never
                    }
                    end={
                      due.state === "overdue" && !written.has(due.householdId)
                        ? fill(words.today.overdueDays, { days: due.overdueDays })
                        : null
                    }
                  />
                ))}
              </ul>
            </section>
          ) : null,
        )}
        {village && village.rows.length > 0 ? (
          <section>
            <h2 className="mb-2 text-h2">
              {fill(words.today.village, {
                count: village.total - village.rows.filter(({ id }) => written.has(id)).length,
              })}
            </h2>
            <ul aria-label={words.today.villageLabel} className={listClass}>
              {village.rows.map((row) => (
                <Row
                  key={row.id}
                  id={row.id}
                  mark={written.has(row.id) ? "ok" : "none"}
                  name={row.headName}
                  where={[row.place, row.groupName].filter(Boolean).join(" ")}
                  detail={
                    written.has(row.id)
                      ? words.today.written
                      : row.lastVisitOn
                        ? fill(words.today.last, { when: row.lastVisitOn })
                        : words.today.never
                  }
                  end={null}
                />
              ))}
            </ul>
          </section>
        ) : null}
        {registry.day.dues.length === 0 && !village ? <p>{words.today.nobody}</p> : null}
      </div>
    </>
  );
}

const listClass = "divide-y divide-line overflow-hidden rounded-card border border-line bg-card";

type RowProps = {
  id: string;
  mark: "behind" | "watch" | "ok" | "none";
  name: string;
  where: string;
  detail: string;
  end: string | null;
};

function Row({ id, mark, name, where, detail, end }: RowProps) {
  const words = useFieldWords();
  return (
    <li>
      <a
        href={`/households/${id}`}
        className="flex min-h-16 items-center gap-3 px-4 py-2 text-ink no-underline hover:bg-hover"
      >
        <Shape state={mark} className="size-4" />
        <span className="min-w-0 grow">
          <span className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-semibold text-h3">{fill(words.row.of, { name })}</span>
            <span className="text-ink-2">{where}</span>
          </span>
          <span className="block text-note text-ink-2">{detail}</span>
        </span>
        {end ? <span className="shrink-0 font-semibold text-behind text-note">{end}</span> : null}
        <ChevronIcon className="size-4 text-ink-3" />
      </a>
    </li>
  );
}

/** A visit in the outbox, with its day as it will be read. */
function comingIn(content: Content | undefined): Waiting[] {
  if (!content) return [];
  const { visitedOn, kind } = JSON.parse(content.values) as { visitedOn?: string; kind?: string };
  const on = readDay(visitedOn ?? "", beijingToday());
  return on ? [{ householdId: content.householdId, on, kind: kind ?? "HOME" }] : [];
}
