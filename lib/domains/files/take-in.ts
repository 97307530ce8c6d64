/** Takes in one uploaded photo or paper: looked at by content, pictures written anew, the bytes safely stored. Its row comes after. */
import { readFile } from "node:fs/promises";
import { kindOf, refuseUnfitPdf } from "#lib/platform/files/kind.ts";
import { reencodePicture } from "#lib/platform/files/picture.ts";
import { FileRefused } from "#lib/platform/files/refused.ts";
import { drop, keepBytes, receive } from "#lib/platform/files/store.ts";
import type { PostedFile } from "#lib/platform/posted-form.ts";
import { MOST_BYTES, type StoredKind } from "./file.ts";

export type TakenIn = {
  kind: StoredKind;
  sha256: string;
  previewSha256: string | null;
  mediaType: "image/jpeg" | "application/pdf";
  size: number;
  width: number | null;
  height: number | null;
  name: string | null;
  /** Of photos alone: how it looks, coarsely. */
  look?: string;
};

export async function takeIn(posted: PostedFile, kind: StoredKind): Promise<TakenIn> {
  const received = await receive(posted.bytes, MOST_BYTES);
  try {
    const content = kindOf(received.head);
    const name = kind === "PAPER" ? posted.name : null;
    if (content !== "pdf") {
      const { look, ...picture } = await takePicture(received.file);
      return { kind, name: name && asJpeg(name), ...picture, ...(kind === "PHOTO" ? { look } : {}) };
    }
    if (kind === "PHOTO") throw new FileRefused("notPhoto");
    const bytes = await readFile(received.file);
    refuseUnfitPdf(bytes);
    const sha256 = await keepBytes(bytes);
    const none = { previewSha256: null, width: null, height: null };
    return { kind, name, sha256, mediaType: "application/pdf", size: bytes.length, ...none };
  } finally {
    await drop(received.file);
  }
}

/** A picture is kept as JPEG, whatever it came as. */
const asJpeg = (name: string) => `${name.replace(/\.[A-Za-z0-9]{1,5}$/, "")}.jpg`;

async function takePicture(file: string) {
  const { picture, preview, width, height, look } = await reencodePicture(file);
  const sha256 = await keepBytes(picture);
  const previewSha256 = await keepBytes(preview);
  return {
    sha256,
    previewSha256,
    mediaType: "image/jpeg" as const,
    size: picture.length,
    width,
    height,
    look,
  };
}
