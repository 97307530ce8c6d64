/** Units × indicators as one table: what goes into WPS with one button; sorted by the column that the address names. */
import { getLocale, getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import { sortOf } from "#lib/base/url-state.ts";
import type { Comparison } from "#lib/domains/cockpit/compare-query.ts";
import { worthOf } from "#lib/domains/cockpit/siblings.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { ComparedFigure } from "./compared-figure.tsx";
import { boardHref } from "./figures.ts";

export async function CompareTable({ view, params }: { view: Comparison; params: URLSearchParams }) {
  const t = await getTranslations("compare");
  const common = await getTranslations("common");
  const f = await getFormats();
  const locale = await getLocale();
  const units = sorted(view, params);
  return (
    <Table caption={t("table", { period: f.period(view.period) })} showCaption scrolls>
      <Head>
        <Column pin>{t("unit")}</Column>
        {view.rows.map(({ indicator }) => (
          <Column key={indicator.id} numeric sort={{ path: "/compare", params, field: indicator.id }}>
            {indicator.name[locale]}
          </Column>
        ))}
      </Head>
      <Body>
        {units.map((unit) => (
          <Row key={unit.id} selected={unit.id === view.unit.id}>
            <Cell head pin nowrap>
              {unit.reached ? (
                <Link href={boardHref(unit.id, view.period)} className="inline-flex min-h-6 items-center">
                  {unit.name}
                </Link>
              ) : (
                unit.name
              )}
            </Cell>
            {view.rows.map(({ indicator, cells }) => {
              const cell = cells.find((one) => one.unit.id === unit.id);
              return (
                <Cell key={indicator.id} numeric nowrap>
                  {cell ? (
                    <span className="inline-flex items-center gap-1.5">
                      <ComparedFigure indicator={indicator} cell={cell} period={view.period} />
                      {cell.unit.reached ? (
                        <>
                          <Shape state={cell.light} />
                          <span className="sr-only">{common(`light.${cell.light}`)}</span>
                        </>
                      ) : null}
                    </span>
                  ) : null}
                </Cell>
              );
            })}
          </Row>
        ))}
      </Body>
    </Table>
  );
}

function sorted(view: Comparison, params: URLSearchParams) {
  const units = view.rows[0]?.cells.map(({ unit }) => unit) ?? [];
  const sort = sortOf(
    params,
    view.indicators.map(({ id }) => id),
  );
  const row = view.rows.find(({ indicator }) => indicator.id === sort?.field);
  if (!sort || !row) return units;
  const worth = (id: number): number | null => {
    const figure = row.cells.find(({ unit }) => unit.id === id)?.figure;
    return figure ? (worthOf(row.indicator, figure) ?? (figure.whole > 0 ? figure.part : null)) : null;
  };
  const way = sort.down ? -1 : 1;
  return [...units].sort((a, b) => {
    const [one, other] = [worth(a.id), worth(b.id)];
    // What is not told stands last, whichever way the column is read.
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return (one - other) * way;
  });
}
