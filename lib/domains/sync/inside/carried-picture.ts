/** A photo as a file carries it, made safe and stored; null where it is damaged, or no picture at all. */
import { createHash } from "node:crypto";
import { type TakenIn, takeIn } from "#lib/domains/files/take-in.ts";
import { FileRefused } from "#lib/platform/files/refused.ts";
import type { Carried } from "./phone-file.ts";

export async function carriedPicture({ sha256, bytes }: Carried["photos"][number]): Promise<TakenIn | null> {
  const whole = Buffer.from(bytes, "base64");
  if (createHash("sha256").update(whole).digest("hex") !== sha256) return null;
  return takeIn({ name: "", bytes: pieces(whole) }, "PHOTO").catch((error) => {
    if (error instanceof FileRefused) return null;
    throw error;
  });
}

async function* pieces(bytes: Buffer) {
  yield bytes;
}
