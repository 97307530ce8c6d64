/** How a change of a closed figure is written: "+1", and "+1/0" of the cases that are met and of all. */
export const signed = (change: number) => (change > 0 ? `+${change}` : String(change));

/** Null where nothing changed. */
export const changeOf = ({ part, whole }: { part: number; whole: number }): string | null =>
  part === 0 && whole === 0 ? null : `${signed(part)}/${signed(whole)}`;
