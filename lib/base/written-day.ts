/** The day on which something was written down on a phone that sends it later: what is late is late against that day. */
import { daysBetween } from "./calendar.ts";

/** So long a phone may be out of the network; what waited longer is judged by the day on which it arrives. */
export const MOST_WAITING_DAYS = 30;

/** What a phone's clock says of tomorrow or of last year counts for nothing; neither does what was not told. */
export function writtenDay(told: string | undefined, today: string): string {
  if (!told) return today;
  const waited = daysBetween(told, today);
  return waited >= 0 && waited <= MOST_WAITING_DAYS ? told : today;
}
