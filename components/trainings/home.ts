/** Where somebody is at home in a list of people: the place, and the unit where it has a name of its own. */
export const homeOf = ({ place, unit }: { place: string | null; unit: string | null }): string =>
  [place, unit === place ? null : unit].filter(Boolean).join(" ");
