/** What a file is, told by its content; its name and what the browser says of it are not asked. */
import { type FileRefusal, FileRefused } from "./refused.ts";

export type FileKind = "jpeg" | "png" | "webp" | "pdf";

/** So many bytes from the beginning are enough to tell. */
export const HEAD_BYTES = 64;

const hex = (head: Buffer, at: number, length: number) => head.toString("hex", at, at + length);
const text = (head: Buffer, at: number, length: number) => head.toString("latin1", at, at + length);

export function kindOf(head: Buffer): FileKind {
  if (head.length === 0) throw new FileRefused("empty");
  if (hex(head, 0, 3) === "ffd8ff") return "jpeg";
  if (hex(head, 0, 8) === "89504e470d0a1a0a") return "png";
  if (text(head, 0, 4) === "RIFF" && text(head, 8, 4) === "WEBP") return "webp";
  if (text(head, 0, 5) === "%PDF-") return "pdf";
  throw new FileRefused(reasonOf(head));
}

/** Kinds whose decoders have been the way in (HEIC, AVIF, SVG, TIFF), and those that can carry programs. */
function reasonOf(head: Buffer): FileRefusal {
  if (text(head, 4, 4) === "ftyp") return /avi[fs]/.test(text(head, 8, 24)) ? "avif" : "heic";
  if (["49492a00", "4d4d002a", "49492b00", "4d4d002b"].includes(hex(head, 0, 4))) return "tiff";
  if (text(head, 0, 4) === "GIF8") return "gif";
  if (text(head, 0, 2) === "PK" || hex(head, 0, 8) === "d0cf11e0a1b11ae1") return "office";
  if (/^(\u00ef\u00bb\u00bf)?\s*</.test(text(head, 0, HEAD_BYTES))) return "svg";
  return "unknown";
}

/** A paper is read, not run: a PDF that starts programs, runs scripts or carries other files is refused, and one that was cut off. */
export function refuseUnfitPdf(bytes: Buffer): void {
  if (!bytes.subarray(-2048).includes("%%EOF")) throw new FileRefused("brokenPdf");
  // Locked, nobody could look into it, and a colleague could not open it.
  if (/\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(bytes.toString("latin1"))) throw new FileRefused("lockedPdf");
  // Names may be written with #xx for any letter.
  const plain = bytes
    .toString("latin1")
    .replace(/#([0-9a-fA-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  if (/\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)\b/.test(plain))
    throw new FileRefused("activePdf");
}
