/** The sentences of a report, each from figures alone. */
import { getLocale, getTranslations } from "next-intl/server";
import { amountOf, figureWords, isShareOfSums } from "#components/cockpit/figure-words.ts";
import { rowsHref } from "#components/cockpit/figures.ts";
import type { LightState } from "#components/ui/shape.tsx";
import { kindOf } from "#lib/base/period.ts";
import type { Content, Line } from "#lib/domains/reports/report.ts";
import { getFormats } from "#lib/i18n/format.ts";
import type { Figure } from "#lib/indicators/count.ts";
import { ITEMS, type Item } from "#lib/indicators/items.ts";
import { worst } from "#lib/indicators/light.ts";
import type { Run } from "./compose.ts";

/** So many units are named; of the others there is a number. */
const NAMED = 3;
const ORDER: readonly LightState[] = ["ok", "watch", "behind", "none", "off"];

/** By how much a figure moved, as it is shown with one decimal; null where one of the two is not there. */
export function movedBy(indicator: Line["indicator"], now: Figure, then: Figure): number | null {
  const [to, from] = [amountOf(indicator, now), amountOf(indicator, then)];
  return to === null || from === null ? null : Math.round((to - from) * 10) / 10;
}

export async function saying(content: Content) {
  const t = await getTranslations("reports");
  const cockpit = await getTranslations("cockpit");
  const common = await getTranslations("common");
  const f = await getFormats();
  const locale = await getLocale();
  const { unit, period, asOf, lines } = content;
  const kind = kindOf(period) === "quarter" ? "quarter" : "month";

  const lightOf = (item: Item): LightState => {
    const own = lines.filter(({ indicator }) => indicator.item === item);
    if (own.length === 0) return "off";
    return worst(own.filter(({ indicator }) => indicator.scored).map(({ light }) => light));
  };
  const rows = ({ indicator }: Pick<Line, "indicator">) => rowsHref(indicator.id, unit.id, period, "all");

  const overall = (): Run[] => {
    const lights = ITEMS.map(({ code }) => ({ code, light: lightOf(code) }));
    const states = ORDER.map((light) => ({
      light,
      items: lights.filter((one) => one.light === light),
    })).filter(({ items }) => items.length > 0);
    const told = states.map(({ light, items }) => {
      const word = common(`light.${light}`);
      const names = items.map(({ code }) => cockpit(`short.${code}`)).join(t("say.and"));
      return light === "ok" || light === "none"
        ? t("say.state", { n: items.length, word })
        : t("say.named", { n: items.length, word, names });
    });
    return [
      {
        text:
          t("say.asOf", { day: f.longDay(asOf), unit: unit.name }) +
          told.join(t("say.comma")) +
          t("say.stop"),
      },
    ];
  };

  /** How many got better: a sum and a share of sums by becoming less. */
  const wider = (): Run[] | null => {
    const ways = lines.flatMap(({ indicator, figure, before }) => {
      const way = indicator.scored ? movedBy(indicator, figure, before) : null;
      return way === null ? [] : [Math.sign(way) * (indicator.adds ? -1 : 1)];
    });
    if (ways.length === 0) return null;
    const count = (sign: number) => ways.filter((way) => Math.sign(way) === sign).length;
    return [{ text: t("say.wider", { n: ways.length, up: count(1), down: count(-1), same: count(0) }) }];
  };

  const line = async (one: Line): Promise<Run[]> => {
    const { indicator, figure, target, light } = one;
    const name = indicator.name[locale];
    if (figure.whole === 0 && indicator.measure !== "count") return [{ text: t("say.noCase", { name }) }];
    const words = await figureWords(indicator);
    const against = (then: Figure, since: "month" | "quarter" | "year"): string | null => {
      const way = movedBy(indicator, figure, then);
      if (way === null) return null;
      const apart = Math.abs(way);
      const points =
        indicator.adds?.over?.per === 1000
          ? `${f.decimal(apart)}‰`
          : indicator.measure === "count" || (indicator.adds && !indicator.adds.over)
            ? words.amount(apart)
            : f.pointsApart(apart);
      return way === 0 ? t(`say.same.${since}`) : t(`say.${way > 0 ? "up" : "down"}.${since}`, { points });
    };
    const clauses = [
      ...(indicator.scored
        ? [target === null ? t("say.noTarget") : t("say.target", { value: words.target(target) })]
        : []),
      one.short > 0
        ? t(isShareOfSums(indicator) ? "say.over" : "say.short", { amount: words.amount(one.short) })
        : null,
      against(one.before, kind),
      one.yearAgo ? against(one.yearAgo, "year") : null,
      one.months.length > 1
        ? t("say.months", {
            months: one.months.map((month) => f.shortPeriod(month.period)).join(t("say.and")),
            values: one.months.map((month) => words.value(month.figure)).join(t("say.and")),
          })
        : null,
      indicator.scored && light !== "none" ? t("say.light", { word: common(`light.${light}`) }) : null,
      behindOf(one),
    ].filter((clause) => clause !== null);
    return [
      { text: t("say.is", { name }) },
      { text: words.rate(figure), href: rows(one) },
      { text: [...clauses.map((clause) => t("say.comma") + clause), t("say.stop")].join("") },
    ];
  };
  const behindOf = ({ behind }: Line): string | null => {
    if (behind.length === 0) return null;
    const names = behind
      .slice(0, NAMED)
      .map(({ name }) => name)
      .join(t("say.and"));
    return behind.length > NAMED
      ? t("say.behindMore", { names, n: behind.length })
      : t("say.behind", { names });
  };

  const problems = async (): Promise<Run[][]> => {
    if (content.exceptions.length === 0) return [[{ text: t("say.fine") }]];
    const told: Run[][] = [];
    for (const [at, one] of content.exceptions.entries()) {
      const indicator = lines.find(({ indicator: { id } }) => id === one.indicator)?.indicator;
      if (!indicator) continue;
      const words = await figureWords(indicator);
      const tail = [
        one.days === null ? null : t("say.days", { days: one.days }),
        one.leader ? t("say.leader", { name: one.leader.name }) : t("say.nobody"),
      ].filter((part) => part !== null);
      const begins = t("say.asking", { unit: one.unit.name, missing: indicator.missing[locale] });
      told.push([
        { text: t("number.line", { n: at + 1, text: begins }), light: one.light },
        {
          text: t("say.askingAmount", { n: one.missing, caseUnit: words.unit }),
          href: rowsHref(indicator.id, one.unit.id, period, "missing"),
        },
        {
          text:
            t("say.askingMore", { name: indicator.name[locale], value: words.rate(one.figure) }) +
            tail.map((part) => t("say.comma") + part).join("") +
            t("say.stop"),
        },
      ]);
    }
    return told;
  };

  return { overall, wider, line, problems, lightOf, rows };
}
