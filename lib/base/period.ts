/** A period of work: a year "2026", a quarter "2026Q3" or a month "2026-09", with its days and its neighbors. */

import { daysInMonth, makeDay, partsOf } from "./calendar.ts";

export type Period = `${number}` | `${number}Q${1 | 2 | 3 | 4}` | `${number}-${string}`;
export type PeriodKind = "year" | "quarter" | "month";

/** Reads what stands in a URL; null when it is no period. */
export function readPeriod(text: unknown): Period | null {
  if (typeof text !== "string") return null;
  return /^[1-9]\d{3}(?:Q[1-4]|-(?:0[1-9]|1[0-2]))?$/.test(text) ? (text as Period) : null;
}

export function kindOf(period: Period): PeriodKind {
  if (period.includes("Q")) return "quarter";
  return period.includes("-") ? "month" : "year";
}

/** The period of a kind that a day lies in. */
export function periodOf(day: string, kind: PeriodKind): Period {
  const { year, month } = partsOf(day);
  if (kind === "year") return make(year, kind, 1);
  return make(year, kind, kind === "month" ? month : Math.ceil(month / 3));
}

export function yearOf(period: Period): number {
  return Number(period.slice(0, 4));
}

/** Which one of its year: 1 for a year, 1–4 for a quarter, 1–12 for a month. */
export function placeInYear(period: Period): number {
  const kind = kindOf(period);
  return kind === "year" ? 1 : Number(period.slice(5));
}

export function firstDay(period: Period): string {
  return makeDay(yearOf(period), firstMonth(period), 1);
}

export function lastDay(period: Period): string {
  const month = firstMonth(period) + MONTHS[kindOf(period)] - 1;
  return makeDay(yearOf(period), month, daysInMonth(yearOf(period), month));
}

/** The last day that can be counted by now: the end of a past period, today in the open one. */
export function countedTo(period: Period, today: string): string {
  const end = lastDay(period);
  return end < today ? end : today;
}

export function isWithin(period: Period, day: string): boolean {
  return firstDay(period) <= day && day <= lastDay(period);
}

export function step(period: Period, by: number): Period {
  const kind = kindOf(period);
  const inYear = 12 / MONTHS[kind];
  const index = yearOf(period) * inYear + (placeInYear(period) - 1) + by;
  return make(Math.floor(index / inYear), kind, (index % inYear) + 1);
}

export function previous(period: Period): Period {
  return step(period, -1);
}

/** The periods that end with this one, oldest first: the points of a trend. */
export function seriesEnding(period: Period, length = 12): Period[] {
  return Array.from({ length }, (_, index) => step(period, index - length + 1));
}

/** The months that a period adds up. */
export function monthsOf(period: Period): Period[] {
  const first = firstMonth(period);
  return Array.from({ length: MONTHS[kindOf(period)] }, (_, index) =>
    make(yearOf(period), "month", first + index),
  );
}

/** The larger periods that hold this one, nearest first: a month's quarter and year. */
export function holders(period: Period): Period[] {
  const day = firstDay(period);
  const kind = kindOf(period);
  if (kind === "year") return [];
  return kind === "quarter" ? [periodOf(day, "year")] : [periodOf(day, "quarter"), periodOf(day, "year")];
}

const MONTHS: Record<PeriodKind, number> = { year: 12, quarter: 3, month: 1 };

function firstMonth(period: Period): number {
  return (placeInYear(period) - 1) * MONTHS[kindOf(period)] + 1;
}

function make(year: number, kind: PeriodKind, place: number): Period {
  const text = String(year).padStart(4, "0");
  if (kind === "year") return text as Period;
  return (kind === "quarter" ? `${text}Q${place}` : `${text}-${String(place).padStart(2, "0")}`) as Period;
}
