/**
 * Income of a household in one year, source by source (家庭收入明细), and the lines that it is held against.
 * Invariant: net = wages + business + property + transfers − costs of business, shared among the members of that year; a source
 * without a figure is not recorded, which is not zero. The database keeps the figure per head by the same sum (migration 0190).
 */
import { inYuan, readFen } from "#lib/base/money.ts";

export const CATEGORIES = ["WAGE", "BUSINESS", "PROPERTY", "TRANSFER", "COST"] as const;
export type Category = (typeof CATEGORIES)[number];

/** The dictionary that holds the sources of a category. */
export const LIST_OF = {
  WAGE: "INCOME_WAGE",
  BUSINESS: "INCOME_BUSINESS",
  PROPERTY: "INCOME_PROPERTY",
  TRANSFER: "INCOME_TRANSFER",
  COST: "INCOME_COST",
} as const satisfies Record<Category, string>;

/** CATEGORY.SOURCE, as it is stored and as its field in the form is called. */
export const codeOf = (category: Category, source: string) => `${category}.${source}`;
export const categoryOf = (code: string): Category | undefined =>
  CATEGORIES.find((category) => code.startsWith(`${category}.`));

type Item = { code: string; fen: bigint };

/** What was earned less what earning cost; null while no source is recorded. */
export function netOf(items: readonly Item[]): bigint | null {
  if (items.length === 0) return null;
  return items.reduce((sum, { code, fen }) => (categoryOf(code) === "COST" ? sum - fen : sum + fen), 0n);
}

/** Shared among so many, to the fen, half away from zero as the database rounds. */
export function perHeadOf(net: bigint | null, members: number): bigint | null {
  if (net === null || members <= 0) return null;
  const size = net < 0n ? -net : net;
  const by = BigInt(members);
  const share = (2n * size + by) / (2n * by);
  return net < 0n ? -share : share;
}

export const sumOf = (items: readonly Item[], category: Category): bigint | null => {
  const own = items.filter(({ code }) => categoryOf(code) === category);
  return own.length === 0 ? null : own.reduce((sum, { fen }) => sum + fen, 0n);
};

const MOST_FEN = 100_000_000_000n;
/** A sum as typed; null when it is none, is below zero or beyond a thousand million yuan. */
export function amountTyped(typed: string): bigint | null {
  const fen = readFen(typed);
  return fen === null || fen < 0n || fen > MOST_FEN ? null : fen;
}

/** As a form holds it: "" is not recorded. */
export const amountText = (fen: bigint | null | undefined) =>
  fen === null || fen === undefined ? "" : inYuan(fen).replace(/\.00$/, "").replaceAll(",", "");

export const LINE_KINDS = ["POVERTY", "MONITORING"] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** On which side of a line a figure per head stands; null where one of the two is not known. */
export function sideOf(perHead: bigint | null, line: bigint | null): "above" | "below" | null {
  if (perHead === null || line === null) return null;
  return perHead >= line ? "above" : "below";
}
