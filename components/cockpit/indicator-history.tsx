/** The course of one indicator at one unit: its value and what is due, the line with its target, the same as a table, and both as files. */
import { getLocale, getTranslations } from "next-intl/server";
import { HistoryLine } from "#components/charts/history-line.tsx";
import { SavePicture } from "#components/charts/save-picture.tsx";
import { Sparkline } from "#components/charts/sparkline.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Metric } from "#components/ui/metric.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import { isWithin, kindOf, type Period, placeInYear, yearOf } from "#lib/base/period.ts";
import { withParams } from "#lib/base/url-state.ts";
import type { IndicatorBoard } from "#lib/domains/cockpit/queries.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { amountOf, figureWords, targetLine } from "./figure-words.ts";
import { indicatorHref, rowsHref } from "./figures.ts";

type Props = { board: IndicatorBoard; params: URLSearchParams; today: string; demo: boolean };

export async function IndicatorHistory({ board, params, today, demo }: Props) {
  const t = await getTranslations("cockpit");
  const common = await getTranslations("common");
  const compare = await getTranslations("compare");
  const f = await getFormats();
  const locale = await getLocale();
  const { indicator, unit, period, asOf } = board;
  const own = board.own[0]!;
  const words = await figureWords(indicator);
  const name = indicator.name[locale];
  const path = `/cockpit/${indicator.item}/${indicator.id}`;
  // By the target of each period's time, as it was due by then; of a sum as its own cases allowed.
  const line = own.series.map(({ line: due, figure }) =>
    due === null ? null : targetLine(indicator, due, figure),
  );
  const target =
    own.target === null
      ? undefined
      : {
          value: targetLine(indicator, own.target, own.figure),
          text: t("card.target", { value: words.target(own.target) }),
          line,
        };
  const shown = own.series.length;
  const subtitle = `${unit.name} · ${f.period(period)}（${common("period.asOf", { day: asOf })}）`;
  const file = `/api/compare/export?${new URLSearchParams({ i: indicator.id, u: String(unit.id), p: period, own: "1", n: String(shown), format: "csv" })}`;
  const known = own.series.flatMap(({ figure }) => amountOf(indicator, figure) ?? []);
  /** Of two years of months every third, and the year where it begins. */
  const tick = (at: Period) => {
    const place = placeInYear(at);
    if (kindOf(at) === "month" && shown > 13 && place % 3 !== 1) return null;
    return kindOf(at) !== "year" && place === 1 ? `${yearOf(at)} ${f.shortPeriod(at)}` : f.shortPeriod(at);
  };
  return (
    <section data-picture="" aria-label={name}>
      <Card
        title={t("history.title", { n: shown })}
        note={subtitle}
        action={
          <>
            <LinkButton
              size="small"
              href={withParams(path, params, { n: params.get("n") === "12" ? null : "12" })}
            >
              {t(params.get("n") === "12" ? "history.two" : "history.one")}
            </LinkButton>
            <span className="handset:hidden">
              <SavePicture
                label={t("history.picture")}
                fileName={`${indicator.id}-${unit.name}-${period}.png`}
                lines={[
                  `${unit.name} ${name} ${words.value(own.figure)}`,
                  subtitle,
                  ...(demo ? [common("demo.banner")] : []),
                ]}
              />
            </span>
            <LinkButton size="small" href={file} download>
              {compare("csv")}
            </LinkButton>
          </>
        }
      >
        <div className="mb-3 flex flex-wrap items-end gap-x-8 gap-y-2">
          <Metric
            label={name}
            value={words.value(own.figure)}
            href={rowsHref(indicator.id, unit.id, period, "all")}
            state={own.light}
            target={own.target === null ? undefined : words.target(own.target)}
            gap={own.short > 0 ? words.amount(own.short) : undefined}
          />
          <p className="text-ink-2">
            {t("page.change")} {words.change(own.figure, own.before) ?? f.none}
          </p>
        </div>
        <div className="mb-2 desk:hidden">
          <Sparkline
            name={name}
            values={own.series.map(({ figure }) => amountOf(indicator, figure))}
            line={target?.line}
            last={words.value(own.figure)}
            targetText={target?.text}
          />
        </div>
        <div className="mb-2 handset:hidden">
          <HistoryLine
            name={t("history.chart", { name, n: shown })}
            points={own.series.map(({ period: at, figure }) => ({
              label: f.period(at),
              tick: tick(at),
              value: amountOf(indicator, figure),
              text: words.value(figure),
              href: rowsHref(indicator.id, unit.id, at, "all"),
            }))}
            target={target}
            running={isWithin(period, today) ? common("period.asOf", { day: f.monthDay(asOf) }) : null}
          />
        </div>
        <p className="text-ink-2 text-note handset:hidden">
          {t("history.read")}
          {known.length > 0 && Math.min(...known) > 0 ? t("history.cut") : null}
        </p>
        <details className="mt-2">
          <summary className="inline-flex min-h-touch min-w-14 cursor-pointer items-center text-link desk:min-h-6">
            {common("trend.table")}
          </summary>
          <Table caption={t("history.table", { name })} stacked>
            <Head>
              <Column>{common("trend.period")}</Column>
              <Column numeric>{common("trend.value")}</Column>
              {indicator.scored ? <Column numeric>{t("history.due")}</Column> : null}
              <Column numeric>{t("page.change")}</Column>
            </Head>
            <Body>
              {own.series.toReversed().map(({ period: at, figure, line: due }, nth, all) => {
                const before = all[nth + 1]?.figure;
                return (
                  <Row key={at}>
                    <Cell head nowrap>
                      <Link
                        href={indicatorHref(indicator, unit.id, at)}
                        className="inline-flex min-h-touch items-center desk:min-h-6"
                      >
                        {f.period(at)}
                      </Link>
                    </Cell>
                    <Cell label={common("trend.value")} numeric>
                      <Link
                        href={rowsHref(indicator.id, unit.id, at, "all")}
                        data-metric
                        className="inline-flex min-h-touch items-center desk:min-h-6"
                      >
                        {words.rate(figure)}
                      </Link>
                    </Cell>
                    {indicator.scored ? (
                      <Cell label={t("history.due")} numeric>
                        {due === null ? <EmptyMark /> : words.target(due)}
                      </Cell>
                    ) : null}
                    <Cell label={t("page.change")} numeric>
                      {(before && words.change(figure, before)) ?? <EmptyMark why="notApplicable" />}
                    </Cell>
                  </Row>
                );
              })}
            </Body>
          </Table>
        </details>
      </Card>
    </section>
  );
}
