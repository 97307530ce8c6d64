/** One indicator at units beside each other: sorted bars with their place, twelve periods on one scale, and small pictures of each over time. */
import { getLocale, getTranslations } from "next-intl/server";
import { Bullet } from "#components/charts/bullet.tsx";
import { Multiples } from "#components/charts/multiples.tsx";
import { Sparkline } from "#components/charts/sparkline.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import { withParams } from "#lib/base/url-state.ts";
import type { ComparedCell, Comparison } from "#lib/domains/cockpit/compare-query.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { ComparedFigure } from "./compared-figure.tsx";
import { amountOf, figureWords, isCount, targetLine } from "./figure-words.ts";
import { boardHref, indicatorHref } from "./figures.ts";
import { HowCounted } from "./how-counted.tsx";

type Props = { view: Comparison; row: Comparison["rows"][number]; params: URLSearchParams };

export async function CompareCard({ view, row: { indicator, cells }, params }: Props) {
  const t = await getTranslations("compare");
  const common = await getTranslations("common");
  const f = await getFormats();
  const locale = await getLocale();
  const words = await figureWords(indicator);
  const name = indicator.name[locale];
  const sorted = [...cells].sort(byNeed(indicator));
  const amounts = cells.map(({ figure }) => (figure ? amountOf(indicator, figure) : null));
  const top = indicator.adds || isCount(indicator) ? Math.max(1, ...amounts.map((one) => one ?? 0)) : 100;
  const history = cells.flatMap(({ series }) =>
    series.map(({ figure }) => (figure ? amountOf(indicator, figure) : null)).filter((one) => one !== null),
  );
  const scale = { bottom: Math.min(...history), top: Math.max(...history) };
  const last = sorted.find(({ place }) => place !== null);
  const best = sorted.findLast(({ place }) => place !== null);
  const told = last && best && last.place?.place !== best.place?.place;
  const target = cells.find((cell) => cell.target !== null && cell.figure);
  const line =
    target?.target != null &&
    target.figure &&
    !isCount(indicator) &&
    !(indicator.adds && !indicator.adds.over)
      ? targetLine(indicator, target.target, target.figure)
      : undefined;
  const alone = view.indicators.length === 1;
  return (
    <Card
      title={
        told
          ? t("finding", {
              unit: last.unit.name,
              name,
              value: last.figure ? words.value(last.figure) : f.none,
            })
          : name
      }
      note={`${indicator.id} ${name} · ${f.period(view.period)} · ${t(`group.${view.peers ? "beside" : "below"}`, { n: view.group.length })}`}
      action={
        <>
          {alone ? null : (
            <Link
              href={withParams("/compare", params, { i: indicator.id, item: null })}
              className="inline-flex min-h-6 items-center"
            >
              {t("only")}
            </Link>
          )}
          <HowCounted indicator={indicator} asOf={view.asOf} end />
        </>
      }
    >
      <Table caption={t("caption", { name })} stacked>
        <Head>
          <Column>{t("unit")}</Column>
          <Column numeric>{t("place")}</Column>
          <Column numeric>{t("value")}</Column>
          <Column width="wide">{name}</Column>
          <Column numeric>{t("change")}</Column>
          <Column>{t("periods", { n: cells[0]?.series.length ?? 0 })}</Column>
        </Head>
        <Body>
          {sorted.map(({ unit, figure, before, light, place, series }) => (
            <Row key={unit.id} selected={unit.id === view.unit.id}>
              <Cell head nowrap>
                <span className="inline-flex items-center gap-1.5">
                  {unit.reached ? (
                    <>
                      <Shape state={light} />
                      <span className="sr-only">{common(`light.${light}`)}</span>
                      <Link
                        href={boardHref(unit.id, view.period)}
                        className="inline-flex min-h-touch items-center desk:min-h-6"
                      >
                        {unit.name}
                      </Link>
                    </>
                  ) : (
                    unit.name
                  )}
                </span>
              </Cell>
              <Cell label={t("place")} numeric>
                {place ? t(place.tied > 1 ? "tied" : "of", place) : <EmptyMark why="notApplicable" />}
              </Cell>
              <Cell label={t("value")} numeric>
                <ComparedFigure indicator={indicator} cell={{ unit, figure }} period={view.period} />
              </Cell>
              <Cell hideStacked>
                {figure ? (
                  <Bullet
                    name={unit.name}
                    value={amountOf(indicator, figure)}
                    top={top}
                    target={line}
                    valueText={words.rate(figure)}
                    state={unit.reached ? light : undefined}
                  />
                ) : null}
              </Cell>
              <Cell label={t("change")} numeric>
                {(figure && before && words.change(figure, before)) ?? <EmptyMark why="notApplicable" />}
              </Cell>
              <Cell hideStacked>
                <Sparkline
                  name={unit.name}
                  values={series.map((point) => (point.figure ? amountOf(indicator, point.figure) : null))}
                  last={figure ? words.value(figure) : f.none}
                  {...scale}
                />
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
      <p className="mt-1 mb-3 text-ink-2 text-note">{t("scale")}</p>
      {alone ? (
        <Multiples
          id={indicator.id.replace(".", "-")}
          title={t("multiples", { n: cells[0]?.series.length ?? 0 })}
          target={line}
          items={cells.map(({ unit, figure, series }) => ({
            id: unit.id,
            name: unit.name,
            values: series.map((point) => (point.figure ? amountOf(indicator, point.figure) : null)),
            last: figure ? words.value(figure) : t("few"),
            href: unit.reached ? indicatorHref(indicator, unit.id, view.period) : undefined,
          }))}
        />
      ) : null}
    </Card>
  );
}

/** Who needs asking first: the last place before the first; of numbers the smaller before the larger; what is not told at the end. */
const byNeed = (indicator: Parameters<typeof amountOf>[0]) => (a: ComparedCell, b: ComparedCell) => {
  const rank = ({ place, figure }: ComparedCell) =>
    place ? -place.place : figure && isCount(indicator) ? figure.part : Number.MAX_SAFE_INTEGER;
  return rank(a) - rank(b) || a.unit.id - b.unit.id;
};
