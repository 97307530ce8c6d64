/** A map of the boundaries that the office has approval for (审图号): what is kept of it, and what the number looks like. */

export const MAP_BYTES = 10 * 1_048_576;
/** Of all paths together: it comes with the cockpit, which a slow line must carry. */
export const DRAWING_BYTES = 5_500;

export type Point = readonly [x: number, y: number];
/** A county as drawn: an SVG path, and where its name has room. */
export type Shape = { divisionId: number; path: string; at: Point };
export type Drawing = { width: number; height: number; shapes: Shape[] };

/** State: GS and perhaps a province; provinces: their one character and S. Brackets and spaces as they were typed. */
const APPROVAL =
  /^(GS\p{Script=Han}?|\p{Script=Han}{1,2}S)[(\uFF08[\u3014\u3010]((?:19|20)\d{2})[)\uFF09\]\u3015\u3011](\d{1,5})\u53F7$/u;

/** The number as it is printed, or null where it is none. */
export function approvalNumber(typed: string): string | null {
  const found = APPROVAL.exec(typed.normalize("NFKC").replace(/\s/g, "").toUpperCase());
  return found ? `${found[1]}\uFF08${found[2]}\uFF09${found[3]}\u53F7` : null;
}
