/** Files that arrive in parts, over days if need be: each part is written behind what is already there, or not at all. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rm, stat } from "node:fs/promises";
import path from "node:path";
import { filesFolder } from "./store.ts";

/** Beside what is half received: the sweeper takes what nobody went on with for a day, and the phone begins anew. */
const placeOf = (name: string) => path.join(filesFolder(), "incoming", `part-${name}`);

export const heldOf = (name: string): Promise<number> =>
  stat(placeOf(name)).then(
    ({ size }) => size,
    () => 0,
  );

/** Answers how much is held afterwards; a part that does not follow what is held is left out. */
export async function appendPart(name: string, at: number, bytes: Uint8Array): Promise<number> {
  await mkdir(path.dirname(placeOf(name)), { recursive: true, mode: 0o700 });
  const file = await open(placeOf(name), "a", 0o600);
  try {
    const { size } = await file.stat();
    if (size !== at) return size;
    await file.write(bytes);
    return size + bytes.length;
  } finally {
    await file.close();
  }
}

export async function digestOfParts(name: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of partsOf(name)) hash.update(piece);
  return hash.digest("hex");
}

export const partsOf = (name: string): AsyncIterable<Uint8Array> => createReadStream(placeOf(name));
export const dropParts = (name: string) => rm(placeOf(name), { force: true });
