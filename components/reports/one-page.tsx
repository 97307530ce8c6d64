/** The leader's sheet: the sentence, ten rows, whom to ask, the units below and a box for instructions, on one page of A4 in black and white. */
import { getLocale, getTranslations } from "next-intl/server";
import { tilePlaces } from "#components/charts/tile-places.ts";
import type { Exception } from "#components/cockpit/exceptions.tsx";
import { figureWords, isShareOfSums } from "#components/cockpit/figure-words.ts";
import { Sentence } from "#components/cockpit/sentence.tsx";
import { unitLights } from "#components/cockpit/unit-lights.ts";
import { type LightState, Shape } from "#components/ui/shape.tsx";
import { shortPlace } from "#lib/base/names.ts";
import { itemLight } from "#lib/domains/cockpit/board.ts";
import type { Board } from "#lib/domains/cockpit/queries.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { ITEMS } from "#lib/indicators/items.ts";

/** A scroller must be reachable by keyboard, also when no link is inside. */
const reachable = (name: string) => ({ role: "group", tabIndex: 0, "aria-label": name });

type Props = { board: Board; exceptions: readonly Exception[]; today: string; by: string };

export async function OnePage({ board, exceptions, today, by }: Props) {
  const t = await getTranslations("reports");
  const closings = await getTranslations("closings");
  const common = await getTranslations("common");
  const f = await getFormats();
  return (
    <article
      data-form="sheet"
      className="one-page mx-auto flex max-w-form flex-col gap-2 rounded-card border border-line bg-card p-4 print:max-w-none print:border-0 print:p-0"
    >
      <h2 className="text-center text-h2" data-names>
        {t("sheet.heading", { unit: board.unit.name })}
      </h2>
      <p className="text-center text-note text-ink-2">
        {[
          f.period(board.period),
          common("period.asOf", { day: board.asOf }),
          ...(board.closed ? [closings("badge")] : []),
        ].join(" · ")}
      </p>
      <Sentence board={board} worst={exceptions[0]} />
      <TenRows board={board} />
      <Asking exceptions={exceptions} />
      <Below board={board} />
      <section className="flex min-h-16 flex-1 flex-col border border-line p-2 print:border-ink">
        <h3 className="font-semibold">{t("sheet.instructions")}</h3>
      </section>
      <p className="flex flex-wrap justify-between gap-x-4 text-note text-ink-2">
        <span>{t("sheet.source")}</span>
        <span>{t("sheet.printed", { day: f.day(today), name: by })}</span>
      </p>
    </article>
  );
}

async function TenRows({ board }: { board: Board }) {
  const t = await getTranslations("reports");
  const cockpit = await getTranslations("cockpit");
  const common = await getTranslations("common");
  const f = await getFormats();
  const locale = await getLocale();
  const rows = await Promise.all(
    ITEMS.map(async ({ code }) => {
      const cells = board.own.filter(({ indicator }) => indicator.item === code);
      const headline = cells.find(({ indicator }) => indicator.headline);
      const state: LightState = headline ? itemLight(cells).light : "off";
      const words = headline ? await figureWords(headline.indicator) : null;
      const { cause } = itemLight(cells);
      const other =
        cause &&
        headline &&
        cause.indicator !== headline.indicator &&
        (state === "behind" || state === "watch")
          ? cause.indicator.name[locale]
          : null;
      return { code, headline, state, words, other };
    }),
  );
  return (
    <div {...reachable(t("table.title"))} className="overflow-x-auto print:overflow-visible">
      <table className="w-full min-w-xl border-collapse text-note print:min-w-0">
        <caption className="sr-only">{t("table.title")}</caption>
        <thead>
          <tr>
            {(["item", "indicator", "value", "target", "gap", "change", "light"] as const).map((head) => (
              <th key={head} scope="col" className={cell}>
                {t(`table.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, headline, state, words, other }) => (
            <tr key={code}>
              <th scope="row" className={`${cell} whitespace-nowrap`}>
                {cockpit(`short.${code}`)}
              </th>
              <td className={cell}>{headline?.indicator.name[locale] ?? cockpit(`wait.${code}`)}</td>
              <td className={`${cell} tabular whitespace-nowrap font-semibold`}>
                {headline && words ? words.rate(headline.figure) : f.none}
              </td>
              <td className={`${cell} whitespace-nowrap`}>
                {headline && words && headline.target !== null ? words.target(headline.target) : f.none}
              </td>
              <td className={`${cell} whitespace-nowrap`}>
                {headline && words && headline.short > 0
                  ? cockpit(isShareOfSums(headline.indicator) ? "card.above" : "card.short", {
                      n: headline.short,
                      caseUnit: words.unit,
                    })
                  : f.none}
              </td>
              <td className={`${cell} whitespace-nowrap`}>
                {(headline && words?.change(headline.figure, headline.before)) ?? f.none}
              </td>
              <td className={cell}>
                <span className="inline-flex items-center gap-1 whitespace-nowrap">
                  <Shape state={state} />
                  {common(`light.${state}`)}
                </span>
                {other ? <span className="block">{other}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

async function Asking({ exceptions }: { exceptions: readonly Exception[] }) {
  const cockpit = await getTranslations("cockpit");
  const t = await getTranslations("reports");
  const locale = await getLocale();
  const lines = await Promise.all(
    exceptions.map(async ({ unit, cell: { indicator, figure, light }, missing, wait }) => {
      const words = await figureWords(indicator);
      return {
        key: `${unit.id}${indicator.id}`,
        light,
        text: [
          `${unit.name} ${cockpit("exceptions.line", { missing: indicator.missing[locale], n: missing, caseUnit: words.unit })}`,
          `${indicator.name[locale]} ${words.rate(figure)}`,
          ...(wait.days === null ? [] : [cockpit("exceptions.days", { days: wait.days })]),
          unit.leader ? t("say.leader", { name: unit.leader.name }) : t("say.nobody"),
        ].join(t("say.comma")),
      };
    }),
  );
  return (
    <section>
      <h3 className="font-semibold">{cockpit("exceptions.title")}</h3>
      {lines.length === 0 ? <p>{cockpit("exceptions.none")}</p> : null}
      <ol>
        {lines.map(({ key, light, text }) => (
          <li key={key} className="flex items-start gap-1.5">
            <span className="mt-1">
              <Shape state={light} />
            </span>
            {text}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The counties about where they lie, any other units in their order; what weighs on each as shape and number. */
async function Below({ board }: { board: Board }) {
  const t = await getTranslations("reports");
  const common = await getTranslations("common");
  const rows = unitLights(board, new URLSearchParams({ sort: "unit" }));
  if (rows.length === 0) return null;
  const mapped = board.unit.level === "PREFECTURE";
  const few = rows.length <= MOST_TILES;
  return (
    <section>
      <h3 className="font-semibold">{t("sheet.below")}</h3>
      <ul className="grid grid-cols-5 gap-1 text-note">
        {(few ? rows : rows.slice(0, MOST_TILES)).map(({ child, behind, watch }) => (
          <li
            key={child.id}
            className={`border px-1 py-0.5 ${behind > 0 ? "border-2 border-ink" : "border-line print:border-ink"} ${mapped ? (tilePlaces[child.code?.slice(0, 6) ?? ""] ?? "") : ""}`}
          >
            <span className="block truncate">{shortPlace(child.name)}</span>
            <span className="flex items-center gap-1">
              {behind + watch === 0 ? (
                <>
                  <Shape state="ok" className="size-3" />
                  <span className="sr-only">{common("light.ok")}</span>
                </>
              ) : null}
              {behind > 0 ? <Count state="behind" n={behind} word={common("light.behind")} /> : null}
              {watch > 0 ? <Count state="watch" n={watch} word={common("light.watch")} /> : null}
            </span>
          </li>
        ))}
      </ul>
      <p className="text-note text-ink-2">
        {few ? t("sheet.legend") : t("sheet.more", { n: rows.length - MOST_TILES })}
        {mapped ? ` · ${common("tiles.title")}` : null}
      </p>
    </section>
  );
}

/** More would not leave room for the box. */
const MOST_TILES = 25;

const Count = ({ state, n, word }: { state: LightState; n: number; word: string }) => (
  <span className="inline-flex items-center gap-0.5">
    <Shape state={state} className="size-3" />
    <span className="sr-only">{word}</span>
    {n}
  </span>
);

const cell = "border border-line px-1.5 py-1 text-left align-middle print:border-ink print:py-0.5";
