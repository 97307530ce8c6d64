/** What to say next to a field whose day could not be read: that there is no such day, or how a day is written. */
import { isNoDay } from "./calendar.ts";

export const dayProblem = (typed: string, today: string): { key: string } =>
  isNoDay(typed, today) ? { key: "noSuchDay" } : { key: "day" };
