/** One of the ten cards: light, main value, target and gap in natural units, twelve periods; the whole card opens the item. */

import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Sparkline } from "#components/charts/sparkline.tsx";
import Link from "#components/ui/link.tsx";
import { type LightState, Shape } from "#components/ui/shape.tsx";
import { tone } from "#components/ui/tone.ts";
import { type Cell, itemLight } from "#lib/domains/cockpit/board.ts";
import type { Board } from "#lib/domains/cockpit/queries.ts";
import { getFormats } from "#lib/i18n/format.ts";
import type { Figure } from "#lib/indicators/count.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import type { Item } from "#lib/indicators/items.ts";
import { CardPeer } from "./card-peer.tsx";
import {
  amountOf,
  type FigureWords,
  figureWords,
  isCount,
  isShareOfSums,
  targetLine,
} from "./figure-words.ts";
import { itemHref, rowsHref } from "./figures.ts";

/** `mark`: how an instruction about the item stands. */
type Props = { item: Item; board: Board; mark?: ReactNode };
export async function ItemCard({ item, board, mark }: Props) {
  const t = await getTranslations("cockpit");
  const common = await getTranslations("common");
  const cells = board.own.filter((cell) => cell.indicator.item === item);
  const headline = cells.find((cell) => cell.indicator.headline);
  const { light, cause } = itemLight(cells);
  const state: LightState = headline ? light : "off";
  return (
    <li className="relative flex min-w-0 flex-col bg-card p-3 handset:min-h-14 handset:flex-row handset:flex-wrap handset:items-center handset:gap-x-3 handset:py-2 focus-within:ring-2 focus-within:ring-link hover:border-control handset:border-line handset:border-b handset:last:border-b-0 desk:rounded-card desk:border desk:border-line desk:[&_.text-note]:leading-[1.125rem] wide:p-2">
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
      {mark ? <span className="relative z-[1] text-note">{mark}</span> : null}
      {headline ? (
        <Numbers board={board} headline={headline} cause={cause} light={light} />
      ) : (
        <>
          <span className="font-semibold text-none desk:mt-1">{common("light.off")}</span>
          <span className="text-ink-2 text-note desk:mt-1">{t(`wait.${item}`)}</span>
        </>
      )}
    </li>
  );
}

type Own = Board["own"][number];
type NumbersProps = { board: Board; headline: Own; cause: Cell | null; light: LightState };

async function Numbers({ board, headline, cause, light }: NumbersProps) {
  const t = await getTranslations("cockpit");
  const locale = await getLocale();
  const { indicator, figure, target, due } = headline;
  const words = await figureWords(indicator);
  const other = cause && cause.indicator !== indicator && (light === "behind" || light === "watch");
  return (
    <>
      <span className="flex items-center justify-between gap-1">
        <span data-metric className="tabular whitespace-nowrap font-num text-h1 leading-7">
          {words.value(figure)}
        </span>
        <Change indicator={indicator} words={words} now={figure} before={headline.before} />
      </span>
      <span className="text-ink-2 text-note">
        {target === null ? t("card.noTarget") : t("card.target", { value: words.target(target) })}
        {due !== null && due !== target ? t("card.due", { value: words.target(due) }) : null}
      </span>
      <Gap headline={headline} words={words} quiet={Boolean(other)} />
      {other ? (
        <span
          className={`line-clamp-2 font-semibold text-note ${tone[light]}`}
          title={cause.indicator.name[locale]}
        >
          {t("card.cause", {
            name: cause.indicator.name[locale],
            value: (await figureWords(cause.indicator)).value(cause.figure),
          })}
        </span>
      ) : null}
      <CardPeer board={board} own={headline} words={words} />
      <span className="mt-auto flex items-end justify-between gap-1 pt-1 handset:ml-auto">
        <Sparkline
          name={indicator.name[locale]}
          values={headline.series.map((point) => amountOf(indicator, point.figure))}
          line={
            target === null
              ? undefined
              : headline.series.map(({ line, figure: at }) =>
                  line === null ? null : targetLine(indicator, line, at),
                )
          }
          last={words.value(figure)}
          targetText={target === null ? undefined : words.target(target)}
        />
        <Link
          href={rowsHref(indicator.id, board.unit.id, board.period, "all")}
          className="relative z-[1] inline-flex min-h-6 min-w-6 items-center whitespace-nowrap text-note"
          aria-label={t("card.rowsOf", { name: indicator.name[locale] })}
        >
          {t("card.rows")}
        </Link>
      </span>
    </>
  );
}

type GapProps = { headline: Own; words: FigureWords; quiet: boolean };

/** What is short, in what is counted. `quiet`: another indicator causes the light, and “reached” would contradict it. */
async function Gap({ headline: { indicator, figure, short, target, due, light }, words, quiet }: GapProps) {
  const t = await getTranslations("cockpit");
  const none = figure.whole === 0 && short === 0;
  if (!none && short === 0 && (target === null || quiet)) return null;
  return (
    <span className={`font-semibold text-note ${tone[light]}`}>
      {none
        ? t("card.noCase")
        : short > 0
          ? t(isShareOfSums(indicator) ? "card.above" : "card.short", { n: short, caseUnit: words.unit })
          : t(due === target ? "card.met" : "card.metByNow")}
    </span>
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
