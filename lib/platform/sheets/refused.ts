// Why a file is turned away before it is read: a reason with words of its own in each language, never a stack trace.

/** Every reason has a sentence in the message room of whoever shows it, under `refused.<reason>`. */
export type RefusedReason =
  | "oldFormat"
  | "binaryFormat"
  | "password"
  | "macro"
  | "externalLink"
  | "broken"
  | "notWorkbook"
  | "empty"
  | "tooLarge"
  | "tooManyParts"
  | "inflatesTooFar"
  | "unsafePath"
  | "noSuchSheet"
  | "tooManyRows"
  | "tooManyCells"
  | "tooManyColumns"
  | "tooSlow";

export class SheetRefused extends Error {
  readonly reason: RefusedReason;
  readonly values: Record<string, string>;

  constructor(reason: RefusedReason, values: Record<string, string> = {}) {
    super(`sheet refused: ${reason}`);
    this.name = "SheetRefused";
    this.reason = reason;
    this.values = values;
  }
}
