/** The three things to ask about: what, where, who answers for it and for how long; each opens its rows. */

import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { tone } from "#components/ui/tone.ts";
import type { Cell } from "#lib/domains/cockpit/board.ts";
import type { Child } from "#lib/domains/cockpit/queries.ts";
import type { Wait } from "#lib/indicators/rows.ts";
import { figureWords, isCount } from "./figure-words.ts";
import { itemHref, rowsHref } from "./figures.ts";

export type Exception = {
  unit: Pick<Child, "id" | "name" | "leader">;
  cell: Cell;
  missing: number;
  wait: Wait;
};

type Props = {
  list: readonly Exception[];
  period: string;
  /** All instructions, for whoever may look at them. */
  action?: ReactNode;
  /** What was instructed about one, or the button that does. */
  mark: (one: Exception) => ReactNode;
  /** On a wall nobody is named. */
  unnamed?: boolean;
};

export async function Exceptions({ list, period, action, mark, unnamed }: Props) {
  const t = await getTranslations("cockpit");
  return (
    <Card title={t("exceptions.title")} action={action}>
      {list.length === 0 ? <p className="py-2 text-ink-2">{t("exceptions.none")}</p> : null}
      <ol className="divide-y divide-line">
        {list.map((one) => (
          <Line
            key={`${one.unit.id}${one.cell.indicator.id}`}
            one={one}
            period={period}
            mark={mark(one)}
            unnamed={unnamed}
          />
        ))}
      </ol>
    </Card>
  );
}

type LineProps = { one: Exception; period: string; mark: ReactNode; unnamed: boolean | undefined };
async function Line({ one: { unit, cell, missing, wait }, period, mark, unnamed }: LineProps) {
  const t = await getTranslations("cockpit");
  const common = await getTranslations("common");
  const locale = await getLocale();
  const { indicator } = cell;
  const words = await figureWords(indicator);
  const caseUnit = words.unit;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 py-1.5">
      <div className="flex min-w-60 flex-1 flex-wrap items-center gap-x-3">
        <span className={`inline-flex items-center gap-1.5 font-semibold ${tone[cell.light]}`}>
          <Shape state={cell.light} />
          <span className="sr-only">{common(`light.${cell.light}`)}</span>
          {t("exceptions.line", { missing: indicator.missing[locale], n: missing, caseUnit })}
        </span>
        <span className="font-semibold">{unit.name}</span>
        {unnamed ? null : unit.leader ? (
          <Link
            href={`/cadres/${unit.leader.id}`}
            className="inline-flex min-h-touch min-w-11 items-center desk:min-h-6"
            translate="no"
          >
            {unit.leader.name}
          </Link>
        ) : (
          <span className="text-ink-2">{t("exceptions.nobody")}</span>
        )}
        {wait.days === null ? null : <span>{t("exceptions.days", { days: wait.days })}</span>}
        <span className="basis-full text-ink-2 text-note">
          {indicator.name[locale]} {words.rate(cell.figure)}
          {wait.never > 0 && indicator.of === "households"
            ? ` · ${t("exceptions.never", { count: wait.never })}`
            : null}
        </span>
      </div>
      <div className="ml-auto flex flex-wrap items-center justify-end gap-x-4">
        <Link
          href={
            isCount(indicator)
              ? itemHref(indicator.item, unit.id, period)
              : rowsHref(indicator.id, unit.id, period, "missing")
          }
          className="inline-flex min-h-touch items-center desk:min-h-6"
        >
          {isCount(indicator) ? t("exceptions.openCount") : t("exceptions.open", { n: missing, caseUnit })}
        </Link>
        {mark}
      </div>
    </li>
  );
}
