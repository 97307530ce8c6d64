/** Hours in which nobody is called: pure, over times of the day "21:00" in Beijing; from and to may lie on two days. */

export type Quiet = { from: string; to: string };

export const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** The end is open: at 08:00 one may be called again. The same time twice means no quiet at all. */
export function isQuiet({ from, to }: Quiet, now: string): boolean {
  if (from === to) return false;
  return from < to ? now >= from && now < to : now >= from || now < to;
}

/** The time of day in Beijing. */
export const timeInBeijing = (now = new Date()) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", hour: "2-digit", minute: "2-digit" }).format(
    now,
  );
