/** How people say the names of places for short. */

/** On a tile there is room for 类乌齐, not for 类乌齐县; a name of two characters stays whole. */
export const shortPlace = (name: string) => (name.length > 2 ? name.replace(/[县区市]$/u, "") : name);
