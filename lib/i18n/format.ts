/** Numbers, money, days and periods as the reader of this request writes them; Beijing time, rounded once. */

import { getLocale, getTranslations } from "next-intl/server";
import { daysBetween, partsOf, weekday } from "#lib/base/calendar.ts";
import { inWan, inYuan } from "#lib/base/money.ts";
import { hasRate, percentOf, permilleOf, type Ratio } from "#lib/base/percent.ts";
import { kindOf, type Period, placeInYear, yearOf } from "#lib/base/period.ts";
import type { Locale } from "#lib/base/preferences.ts";

const counts = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const beijing = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

export type Formats = ReturnType<typeof formatsIn>;

export async function getFormats(): Promise<Formats> {
  return formatsIn(await getLocale(), await getTranslations("common"));
}

type Say = Awaited<ReturnType<typeof getTranslations<"common">>>;

/** The same for a known language, where no request is around. */
export function formatsIn(locale: Locale, t: Say) {
  const chinese = locale === "zh-CN";
  const none = t("none");

  const percent = (ratio: Ratio, decimals = 1): string => {
    const value = percentOf(ratio, decimals);
    return value === null ? none : `${trimmed(value, decimals)}%`;
  };
  /** Of a hundred with two decimals, or of a thousand, with its cases; under ten cases the cases alone. */
  const rateOf = (ratio: Ratio, per: 100 | 1000): string => {
    if (ratio.whole === 0) return none;
    const value = per === 100 ? percentOf(ratio, 2) : permilleOf(ratio);
    if (!hasRate(ratio) || value === null) return pair(ratio);
    const [part, whole] = [counts.format(ratio.part), counts.format(ratio.whole)];
    const shown = trimmed(value, per === 100 ? 2 : 1);
    return per === 100
      ? t("rate.pair", { percent: shown, part, whole })
      : t("rate.permille", { permille: shown, part, whole });
  };
  const pair = (ratio: Ratio) => `${counts.format(ratio.part)}/${counts.format(ratio.whole)}`;

  return {
    none,
    number: (value: number | bigint | null) => (value === null ? none : counts.format(value)),
    decimal: (value: number | null, decimals = 1) => (value === null ? none : trimmed(value, decimals)),
    percent,
    pair,
    /** The rate with its cases; under ten cases the cases alone. */
    rate: (ratio: Ratio): string => {
      if (ratio.whole === 0) return none;
      const value = percentOf(ratio);
      if (!hasRate(ratio) || value === null) return pair(ratio);
      const [part, whole] = [counts.format(ratio.part), counts.format(ratio.whole)];
      return t("rate.pair", { percent: trimmed(value, 1), part, whole });
    },
    rateOf,
    permille: (ratio: Ratio): string => {
      const value = permilleOf(ratio);
      return value === null ? none : `${trimmed(value, 1)}‰`;
    },
    /** Without a sign, where the words say up or down. */
    pointsApart: (difference: number): string =>
      t("rate.points", { points: trimmed(Math.abs(difference), 1) }),
    points: (difference: number): string =>
      t("rate.points", { points: `${difference > 0 ? "+" : ""}${trimmed(difference, 1)}` }),
    yuan: (fen: bigint | null) => (fen === null ? none : t("money.yuan", { amount: inYuan(fen) })),
    wan: (fen: bigint | null) => (fen === null ? none : t("money.wan", { amount: inWan(fen) })),
    day: (day: string | null) => day ?? none,
    longDay: (day: string): string => {
      const { year, month, day: date } = partsOf(day);
      return chinese ? `${year}年${month}月${date}日` : day;
    },
    monthDay: (day: string) => day.slice(5),
    weekday: (day: string) => t(`weekday.${String(weekday(day)) as "1"}`),
    /** Relative only within a week; further away the date says more. */
    near: (day: string, today: string): string => {
      const distance = daysBetween(today, day);
      if (distance === 0) return t("date.today");
      if (distance === -1) return t("date.yesterday");
      if (distance === 1) return t("date.tomorrow");
      if (Math.abs(distance) > 7) return day;
      return distance < 0 ? t("date.daysAgo", { days: -distance }) : t("date.daysAhead", { days: distance });
    },
    dayTime: (moment: Date | string) =>
      beijing.format(typeof moment === "string" ? new Date(moment) : moment),
    period: (period: Period): string => {
      const [year, place] = [String(yearOf(period)), String(placeInYear(period))];
      const kind = kindOf(period);
      if (kind === "year") return t("period.year", { year });
      if (kind === "quarter") return t("period.quarter", { year, quarter: place });
      return t("period.month", { year, month: chinese ? place : period.slice(5) });
    },
    shortPeriod: (period: Period): string => {
      const place = String(placeInYear(period));
      const kind = kindOf(period);
      if (kind === "year") return t("period.year", { year: String(yearOf(period)) });
      return kind === "quarter"
        ? t("period.shortQuarter", { quarter: place })
        : t("period.shortMonth", { month: place });
    },
  };
}

/** 100, 83.5, 1,004.5: no trailing zeros after whole numbers, thousands apart. */
function trimmed(value: number, decimals: number): string {
  const fixed = Math.abs(value).toFixed(decimals);
  const [whole = "0", fraction] = fixed.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const text = fraction && /[1-9]/.test(fraction) ? `${grouped}.${fraction}` : grouped;
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}
