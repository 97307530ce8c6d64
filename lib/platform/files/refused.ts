/** Why a photo or a paper is turned away: a reason, whose sentence stands in the room of its domain (visits, papers). */

export const FILE_REFUSALS = [
  "empty",
  "tooLarge",
  "heic",
  "avif",
  "svg",
  "tiff",
  "gif",
  "office",
  "activePdf",
  "brokenPdf",
  "lockedPdf",
  "notPhoto",
  "unknown",
  "brokenImage",
  "tooManyPixels",
  "tooSlow",
  "diskFull",
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];

export class FileRefused extends Error {
  readonly reason: FileRefusal;

  constructor(reason: FileRefusal) {
    super(`file refused: ${reason}`);
    this.name = "FileRefused";
    this.reason = reason;
  }
}
