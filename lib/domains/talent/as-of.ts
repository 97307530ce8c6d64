/** The day as of which a list is read: that of the address, today when there is none or it lies ahead. */
export const dayOf = (on: string | undefined, today: string) => (on === undefined || on > today ? today : on);
