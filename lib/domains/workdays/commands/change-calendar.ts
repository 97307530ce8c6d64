/** The office enters days of rest and work, takes one out, and says that a year was compared with the official paper. */
import { may } from "#lib/domains/accounts/roles.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { invalid, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { AddDays, CheckYear, RemoveDay } from "../input.ts";
import { readPastedDays } from "../pasted-days-readings.ts";

type Root = { id: number };
const root = async ({ sql }: Pick<Work, "sql">): Promise<Root | null> =>
  (await sql<Root>`select id from division where level = 'PREFECTURE'`)[0] ?? null;
const mayChange = (viewer: Viewer, { id }: Root) => may(viewer, "setting.edit", id);

export const addCalendarDays = command({
  name: "workdays.add",
  tells: "calendar.daysAdded",
  input: AddDays,
  subject: root,
  may: mayChange,
  run: async (work, { calendar, days: text }, { id }) => {
    const { days, bad } = readPastedDays(text, work.today);
    const [first] = bad;
    if (first)
      throw invalid({ days: [{ key: "workdays.line", values: { line: first.line, text: first.text } }] });
    if (days.length > 400) throw rule("workdays.tooMany", undefined, "days");
    for (const { day, kind, name } of days) {
      const key = { calendar, day: dayToColumn(day) };
      const before = await work.tx.calendarDay.findUnique({ where: { calendar_day: key } });
      await work.tx.calendarDay.upsert({
        where: { calendar_day: key },
        create: { ...key, kind, name },
        update: { kind, name, checked: false },
      });
      work.note(noted(id, calendar, day, before && `${before.kind} ${before.name}`, `${kind} ${name}`));
    }
    return {
      calendar,
      count: days.length,
      year: days[0]?.day.slice(0, 4) ?? work.today.slice(0, 4),
      root: id,
    };
  },
  fact: ({ calendar, count, year, root: division }) => ({
    subject: `calendar:${calendar}`,
    division,
    count,
    year,
  }),
});

export const removeCalendarDay = command({
  name: "workdays.remove",
  tells: "calendar.dayRemoved",
  input: RemoveDay,
  subject: root,
  may: mayChange,
  run: async (work, { calendar, day }, { id }) => {
    const key = { calendar, day: dayToColumn(day) };
    const before = await work.tx.calendarDay.findUnique({ where: { calendar_day: key } });
    if (!before) throw rule("workdays.gone");
    await work.tx.calendarDay.delete({ where: { calendar_day: key } });
    work.note(noted(id, calendar, day, `${before.kind} ${before.name}`, null));
    return { calendar, day, year: day.slice(0, 4), root: id };
  },
  fact: ({ calendar, day, root: division }) => ({ subject: `calendar:${calendar}`, division, day }),
});

export const checkCalendarYear = command({
  name: "workdays.check",
  tells: "calendar.yearChecked",
  input: CheckYear,
  subject: root,
  may: mayChange,
  run: async (work, { year }, { id }) => {
    const range = { gte: dayToColumn(`${year}-01-01`), lte: dayToColumn(`${year}-12-31`) };
    const { count } = await work.tx.calendarDay.updateMany({
      where: { calendar: "NATIONAL", day: range },
      data: { checked: true },
    });
    if (count === 0) throw rule("workdays.nothingToCheck");
    return { year: String(year), root: id };
  },
  fact: ({ year, root: division }) => ({ subject: "calendar:NATIONAL", division, year }),
});

const noted = (
  divisionId: number,
  calendar: string,
  day: string,
  old: string | null,
  now: string | null,
) => ({
  entity: "calendar",
  entityId: calendar,
  divisionId,
  field: day,
  old,
  new: now,
});
