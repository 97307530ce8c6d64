/** One of the ten cards: light, main value, target and gap in natural units, twelve periods; the whole card opens the item. */

import { getLocale, getTranslations } from "next-intl/server";
import { Sparkline } from "#components/charts/sparkline.tsx";
import Link from "#components/ui/link.tsx";
import { type LightState, Shape } from "#components/ui/shape.tsx";
import { tone } from "#components/ui/tone.ts";
import { itemLight } from "#lib/domains/cockpit/board.ts";
import type { Board } from "#lib/domains/cockpit/queries.ts";
import { getFormats } from "#lib/i18n/format.ts";
import type { Figure } from "#lib/indicators/count.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import type { Item } from "#lib/indicators/items.ts";
import {
  amountOf,
  type FigureWords,
  figureWords,
  isCount,
  isShareOfSums,
  targetLine,
} from "./figure-words.ts";
import { itemHref, rowsHref } from "./figures.ts";

export async function ItemCard({ item, board }: { item: Item; board: Board }) {
  const t = await getTranslations("cockpit");
  const common = await getTranslations("common");
  const locale = await getLocale();
  const cells = board.own.filter((cell) => cell.indicator.item === item);
  const headline = cells.find((cell) => cell.indicator.headline);
  const { light, cause } = itemLight(cells);
  const state: LightState = headline ? light : "off";
  const causeWords = cause ? await figureWords(cause.indicator) : null;
  const words = headline ? await figureWords(headline.indicator) : null;
  const falls = headline ? isShareOfSums(headline.indicator) : false;
  // Of numbers the lowest is not the weakest: counties differ in size.
  const lowest =
    headline && !isCount(headline.indicator)
      ? board.children
          .map((child) => ({
            name: child.name,
            figure: child.cells.find((cell) => cell.indicator === headline.indicator)?.figure,
          }))
          .filter(
            (child): child is { name: string; figure: { part: number; whole: number } } =>
              (child.figure?.whole ?? 0) > 0,
          )
          .sort(
            (a, b) => (a.figure.part / a.figure.whole - b.figure.part / b.figure.whole) * (falls ? -1 : 1),
          )[0]
      : undefined;
  return (
    <li className="relative flex min-w-0 flex-col bg-card p-3 handset:min-h-14 handset:flex-row handset:flex-wrap handset:items-center handset:gap-x-3 handset:py-2 focus-within:ring-2 focus-within:ring-link hover:border-control handset:border-line handset:border-b handset:last:border-b-0 desk:min-h-32 desk:rounded-card desk:border desk:border-line wide:p-2">
      <Link
        href={itemHref(item, board.unit.id, board.period)}
        className="text-ink no-underline after:absolute after:inset-0 hover:no-underline"
      >
        <span className="flex items-center gap-1.5">
          <Shape state={state} />
          <span className="min-w-0 text-body leading-tight">{t(`short.${item}`)}</span>
          <span className="sr-only">{common(`light.${state}`)}</span>
        </span>
      </Link>
      {headline && words ? (
        <>
          <span data-metric className="tabular font-num text-h1 leading-8">
            {words.value(headline.figure)}
          </span>
          <span className="text-ink-2 text-note">
            {headline.target === null
              ? t("card.noTarget")
              : t("card.target", { value: words.target(headline.target) })}
          </span>
          <span className={`font-semibold text-note ${tone[headline.light]}`}>
            {headline.figure.whole === 0 && headline.short === 0
              ? t("card.noCase", { caseUnit: headline.indicator.caseUnit[locale] })
              : headline.short > 0
                ? t(falls ? "card.above" : "card.short", { n: headline.short, caseUnit: words.unit })
                : headline.target === null
                  ? ""
                  : t("card.met")}
          </span>
          {cause &&
          causeWords &&
          cause.indicator !== headline.indicator &&
          (light === "behind" || light === "watch") ? (
            <span className={`font-semibold text-note ${tone[light]}`}>
              {t("card.cause", { name: cause.indicator.name[locale], value: causeWords.value(cause.figure) })}
            </span>
          ) : null}
          {lowest ? (
            <span className="truncate text-ink-2 text-note">
              {t(falls ? "card.highest" : "card.lowest", {
                unit: lowest.name,
                value: words.value(lowest.figure),
              })}
            </span>
          ) : null}
          <span className="mt-auto flex items-end justify-between gap-1 pt-1 handset:ml-auto">
            <Sparkline
              name={headline.indicator.name[locale]}
              values={headline.series.map((point) => amountOf(headline.indicator, point.figure))}
              target={
                headline.target === null
                  ? undefined
                  : targetLine(headline.indicator, headline.target, headline.figure)
              }
              last={words.value(headline.figure)}
              targetText={headline.target === null ? undefined : words.target(headline.target)}
            />
            <Change
              indicator={headline.indicator}
              words={words}
              now={headline.figure}
              before={headline.before}
            />
            <Link
              href={rowsHref(headline.indicator.id, board.unit.id, board.period, "all")}
              className="relative z-[1] inline-flex min-h-6 min-w-6 items-center whitespace-nowrap text-note"
              aria-label={t("card.rowsOf", { name: headline.indicator.name[locale] })}
            >
              {t("card.rows")}
            </Link>
          </span>
        </>
      ) : (
        <>
          <span className="font-semibold text-none desk:mt-1">{common("light.off")}</span>
          <span className="text-ink-2 text-note desk:mt-1">{t(`wait.${item}`)}</span>
        </>
      )}
    </li>
  );
}

type Changed = { indicator: Ratio; words: FigureWords; now: Figure; before: Figure };

/** Better or worse than the period before: an arrow to see, the words to hear and on hover. */
async function Change({ indicator, words: own, now, before }: Changed) {
  const t = await getTranslations("cockpit");
  const f = await getFormats();
  const [to, from] = [amountOf(indicator, now), amountOf(indicator, before)];
  if (to === null || from === null) return null;
  const way = to > from ? "up" : to < from ? "down" : "same";
  const points = isCount(indicator) ? own.amount(Math.abs(to - from)) : f.pointsApart(to - from);
  const words = way === "same" ? t("card.same") : t(`card.${way}`, { points });
  return (
    <span title={words} className="relative z-[1] text-ink-2">
      <svg viewBox="0 0 12 12" aria-hidden="true" className="size-3">
        <path d={ARROWS[way]} fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
      </svg>
      <span className="sr-only">{words}</span>
    </span>
  );
}

const ARROWS = { up: "M2 10 10 2M5 2h5v5", down: "M2 2l8 8M10 5v5H5", same: "M1.5 6h9M7.5 3l3 3-3 3" };
