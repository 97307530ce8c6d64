/** An indicator that is a number of cases at one unit: how many, of how many by now, twelve periods, and each unit below with its share of the target. */

import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Bullet } from "#components/charts/bullet.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Metric } from "#components/ui/metric.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { TargetSet } from "#lib/domains/cockpit/commands/set-target.ts";
import type { Board } from "#lib/domains/cockpit/queries.ts";
import { getFormats } from "#lib/i18n/format.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import { indicatorHref, rowsHref } from "./figures.ts";
import { HowCounted } from "./how-counted.tsx";
import { ChildName, HowItWent } from "./panel-parts.tsx";
import { TargetForm } from "./target-form.tsx";

type Props = {
  board: Board;
  indicator: Ratio;
  /** Present where the viewer may set the target of this unit. */
  setTarget: FormAction<TargetSet> | null;
  /** The viewer may set the targets of the units below. */
  mayDivide: boolean;
  /** What was instructed about the figure of this unit, or the button that does. */
  mark?: ReactNode;
};

export async function CountPanel({ board, indicator, setTarget, mayDivide, mark }: Props) {
  const t = await getTranslations("cockpit");
  const f = await getFormats();
  const locale = await getLocale();
  const own = board.own.find((cell) => cell.indicator === indicator);
  if (!own) return null;
  const caseUnit = indicator.caseUnit[locale];
  const said = ({ part }: { part: number }) => `${f.number(part)} ${caseUnit}`;
  const target = own.target === null ? undefined : `${f.number(own.target)} ${caseUnit}`;
  const rows = board.children
    .map((child) => ({ child, cell: child.cells.find((cell) => cell.indicator === indicator) }))
    .filter((row): row is typeof row & { cell: NonNullable<typeof row.cell> } => row.cell !== undefined)
    .sort((a, b) => b.cell.short - a.cell.short || a.child.id - b.child.id);
  const divided = rows.reduce((sum, { cell }) => sum + (cell.target ?? 0), 0);
  const most = Math.max(1, ...rows.flatMap(({ cell }) => [cell.figure.part, cell.target ?? 0]));
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
          value={f.number(own.figure.part)}
          unit={caseUnit}
          href={rowsHref(indicator.id, board.unit.id, board.period, "all")}
          state={own.light}
          target={target}
          gap={own.short > 0 ? `${f.number(own.short)} ${caseUnit}` : undefined}
        />
        {own.due !== null && own.due !== own.target ? (
          <p className="text-ink-2">{t("count.due", { n: own.due, caseUnit })}</p>
        ) : null}
      </div>
      <HowItWent
        name={indicator.name[locale]}
        points={own.series.map(({ period, figure, line }) => ({
          ...{ period, value: figure.part, text: said(figure) },
          due: line === null ? null : { value: line, text: said({ part: line }) },
        }))}
        target={target}
      />
      {indicator.scored && own.target === null ? <p className="mb-2 text-ink-2">{t("target.none")}</p> : null}
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
        <Table caption={t("count.children")} showCaption stacked>
          <Head>
            <Column>{t("page.unit")}</Column>
            <Column numeric>{t("page.value")}</Column>
            {indicator.scored ? <Column numeric>{t("count.target")}</Column> : null}
            <Column width="wide">{indicator.name[locale]}</Column>
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
                    {f.number(cell.figure.part)}
                  </Link>
                </Cell>
                {indicator.scored ? (
                  <Cell label={t("count.target")} numeric>
                    {cell.target === null ? <EmptyMark /> : f.number(cell.target)}
                  </Cell>
                ) : null}
                <Cell hideStacked>
                  <Bullet
                    name={child.name}
                    value={cell.figure.part}
                    top={most}
                    target={cell.due ?? undefined}
                    valueText={said(cell.figure)}
                    state={cell.light}
                  />
                </Cell>
              </Row>
            ))}
          </Body>
        </Table>
      )}
      {indicator.scored && rows.length > 0 && own.target !== null ? (
        <p className="mt-2 text-ink-2 text-note">
          {t("count.divided", { divided, target: own.target, caseUnit })}
        </p>
      ) : null}
    </Card>
  );
}
