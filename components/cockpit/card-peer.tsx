/** The last line of a card: a county or township sees its place among its peers, whoever has none the weakest of its children (ux.md §3.1). */
import { getTranslations } from "next-intl/server";
import { shortPlace } from "#lib/base/names.ts";
import type { Board } from "#lib/domains/cockpit/queries.ts";
import { hasPeers } from "#lib/domains/cockpit/siblings.ts";
import { type FigureWords, isCount, isShareOfSums } from "./figure-words.ts";

type Props = { board: Board; own: Board["own"][number]; words: FigureWords };

export async function CardPeer({ board, own, words }: Props) {
  const t = await getTranslations("cockpit");
  const { level } = board.unit;
  if (own.place && hasPeers(level)) {
    const { place, among, tied, before } = own.place;
    const moved = before === null ? 0 : before - place;
    const way = moved > 0 ? "risen" : moved < 0 ? "fallen" : "stayed";
    return (
      <span className="text-ink-2 text-note" title={t(`card.place.${level}.long`)}>
        {t(`card.place.${level}.short`)}{" "}
        <span className="whitespace-nowrap">
          {t(tied > 1 ? "card.place.tied" : "card.place.of", { place, among })}
          {before === null ? null : ` ${t(`card.place.${way}`, { n: Math.abs(moved) })}`}
        </span>
      </span>
    );
  }
  const weakest = weakestOf(board, own);
  if (!weakest) return null;
  const falls = isShareOfSums(own.indicator);
  return (
    <span className="text-ink-2 text-note" title={weakest.name}>
      {t(falls ? "card.highest" : "card.lowest", {
        unit: shortPlace(weakest.name),
        value: words.value(weakest.figure),
      })}
    </span>
  );
}

/** Of numbers the lowest is not the weakest: units differ in size. */
function weakestOf(board: Board, { indicator }: Board["own"][number]) {
  if (isCount(indicator)) return undefined;
  const sign = isShareOfSums(indicator) ? -1 : 1;
  return board.children
    .flatMap(({ name, cells }) => {
      const figure = cells.find((cell) => cell.indicator === indicator)?.figure;
      return figure && figure.whole > 0 ? [{ name, figure, share: figure.part / figure.whole }] : [];
    })
    .sort((a, b) => (a.share - b.share) * sign)[0];
}
