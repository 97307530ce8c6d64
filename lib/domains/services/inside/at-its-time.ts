/** A deed at the desk at its own time: one that a phone brings later counts on the day, and at the hour, at which it was done. */
import { writtenDay } from "#lib/base/written-day.ts";
import { today as dayOf } from "#lib/platform/clock.ts";
import type { Work } from "#lib/platform/scope.ts";

/** What a phone's clock says of tomorrow, or of longer ago than a phone may be away, counts for nothing: then it is done now. */
export function atItsTime(work: Work, writtenAt: string | undefined): { atTime: Work; time: string } {
  const now = new Date();
  const told = writtenAt ? new Date(writtenAt) : now;
  const day = writtenDay(dayOf(told), work.today);
  const moment = told <= now && day === dayOf(told) ? told : now;
  return { atTime: { ...work, today: day }, time: timeInBeijing(moment) };
}

const timeInBeijing = (moment: Date) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Shanghai", hour: "2-digit", minute: "2-digit" }).format(
    moment,
  );
