/** From when until when a role is given: from a day's first minute in Beijing to the first minute of the day on which it ends. */

export const midnight = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

/** It would end before it begins. */
export const endsTooSoon = (fromOn: string | null, toOn: string | null, today: string): boolean =>
  toOn !== null && toOn <= (fromOn ?? today);
