/** Children × ten items as shapes: readable in black and white; each shape opens that unit's item. On a phone a list of the units. */

import { getLocale, getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { Body, Column, Head, Row, Table, Cell as TableCell } from "#components/ui/table.tsx";
import { tone } from "#components/ui/tone.ts";
import type { Cell } from "#lib/domains/cockpit/board.ts";
import type { Board } from "#lib/domains/cockpit/queries.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { ITEMS } from "#lib/indicators/items.ts";
import { isCount } from "./figure-words.ts";
import { boardHref, itemHref } from "./figures.ts";
import { type UnitLights, unitLights } from "./unit-lights.ts";

export async function Matrix({ board, params }: { board: Board; params: URLSearchParams }) {
  const t = await getTranslations("cockpit");
  const rows = unitLights(board, params);
  const sorts = new URLSearchParams(params);
  if (!sorts.has("sort")) sorts.set("sort", "-behind");
  const sort = (field: string) => ({ path: "/cockpit", params: sorts, field });
  return (
    <>
      <UnitList rows={rows} board={board} />
      <div className="handset:hidden desk:[&>[data-copies]>div:first-child]:-mt-9 desk:[--row:1.75rem]">
        <Table caption={t("matrix.title", { unit: board.unit.name })} scrolls>
          <Head>
            <Column pin sort={sort("unit")}>
              {t("matrix.unit")}
            </Column>
            {ITEMS.map(({ code }) => (
              <Column key={code} center>
                {t(`short.${code}`)}
              </Column>
            ))}
            <Column numeric sort={sort("behind")}>
              {t("matrix.behind")}
            </Column>
            <Column numeric>{t("matrix.watch")}</Column>
          </Head>
          <Body>
            {rows.map((row) => (
              <Row key={row.child.id}>
                <TableCell head pin nowrap>
                  <Link
                    href={boardHref(row.child.id, board.period)}
                    className="inline-flex min-h-6 items-center"
                  >
                    {row.child.name}
                  </Link>
                </TableCell>
                {row.items.map((item) => (
                  <TableCell key={item.code} center>
                    <Light item={item} row={row} period={board.period} />
                  </TableCell>
                ))}
                <TableCell numeric>{row.behind}</TableCell>
                <TableCell numeric>{row.watch}</TableCell>
              </Row>
            ))}
          </Body>
        </Table>
      </div>
    </>
  );
}

type LightProps = { item: UnitLights["items"][number]; row: UnitLights; period: Board["period"] };

async function Light({ item: { code, state, headline }, row: { child }, period }: LightProps) {
  const t = await getTranslations("cockpit");
  const common = await getTranslations("common");
  const f = await getFormats();
  const locale = await getLocale();
  const said = ({ indicator, figure }: Cell) =>
    isCount(indicator) ? `${f.number(figure.part)} ${indicator.caseUnit[locale]}` : f.rate(figure);
  const value = headline ? said(headline) : "";
  const word = common(`light.${state}`);
  return (
    <Link
      href={itemHref(code, child.id, period)}
      className="inline-flex min-h-6 min-w-8 items-center justify-center"
      title={value || word}
    >
      <Shape state={state} />
      <span className="sr-only">
        {t("matrix.cell", { unit: child.name, item: t(`short.${code}`), word, value })}
      </span>
    </Link>
  );
}

/** One line for each unit: its name, and how many of its items are in which state. */
async function UnitList({ rows, board }: { rows: readonly UnitLights[]; board: Board }) {
  const t = await getTranslations("cockpit");
  return (
    <ul className="divide-y divide-line desk:hidden">
      {rows.map(({ child, items }) => (
        <li key={child.id}>
          <Link
            href={boardHref(child.id, board.period)}
            className="flex min-h-14 items-center justify-between gap-3 px-4 text-ink no-underline hover:no-underline"
          >
            <span className="font-semibold">{child.name}</span>
            <span className="flex flex-wrap justify-end gap-x-3">
              {(["behind", "watch", "ok"] as const).map((state) => {
                const n = items.filter((item) => item.state === state).length;
                if (n === 0) return null;
                return (
                  <span key={state} className={`inline-flex items-center gap-1 ${tone[state]}`}>
                    <Shape state={state} />
                    {t(`matrix.count.${state}`, { n })}
                  </span>
                );
              })}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
