/** Columns of a sheet as people call them: A, B … Z, AA, AB … */

/** 0 → "A", 46 → "AU". */
export function columnLetters(index: number): string {
  let letters = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** "A" → 0, "AU" → 46. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (let at = 0; at < letters.length; at++) index = index * 26 + (letters.charCodeAt(at) - 64);
  return index - 1;
}
