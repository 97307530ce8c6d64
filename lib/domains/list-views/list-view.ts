/**
 * A view of a list is a name for its address: conditions, order and unit. It belongs to whoever saved it; whoever gets the address sees
 * what he may see. One view of each list may be the one that it opens with.
 */
import { holdsIdNumber } from "#lib/base/search-text.ts";

export const LISTS = ["households"] as const;
export type List = (typeof LISTS)[number];

export const VIEWS_EACH = 20;

export type ListView = { id: string; name: string; query: string; opens: boolean; version: number };

/** Asks for the whole list, past the view with which it would open. */
export const WHOLE = "all";
/** Of one look, not of a view: a row, a page, and that one wants it all. */
const OF_THE_MOMENT = ["after", "before", "page", "peek", "v"];

/** What a view keeps of an address, in an order of its own, so that two alike are told to be alike. */
export function viewQuery(typed: URLSearchParams): string {
  const kept = [...typed].filter(
    ([name, value]) =>
      value !== "" && !OF_THE_MOMENT.includes(name) && !(name === "q" && holdsIdNumber(value)),
  );
  return new URLSearchParams(kept.sort(([one], [other]) => one.localeCompare(other))).toString();
}

/** Where a view leads; a view of everything says so, or the list would open with another one. */
export const viewHref = (path: string, query: string) => `${path}?${query || `v=${WHOLE}`}`;
