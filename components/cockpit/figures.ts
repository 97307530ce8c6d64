/** Small sums and links that every part of a board needs: a percent for a line, a link to the rows behind a number. */
import { percentOf } from "#lib/base/percent.ts";
import type { Figure } from "#lib/indicators/count.ts";
import type { Part } from "#lib/indicators/rows.ts";

export const percentValue = (figure: Figure) => percentOf(figure);
/** Basis points of a target as the percent it stands for. */
export const targetPercent = (basisPoints: number) => basisPoints / 100;

export const rowsHref = (indicator: string, unit: number, period: string, part: Part, by?: string) =>
  `/cockpit/rows?i=${indicator}&u=${unit}&p=${period}&part=${part}${by ? `&by=${by}` : ""}`;
export const itemHref = (item: string, unit: number, period: string) =>
  `/cockpit/${item}?u=${unit}&p=${period}`;
export const boardHref = (unit: number, period: string) => `/cockpit?u=${unit}&p=${period}`;
export const indicatorHref = (indicator: { id: string; item: string }, unit: number, period: string) =>
  `/cockpit/${indicator.item}/${indicator.id}?u=${unit}&p=${period}`;
