/** What day it is: Beijing time always, and one place where tests may set it. */

let fixed: string | null = null;

/** Today's calendar day in Beijing, "YYYY-MM-DD". */
export function today(now = new Date()): string {
  return fixed ?? new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(now);
}

/** Tests only. */
export function holdToday(day: string | null): void {
  fixed = day;
}

/** A calendar day for a Prisma @db.Date column, and back. */
export const dayToColumn = (day: string) => new Date(`${day}T00:00:00Z`);
export const columnToDay = (column: Date) => column.toISOString().slice(0, 10);
