/** Children × ten items as shapes: readable in black and white; each shape opens that unit's item. */

import { getLocale, getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import { type LightState, Shape } from "#components/ui/shape.tsx";
import { Body, Column, Head, Row, Table, Cell as TableCell } from "#components/ui/table.tsx";
import { type Cell, itemLight } from "#lib/domains/cockpit/board.ts";
import type { Board } from "#lib/domains/cockpit/queries.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { ITEMS } from "#lib/indicators/items.ts";
import { isCount } from "./figure-words.ts";
import { boardHref, itemHref } from "./figures.ts";

export async function Matrix({ board }: { board: Board }) {
  const t = await getTranslations("cockpit");
  const common = await getTranslations("common");
  const f = await getFormats();
  const locale = await getLocale();
  const said = ({ indicator, figure }: Cell) =>
    isCount(indicator) ? `${f.number(figure.part)} ${indicator.caseUnit[locale]}` : f.rate(figure);
  const rows = board.children
    .map((child) => {
      const items = ITEMS.map(({ code }) => {
        const cells = child.cells.filter((cell) => cell.indicator.item === code);
        const headline = cells.find((cell) => cell.indicator.headline);
        const state: LightState = cells.length === 0 ? "off" : itemLight(cells).light;
        return { code, state, value: headline ? said(headline) : "" };
      });
      const count = (state: LightState) => items.filter((item) => item.state === state).length;
      return { child, items, behind: count("behind"), watch: count("watch") };
    })
    .sort((a, b) => b.behind - a.behind || b.watch - a.watch || a.child.id - b.child.id);
  return (
    <div className="desk:[--row:1.875rem]">
      <Table caption={t("matrix.title", { unit: board.unit.name })} scrolls>
        <Head>
          <Column pin>{t("matrix.unit")}</Column>
          {ITEMS.map(({ code }) => (
            <Column key={code} center>
              {t(`short.${code}`)}
            </Column>
          ))}
          <Column numeric>{t("matrix.behind")}</Column>
          <Column numeric>{t("matrix.watch")}</Column>
        </Head>
        <Body>
          {rows.map(({ child, items, behind, watch }) => (
            <Row key={child.id}>
              <TableCell head pin nowrap>
                <Link href={boardHref(child.id, board.period)} className="inline-flex min-h-6 items-center">
                  {child.name}
                </Link>
              </TableCell>
              {items.map(({ code, state, value }) => (
                <TableCell key={code} center>
                  <Link
                    href={itemHref(code, child.id, board.period)}
                    className="inline-flex min-h-6 min-w-8 items-center justify-center"
                    title={value || common(`light.${state}`)}
                  >
                    <Shape state={state} />
                    <span className="sr-only">
                      {t("matrix.cell", {
                        unit: child.name,
                        item: t(`short.${code}`),
                        word: common(`light.${state}`),
                        value,
                      })}
                    </span>
                  </Link>
                </TableCell>
              ))}
              <TableCell numeric>{behind}</TableCell>
              <TableCell numeric>{watch}</TableCell>
            </Row>
          ))}
        </Body>
      </Table>
    </div>
  );
}
