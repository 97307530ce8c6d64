/** One indicator at one unit: value against what is due, twelve periods, and the units below from low to high with their gaps. */

import { getLocale, getTranslations } from "next-intl/server";
import { Bullet } from "#components/charts/bullet.tsx";
import { Sparkline } from "#components/charts/sparkline.tsx";
import { Trend } from "#components/charts/trend.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Metric } from "#components/ui/metric.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { percentOf } from "#lib/base/percent.ts";
import type { TargetSet } from "#lib/domains/cockpit/commands/set-target.ts";
import type { Board } from "#lib/domains/cockpit/queries.ts";
import { getFormats } from "#lib/i18n/format.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import { itemHref, percentValue, rowsHref, targetPercent } from "./figures.ts";
import { HowCounted } from "./how-counted.tsx";
import { TargetForm } from "./target-form.tsx";

type Props = {
  board: Board;
  indicator: Ratio;
  /** Present where the viewer may set the target of this unit. */
  setTarget: FormAction<TargetSet> | null;
};

export async function IndicatorPanel({ board, indicator, setTarget }: Props) {
  const t = await getTranslations("cockpit");
  const common = await getTranslations("common");
  const f = await getFormats();
  const locale = await getLocale();
  const own = board.own.find((cell) => cell.indicator === indicator);
  if (!own) return null;
  const caseUnit = indicator.caseUnit[locale];
  const target = own.target === null ? undefined : targetPercent(own.target);
  const change = (now: { part: number; whole: number }, before: { part: number; whole: number }) => {
    const [a, b] = [percentOf(now), percentOf(before)];
    return a === null || b === null ? null : f.points(a - b);
  };
  const rows = board.children
    .map((child) => ({ child, cell: child.cells.find((cell) => cell.indicator === indicator) }))
    .filter((row): row is typeof row & { cell: NonNullable<typeof row.cell> } => row.cell !== undefined)
    .sort(
      (a, b) =>
        (percentOf(a.cell.figure) ?? 101) - (percentOf(b.cell.figure) ?? 101) || a.child.id - b.child.id,
    );
  const below = rows.reduce(
    (sum, { cell }) => ({ part: sum.part + cell.figure.part, whole: sum.whole + cell.figure.whole }),
    { part: 0, whole: 0 },
  );
  const apart = own.figure.whole - below.whole;
  return (
    <Card
      title={`${indicator.id} ${indicator.name[locale]}`}
      action={<HowCounted indicator={indicator} asOf={board.asOf} />}
    >
      <div className="mb-3 flex flex-wrap items-end gap-x-8 gap-y-3">
        <Metric
          label={indicator.name[locale]}
          value={f.percent(own.figure)}
          href={rowsHref(indicator.id, board.unit.id, board.period, "all")}
          state={own.light}
          target={target === undefined ? undefined : `${target}%`}
          gap={own.short > 0 ? `${f.number(own.short)} ${caseUnit}` : undefined}
        />
        <p className="flex gap-4">
          <Link href={rowsHref(indicator.id, board.unit.id, board.period, "met")}>
            {t("rows.part.met")} {f.number(own.figure.part)} {caseUnit}
          </Link>
          <Link href={rowsHref(indicator.id, board.unit.id, board.period, "missing")}>
            {t("rows.part.missing")} {f.number(own.figure.whole - own.figure.part)} {caseUnit}
          </Link>
          <span className="text-ink-2">
            {t("page.change")} {change(own.figure, own.before) ?? f.none}
          </span>
        </p>
        <div className="desk:hidden">
          <p className="text-ink-2 text-note">{t("page.trend")}</p>
          <Sparkline
            name={indicator.name[locale]}
            values={own.series.map((point) => percentValue(point.figure))}
            target={target}
            last={f.percent(own.figure)}
            targetText={target === undefined ? undefined : `${target}%`}
          />
        </div>
      </div>
      <div className="mb-4 handset:hidden">
        <Trend
          name={t("page.trend")}
          points={own.series.map((point) => ({
            period: point.period,
            label: f.shortPeriod(point.period),
            value: percentValue(point.figure),
            text: f.rate(point.figure),
          }))}
          target={target === undefined ? undefined : { value: target, text: `${target}%` }}
        />
      </div>
      {own.target === null ? <p className="mb-2 text-ink-2">{t("target.none")}</p> : null}
      {setTarget ? (
        <TargetForm board={board} indicator={indicator} now={own.target} save={setTarget} />
      ) : null}
      {rows.length === 0 ? (
        <p className="text-ink-2">{t("matrix.none")}</p>
      ) : (
        <>
          <Table caption={t("page.children")} showCaption stacked>
            <Head>
              <Column>{t("page.unit")}</Column>
              <Column numeric>{t("page.value")}</Column>
              <Column width="wide">{indicator.name[locale]}</Column>
              <Column numeric>{t("page.missing")}</Column>
              <Column numeric>{t("page.change")}</Column>
            </Head>
            <Body>
              {rows.map(({ child, cell }) => (
                <Row key={child.id}>
                  <Cell head nowrap>
                    <Link
                      href={itemHref(indicator.item, child.id, board.period)}
                      className="inline-flex min-h-6 items-center gap-1.5"
                    >
                      <Shape state={cell.light} />
                      <span className="sr-only">{common(`light.${cell.light}`)}</span>
                      {child.name}
                    </Link>
                  </Cell>
                  <Cell label={t("page.value")} numeric>
                    <Link
                      href={rowsHref(indicator.id, child.id, board.period, "all")}
                      data-metric
                      className="inline-flex min-h-6 items-center"
                    >
                      {f.rate(cell.figure)}
                    </Link>
                  </Cell>
                  <Cell hideStacked>
                    <Bullet
                      name={child.name}
                      value={percentOf(cell.figure)}
                      top={100}
                      target={cell.due === null ? undefined : targetPercent(cell.due)}
                      valueText={f.rate(cell.figure)}
                      state={cell.light}
                    />
                  </Cell>
                  <Cell label={t("page.missing")} numeric>
                    {cell.figure.whole > cell.figure.part ? (
                      <Link
                        href={rowsHref(indicator.id, child.id, board.period, "missing")}
                        className="inline-flex min-h-6 items-center"
                      >
                        {t("page.open", { n: cell.figure.whole - cell.figure.part, caseUnit })}
                      </Link>
                    ) : (
                      "0"
                    )}
                  </Cell>
                  <Cell label={t("page.change")} numeric>
                    {change(cell.figure, cell.before) ?? <EmptyMark why="notApplicable" />}
                  </Cell>
                </Row>
              ))}
            </Body>
          </Table>
          <p className="mt-2 text-ink-2 text-note">
            {t("page.sum", { part: below.part, whole: below.whole })}
            {apart > 0 ? ` · ${t("page.apart", { n: apart, caseUnit })}` : ""}
          </p>
        </>
      )}
    </Card>
  );
}
