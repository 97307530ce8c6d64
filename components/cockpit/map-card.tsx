/** The counties by one item, on the approved map where one is shown, else as tiles; both choices are links and stand in the address (ux.md §3.1). */
import { getLocale, getTranslations } from "next-intl/server";
import { TileMap } from "#components/charts/tile-map.tsx";
import { BoundaryDrawing } from "#components/maps/boundary-drawing.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Card } from "#components/ui/card.tsx";
import { DownIcon } from "#components/ui/icons.tsx";
import Link from "#components/ui/link.tsx";
import { shortPlace } from "#lib/base/names.ts";
import { withParams } from "#lib/base/url-state.ts";
import { itemLight } from "#lib/domains/cockpit/board.ts";
import type { Board } from "#lib/domains/cockpit/queries.ts";
import type { ShownMap } from "#lib/domains/maps/queries.ts";
import { getFormats } from "#lib/i18n/format.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import { amountOf, figureWords, isCount, isShareOfSums } from "./figure-words.ts";
import { itemHref } from "./figures.ts";

type Props = { board: Board; params: URLSearchParams; map: ShownMap | null };

export async function MapCard({ board, params, map }: Props) {
  const t = await getTranslations("cockpit");
  const f = await getFormats();
  const locale = await getLocale();
  const headlines = board.own.map(({ indicator }) => indicator).filter(({ headline }) => headline);
  const mapped = headlines.find(({ item }) => item === params.get("item")) ?? headlines[0];
  if (!mapped) return null;
  const words = await figureWords(mapped);
  const told = board.children.flatMap((child) => {
    const cell = child.cells.find((one) => one.indicator === mapped);
    return cell ? [{ child, cell, amount: amountOf(mapped, cell.figure) }] : [];
  });
  const shade = shadesOf(
    mapped,
    told.map(({ amount }) => amount),
  );
  const parts = told.map(({ child, cell, amount }) => ({
    divisionId: child.id,
    code: child.code ?? "",
    name: shortPlace(child.name),
    valueText: cell.figure.whole === 0 && !isCount(mapped) ? f.none : words.value(cell.figure),
    share: amount === null ? null : shade(amount),
    state: itemLight([cell]).light,
    href: itemHref(mapped.item, child.id, board.period),
  }));
  const fitting = map && fits(map, board) ? map : null;
  const shown = params.get("map") === "tiles" ? null : fitting;
  const title = t(shown ? "map.boundaries" : "map.title", { name: mapped.name[locale] });
  const action = (
    <span className="flex items-center gap-1">
      {fitting ? (
        <Link
          href={withParams("/cockpit", params, { map: shown ? "tiles" : null })}
          scroll={false}
          className={buttonClass({ size: "small", kind: "quiet" })}
        >
          {t(shown ? "map.toTiles" : "map.toBoundaries")}
        </Link>
      ) : null}
      <ItemChoice items={headlines} now={mapped} params={params} />
    </span>
  );
  return (
    <Card title={title} action={action}>
      {shown ? (
        <BoundaryDrawing
          title={title}
          drawing={shown.drawing}
          approvalNo={shown.approvalNo}
          parts={parts.map(({ divisionId, name, ...cell }) => ({ divisionId, name, told: cell }))}
          legend={(await getTranslations("common"))("tiles.legend")}
        />
      ) : (
        <TileMap title={title} tiles={parts} />
      )}
    </Card>
  );
}

/** Counties that were merged or founded since are not on it: a map that shows another prefecture than the numbers is left away. */
function fits({ drawing }: ShownMap, { children }: Board): boolean {
  const drawn = new Set(drawing.shapes.map(({ divisionId }) => divisionId));
  return drawn.size === children.length && children.every(({ id }) => drawn.has(id));
}

/** A rate is held against half to whole, anything else against the largest of its neighbors. */
function shadesOf(indicator: Ratio, amounts: readonly (number | null)[]): (amount: number) => number {
  const rate = !isCount(indicator) && !indicator.adds && !isShareOfSums(indicator);
  if (rate) return (percent) => Math.max(0, (percent - 50) / 50);
  const top = Math.max(...amounts.map((amount) => amount ?? 0), 0);
  return (amount) => (top === 0 ? 0 : amount / top);
}

type ChoiceProps = { items: readonly Ratio[]; now: Ratio; params: URLSearchParams };

async function ItemChoice({ items, now, params }: ChoiceProps) {
  const t = await getTranslations("cockpit");
  return (
    <details data-popover name="map" className="group relative">
      <summary aria-label={t("map.switch")} className={buttonClass({ size: "small", kind: "quiet" })}>
        {t(`short.${now.item}`)}
        <DownIcon className="size-3.5 text-ink-3 group-open:rotate-180" />
      </summary>
      <ul className="absolute right-0 z-20 mt-1 w-40 rounded-card border border-line bg-card py-1 shadow-over">
        {items.map(({ item }) => (
          <li key={item}>
            <Link
              href={withParams("/cockpit", params, { item })}
              scroll={false}
              aria-current={item === now.item ? "true" : undefined}
              className="flex min-h-touch items-center px-3 text-ink no-underline hover:bg-hover hover:no-underline aria-[current]:font-semibold desk:min-h-8"
            >
              {t(`short.${item}`)}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
