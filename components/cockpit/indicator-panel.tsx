/** One indicator at one unit: value against what is due, twelve periods, and the units below from low to high with their gaps. */

import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Bullet } from "#components/charts/bullet.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Metric } from "#components/ui/metric.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { missingOf } from "#lib/domains/cockpit/board.ts";
import type { TargetSet } from "#lib/domains/cockpit/commands/set-target.ts";
import type { Board } from "#lib/domains/cockpit/queries.ts";
import { getFormats } from "#lib/i18n/format.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import { CountPanel } from "./count-panel.tsx";
import { amountOf, figureWords, isCount, sumOf, targetLine } from "./figure-words.ts";
import { indicatorHref, rowsHref } from "./figures.ts";
import { HowCounted } from "./how-counted.tsx";
import { ChildName, HowItWent } from "./panel-parts.tsx";
import { TargetForm } from "./target-form.tsx";

type Props = {
  board: Board;
  indicator: Ratio;
  /** Of a sum: its largest case. */
  most: number | undefined;
  /** How many are met in which way. */
  slices: Record<string, number> | undefined;
  /** Present where the viewer may set the target of this unit. */
  setTarget: FormAction<TargetSet> | null;
  /** The viewer may set the targets of the units below. */
  mayDivide: boolean;
  /** What was instructed about the figure of this unit, or the button that does. */
  mark?: ReactNode;
};

export function IndicatorPanel(props: Props) {
  return isCount(props.indicator) ? <CountPanel {...props} /> : <SharePanel {...props} />;
}

async function SharePanel({ board, indicator, most, slices, setTarget, mayDivide, mark }: Props) {
  const t = await getTranslations("cockpit");
  const f = await getFormats();
  const locale = await getLocale();
  const own = board.own.find((cell) => cell.indicator === indicator);
  if (!own) return null;
  const words = await figureWords(indicator);
  const { caseUnit } = words;
  const sums = indicator.adds !== undefined;
  const over = indicator.adds?.over;
  /** More is better, like a ratio. */
  const mean = indicator.adds?.mean !== undefined;
  const targetText = own.target === null ? undefined : words.target(own.target);
  const rows = board.children
    .map((child) => ({ child, cell: child.cells.find((cell) => cell.indicator === indicator) }))
    .filter((row): row is typeof row & { cell: NonNullable<typeof row.cell> } => row.cell !== undefined)
    .sort(
      (a, b) =>
        rankOf(indicator, a.cell.figure) - rankOf(indicator, b.cell.figure) || a.child.id - b.child.id,
    );
  const top = sums ? Math.max(1, ...rows.map(({ cell }) => amountOf(indicator, cell.figure) ?? 0)) : 100;
  const below = rows.reduce(
    (sum, { cell }) => ({ part: sum.part + cell.figure.part, whole: sum.whole + cell.figure.whole }),
    { part: 0, whole: 0 },
  );
  const lacks = over ? indicator.missing[locale] : t(mean ? "page.total" : "page.missing");
  const apart = own.figure.whole - below.whole;
  return (
    <Card
      title={`${indicator.id} ${indicator.name[locale]}`}
      action={
        <span className="flex flex-wrap items-center justify-end gap-x-4">
          {mark}
          <Link
            href={indicatorHref(indicator, board.unit.id, board.period)}
            className="inline-flex min-h-touch items-center desk:min-h-6"
          >
            {t("history.open")}
          </Link>
          <HowCounted indicator={indicator} asOf={board.asOf} steps={own.steps} end />
        </span>
      }
    >
      <div className="mb-3 flex flex-wrap items-end gap-x-8 gap-y-3">
        <Metric
          label={indicator.name[locale]}
          value={words.value(own.figure)}
          href={rowsHref(indicator.id, board.unit.id, board.period, "all")}
          state={own.light}
          target={
            over && targetText && own.short > 0
              ? `${targetText} · ${t("card.above", { n: own.short, caseUnit: words.unit })}`
              : targetText
          }
          gap={own.short > 0 && !over ? words.amount(own.short) : undefined}
        />
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          {sums ? (
            <>
              <Link href={rowsHref(indicator.id, board.unit.id, board.period, "missing")}>
                {mean || over
                  ? t("rows.added", { value: words.amount(sumOf(indicator, own.figure.part)) })
                  : `${t("page.most")} ${most === undefined ? f.none : words.amount(most)}`}
              </Link>
              <Link href={rowsHref(indicator.id, board.unit.id, board.period, "all")}>
                {t("page.of", { n: own.figure.whole, caseUnit: over ? over.unit[locale] : caseUnit })}
              </Link>
            </>
          ) : (
            <>
              <Link href={rowsHref(indicator.id, board.unit.id, board.period, "met")}>
                {t("rows.part.met")} {f.number(own.figure.part)} {caseUnit}
              </Link>
              <Link href={rowsHref(indicator.id, board.unit.id, board.period, "missing")}>
                {t("rows.part.missing")} {words.amount(missingOf(own))}
              </Link>
            </>
          )}
          {(indicator.slices ?? []).map((slice) => (
            <Link
              key={slice.key}
              href={rowsHref(indicator.id, board.unit.id, board.period, "met", slice.key)}
            >
              {slice.name[locale]} {f.number(slices?.[slice.key] ?? 0)} {caseUnit}
            </Link>
          ))}
          <span className="text-ink-2">
            {t("page.change")} {words.change(own.figure, own.before) ?? f.none}
          </span>
        </p>
      </div>
      <HowItWent
        name={indicator.name[locale]}
        points={own.series.map(({ period, figure, line }) => ({
          period,
          value: amountOf(indicator, figure),
          text: words.rate(figure),
          due:
            line === null ? null : { value: targetLine(indicator, line, figure), text: words.target(line) },
        }))}
        target={targetText}
      />
      {own.target === null && indicator.scored ? <p className="mb-2 text-ink-2">{t("target.none")}</p> : null}
      {setTarget && indicator.scored ? (
        <TargetForm board={board} indicator={indicator} now={own.target} steps={own.steps} save={setTarget} />
      ) : null}
      {mayDivide && indicator.scored && rows.length > 0 ? (
        <div className="mb-3 print:hidden">
          <LinkButton
            href={`/cockpit/divide?i=${indicator.id}&u=${board.unit.id}&p=${board.period.slice(0, 4)}`}
          >
            {t("shares.open")}
          </LinkButton>
        </div>
      ) : null}
      {rows.length === 0 ? (
        <p className="text-ink-2">{t("matrix.none")}</p>
      ) : (
        <>
          <Table caption={t(sums && !mean ? "page.childrenSum" : "page.children")} showCaption stacked>
            <Head>
              <Column>{t("page.unit")}</Column>
              <Column numeric>{t("page.value")}</Column>
              <Column width="wide">{indicator.name[locale]}</Column>
              <Column numeric>{lacks}</Column>
              <Column numeric>{t("page.change")}</Column>
            </Head>
            <Body>
              {rows.map(({ child, cell }) => (
                <Row key={child.id}>
                  <Cell head nowrap>
                    <ChildName child={child} item={indicator.item} period={board.period} light={cell.light} />
                  </Cell>
                  <Cell label={t("page.value")} numeric>
                    <Link
                      href={rowsHref(indicator.id, child.id, board.period, "all")}
                      data-metric
                      className="inline-flex min-h-6 items-center"
                    >
                      {words.rate(cell.figure)}
                    </Link>
                  </Cell>
                  <Cell hideStacked>
                    <Bullet
                      name={child.name}
                      value={amountOf(indicator, cell.figure)}
                      top={top}
                      target={cell.due === null ? undefined : targetLine(indicator, cell.due, cell.figure)}
                      valueText={words.rate(cell.figure)}
                      state={cell.light}
                    />
                  </Cell>
                  <Cell label={lacks} numeric>
                    {missingOf(cell) > 0 ? (
                      <Link
                        href={rowsHref(indicator.id, child.id, board.period, "missing")}
                        className="inline-flex min-h-6 items-center"
                      >
                        {t("page.open", { n: sumOf(indicator, missingOf(cell)), caseUnit: words.unit })}
                      </Link>
                    ) : (
                      "0"
                    )}
                  </Cell>
                  <Cell label={t("page.change")} numeric>
                    {words.change(cell.figure, cell.before) ?? <EmptyMark why="notApplicable" />}
                  </Cell>
                </Row>
              ))}
            </Body>
          </Table>
          <p className="mt-2 text-ink-2 text-note">
            {sums && !over
              ? t("page.added", { n: sumOf(indicator, below.part), unit: words.unit })
              : t("page.sum", { part: below.part, whole: below.whole })}
            {apart > 0
              ? ` · ${t("page.apart", { n: apart, caseUnit: over ? over.unit[locale] : caseUnit })}`
              : ""}
          </p>
        </>
      )}
    </Card>
  );
}

/** What asks for most attention first: low rates, large sums; without a case last. */
const rankOf = (indicator: Ratio, figure: { part: number; whole: number }): number => {
  const value = amountOf(indicator, figure);
  if (value === null) return Number.MAX_SAFE_INTEGER;
  return indicator.adds && !indicator.adds.mean ? -value : value;
};
