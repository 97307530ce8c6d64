/**
 * The box into which phones put what only this installation may open (decisions 29): a key pair worked out from the key that lies
 * outside the database. The public half goes to phones; a file sealed to it is worth nothing to whoever finds it.
 */
import { createDecipheriv, createECDH, hkdfSync } from "node:crypto";
import { env } from "./env.ts";
import { loadKeys } from "./keys.ts";

const CURVE = "prime256v1";
const PUBLIC_BYTES = 65;
const IV_BYTES = 12;
const TAG_BYTES = 16;

function pair() {
  const { kek } = loadKeys(env.KEYS_DIR);
  for (let attempt = 0; ; attempt += 1) {
    const half = createECDH(CURVE);
    try {
      half.setPrivateKey(Buffer.from(hkdfSync("sha256", kek, "", `phone box ${attempt}`, 32)));
      return half;
    } catch {
      // One in four thousand million is no key of this curve: the next one is.
    }
  }
}

/** Raw point, base64. */
export const boxPublicKey = (): string => pair().getPublicKey("base64");

/** Sender's point, then IV, then AES-256-GCM under HKDF of what both halves agree on. Null where it was not sealed to us, or was touched. */
export function openBox(sealed: Uint8Array): string | null {
  try {
    const bytes = Buffer.from(sealed);
    const sender = bytes.subarray(0, PUBLIC_BYTES);
    const iv = bytes.subarray(PUBLIC_BYTES, PUBLIC_BYTES + IV_BYTES);
    const body = bytes.subarray(PUBLIC_BYTES + IV_BYTES);
    const key = Buffer.from(hkdfSync("sha256", pair().computeSecret(sender), sender, "phone box", 32));
    const open = createDecipheriv("aes-256-gcm", key, iv);
    open.setAuthTag(body.subarray(-TAG_BYTES));
    return Buffer.concat([open.update(body.subarray(0, -TAG_BYTES)), open.final()]).toString("utf8");
  } catch {
    return null;
  }
}
