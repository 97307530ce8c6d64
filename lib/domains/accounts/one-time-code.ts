/** One-time codes: fifteen characters that can be read out on the phone; only their digest is kept. */
import { createHash, randomInt } from "node:crypto";

/** Without I, L, O and U: nothing to confuse. 75 bits. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export function makeCode(): string {
  const letters = Array.from({ length: 15 }, () => LETTERS[randomInt(LETTERS.length)]);
  return [0, 5, 10].map((at) => letters.slice(at, at + 5).join("")).join("-");
}

/** As typed by a person: case, spaces, dashes and look-alikes do not matter. */
export function digestOfCode(typed: string): Buffer {
  const plain = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  return createHash("sha256").update(`one-time-code:${plain}`).digest();
}
