/** The three things to ask about: unit, count and days, each opening its rows. */

import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { tone } from "#components/ui/tone.ts";
import type { Cell } from "#lib/domains/cockpit/board.ts";
import type { Wait } from "#lib/indicators/rows.ts";
import { figureWords, isCount } from "./figure-words.ts";
import { itemHref, rowsHref } from "./figures.ts";

export type Exception = {
  unit: { id: number; name: string };
  cell: Cell;
  missing: number;
  wait: Wait;
};

export async function Exceptions({ list, period }: { list: readonly Exception[]; period: string }) {
  const t = await getTranslations("cockpit");
  const common = await getTranslations("common");
  const locale = await getLocale();
  const words = await Promise.all(list.map(({ cell }) => figureWords(cell.indicator)));
  return (
    <Card title={t("exceptions.title")}>
      {list.length === 0 ? <p className="py-2 text-ink-2">{t("exceptions.none")}</p> : null}
      <ol className="divide-y divide-line">
        {list.map(({ unit, cell, missing, wait }, at) => {
          const caseUnit = words[at]?.unit ?? cell.indicator.caseUnit[locale];
          return (
            <li
              key={`${unit.id}${cell.indicator.id}`}
              className="flex flex-wrap items-center gap-x-4 gap-y-0.5 py-2"
            >
              <span className={`inline-flex items-center gap-1.5 font-semibold ${tone[cell.light]}`}>
                <Shape state={cell.light} />
                <span className="sr-only">{common(`light.${cell.light}`)}</span>
                {t("exceptions.line", { missing: cell.indicator.missing[locale], n: missing, caseUnit })}
              </span>
              <span className="font-semibold">{unit.name}</span>
              <span className="text-ink-2">
                {cell.indicator.name[locale]} {words[at]?.rate(cell.figure)}
              </span>
              {wait.days === null ? null : (
                <span className="text-ink-2">{t("exceptions.days", { days: wait.days })}</span>
              )}
              {wait.never > 0 && cell.indicator.of === "households" ? (
                <span className="text-ink-2">{t("exceptions.never", { count: wait.never })}</span>
              ) : null}
              <Link
                href={
                  isCount(cell.indicator)
                    ? itemHref(cell.indicator.item, unit.id, period)
                    : rowsHref(cell.indicator.id, unit.id, period, "missing")
                }
                className="ml-auto inline-flex min-h-touch items-center desk:min-h-6"
              >
                {isCount(cell.indicator)
                  ? t("exceptions.openCount")
                  : t("exceptions.open", { n: missing, caseUnit })}
              </Link>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
