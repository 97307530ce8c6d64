/**
 * A photo or a paper (照片、文件) that belongs to a row of another domain: a visit, later a demonstration, a need, an approval.
 * Invariants: its bytes are safely stored before its row exists; a picture is kept without position and camera;
 * it is seen by whoever may see the place of its owner. Never asked for, never scored.
 */

export const FILE_KINDS = ["PHOTO", "PAPER"] as const;
export type StoredKind = (typeof FILE_KINDS)[number];

/** One upload. The entry takes 60 MB in one form: three photos of any phone. */
export const MOST_BYTES = 20 * 1_048_576;
/** What one account may add within a day: far above any day's work, far below filling the disk. */
export const MOST_PER_DAY = 300;

export type Picture = { id: string; width: number; height: number; mine: boolean };

export const pictureHref = (id: string) => `/api/files/${id}`;
export const previewHref = (id: string) => `/api/files/${id}?size=preview`;
